'use client';

import { shallow } from 'zustand/shallow';
import type { SipState } from './sip-state.ts';

declare const process: { readonly env: { readonly NODE_ENV?: string } };

const warned = new Set<string>();

/**
 * Outside of production, says so once when a selector returns something else each time for one and the same state: such
 * a selector renders its component without end.
 */
export function warnOfUnstableSelector(
  selector: (state: SipState) => unknown,
  store: { readonly getState: () => SipState },
): void {
  if (!isDevelopment()) return;
  const name = selector.name === '' ? selector.toString() : selector.name;
  if (warned.has(name) || shallow(selector(store.getState()), selector(store.getState()))) return;
  warned.add(name);
  console.warn(`[hookswitch] This selector returns new parts each time it is called: ${name}`);
}

/** Bundlers replace the expression; without one there may be no `process` at all. */
function isDevelopment(): boolean {
  try {
    return process.env.NODE_ENV !== 'production';
  } catch {
    return false;
  }
}
