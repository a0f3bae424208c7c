'use client';

import { useCallback } from 'react';
import { useAction, type UseActionReturnType } from './use-action.ts';

/** An act to perform. */
export type Act = () => Promise<void>;

/** Follows whichever act is performed through it: one `pending` and one `error` for several buttons. */
export function useTrackedAct(): UseActionReturnType<[act: Act], void> {
  return useAction(useCallback((act: Act) => act(), []));
}
