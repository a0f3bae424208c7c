import { act } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FakeUA } from '../testing/fake-ua.ts';
import { renderHook } from '../testing/render-hook.tsx';
import { answered, over } from '../testing/snapshots.ts';
import { useNotices } from './use-notices.ts';

const error = { code: 'RESPONSE', message: 'Forbidden', statusCode: 403, retryable: false } as const;

function noticesOf(ua: FakeUA) {
  const hook = renderHook(ua, useNotices);
  return { ...hook, kinds: () => hook.value().notices.map(({ kind, count }) => `${kind} ${count}`) };
}

/** A call of ours that comes to nothing. */
function fails(ua: FakeUA, id: string, code: 'BUSY' | 'NOT_FOUND' | 'CANCELED' | 'MEDIA_DENIED'): void {
  act(() => void ua.add(id, { direction: 'outgoing', phase: 'dialing' }));
  act(() => ua.change(id, over({ code })));
}

it('[RCT-03] tells of a registration that failed, until it has not', () => {
  const ua = new FakeUA();
  const { value, kinds } = noticesOf(ua);
  expect(value().notices).toEqual([]);
  act(() => ua.registration({ status: 'failed', error }));
  act(() => ua.registration({ retryAt: 5 }));
  expect(value().notices).toMatchObject([{ kind: 'REGISTRATION_FAILED', error, count: 1 }]);
  act(() => ua.registration({ status: 'registering' }));
  act(() => ua.registration({ status: 'failed', error }));
  expect(kinds()).toEqual(['REGISTRATION_FAILED 2']);
  act(() => ua.registration({ status: 'registered', error: null }));
  expect(kinds()).toEqual([]);
});

it('[RCT-03] tells of a connection that was lost, until it stands', () => {
  const ua = new FakeUA();
  const { kinds } = noticesOf(ua);
  act(() => ua.update({ status: 'reconnecting', error }));
  act(() => ua.update({ attempts: 3 }));
  expect(kinds()).toEqual(['CONNECTION_LOST 1']);
  act(() => ua.update({ status: 'connected' }));
  expect(kinds()).toEqual([]);
});

it('[RCT-03] tells of calls that failed, in order, and counts those that fail in the same way', () => {
  const ua = new FakeUA();
  const { value, kinds } = noticesOf(ua);
  fails(ua, 'a', 'BUSY');
  fails(ua, 'b', 'NOT_FOUND');
  fails(ua, 'c', 'CANCELED');
  fails(ua, 'd', 'BUSY');
  expect(value().notices).toMatchObject([
    { kind: 'CALL_FAILED', sessionId: 'b', cause: { code: 'NOT_FOUND' }, count: 1 },
    { kind: 'CALL_FAILED', sessionId: 'd', cause: { code: 'BUSY' }, count: 2 },
  ]);
  act(() => value().dismiss(value().notices[0]!.id));
  expect(kinds()).toEqual(['CALL_FAILED 2']);
  act(() => value().clear());
  expect(kinds()).toEqual([]);
});

it('[RCT-03] says nothing of calls that were missed, declined or hung up, or ended before', () => {
  const ua = new FakeUA();
  ua.add('old', { direction: 'outgoing' });
  ua.change('old', over({ code: 'BUSY' }));
  const { kinds } = noticesOf(ua);
  for (const id of ['missed', 'talk']) act(() => void ua.add(id));
  act(() => ua.change('missed', over({ code: 'NO_ANSWER', by: 'local' })));
  act(() => ua.change('talk', answered()));
  act(() => ua.change('talk', over()));
  expect(kinds()).toEqual([]);
});

it('[RCT-03] tells of a microphone that cannot be used, in a call and before it', () => {
  const ua = new FakeUA();
  const { value } = noticesOf(ua);
  act(() => void ua.add('a', answered()));
  act(() => ua.change('a', { lastError: { ...error, code: 'MEDIA_IN_USE' } }));
  fails(ua, 'b', 'MEDIA_DENIED');
  expect(value().notices).toMatchObject([
    { kind: 'MEDIA_TROUBLE', code: 'MEDIA_IN_USE', sessionId: 'a' },
    { kind: 'MEDIA_TROUBLE', code: 'MEDIA_DENIED', sessionId: 'b' },
  ]);
});

it('[RCT-04] renders for news alone, keeps its functions, and no more than twenty', () => {
  const ua = new FakeUA();
  const { value, renders, rerender } = noticesOf(ua);
  const before = value();
  renders();
  act(() => ua.registration({ status: 'registered' }));
  act(() => void ua.add('x'));
  expect(renders()).toBe(0);
  rerender();
  expect(value()).toBe(before);
  for (let index = 0; index < 30; index += 1) {
    const id = String(index);
    const remote = { uri: `sip:${id}@example.com`, user: id, host: 'example.com', displayName: null };
    act(() => void ua.add(id, { direction: 'outgoing', remote }));
    act(() => ua.change(id, over({ code: 'BUSY' })));
  }
  expect(value().notices).toHaveLength(20);
  expect([value().dismiss, value().clear]).toEqual([before.dismiss, before.clear]);
});
