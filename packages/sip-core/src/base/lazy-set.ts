/** A set that costs next to nothing while it is empty; see `LazyMap`. */
export class LazySet<Item> {
  #items: Set<Item> | undefined;

  get size(): number {
    return this.#items?.size ?? 0;
  }

  has(item: Item): boolean {
    return this.#items?.has(item) ?? false;
  }

  add(item: Item): this {
    (this.#items ??= new Set()).add(item);
    return this;
  }

  /** @returns whether it was there */
  delete(item: Item): boolean {
    const items = this.#items;
    if (items?.delete(item) !== true) return false;
    if (items.size === 0) this.#items = undefined;
    return true;
  }

  clear(): void {
    this.#items?.clear();
    this.#items = undefined;
  }

  [Symbol.iterator](): Iterator<Item> {
    return (this.#items ?? NONE)[Symbol.iterator]();
  }
}

const NONE: readonly never[] = [];
