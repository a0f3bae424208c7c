'use client';

import { useContext, useEffect, useSyncExternalStore } from 'react';
import { LabelsContext } from '../labels/labels-hook.ts';
import type { Sentence } from '../labels/labels.ts';
import type { Preloadable } from '../lazy/use-preload.ts';
import type { ErrorInfo } from '../snapshots.ts';
import type { sayError } from './error-words.ts';

type Say = typeof sayError;

let say: Say | undefined;
const waiting = new Set<() => void>();

/** The words for errors: long, and seldom needed. */
export const errorWords: Preloadable = {
  preload: async () => {
    say ??= (await import('./error-words.ts')).sayError;
    for (const told of waiting) told();
  },
};

function subscribe(listener: () => void): () => void {
  waiting.add(listener);
  return () => waiting.delete(listener);
}

const current = (): Say | undefined => say;

/** What an error means, in the words of the labels; `null` without one, and until the words were fetched. */
export function useErrorSentence(error: ErrorInfo | null): Sentence | null {
  const over = useContext(LabelsContext);
  const words = useSyncExternalStore(subscribe, current, current);
  const missing = error !== null && words === undefined;
  useEffect(() => {
    // Without them the error is told by what it does to the phone.
    if (missing) errorWords.preload().catch(() => undefined);
  }, [missing]);
  return error === null || words === undefined ? null : words(over, error);
}
