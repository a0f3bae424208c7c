import { LazyMap } from '../base/lazy-map.ts';
import type { DeadlineQueue, Waiting } from './deadline-queue.ts';
import type { LiveServerTransaction } from './live-server-transaction.ts';

/** Whose INVITEs are remembered. */
export interface AcceptedInvitesOwner {
  /** The time of one is over. */
  acceptedExpired(key: string, mergeKey: string | undefined, transaction: LiveServerTransaction | undefined): void;
}

/**
 * Remembers for 64*T1 which INVITEs were accepted, so that one that comes again is absorbed and not taken for a new
 * call (RFC 6026 section 7.1). A key and a place in a queue is all that is kept: a phone system's worth of finished
 * calls must cost next to nothing.
 */
export class AcceptedInvites {
  readonly #patience: DeadlineQueue;
  readonly #owner: AcceptedInvitesOwner;
  readonly #entries = new LazyMap<string, Entry>();

  constructor(patience: DeadlineQueue, owner: AcceptedInvitesOwner) {
    this.#patience = patience;
    this.#owner = owner;
  }

  get size(): number {
    return this.#entries.size;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** @param transaction - only where somebody waits to hear of its end */
  add(key: string, mergeKey: string | undefined, transaction: LiveServerTransaction | undefined): void {
    const entry = new Entry(this, key, mergeKey, transaction);
    this.#entries.set(key, entry);
    this.#patience.add(entry);
  }

  /** @internal */
  expired(key: string, mergeKey: string | undefined, transaction: LiveServerTransaction | undefined): void {
    this.#entries.delete(key);
    this.#owner.acceptedExpired(key, mergeKey, transaction);
  }

  clear(): void {
    for (const entry of this.#entries.values()) this.#patience.delete(entry);
    this.#entries.clear();
  }
}

class Entry implements Waiting {
  readonly #list: AcceptedInvites;
  readonly #key: string;
  readonly #mergeKey: string | undefined;
  readonly #transaction: LiveServerTransaction | undefined;

  constructor(
    list: AcceptedInvites,
    key: string,
    mergeKey: string | undefined,
    transaction: LiveServerTransaction | undefined,
  ) {
    this.#list = list;
    this.#key = key;
    this.#mergeKey = mergeKey;
    this.#transaction = transaction;
  }

  expire(): void {
    this.#list.expired(this.#key, this.#mergeKey, this.#transaction);
  }
}
