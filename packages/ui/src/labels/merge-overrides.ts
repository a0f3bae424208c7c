import type { LabelsOverride } from './labels.ts';

/** Puts an override over another, section by section. */
export function mergeOverrides(under: LabelsOverride, over: LabelsOverride | undefined): LabelsOverride {
  if (over === undefined) return under;
  const merged: Record<string, object | undefined> = { ...under };
  for (const [group, words] of Object.entries(over)) merged[group] = { ...merged[group], ...words };
  return merged;
}
