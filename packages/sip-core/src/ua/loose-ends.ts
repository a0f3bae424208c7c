import type { Observer } from '../base/emitter.ts';
import { Dialog } from '../dialog/dialog.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import { OutgoingRequest } from '../message/outgoing-message.ts';
import type { SessionEvents } from '../session/session-events.ts';
import type { SessionState } from '../session/session-state.ts';
import type { Session } from '../session/session.ts';
import type { UserAgent } from './user-agent.ts';

/** Milliseconds after which the far end has found out by itself. */
const TOO_LATE = 180_000;
/** How many dialogs are remembered at the most. */
const MOST = 20;

interface LooseEnd {
  readonly dialog: Dialog;
  readonly since: number;
}

/**
 * Calls that ended here while there was no connection, and not at the far end: it still rings, or sits in a call with
 * nobody. Each is told by a BYE once we are connected again; a caller may send one in an early dialog, too (RFC 3261
 * section 15).
 */
export class LooseEnds {
  readonly #userAgent: UserAgent;
  #ends: LooseEnd[] = [];

  constructor(userAgent: UserAgent) {
    this.#userAgent = userAgent;
  }

  /** How many there are. */
  get size(): number {
    return this.#ends.length;
  }

  /** Sends what could not be sent. */
  tie(): void {
    const { core, platform } = this.#userAgent;
    const nothing = (): void => undefined;
    for (const { dialog, since } of this.#ends.splice(0)) {
      if (platform.clock.now() - since > TOO_LATE) continue;
      core.send(dialog.createRequest('BYE'), { onFinal: nothing, onFailure: nothing }, dialog);
    }
  }

  /** Forgets them. */
  clear(): void {
    this.#ends = [];
  }

  /** Sees how a call ends. */
  watch(session: Session): void {
    session.context.events.watch(new CallEnd(session, this));
  }

  /** A call has ended here. @param early - its early dialogs, where it was not answered */
  ended(session: Session, early: Iterable<Dialog>): void {
    if (this.#userAgent.isConnected()) return;
    const { dialog } = session.context;
    const since = this.#userAgent.platform.clock.now();
    const dialogs = dialog === undefined ? [...early] : session.startTime === undefined ? [] : [dialog];
    this.#ends = [...this.#ends, ...dialogs.map((each) => ({ dialog: each, since }))].slice(-MOST);
  }
}

/** Sees how one call ends. */
class CallEnd implements Observer<SessionEvents> {
  readonly #session: Session;
  readonly #looseEnds: LooseEnds;
  /** Until it is answered: its early dialogs, by tag of the far end. */
  #early: Map<string, Dialog> | undefined;

  constructor(session: Session, looseEnds: LooseEnds) {
    this.#session = session;
    this.#looseEnds = looseEnds;
  }

  onProgress(response: IncomingResponse | undefined): void {
    const { request, context } = this.#session;
    const tag = response?.toTag;
    if (response === undefined || tag === undefined || !(request instanceof OutgoingRequest)) return;
    if (context.dialog !== undefined || this.#early?.has(tag) === true) return;
    (this.#early ??= new Map<string, Dialog>()).set(tag, Dialog.fromResponse(request, response));
  }

  onAccepted(): void {
    if (this.#session.context.dialog !== undefined) this.#early = undefined;
  }

  onStateChange(state: SessionState): void {
    if (state === 'Terminated') this.#looseEnds.ended(this.#session, this.#early?.values() ?? []);
  }
}
