import { act } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FakeUA } from '../testing/fake-ua.ts';
import { renderHook } from '../testing/render-hook.tsx';
import { answered, over } from '../testing/snapshots.ts';
import { useIncomingSession } from './use-incoming-session.ts';
import { useSessions } from './use-sessions.ts';

it('[RCT-03] lists the sessions that live, oldest first', () => {
  const ua = new FakeUA();
  const { value } = renderHook(ua, () => useSessions());
  expect(value()).toEqual([]);
  act(() => {
    ua.add('a');
    ua.add('b');
    ua.add('c');
    ua.change('b', over());
  });
  expect(value().map(({ id }) => id)).toEqual(['a', 'c']);
});

it('[RCT-04] returns the same list until a session changes', () => {
  const ua = new FakeUA();
  ua.add('a');
  const { value, renders, rerender } = renderHook(ua, () => useSessions());
  renders();
  const before = value();
  act(() => ua.update({ attempts: 1 }));
  expect(renders()).toBe(0);
  rerender();
  expect(value()).toBe(before);
  renders();
  act(() => ua.change('a', answered(1)));
  expect(renders()).toBe(1);
});

it('[RCT-04] renders with a selector only when its result differs', () => {
  const ua = new FakeUA();
  ua.add('a');
  ua.add('b');
  const { value, renders } = renderHook(ua, () =>
    useSessions((sessions) => sessions.filter(({ phase }) => phase === 'established').map(({ id }) => id)),
  );
  renders();
  act(() => ua.change('a', { earlyMedia: true }));
  expect([value(), renders()]).toEqual([[], 0]);
  act(() => ua.change('b', answered(1)));
  expect([value(), renders()]).toEqual([['b'], 1]);
});

it('[RCT-03] useIncomingSession is the call that rings longest', async () => {
  const ua = new FakeUA();
  const { value, renders } = renderHook(ua, useIncomingSession);
  expect(value().session).toBeNull();
  act(() => {
    ua.invite('carol');
    ua.add('a');
    ua.add('b');
  });
  expect(value().session?.id).toBe('a');
  renders();
  act(() => ua.change('b', { earlyMedia: true }));
  expect(renders()).toBe(0);
  await act(() => value().answer());
  expect(ua.log.at(-1)).toBe('accept a');
  act(() => ua.change('a', answered(1)));
  expect(value().session?.id).toBe('b');
  act(() => ua.change('b', over()));
  expect(value().session).toBeNull();
});
