/**
 * A map that costs next to nothing while it is empty. A phone that does nothing has dozens of empty tables, and an
 * engine's own map takes room for its first entries beforehand. It has no private methods: they would take room in each.
 */
export class LazyMap<Key, Value> implements ReadonlyMap<Key, Value> {
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

  keys(): MapIterator<Key> {
    return (this.#entries ?? EMPTY).keys();
  }

  values(): MapIterator<Value> {
    return (this.#entries ?? EMPTY).values();
  }

  entries(): MapIterator<[Key, Value]> {
    return (this.#entries ?? EMPTY).entries();
  }

  forEach(tell: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.#entries ?? EMPTY) tell(value, key, this);
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return (this.#entries ?? EMPTY)[Symbol.iterator]();
  }
}

const EMPTY: ReadonlyMap<never, never> = /* @__PURE__ */ new Map<never, never>();
