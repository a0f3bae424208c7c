import { act } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FakeUA } from '../testing/fake-ua.ts';
import { renderHook } from '../testing/render-hook.tsx';
import { answered } from '../testing/snapshots.ts';
import { useDtmf } from './use-dtmf.ts';
import { useHold } from './use-hold.ts';
import { useMute } from './use-mute.ts';
import { useTransfer } from './use-transfer.ts';

it('[RCT-03] useMute renders for a mute and nothing else', async () => {
  const ua = new FakeUA();
  ua.add('a', answered());
  const { value, renders } = renderHook(ua, () => useMute('a'));
  renders();
  act(() => ua.change('a', { hold: { local: true, remote: false } }));
  expect([value().muted, renders()]).toEqual([false, 0]);
  act(() => ua.change('a', { muted: { audio: true, video: false } }));
  expect([value().muted, renders()]).toEqual([true, 1]);
  const { toggleMute } = value();
  await toggleMute();
  expect(ua.log.at(-1)).toBe('unmute a');
  expect(value().toggleMute).toBe(toggleMute);
});

it('[RCT-03] useHold tells both ends and what is under way', async () => {
  const ua = new FakeUA();
  ua.add('a', answered());
  const { value, renders } = renderHook(ua, () => useHold());
  expect(value()).toMatchObject({ held: false, heldByRemote: false, pending: false });
  renders();
  act(() => ua.change('a', { pending: ['hold'] }));
  expect([value().pending, renders()]).toEqual([true, 1]);
  act(() => ua.change('a', { pending: [], hold: { local: true, remote: true } }));
  expect([value().held, value().heldByRemote, renders()]).toEqual([true, true, 1]);
  act(() => ua.change('a', { muted: { audio: true, video: false } }));
  expect(renders()).toBe(0);
  await value().toggleHold();
  expect(ua.log.at(-1)).toBe('unhold a');
});

it('[RCT-03] useDtmf can send in an answered call', async () => {
  const ua = new FakeUA();
  ua.add('a');
  const { value, renders } = renderHook(ua, () => useDtmf('a'));
  expect(value().canSend).toBe(false);
  renders();
  act(() => ua.change('a', answered()));
  expect([value().canSend, renders()]).toEqual([true, 1]);
  act(() => ua.change('a', { pending: ['dtmf'] }));
  expect([value().pending, renders()]).toEqual([true, 1]);
  await value().sendDtmf('42#');
  expect(ua.log.at(-1)).toBe('dtmf 42# a');
});

it('[RCT-03] useTransfer follows what the far end reports', async () => {
  const ua = new FakeUA();
  ua.add('a', answered());
  const { value, renders } = renderHook(ua, () => useTransfer('a'));
  expect(value()).toMatchObject({ progress: null, pending: false });
  renders();
  const transfer = { target: 'sip:carol@example.com', state: 'ringing', statusCode: 180 } as const;
  act(() => ua.change('a', { transfer, pending: ['transfer'] }));
  expect([value().progress, value().pending, renders()]).toEqual([transfer, true, 1]);
  await value().transfer('sip:carol@example.com');
  expect(ua.log.at(-1)).toBe('refer to sip:carol@example.com a');
});

it('[RCT-03] rest when there is no session', () => {
  const ua = new FakeUA();
  const { value } = renderHook(ua, () => [useMute(), useHold(null), useDtmf('gone'), useTransfer()] as const);
  expect(value()).toMatchObject([{ muted: false }, { held: false }, { canSend: false }, { progress: null }]);
});
