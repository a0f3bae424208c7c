import { LazyMap } from '../base/lazy-map.ts';
import type { Clock } from '../platform.ts';

/** How long a dialog that has ended is remembered, and how many are. */
const MEMORY = { milliseconds: 32_000, dialogs: 64 };

/**
 * Dialogs that ended a moment ago, so that nobody's phone rings for a call that is to replace one of them (RFC 3891
 * section 3).
 */
export class EndedDialogs {
  readonly #clock: Clock;
  readonly #endedAt = new LazyMap<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(key: string): void {
    this.#endedAt.set(key, this.#clock.now());
    for (const oldest of this.#endedAt.keys()) {
      if (this.#endedAt.size <= MEMORY.dialogs) return;
      this.#endedAt.delete(oldest);
    }
  }

  has(key: string): boolean {
    const endedAt = this.#endedAt.get(key);
    return endedAt !== undefined && this.#clock.now() - endedAt < MEMORY.milliseconds;
  }
}
