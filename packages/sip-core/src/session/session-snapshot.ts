import type { ErrorInfo } from '../base/errors.ts';
import type { MediaState, Muted } from '../media/session-description-handler.ts';
import type { CallMetadata } from './call-metadata.ts';
import type { EndCause } from './end-cause.ts';

/** The life of a session, as document 002 names it. */
export type SessionStateName = 'Initial' | 'Establishing' | 'Established' | 'Terminating' | 'Terminated';

/** What a person would say is going on. Hold, mute and early media are flags beside it. */
export type SessionPhase =
  'dialing' | 'ringing' | 'early' | 'incoming' | 'connecting' | 'established' | 'reconnecting' | 'ending' | 'ended';

/** Who is at one end. `displayName` is text from the network: show it as text, never as markup. */
export interface Party {
  /** The whole URI, such as `sip:bob@example.com`. */
  readonly uri: string;
  /** The user part, decoded; a telephone number more often than not. */
  readonly user: string;
  readonly host: string;
  readonly displayName: string | null;
}

/** An act of ours that has not settled yet. */
export type SessionAct = 'answer' | 'hold' | 'unhold' | 'reinvite' | 'update' | 'transfer' | 'hangUp' | 'dtmf';

/** A transfer we asked for, as the far end reports it (RFC 3515 section 2.4.4). */
export interface TransferSnapshot {
  readonly target: string;
  readonly state: 'requested' | 'trying' | 'ringing' | 'accepted' | 'failed';
  readonly statusCode: number | null;
}

/** A session at one moment: frozen, serialisable, and the same reference until something in it changes. */
export interface SessionSnapshot {
  readonly id: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly state: SessionStateName;
  readonly phase: SessionPhase;
  readonly local: Party;
  readonly remote: Party;
  /** Who the far end is by the word of a trusted server (RFC 3325); see `trustedServers`. */
  readonly asserted: Party | null;
  /** What messages tell of the call. */
  readonly metadata: CallMetadata;
  /** `local`: we put the far end on hold. `remote`: it put us on hold. */
  readonly hold: { readonly local: boolean; readonly remote: boolean };
  readonly muted: Muted;
  /** Whether the far end's sound reaches us before the answer. */
  readonly earlyMedia: boolean;
  readonly media: MediaState;
  /** Present and true when the INVITE asked for a picture, be it theirs or ours. */
  readonly offersVideo?: boolean;
  /**
   * Present while something is wrong with the far end: `silent` while nothing is heard of it for ten seconds though it is
   * to send, `unreachable` while it does not answer either when it is asked. See `farEndTimeout`.
   */
  readonly farEnd?: 'silent' | 'unreachable' | undefined;
  /** Present while `farEnd` is `unreachable`: when the call is ended if that stays, in milliseconds since the epoch. */
  readonly givenUpAt?: number | undefined;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  readonly cause: EndCause | null;
  readonly pending: readonly SessionAct[];
  readonly transfer: TransferSnapshot | null;
  /** The last act that failed; cleared by the next that succeeds. */
  readonly lastError: ErrorInfo | null;
}
