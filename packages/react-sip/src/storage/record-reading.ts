'use client';

/** Longest text that is kept of anything: names and addresses come from the network. */
const LONGEST_TEXT = 512;

/** An object with unknown parts; `null` for anything else. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;
}

/** A text, cut where it is too long; `null` for anything else. */
export function textOf(value: unknown, longest: number = LONGEST_TEXT): string | null {
  return typeof value === 'string' ? value.slice(0, longest) : null;
}

/** A number that is one; `null` for anything else. */
export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** One of some words; `null` for anything else. */
export function wordOf<Word extends string>(value: unknown, words: readonly Word[]): Word | null {
  return words.find((word) => word === value) ?? null;
}
