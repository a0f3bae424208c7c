import { act } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CallScene } from '../testing/call-scene.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useIncomingSession } from './use-incoming-session.ts';
import { useSessions } from './use-sessions.ts';

const scene = CallScene.each();

it('[RCT-03] lists the sessions that live, oldest first', async () => {
  const { value } = renderOnLine(scene().alice, () => useSessions());
  expect(value()).toEqual([]);
  const a = await scene().ringing();
  const b = await scene().ringing();
  const c = await scene().ringing();
  await scene().line.after(() => b.there.terminate());
  expect(value().map(({ id }) => id)).toEqual([a.id, c.id]);
});

it('[RCT-04] returns the same list until a session changes', async () => {
  const { alice, line } = scene();
  const { here } = await scene().talking();
  const { value, renders, rerender } = renderOnLine(alice, () => useSessions());
  renders();
  const before = value();
  await line.after(() => alice.unregister());
  expect(renders()).toBe(0);
  rerender();
  expect(value()).toBe(before);
  renders();
  act(() => here.mute());
  expect(renders()).toBe(1);
});

it('[RCT-04] renders with a selector only when its result differs', async () => {
  const { alice, line } = scene();
  const a = await scene().ringing();
  const b = await scene().ringing();
  const { value, renders } = renderOnLine(alice, () =>
    useSessions((sessions) => sessions.filter(({ phase }) => phase === 'established').map(({ id }) => id)),
  );
  renders();
  act(() => a.here.mute());
  expect([value(), renders()]).toEqual([[], 0]);
  await line.after(() => b.here.accept());
  expect([value(), renders()]).toEqual([[b.id], 1]);
});

it('[RCT-03] useIncomingSession is the call that rings longest', async () => {
  const { alice, line } = scene();
  const { value, renders } = renderOnLine(alice, useIncomingSession);
  expect(value().session).toBeNull();
  await scene().dialing();
  const a = await scene().ringing();
  const b = await scene().ringing();
  expect(value().session?.id).toBe(a.id);
  renders();
  act(() => b.here.mute());
  expect(renders()).toBe(0);
  await line.after(() => value().answer());
  expect(a.here.state).toBe('Established');
  expect(value().session?.id).toBe(b.id);
  await line.after(() => b.there.terminate());
  expect(value().session).toBeNull();
});
