import { LazyMap } from '../base/lazy-map.ts';
import type { DeadlineQueue, Waiting } from './deadline-queue.ts';

/**
 * Remembers for 64*T1 which INVITEs were accepted, so that one that comes again is absorbed and not taken for a new
 * call (RFC 6026 section 7.1). A key and a place in a queue is all that is kept: a phone system's worth of finished
 * calls must cost next to nothing.
 */
export class AcceptedInvites {
  readonly #patience: DeadlineQueue;
  readonly #entries = new LazyMap<string, Entry>();

  constructor(patience: DeadlineQueue) {
    this.#patience = patience;
  }

  get size(): number {
    return this.#entries.size;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /**
   * @param onExpired - told when the time is over
   */
  add(key: string, onExpired: (() => void) | undefined): void {
    const entry = new Entry(this.#entries, key, onExpired);
    this.#entries.set(key, entry);
    this.#patience.add(entry);
  }

  clear(): void {
    for (const entry of this.#entries.values()) this.#patience.delete(entry);
    this.#entries.clear();
  }
}

class Entry implements Waiting {
  readonly #entries: LazyMap<string, Entry>;
  readonly #key: string;
  readonly #onExpired: (() => void) | undefined;

  constructor(entries: LazyMap<string, Entry>, key: string, onExpired: (() => void) | undefined) {
    this.#entries = entries;
    this.#key = key;
    this.#onExpired = onExpired;
  }

  expire(): void {
    this.#entries.delete(this.#key);
    this.#onExpired?.();
  }
}
