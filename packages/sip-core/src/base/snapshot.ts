import { appended } from './appended.ts';

/**
 * Holds the current immutable snapshot of an object and tells subscribers when it changed.
 *
 * A change that leaves every field equal keeps the same reference and tells nobody; nested frozen values keep theirs
 * too, so a reader can compare by identity at any depth. A snapshot that nobody has seen is changed in place.
 */
export class SnapshotStore<Snapshot extends object> {
  #listeners: readonly (() => void)[] = NONE;
  readonly #report: (error: unknown) => void;
  /** How many batches are being made, one within the other. */
  #batches = 0;
  #untold = false;
  /** Frozen once it was seen. */
  #current: Snapshot;
  #seen = false;
  #stale: (() => Partial<Snapshot>) | undefined;

  /**
   * @param report - told of each exception a subscriber throws
   */
  constructor(initial: Snapshot, report: (error: unknown) => void) {
    // It may be shared, and this one is changed in place.
    this.#current = { ...initial };
    this.#report = report;
  }

  /** The present snapshot; the same reference until something in it changes. */
  get(): Snapshot {
    this.#settle();
    if (!this.#seen) Object.freeze(this.#current);
    this.#seen = true;
    return this.#current;
  }

  /** One field of the present snapshot, for whoever needs no more of it. */
  read<Key extends keyof Snapshot>(key: Key): Snapshot[Key] {
    this.#settle();
    return this.#current[key];
  }

  /** Replaces some fields. Tells subscribers only when a value differs. */
  update(changes: Partial<Snapshot>): void {
    let changed = false;
    for (const key in changes) {
      const value = changes[key] as Snapshot[typeof key];
      if (same(value, this.#current[key])) continue;
      if (this.#seen) this.#current = { ...this.#current };
      this.#seen = false;
      this.#current[key] = value;
      changed = true;
    }
    if (!changed) return;
    if (this.#batches > 0) this.#untold = true;
    else this.#tell();
  }

  /**
   * Has fields read anew that follow from something else: at once when there are subscribers to be told, otherwise not
   * before somebody looks.
   *
   * @param read - the same function each time, as only the last one given is asked
   */
  refresh(read: () => Partial<Snapshot>): void {
    if (this.#listeners.length > 0) this.update(read());
    else this.#stale = read;
  }

  /** Tells subscribers of all that `work` changes once, when it is done, so that none sees half of it. */
  batch(work: () => void): void {
    this.#batches += 1;
    try {
      work();
    } finally {
      this.#batches -= 1;
      if (this.#batches === 0 && this.#untold) this.#tell();
    }
  }

  /**
   * Calls `listener` after each change; the same function subscribed twice is called twice.
   *
   * @returns a function that ends the subscription
   */
  subscribe(listener: () => void): () => void {
    this.#settle();
    this.#listeners = appended(this.#listeners, listener);
    let subscribed = true;
    return () => {
      const place = subscribed ? this.#listeners.indexOf(listener) : -1;
      subscribed = false;
      const left = this.#listeners.filter((_, index) => index !== place);
      this.#listeners = left.length === 0 ? NONE : left;
    };
  }

  /** How many subscribers there are. */
  get subscribers(): number {
    return this.#listeners.length;
  }

  #settle(): void {
    const read = this.#stale;
    if (read === undefined) return;
    this.#stale = undefined;
    this.update(read());
  }

  #tell(): void {
    this.#untold = false;
    for (const listener of this.#listeners) {
      try {
        listener();
      } catch (error) {
        this.#report(error);
      }
    }
  }
}

const NONE: readonly never[] = [];

/** A frozen value with some fields replaced; the same one when they were so already. */
export function withChanges<Value extends object>(value: Value, changes: Partial<Value>): Value {
  for (const key in changes) {
    if (!same(changes[key], value[key])) return Object.freeze({ ...value, ...changes });
  }
  return value;
}

/** Equal as far as a snapshot can tell: by identity, or two plain objects or arrays with the same parts. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameItems(a, b);
  const left = a as Readonly<Record<string, unknown>>;
  const right = b as Readonly<Record<string, unknown>>;
  // Loops that make no list of the names: this runs several times for each message of a call.
  for (const name in left) if (!(name in right) || !same(left[name], right[name])) return false;
  for (const name in right) if (!(name in left)) return false;
  return true;
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (!same(a[index], b[index])) return false;
  return true;
}
