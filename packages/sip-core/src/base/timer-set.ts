import type { Clock, TimerHandle } from '../platform.ts';

/**
 * The named timers of one owner, who stops them all at its end. Starting a name again replaces its timer. A list of its
 * own making: an owner has a handful of names, and most of the time one timer or none. No private methods, as in
 * `LazyMap`.
 */
export class TimerSet<Name extends string> {
  readonly #clock: Clock;
  #first: Running<Name> | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls `action` once after `delay` milliseconds. */
  start(name: Name, delay: number, action: () => void): void {
    this.stop(name);
    const handle = this.#clock.setTimeout(() => {
      this.stop(name);
      action();
    }, delay);
    this.#first = new Running(name, handle, this.#first);
  }

  /** Whether the timer runs. */
  has(name: Name): boolean {
    for (let running = this.#first; running !== undefined; running = running.next) {
      if (running.name === name) return true;
    }
    return false;
  }

  stop(name: Name): void {
    let before: Running<Name> | undefined;
    for (let running = this.#first; running !== undefined; running = running.next) {
      if (running.name === name) {
        if (before === undefined) this.#first = running.next;
        else before.next = running.next;
        this.#clock.clearTimeout(running.handle);
        return;
      }
      before = running;
    }
  }

  stopAll(): void {
    for (let running = this.#first; running !== undefined; running = running.next) {
      this.#clock.clearTimeout(running.handle);
    }
    this.#first = undefined;
  }

  /** How many timers run. */
  get size(): number {
    let size = 0;
    for (let running = this.#first; running !== undefined; running = running.next) size += 1;
    return size;
  }
}

class Running<Name> {
  readonly name: Name;
  readonly handle: TimerHandle;
  next: Running<Name> | undefined;

  constructor(name: Name, handle: TimerHandle, next: Running<Name> | undefined) {
    this.name = name;
    this.handle = handle;
    this.next = next;
  }
}
