import type { TextStorage } from '../platform.ts';
import { type CallRecord, readCallRecord } from '../session/call-record.ts';

/** Where calls wait for the next page; one entry for each account. */
const KEY = 'hookswitch.calls';
/** More calls are not kept. */
const MOST = 8;

/** Calls that a page left, and when. */
export interface LeftCalls {
  /** Milliseconds since the epoch. */
  readonly leftAt: number;
  readonly calls: readonly CallRecord[];
}

/**
 * Keeps calls for the next page. Written as the page goes and taken out by the next one at once, so that a copy of the
 * page, which has a copy of its storage, finds none.
 */
export class ResumableCalls {
  readonly #storage: TextStorage | undefined;
  readonly #key: string;

  /** @param account - whose calls these are, such as `sip:alice@example.com` */
  constructor(storage: TextStorage | undefined, account: string) {
    this.#storage = storage;
    this.#key = `${KEY}.${account}`;
  }

  /** How many can be kept. */
  get most(): number {
    return this.#storage === undefined ? 0 : MOST;
  }

  /** @returns whether they are kept */
  leave(left: LeftCalls): boolean {
    try {
      this.#storage?.setItem(this.#key, JSON.stringify(left));
      return this.#storage !== undefined;
    } catch {
      // Full, or forbidden.
      return false;
    }
  }

  /** Takes out what the page before left; what is not ours to read is dropped. */
  take(): LeftCalls | undefined {
    try {
      const text = this.#storage?.getItem(this.#key) ?? undefined;
      if (text === undefined) return undefined;
      this.#storage?.removeItem(this.#key);
      return readLeftCalls(JSON.parse(text));
    } catch {
      return undefined;
    }
  }
}

/** Reads what a page left; nothing where it is not that. */
export function readLeftCalls(value: unknown): LeftCalls | undefined {
  if (typeof value !== 'object' || value === null || !('leftAt' in value) || !('calls' in value)) return undefined;
  if (typeof value.leftAt !== 'number' || !Array.isArray(value.calls)) return undefined;
  const calls = value.calls.slice(0, MOST).flatMap((call: unknown) => readCallRecord(call) ?? []);
  return { leftAt: value.leftAt, calls };
}
