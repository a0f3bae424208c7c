import type { Clock, TimerHandle } from '../platform.ts';
import { LazyMap } from './lazy-map.ts';

/** The named timers of one owner, who stops them all at its end. Starting a name again replaces its timer. */
export class TimerSet<Name extends string> {
  readonly #clock: Clock;
  readonly #handles = new LazyMap<Name, TimerHandle>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls `action` once after `delay` milliseconds. */
  start(name: Name, delay: number, action: () => void): void {
    this.stop(name);
    const handle = this.#clock.setTimeout(() => {
      this.#handles.delete(name);
      action();
    }, delay);
    this.#handles.set(name, handle);
  }

  /** Whether the timer runs. */
  has(name: Name): boolean {
    return this.#handles.has(name);
  }

  stop(name: Name): void {
    this.#clock.clearTimeout(this.#handles.get(name));
    this.#handles.delete(name);
  }

  stopAll(): void {
    for (const name of [...this.#handles.keys()]) this.stop(name);
  }

  /** How many timers run. */
  get size(): number {
    return this.#handles.size;
  }
}
