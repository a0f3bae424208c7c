import { act } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { CallScene } from '../testing/call-scene.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useSipStoreApi } from './use-sip-store-api.ts';
import { useSipStore } from './use-sip-store.ts';
import { useUA } from './use-ua.ts';

const scene = CallScene.each();

it('[statement 6] [RCT-04] renders only when what the selector returns differs', async () => {
  const { value, renders } = renderOnLine(scene().alice, () =>
    useSipStore((state) => state.sessionIds.map((id) => state.sessions[id]?.remote.user)),
  );
  renders();
  const { here } = await scene().ringing();
  expect([value(), renders()]).toEqual([['bob'], 1]);
  const before = value();
  act(() => here.mute());
  expect(renders()).toBe(0);
  expect(value()).toBe(before);
});

it('[statement 6] [RCT-04] names a selector that returns new parts each time', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const error = vi.spyOn(console, 'error').mockReturnValue();
  const unstable = (): unknown => ({ parts: [{}] });
  expect(() => renderOnLine(scene().alice, () => useSipStore(unstable))).toThrow();
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('unstable'));
  expect(error).toHaveBeenCalled();
});

it('[RCT-03] gives the user agent and the store, and never renders for either', async () => {
  const { alice } = scene();
  const { value, renders } = renderOnLine(alice, () => ({ ua: useUA(), store: useSipStoreApi() }));
  renders();
  const { id } = await scene().ringing();
  expect(renders()).toBe(0);
  expect(value().ua).toBe(alice);
  expect(value().store.getState().sessionIds).toEqual([id]);
});
