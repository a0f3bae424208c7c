import type { IncomingMessage, IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import type { DtmfTone, ReferContext } from './session-parts.ts';
import type { Session } from './session.ts';
import type { SessionState } from './session-state.ts';
import type { Muted } from '../media/session-description-handler.ts';

/**
 * Events of a session, with the arguments of their listeners (document 001). A call that is refused emits `rejected`,
 * `failed`, `terminated`; one that is hung up emits `bye`, `terminated`. `terminated` comes exactly once, and last.
 */
export interface SessionEvents {
  /** A provisional response came (outgoing), or went out (incoming: without one). */
  readonly progress: readonly [response: IncomingResponse | undefined];
  /** Answered. Outgoing sessions get the response and its code. */
  readonly accepted: readonly [data?: { readonly code: number; readonly response: IncomingResponse }];
  /** The ACK was sent, or has come. */
  readonly confirmed: readonly [ack: IncomingRequest | OutgoingRequest | undefined];
  /** A final response of 300 or more came or was sent. */
  readonly rejected: readonly [response: IncomingResponse | null, cause: string];
  /** Ended without having been accepted. */
  readonly failed: readonly [response: IncomingMessage | null, cause: string];
  /** Over, for whatever reason. */
  readonly terminated: readonly [message: IncomingMessage | null, cause: string];
  /** The caller gave up before the answer. */
  readonly cancel: readonly [];
  /** A BYE came or was sent. */
  readonly bye: readonly [request: IncomingRequest | OutgoingRequest];
  /** The far end changed the session. */
  readonly reinvite: readonly [session: Session];
  /** A REFER was sent or has come. */
  readonly referRequested: readonly [context: ReferContext];
  /** Another session takes this one's place (RFC 3891). */
  readonly replaced: readonly [session: Session];
  /** A tone was sent or has come; `request` is the INFO that carried it, if one did. */
  readonly dtmf: readonly [request: IncomingRequest | undefined, tone: DtmfTone];
  /** An INFO that is not DTMF. Answered 200 by itself unless the listener does. */
  readonly info: readonly [request: ServerRequest];
  /** A NOTIFY within the dialog that belongs to no transfer of ours. */
  readonly notify: readonly [request: ServerRequest];
  readonly hold: readonly [who: { readonly originator: 'local' | 'remote' }];
  readonly unhold: readonly [who: { readonly originator: 'local' | 'remote' }];
  readonly muted: readonly [muted: Muted];
  readonly unmuted: readonly [muted: Muted];
  /** The agreed direction of a medium changed. */
  readonly directionChanged: readonly [];
  /** The state changed; `stateChange` of the session is the same event with its own object. */
  readonly stateChange: readonly [state: SessionState];
}
