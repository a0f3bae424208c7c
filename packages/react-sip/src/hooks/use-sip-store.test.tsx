import { act } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { FakeUA } from '../testing/fake-ua.ts';
import { renderHook } from '../testing/render-hook.tsx';
import { useSipStoreApi } from './use-sip-store-api.ts';
import { useSipStore } from './use-sip-store.ts';
import { useUA } from './use-ua.ts';

it('[statement 6] [RCT-04] renders only when what the selector returns differs', () => {
  const ua = new FakeUA();
  const { value, renders } = renderHook(ua, () =>
    useSipStore((state) => state.sessionIds.map((id) => state.sessions[id]?.remote.user)),
  );
  renders();
  act(() => void ua.add('a'));
  expect([value(), renders()]).toEqual([['bob'], 1]);
  const before = value();
  act(() => ua.change('a', { earlyMedia: true }));
  expect(renders()).toBe(0);
  expect(value()).toBe(before);
});

it('[statement 6] [RCT-04] names a selector that returns new parts each time', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const error = vi.spyOn(console, 'error').mockReturnValue();
  const unstable = (): unknown => ({ parts: [{}] });
  expect(() => renderHook(new FakeUA(), () => useSipStore(unstable))).toThrow();
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('unstable'));
  expect(error).toHaveBeenCalled();
});

it('[RCT-03] gives the user agent and the store, and never renders for either', () => {
  const ua = new FakeUA();
  const { value, renders } = renderHook(ua, () => ({ ua: useUA(), store: useSipStoreApi() }));
  renders();
  act(() => void ua.add('a'));
  expect(renders()).toBe(0);
  expect(value().ua).toBe(ua);
  expect(value().store.getState().sessionIds).toEqual(['a']);
});
