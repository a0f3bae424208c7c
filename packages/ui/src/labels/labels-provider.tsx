'use client';

import { type ReactElement, type ReactNode, useContext, useMemo } from 'react';
import { LabelsContext } from './labels-hook.ts';
import type { LabelsOverride } from './labels.ts';
import { mergeOverrides } from './merge-overrides.ts';

/** Props of {@link LabelsProvider}. */
export interface LabelsProviderProps {
  /** Words that replace the surrounding ones; what is left out stays. */
  readonly labels?: LabelsOverride | undefined;
  readonly children: ReactNode;
}

/**
 * Gives every component below it its words.
 *
 * @example
 * ```tsx
 * <LabelsProvider labels={{ controls: { hangUp: 'End' } }}><Softphone /></LabelsProvider>
 * ```
 */
export function LabelsProvider({ labels, children }: LabelsProviderProps): ReactElement {
  const surrounding = useContext(LabelsContext);
  const merged = useMemo(() => mergeOverrides(surrounding, labels), [surrounding, labels]);
  return <LabelsContext.Provider value={merged}>{children}</LabelsContext.Provider>;
}
