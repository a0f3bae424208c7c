'use client';

import { useContext } from 'react';
import { en } from './en.ts';
import { LabelsContext } from './labels-hook.ts';
import type { Labels, LabelsOverride } from './labels.ts';
import { mergeLabels } from './merge-labels.ts';

const merged = new WeakMap<LabelsOverride, Labels>();

/**
 * Every word of the nearest {@link LabelsProvider}; English without one. For components of your own: it brings all of the
 * English words into the page, where those of the kit bring their own only.
 */
export function useLabels(): Labels {
  const override = useContext(LabelsContext);
  const labels = merged.get(override) ?? mergeLabels(en, override);
  merged.set(override, labels);
  return labels;
}
