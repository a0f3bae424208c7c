/**
 * Holds the current immutable snapshot of an object and tells subscribers when it changed.
 *
 * A change that leaves every field equal keeps the same reference and tells nobody; nested frozen values keep theirs
 * too, so a reader can compare by identity at any depth.
 */
export class SnapshotStore<Snapshot extends object> {
  /** Each in a wrapper of its own, so that the same function subscribed twice counts twice. */
  #listeners: readonly { readonly listener: () => void }[] = NONE;
  readonly #report: (error: unknown) => void;
  /** How many batches are being made, one within the other. */
  #batches = 0;
  #untold = false;
  #current: Snapshot;

  /**
   * @param report - told of each exception a subscriber throws
   */
  constructor(initial: Snapshot, report: (error: unknown) => void) {
    this.#current = Object.freeze(initial);
    this.#report = report;
  }

  /** The present snapshot; the same reference until something in it changes. */
  get(): Snapshot {
    return this.#current;
  }

  /** Replaces some fields. Tells subscribers only when a value differs. */
  update(changes: Partial<Snapshot>): void {
    const current = this.#current;
    let next: Snapshot | undefined;
    for (const key in changes) {
      const value = changes[key] as Snapshot[typeof key];
      if (!same(value, current[key])) (next ??= { ...current })[key] = value;
    }
    if (next === undefined) return;
    this.#current = Object.freeze(next);
    if (this.#batches > 0) this.#untold = true;
    else this.#tell();
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
   * Calls `listener` after each change.
   *
   * @returns a function that ends the subscription
   */
  subscribe(listener: () => void): () => void {
    const entry = { listener };
    this.#listeners = this.#listeners.concat(entry);
    return () => {
      const left = this.#listeners.filter((other) => other !== entry);
      this.#listeners = left.length === 0 ? NONE : left;
    };
  }

  /** How many subscribers there are. */
  get subscribers(): number {
    return this.#listeners.length;
  }

  #tell(): void {
    this.#untold = false;
    for (const { listener } of this.#listeners) {
      try {
        listener();
      } catch (error) {
        this.#report(error);
      }
    }
  }
}

const NONE: readonly never[] = [];

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
