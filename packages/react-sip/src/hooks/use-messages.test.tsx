import type { UA } from '@hookswitch/sip-core';
import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FakeLine } from '../testing/fake-line.ts';
import { type RenderedHook, renderOnLine } from '../testing/render-on-line.tsx';
import { useMessages, type UseMessagesReturnType } from './use-messages.ts';

let line: FakeLine;
let bob: UA;
/** What Bob was told, by media type. */
let told: string[];

beforeEach(async () => {
  line = new FakeLine();
  bob = line.ua('bob');
  told = [];
  bob.on('message', ({ contentType, body }) => told.push(contentType === 'text/plain' ? body : contentType));
  void bob.start();
  await line.pass();
});

afterEach(() => {
  line.network.close();
});

async function talk(peer?: string): Promise<RenderedHook<UseMessagesReturnType>> {
  const hook = renderOnLine(line.ua('alice'), () => useMessages(peer));
  await line.pass();
  return hook;
}

it('[RCT-03] sends a text, and says how far it got', async () => {
  const { value } = await talk('bob');
  act(() => void value().send('Lunch?'));
  expect(value().messages).toMatchObject([{ direction: 'outgoing', body: 'Lunch?', status: 'sending', read: true }]);
  await line.pass();
  expect(value().messages[0]?.status).toBe('delivered');
  expect(told).toEqual(['Lunch?']);
});

it('[RCT-03] rejects what was refused, and keeps it with the reason', async () => {
  const { value } = await talk('nobody');
  let sent: Promise<void> | undefined;
  act(() => void (sent = value().send('Hello?')));
  const refused = expect(sent).rejects.toMatchObject({ statusCode: 404 });
  await line.pass(4000);
  await refused;
  expect(value().messages).toMatchObject([{ status: 'failed', error: { statusCode: 404 } }]);
});

it('[RCT-03] sends a text again that failed, and puts back what was cleared', async () => {
  const { value } = await talk('bob');
  line.network.answerNext('MESSAGE', 503);
  act(() => void value().send('Lunch?'));
  await line.pass();
  const [failed] = value().messages;
  expect(failed).toMatchObject({ status: 'failed', error: { statusCode: 503 } });
  act(() => void value().resend(failed?.id ?? ''));
  expect(value().messages).toMatchObject([{ status: 'sending', error: null }]);
  await line.pass();
  expect(value().messages).toMatchObject([{ body: 'Lunch?', status: 'delivered' }]);
  const { messages } = value();
  act(() => value().clear());
  act(() => value().restore(messages));
  expect(value().messages).toEqual(messages);
});

it('[RCT-03] takes texts, counts those that nobody has read, and parts the conversations', async () => {
  const { value } = await talk();
  const carol = line.ua('carol');
  void carol.start();
  await line.pass();
  void bob.message('alice', 'One');
  void bob.message('alice', 'Two');
  void carol.message('alice', 'Three');
  await line.pass(4000);
  expect(
    value()
      .messages.map(({ body }) => body)
      .sort(),
  ).toEqual(['One', 'Three', 'Two']);
  expect(value().unread).toBe(3);
  act(() => value().markRead());
  expect(value().unread).toBe(0);
  expect(new Set(value().messages.map(({ peer }) => peer)).size).toBe(2);
  act(() => value().clear());
  expect(value().messages).toEqual([]);
});

it('[RCT-03] refuses what it cannot show', async () => {
  await talk();
  const picture = bob.message('alice', 'GIF', { contentType: 'image/gif' });
  const refused = expect(picture.response).rejects.toMatchObject({ statusCode: 415 });
  await line.pass(4000);
  await refused;
});

it('[RCT-03] tells that somebody writes, in both directions', async () => {
  const { value } = await talk('bob');
  act(() => value().typed());
  await line.pass();
  expect(told).toEqual(['application/im-iscomposing+xml']);

  const composing = `<isComposing xmlns="urn:ietf:params:xml:ns:im-iscomposing"><state>active</state></isComposing>`;
  void bob.message('alice', composing, { contentType: 'application/im-iscomposing+xml' });
  await line.pass(1000);
  expect(value()).toMatchObject({ composing: true, messages: [] });
  void bob.message('alice', 'There');
  await line.pass(1000);
  expect(value()).toMatchObject({ composing: false, unread: 1 });
});

it('[RCT-04] renders for its own conversation alone, and returns the same for the same', async () => {
  const { value, renders, rerender } = await talk('bob');
  const before = value();
  renders();
  const carol = line.ua('carol');
  void carol.start();
  await line.pass();
  void carol.message('alice', 'Not for this one');
  await line.pass();
  expect(renders()).toBe(0);
  rerender();
  expect(value()).toBe(before);
  renders();
  void bob.message('alice', 'For this one');
  await line.pass();
  expect(renders()).toBe(1);
  expect([value().send, value().typed, value().markRead]).toEqual([before.send, before.typed, before.markRead]);
});
