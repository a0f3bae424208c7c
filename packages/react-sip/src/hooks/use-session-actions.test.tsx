import { act } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CallScene } from '../testing/call-scene.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useSessionActions } from './use-session-actions.ts';
import { useSession } from './use-session.ts';

const scene = CallScene.each();

it('[RCT-04] never renders for a change of the session, and keeps every identity', async () => {
  const { alice, line } = scene();
  const { id, here, there } = await scene().ringing();
  const { value, renders } = renderOnLine(alice, () => ({ one: useSessionActions(id), two: useSession(id).hangUp }));
  const { one, two } = value();
  expect(one.hangUp).toBe(two);
  await line.after(() => here.accept());
  expect(value().one).toBe(one);
  const only = renderOnLine(alice, () => useSessionActions(id));
  expect(only.value()).toBe(one);
  renders();
  only.renders();
  act(() => here.mute());
  act(() => here.unmute());
  expect([renders(), only.renders()]).toEqual([2, 0]);
  await line.after(() => there.terminate());
  expect([renders() > 0, only.renders()]).toEqual([true, 0]);
  expect(only.value()).toBe(one);
});

it('[RCT-04] keeps identities of sessions that are known, however many came and went', async () => {
  const { alice, line } = scene();
  const { id } = await scene().talking();
  const { value } = renderOnLine(alice, () => [useSession().session?.id, useSessionActions()] as const);
  const seen = new Set<unknown>();
  const kept = value()[1];
  for (let index = 0; index < 130; index += 1) {
    act(() => void alice.invite('602'));
    seen.add(value()[1]);
    await act(() => line.clock.run(0));
  }
  expect(seen.size).toBeGreaterThan(128);
  expect(value()[0]).toBe(id);
  expect(value()[1]).toBe(kept);
});

it('[RCT-03] focuses the session', async () => {
  const a = await scene().talking();
  const b = await scene().ringing();
  const { value } = renderOnLine(scene().alice, () => ({
    focused: useSession().session?.id,
    focus: useSessionActions(b.id).focus,
  }));
  expect(value().focused).toBe(a.id);
  act(() => value().focus());
  expect(value().focused).toBe(b.id);
});
