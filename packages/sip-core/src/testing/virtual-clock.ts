import type { Clock, TimerHandle } from '../platform.ts';

/** How a {@link VirtualClock} starts and what it does between timers. */
export interface VirtualClockOptions {
  /** Milliseconds since the epoch at the start; default 2026-01-01T00:00:00Z. */
  readonly start?: number;
  /**
   * Lets pending promises settle; called by `run` between timers. By default a fixed number of microtask turns, which
   * is the same in every environment. Pass one that waits for a macrotask when the code under test leaves JavaScript
   * (Web Crypto, real sockets).
   */
  readonly settle?: () => Promise<void>;
}

interface Entry {
  readonly due: number;
  readonly order: number;
  /** Cleared when the timer fires or is stopped. */
  callback: (() => void) | undefined;
}

/** Microtask turns between two timers: more than the deepest chain of awaits that a call flow builds. */
const TURNS = 64;

/** Timers that may fire without the clock moving on before it is called a loop. */
const LOOP = 100_000;

/**
 * A clock that moves only when told to. Timers fire in the order they are due; those due at the same instant in the
 * order they were set.
 *
 * @example
 * ```ts
 * const clock = new VirtualClock();
 * clock.setTimeout(() => console.log('half a second'), 500);
 * clock.advance(500);
 * await clock.run(32_000); // promises settle between the timers
 * ```
 */
export class VirtualClock implements Clock {
  /** A binary heap by due time and order; stopped timers stay until they surface. */
  readonly #heap: Entry[] = [];
  readonly #settle: () => Promise<void>;
  #now: number;
  #order = 0;
  #pending = 0;

  constructor(options: VirtualClockOptions = {}) {
    this.#now = options.start ?? Date.UTC(2026, 0, 1);
    this.#settle = options.settle ?? settleMicrotasks;
  }

  now(): number {
    return this.#now;
  }

  setTimeout(callback: () => void, delay: number): TimerHandle {
    const entry: Entry = { due: this.#now + Math.max(0, delay || 0), order: this.#order, callback };
    this.#order += 1;
    this.#pending += 1;
    this.#push(entry);
    return entry;
  }

  clearTimeout(handle: TimerHandle | undefined): void {
    if (typeof handle !== 'object') return;
    const entry = handle as Entry;
    if (entry.callback === undefined) return;
    entry.callback = undefined;
    this.#pending -= 1;
    this.#dropStopped();
  }

  /** How many timers are set and have not fired. */
  get pending(): number {
    return this.#pending;
  }

  /** Milliseconds until the next timer; `undefined` when none is set. */
  get next(): number | undefined {
    const entry = this.#heap[0];
    return entry === undefined ? undefined : entry.due - this.#now;
  }

  /**
   * Moves on by `ms` milliseconds and fires what falls due, at once and without letting promises settle. What a
   * callback throws comes out here.
   */
  advance(ms: number): void {
    const end = this.#now + ms;
    let still = 0;
    for (let entry = this.#due(end); entry !== undefined; entry = this.#due(end)) {
      still = entry.due > this.#now ? 0 : still + 1;
      refuseLoop(still);
      this.#fire(entry);
    }
    this.#now = end;
  }

  /** Moves on by `ms` milliseconds, timer by timer, and lets promises settle before, between and after. */
  async run(ms = 0): Promise<void> {
    const end = this.#now + ms;
    let still = 0;
    await this.#settle();
    for (let entry = this.#due(end); entry !== undefined; entry = this.#due(end)) {
      still = entry.due > this.#now ? 0 : still + 1;
      refuseLoop(still);
      this.#fire(entry);
      await this.#settle();
    }
    this.#now = Math.max(this.#now, end);
  }

  /**
   * Runs until `condition` holds, timer by timer.
   *
   * @param limit - the most virtual milliseconds to spend; default 10 minutes
   * @returns whether it came to hold
   */
  async runUntil(condition: () => boolean, limit = 600_000): Promise<boolean> {
    const end = this.#now + limit;
    await this.run(0);
    while (!condition()) {
      const next = this.next;
      if (next === undefined || this.#now + next > end) return false;
      await this.run(next);
    }
    return true;
  }

  #due(end: number): Entry | undefined {
    const entry = this.#heap[0];
    return entry !== undefined && entry.due <= end ? entry : undefined;
  }

  #fire(entry: Entry): void {
    const callback = entry.callback;
    this.#now = Math.max(this.#now, entry.due);
    entry.callback = undefined;
    this.#pending -= 1;
    this.#dropStopped();
    callback?.();
  }

  /** Keeps the top of the heap a running timer. */
  #dropStopped(): void {
    while (this.#heap[0] !== undefined && this.#heap[0].callback === undefined) this.#pop();
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let at = heap.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !before(entry, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = entry;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      const left = heap[2 * at + 1];
      const right = heap[2 * at + 2];
      if (left === undefined) break;
      const child = right !== undefined && before(right, left) ? right : left;
      if (!before(child, last)) break;
      heap[at] = child;
      at = child === left ? 2 * at + 1 : 2 * at + 2;
    }
    heap[at] = last;
  }
}

function before(a: Entry, b: Entry): boolean {
  return a.due < b.due || (a.due === b.due && a.order < b.order);
}

function refuseLoop(still: number): void {
  if (still <= LOOP) return;
  throw new Error(`More than ${String(LOOP)} timers fired at one instant: one sets itself again without delay.`);
}

async function settleMicrotasks(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await Promise.resolve();
}
