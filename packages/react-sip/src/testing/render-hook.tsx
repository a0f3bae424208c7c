import { renderHook as render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { SipProvider } from '../provider/sip-provider.tsx';
import type { FakeUA } from './fake-ua.ts';

/** A hook under test. */
export interface RenderedHook<Value> {
  /** What it returned last. */
  readonly value: () => Value;
  /** How often it rendered since this was called last. */
  readonly renders: () => number;
  readonly rerender: () => void;
  readonly unmount: () => void;
}

/** Renders a hook in a component of its own inside a provider, and counts its renders. */
export function renderHook<Value>(ua: FakeUA, useHook: () => Value): RenderedHook<Value> {
  const count = { renders: 0 };
  const { result, rerender, unmount } = render(
    () => {
      count.renders += 1;
      return useHook();
    },
    { wrapper: ({ children }: { readonly children: ReactNode }) => <SipProvider ua={ua.asUA}>{children}</SipProvider> },
  );
  return {
    value: () => result.current,
    renders: () => {
      const { renders } = count;
      count.renders = 0;
      return renders;
    },
    rerender: () => rerender(),
    unmount,
  };
}
