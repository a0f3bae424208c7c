/**
 * A map that costs next to nothing while it is empty. A phone that does nothing has dozens of empty tables, and an
 * engine's own map takes room for its first entries beforehand.
 */
export class LazyMap<Key, Value> {
  #entries: Map<Key, Value> | undefined;

  get size(): number {
    return this.#entries?.size ?? 0;
  }

  get(key: Key): Value | undefined {
    return this.#entries?.get(key);
  }

  has(key: Key): boolean {
    return this.#entries?.has(key) ?? false;
  }

  set(key: Key, value: Value): this {
    (this.#entries ??= new Map()).set(key, value);
    return this;
  }

  /** @returns whether it was there */
  delete(key: Key): boolean {
    const entries = this.#entries;
    if (entries?.delete(key) !== true) return false;
    if (entries.size === 0) this.#entries = undefined;
    return true;
  }

  clear(): void {
    this.#entries?.clear();
    this.#entries = undefined;
  }

  keys(): Iterable<Key> {
    return this.#entries?.keys() ?? [];
  }

  values(): Iterable<Value> {
    return this.#entries?.values() ?? [];
  }

  [Symbol.iterator](): Iterator<[Key, Value]> {
    return (this.#entries ?? NONE)[Symbol.iterator]();
  }
}

const NONE: readonly never[] = [];
