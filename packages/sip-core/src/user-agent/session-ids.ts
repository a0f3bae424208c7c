import { randomHex } from '../base/identifiers.ts';
import { LazyMap } from '../base/lazy-map.ts';
import { detach } from '../message/characters.ts';
import type { IncomingMessage } from '../message/incoming-message.ts';
import type { Random } from '../platform.ts';

/** The half of a far end that has not told its own (RFC 7989 section 5). */
const NIL = '00000000000000000000000000000000';

/** Whose calls {@link SessionIds} name. */
export interface NamedCall {
  /** The far end has told its half. */
  learnedHalf(half: string): void;
}

/** The name of one call. */
class Entry {
  readonly local: string;
  readonly call: NamedCall;
  /** The far end that told its half last, and the half. */
  remoteTag: string | undefined;
  remote = NIL;
  /** Those of other forks, by tag: each has its own. */
  others: Map<string, string> | undefined;

  constructor(local: string, call: NamedCall) {
    this.local = local;
    this.call = call;
  }
}

/**
 * The Session-ID of each call (RFC 7989): the one name that it keeps across border elements and transfers, for whoever
 * looks for it in the logs of several servers. Ours is random, and tells nothing of us.
 */
export class SessionIds {
  readonly #random: Random;
  readonly #entries = new LazyMap<string, Entry>();

  constructor(random: Random) {
    this.#random = random;
  }

  /**
   * Begins to name a call.
   *
   * @param local - our half, when the call goes on from another (section 6); default a new one
   * @param call - told of the half of the far end, each time it is
   * @returns our half
   */
  open(callId: string, localTag: string, local: string | undefined, call: NamedCall): string {
    const half = local ?? randomHex(this.#random, 16);
    this.#entries.set(key(callId, localTag), new Entry(half, call));
    return half;
  }

  /** How many calls have a name. */
  get size(): number {
    return this.#entries.size;
  }

  /** Forgets a call. */
  close(callId: string, localTag: string): void {
    this.#entries.delete(key(callId, localTag));
  }

  /** Notes the half of the far end. One that is nil, malformed or missing changes nothing. */
  learn(message: IncomingMessage, localTag: string, remoteTag: string): void {
    const entry = this.#entries.get(key(message.callId, localTag));
    if (entry === undefined || !message.has('Session-ID')) return;
    const half = /^[0-9a-f]{32}(?=\s*(?:;|$))/.exec(message.header('Session-ID') ?? '')?.[0];
    if (half === undefined || half === NIL) return;
    // Copies: the halves outlive the message.
    const own = detach(half);
    if (entry.remoteTag !== remoteTag) {
      if (entry.remoteTag !== undefined) (entry.others ??= new Map()).set(entry.remoteTag, entry.remote);
      entry.remoteTag = detach(remoteTag);
    }
    entry.remote = own;
    entry.call.learnedHalf(own);
  }

  /** The header field value for a message of ours; `undefined` for one of no call. */
  value(callId: string, localTag: string, remoteTag: string): string | undefined {
    const entry = this.#entries.get(key(callId, localTag));
    if (entry === undefined) return undefined;
    const remote = entry.remoteTag === remoteTag ? entry.remote : (entry.others?.get(remoteTag) ?? NIL);
    return `${entry.local};remote=${remote}`;
  }
}

function key(callId: string, localTag: string): string {
  return `${callId}\n${localTag}`;
}
