import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FakeLine } from '../testing/fake-line.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useSipTrace } from './use-sip-trace.ts';

let line: FakeLine;

beforeEach(() => {
  line = new FakeLine();
});

afterEach(() => {
  line.network.close();
});

it('[RCT-03] lists each message once, as it crosses the connection, with its secrets masked', async () => {
  const { value } = renderOnLine(line.ua('alice'), () => useSipTrace(), 2);
  await line.pass();
  expect(value().messages.map(({ direction, method, statusCode }) => [direction, method, statusCode])).toEqual([
    ['sent', 'REGISTER', null],
    ['received', 'REGISTER', 401],
    ['sent', 'REGISTER', null],
    ['received', 'REGISTER', 200],
  ]);
  expect(new Set(value().messages.map(({ callId }) => callId)).size).toBe(1);
  expect(value().messages[0]?.startLine).toMatch(/^REGISTER sip:\S+ SIP\/2\.0$/);
  expect(
    value()
      .messages.map(({ text }) => text)
      .join('\n'),
  ).not.toMatch(/(response|nonce)="(?!\*)/);
});

it('[RCT-03] is bounded, and can be cleared', async () => {
  const alice = line.ua('alice');
  const { value } = renderOnLine(alice, () => useSipTrace({ limit: 3 }));
  await line.pass();
  expect(value().messages.map(({ id }) => id)).toEqual([2, 3, 4]);
  const { clear } = value();
  act(() => clear());
  expect(value().messages).toEqual([]);
  await act(async () => void alice.options('bob'));
  await line.pass();
  expect(value().messages[0]).toMatchObject({ method: 'OPTIONS', id: 5 });
  expect(value().clear).toBe(clear);
});

it('[RCT-04] listens while somebody looks, and not longer', async () => {
  const alice = line.ua('alice');
  const { value, renders, rerender, unmount } = renderOnLine(alice, () => useSipTrace());
  await line.pass();
  const before = value();
  rerender();
  expect(value()).toBe(before);
  unmount();
  renders();
  await line.pass();
  expect(line.network.trace.find('REGISTER').length).toBeGreaterThan(2);
  expect(renders()).toBe(0);
});
