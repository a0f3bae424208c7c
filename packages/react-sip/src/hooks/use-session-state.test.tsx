import { act } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CallScene } from '../testing/call-scene.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useSessionState } from './use-session-state.ts';

const scene = CallScene.each();

it('[RCT-04] renders for the part it reads alone', async () => {
  const { alice, line } = scene();
  const { id, here } = await scene().talking();
  const { value, renders } = renderOnLine(alice, () => useSessionState(id, (session) => session.muted.audio));
  renders();
  await line.after(() => here.hold());
  expect([value(), renders()]).toEqual([false, 0]);
  act(() => here.mute());
  expect([value(), renders()]).toEqual([true, 1]);
});

it('[RCT-03] is null without a session', () => {
  const { value } = renderOnLine(scene().alice, () => useSessionState(undefined, (session) => session.id));
  expect(value()).toBeNull();
});
