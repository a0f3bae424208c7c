import { answer } from '@hookswitch/sip-core/testing';
import { act } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CallScene } from '../testing/call-scene.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useDtmf } from './use-dtmf.ts';
import { useHold } from './use-hold.ts';
import { useMute } from './use-mute.ts';
import { useTransfer } from './use-transfer.ts';

const scene = CallScene.each();

it('[RCT-03] useMute renders for a mute and nothing else', async () => {
  const { alice, line } = scene();
  const { id, here } = await scene().talking();
  const { value, renders } = renderOnLine(alice, () => useMute(id));
  renders();
  await line.after(() => here.hold());
  expect([value().muted, renders()]).toEqual([false, 0]);
  act(() => here.mute());
  expect([value().muted, renders()]).toEqual([true, 1]);
  const { toggleMute } = value();
  await line.after(toggleMute);
  expect(here.getSnapshot().muted.audio).toBe(false);
  expect(value().toggleMute).toBe(toggleMute);
});

it('[RCT-03] useHold tells both ends and what is under way', async () => {
  const { alice, line } = scene();
  const { here, there } = await scene().talking();
  const { value, renders } = renderOnLine(alice, () => useHold());
  expect(value()).toMatchObject({ held: false, heldByRemote: false, pending: false });
  renders();
  act(() => void here.hold());
  expect([value().pending, value().held, renders()]).toEqual([true, false, 1]);
  await line.pass(0);
  expect([value().pending, value().held, value().heldByRemote]).toEqual([false, true, false]);
  await line.after(() => there.hold());
  expect([value().held, value().heldByRemote]).toEqual([true, true]);
  renders();
  act(() => here.mute());
  expect(renders()).toBe(0);
  await line.after(() => value().toggleHold());
  expect(there.getSnapshot().hold.remote).toBe(false);
});

it('[RCT-03] useDtmf can send in an answered call', async () => {
  const { alice, line } = scene();
  const { id, here } = await scene().ringing();
  const { value, renders } = renderOnLine(alice, () => useDtmf(id));
  expect(value().canSend).toBe(false);
  renders();
  await line.after(() => here.accept());
  expect([value().canSend, renders()]).toEqual([true, 1]);
  let sent: Promise<void> | undefined;
  await act(async () => void (sent = value().sendDtmf('42#')));
  expect([value().pending, renders()]).toEqual([true, 1]);
  await line.pass();
  await sent;
  expect([value().pending, renders()]).toEqual([false, 1]);
  expect(
    line
      .media('alice')
      .of(id)
      ?.tones.map(({ tones }) => tones)
      .join(''),
  ).toBe('42#');
});

it('[RCT-03] useTransfer follows what the far end reports', async () => {
  const { alice, line } = scene();
  line.network.robot('700', answer({ ring: 3000 }));
  const { id, here, there } = await scene().talking();
  const { value, renders } = renderOnLine(alice, () => useTransfer(id));
  expect(value()).toMatchObject({ progress: null, pending: false });
  renders();
  const target = 'sip:700@example.com';
  act(() => void value().transfer(target));
  expect([value().progress?.state, value().pending]).toEqual(['requested', true]);
  await line.pass(500);
  expect([value().progress, value().pending]).toEqual([{ target, state: 'ringing', statusCode: 180 }, true]);
  expect(renders()).toBeLessThanOrEqual(4);
  act(() => here.mute());
  expect(renders()).toBe(0);
  await line.pass(3000);
  expect([here.state, there.state]).toEqual(['Terminated', 'Terminated']);
  expect(here.getSnapshot().cause?.code).toBe('TRANSFERRED');
});

it('[RCT-03] rest when there is no session', () => {
  const { value } = renderOnLine(
    scene().alice,
    () => [useMute(), useHold(null), useDtmf('gone'), useTransfer()] as const,
  );
  expect(value()).toMatchObject([{ muted: false }, { held: false }, { canSend: false }, { progress: null }]);
});
