import { LazyMap } from '../base/lazy-map.ts';
import { Dialog } from '../dialog/dialog.ts';
import { OutgoingRequest } from '../message/outgoing-message.ts';
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
    const early = new LazyMap<string, Dialog>();
    const stop = session.on('progress', (response) => {
      const { request } = session;
      const tag = response?.toTag;
      if (response === undefined || tag === undefined || !(request instanceof OutgoingRequest)) return;
      if (!early.has(tag)) early.set(tag, Dialog.fromResponse(request, response));
    });
    session.once('accepted', () => {
      if (session.context.dialog === undefined) return;
      stop();
      early.clear();
    });
    session.context.atEnd(() => {
      if (this.#userAgent.isConnected()) return;
      const { dialog } = session.context;
      const since = this.#userAgent.platform.clock.now();
      const dialogs = dialog === undefined ? [...early.values()] : session.startTime === undefined ? [] : [dialog];
      this.#ends = [...this.#ends, ...dialogs.map((each) => ({ dialog: each, since }))].slice(-MOST);
    });
  }
}
