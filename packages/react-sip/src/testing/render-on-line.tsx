import type { UA } from '@hookswitch/sip-core';
import { render } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { SipProvider } from '../provider/sip-provider.tsx';

/** A hook under test. */
export interface RenderedHook<Value> {
  /** What it returned last. */
  readonly value: () => Value;
  /** How often it rendered since this was called last. That StrictMode calls it twice each time does not count. */
  readonly renders: () => number;
  readonly rerender: () => void;
  readonly unmount: () => void;
}

/** Renders a hook under StrictMode, inside a provider of a real user agent; as often as `copies` says. */
export function renderOnLine<Value>(ua: UA, useHook: () => Value, copies: number = 1): RenderedHook<Value> {
  const seen: { value: Value | undefined; calls: number } = { value: undefined, calls: 0 };
  const note = (value: Value): void => {
    seen.value = value;
    seen.calls += 1;
  };
  function Reader(): ReactNode {
    note(useHook());
    return null;
  }
  const tree = (): ReactNode => (
    <StrictMode>
      <SipProvider ua={ua}>
        {Array.from({ length: copies }, (_, index) => (
          <Reader key={index} />
        ))}
      </SipProvider>
    </StrictMode>
  );
  const { rerender, unmount } = render(tree());
  return {
    value: () => {
      if (seen.calls === 0 && seen.value === undefined) throw new Error('It did not render.');
      return seen.value as Value;
    },
    renders: () => {
      const { calls } = seen;
      seen.calls = 0;
      return calls / 2;
    },
    rerender: () => rerender(tree()),
    unmount,
  };
}
