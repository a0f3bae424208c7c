'use client';

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StoreName } from './open-database.ts';
import type { PhoneDatabase } from './phone-database.ts';

/** The items of a collection, as they are shown. */
export interface CollectionState<Item> {
  readonly items: readonly Item[];
  /** Whether they were read: before that, there may be more than are shown. */
  readonly loaded: boolean;
}

/** What a collection is made from. */
export interface CollectionOptions<Item> {
  readonly store: StoreName;
  readonly database: PhoneDatabase;
  /** Reads a record, whoever wrote it; `null` when it is none. */
  readonly read: (value: unknown) => Item | null;
  /** Orders the items and leaves out what is too much; must not depend on the order given. */
  readonly tidy: (items: readonly Item[]) => readonly Item[];
}

type Change<Item> =
  | { readonly kind: 'put'; readonly items: readonly Item[] }
  | { readonly kind: 'delete'; readonly ids: readonly string[] }
  | { readonly kind: 'replace'; readonly items: readonly Item[] };

/**
 * Items kept in one store of the database and shown from memory. A change is seen at once, and written in turn; what
 * another tab changes is read anew, and our own changes that are not written yet are put on top of it. Without a
 * database it works all the same, for as long as the page lasts.
 */
export class Collection<Item extends { readonly id: string }> {
  readonly state: StoreApi<CollectionState<Item>>;
  readonly #options: CollectionOptions<Item>;
  /** What is on disk, as far as we know. */
  #written: readonly Item[] = [];
  /** Changes that are on their way there. */
  #changes: readonly Change<Item>[] = [];
  #queue: Promise<void> = Promise.resolve();
  #loading: Promise<void> | undefined;

  constructor(options: CollectionOptions<Item>) {
    this.#options = options;
    this.state = createStore<CollectionState<Item>>(() => Object.freeze({ items: Object.freeze([]), loaded: false }));
  }

  get items(): readonly Item[] {
    return this.state.getState().items;
  }

  /** Reads the items, once. Never rejects. */
  load(): Promise<void> {
    return (this.#loading ??= this.reload());
  }

  /** Lets the next {@link load} read the items anew. */
  unload(): void {
    this.#loading = undefined;
  }

  /** Reads the items again. */
  reload(): Promise<void> {
    return this.#inTurn(async () => {
      const { database, store, read, tidy } = this.#options;
      const records = await database.read(store);
      if (records !== undefined) {
        const known = new Map(this.#written.map((item) => [item.id, item]));
        const items = records.flatMap((record) => read(record) ?? []).map((item) => sameAs(known.get(item.id), item));
        this.#written = tidy(items);
        await this.#drop(items);
      }
      this.#show(true);
    });
  }

  /** Adds items, or puts them in the place of those with their ids. Resolves when they are written. */
  put(items: readonly Item[]): Promise<void> {
    return this.#change({ kind: 'put', items });
  }

  delete(ids: readonly string[]): Promise<void> {
    return this.#change({ kind: 'delete', ids });
  }

  /** Puts these in the place of all. */
  replace(items: readonly Item[]): Promise<void> {
    return this.#change({ kind: 'replace', items });
  }

  #change(change: Change<Item>): Promise<void> {
    // What is there has to be known before it is too much.
    void this.load();
    this.#changes = [...this.#changes, change];
    this.#show();
    return this.#inTurn(async () => {
      const { database, store, tidy } = this.#options;
      await database.write(store, (records) => {
        if (change.kind === 'delete') return change.ids.map((id) => records.delete(id));
        const puts = (): readonly Promise<unknown>[] => change.items.map((item) => records.put(item));
        return change.kind === 'replace' ? [records.clear(), ...puts()] : puts();
      });
      const items = applied(this.#written, change);
      this.#written = tidy(items);
      this.#changes = this.#changes.slice(1);
      await this.#drop(items);
      this.#show();
    });
  }

  /** Takes what was too much off the disk as well. */
  async #drop(items: readonly Item[]): Promise<void> {
    const kept = new Set(this.#written.map(({ id }) => id));
    const ids = items.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
    if (ids.length === 0) return;
    await this.#options.database.write(this.#options.store, (records) => ids.map((id) => records.delete(id)));
  }

  #show(loaded: boolean = this.state.getState().loaded): void {
    const before = this.state.getState();
    const items = this.#options.tidy(this.#changes.reduce(applied<Item>, this.#written));
    const same = items.length === before.items.length && items.every((item, index) => item === before.items[index]);
    if (same && loaded === before.loaded) return;
    this.state.setState(Object.freeze({ items: same ? before.items : Object.freeze([...items]), loaded }), true);
  }

  #inTurn(act: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(act);
    return this.#queue;
  }
}

function applied<Item extends { readonly id: string }>(items: readonly Item[], change: Change<Item>): readonly Item[] {
  if (change.kind === 'replace') return change.items;
  const gone = new Set(change.kind === 'delete' ? change.ids : change.items.map(({ id }) => id));
  const left = items.filter(({ id }) => !gone.has(id));
  return change.kind === 'delete' ? left : [...left, ...change.items];
}

/** The item we have when what was read says the same: nothing that shows it needs to render again. */
function sameAs<Item>(known: Item | undefined, read: Item): Item {
  return known !== undefined && JSON.stringify(known) === JSON.stringify(read) ? known : read;
}
