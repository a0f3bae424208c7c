import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FakeLine } from '../testing/fake-line.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { traceOf } from '../live/sip-trace.ts';
import { bindingOf } from '../provider/ua-binding.ts';
import { useSipTraceRecording } from './use-sip-trace-recording.ts';
import { useSipTrace } from './use-sip-trace.ts';

/** Milliseconds twice: enough to sign in, and sooner than the first keep-alive. */
const signIn = 200;

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
  await line.pass(signIn);
  expect(value().messages.map(({ id }) => id)).toEqual([3, 4, 5]);
  const { clear } = value();
  act(() => clear());
  expect(value().messages).toEqual([]);
  await act(async () => void alice.options('bob'));
  await line.pass(signIn);
  expect(value().messages[0]).toMatchObject({ method: 'OPTIONS', id: 6 });
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

it('[KIT-07] marks when the connection comes and goes, in one order with the messages', async () => {
  const alice = line.ua('alice');
  const { value } = renderOnLine(alice, () => useSipTrace());
  await line.pass(signIn);
  expect(value().marks).toMatchObject([{ id: 1, kind: 'connected', server: line.network.server, error: null }]);
  expect(value().messages[0]?.id).toBe(2);
  await line.pass(70_000);
  expect(value().marks.at(1)?.kind).toBe('keepAliveSent');
  line.network.down();
  await line.pass();
  const lost = value().marks.filter(({ kind }) => !kind.startsWith('keepAlive'));
  expect(lost.slice(1)).toMatchObject([
    { kind: 'disconnected', error: { code: 'CLOSED' } },
    { kind: 'connectFailed', error: { code: 'CONNECT_FAILED' } },
  ]);
});

it('[KIT-07] is recorded while nobody shows it, without a render', async () => {
  const alice = line.ua('alice');
  const { renders } = renderOnLine(alice, () => useSipTraceRecording());
  renders();
  await line.pass();
  expect(renders()).toBe(0);
  expect(traceOf(bindingOf(alice)).getState().messages).toHaveLength(4);
});
