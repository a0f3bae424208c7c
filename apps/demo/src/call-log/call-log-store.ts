import { CLASSIC_CAUSES, type EndCause } from '@hookswitch/sip-core';
import type { CallLogEntry } from '@hookswitch/ui';

/** How many calls are kept. */
export const CALL_LOG_LIMIT = 100;

/** The calls of one account, latest first, kept in the browser. Pages of the same account see each other's changes. */
export class CallLogStore {
  readonly #key: string;
  readonly #storage: Storage;
  readonly #listeners = new Set<() => void>();
  #entries: readonly CallLogEntry[];

  /** @param address - whose calls they are */
  constructor(address: string, storage: Storage = localStorage) {
    this.#key = `hookswitch.calls.${address}`;
    this.#storage = storage;
    this.#entries = read(storage, this.#key);
  }

  readonly get = (): readonly CallLogEntry[] => this.#entries;

  readonly subscribe = (listener: () => void): (() => void) => {
    const changed = (event: StorageEvent): void => {
      if (event.key !== this.#key && event.key !== null) return;
      this.#entries = read(this.#storage, this.#key);
      listener();
    };
    this.#listeners.add(listener);
    window.addEventListener('storage', changed);
    return () => {
      this.#listeners.delete(listener);
      window.removeEventListener('storage', changed);
    };
  };

  /** Adds calls that are not on the list yet. */
  add(entries: readonly CallLogEntry[]): void {
    const known = new Set(this.#entries.map(({ id }) => id));
    const fresh = entries.filter(({ id }) => !known.has(id));
    if (fresh.length === 0) return;
    const all = [...fresh, ...this.#entries].sort((a, b) => b.startedAt - a.startedAt);
    this.#replace(all.slice(0, CALL_LOG_LIMIT));
  }

  remove(id: string): void {
    this.#replace(this.#entries.filter((entry) => entry.id !== id));
  }

  clear(): void {
    this.#replace([]);
  }

  #replace(entries: readonly CallLogEntry[]): void {
    this.#entries = entries;
    try {
      this.#storage.setItem(this.#key, JSON.stringify(entries));
    } catch {
      // A full or forbidden storage: the list lasts as long as the page.
    }
    for (const listener of this.#listeners) listener();
  }
}

function read(storage: Storage, key: string): readonly CallLogEntry[] {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(value) ? value.filter(isEntry).slice(0, CALL_LOG_LIMIT) : [];
  } catch {
    return [];
  }
}

const outcomes: readonly unknown[] = ['answered', 'missed', 'declined', 'failed', 'placed', 'elsewhere'];

/** What another version, or another program, left in the storage must not break the page. */
function isEntry(value: unknown): value is CallLogEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { id, party, outcome, startedAt, duration, cause }: { readonly [Name in keyof CallLogEntry]?: unknown } = value;
  return (
    typeof id === 'string' &&
    isParty(party) &&
    outcomes.includes(outcome) &&
    typeof startedAt === 'number' &&
    (duration === null || typeof duration === 'number') &&
    (cause === undefined || cause === null || isCause(cause))
  );
}

function isCause(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const cause: { readonly [Name in keyof EndCause]?: unknown } = value;
  return (
    Object.hasOwn(CLASSIC_CAUSES, String(cause.code)) &&
    ['local', 'remote', 'system'].includes(String(cause.by)) &&
    (cause.retryAfter === null || typeof cause.retryAfter === 'number')
  );
}

function isParty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const party: { readonly [Name in keyof CallLogEntry['party']]?: unknown } = value;
  return (
    [party.uri, party.user, party.host].every((part) => typeof part === 'string') &&
    (party.displayName === null || typeof party.displayName === 'string')
  );
}
