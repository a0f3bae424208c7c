'use client';

import { type Context, createContext, useContext } from 'react';
import type { Labels, LabelsOverride } from './labels.ts';

/** The words that replace the English ones. */
export const LabelsContext: Context<LabelsOverride> = createContext<LabelsOverride>({});

/**
 * Makes the hook of one group of labels: its English words, and what the surrounding providers put over them. Whoever uses
 * the hook takes the English of this group into the page, and of no other.
 *
 * @returns a hook that gives the same object as long as the words are the same
 */
export function labelsHook<Group extends keyof Labels>(group: Group, english: Labels[Group]): () => Labels[Group] {
  const merged = new WeakMap<object, Labels[Group]>();
  return () => {
    const override = useContext(LabelsContext)[group];
    if (override === undefined) return english;
    const words = merged.get(override) ?? { ...english, ...override };
    merged.set(override, words);
    return words;
  };
}
