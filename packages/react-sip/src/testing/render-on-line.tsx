import type { UA } from '@hookswitch/sip-core';
import { render } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { SipProvider } from '../provider/sip-provider.tsx';
import type { RenderedHook } from './render-hook.tsx';

/** Renders a hook under StrictMode, inside a provider of a real user agent; as often as `copies` says. */
export function renderOnLine<Value>(ua: UA, useHook: () => Value, copies: number = 1): RenderedHook<Value> {
  const seen: { value: Value | undefined; renders: number } = { value: undefined, renders: 0 };
  const note = (value: Value): void => {
    seen.value = value;
    seen.renders += 1;
  };
  function Reader(): ReactNode {
    note(useHook());
    return null;
  }
  const tree = (
    <StrictMode>
      <SipProvider ua={ua}>
        {Array.from({ length: copies }, (_, index) => (
          <Reader key={index} />
        ))}
      </SipProvider>
    </StrictMode>
  );
  const { rerender, unmount } = render(tree);
  return {
    value: () => {
      if (seen.renders === 0 && seen.value === undefined) throw new Error('It did not render.');
      return seen.value as Value;
    },
    renders: () => {
      const { renders } = seen;
      seen.renders = 0;
      return renders;
    },
    rerender: () => rerender(tree),
    unmount,
  };
}
