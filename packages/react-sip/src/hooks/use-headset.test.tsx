import { answer } from '@hookswitch/sip-core/testing';
import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FakeHeadset, FakeHid } from '../testing/fake-headset.ts';
import { FakeLine } from '../testing/fake-line.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useCall } from './use-call.ts';
import { useHeadset, type UseHeadsetParameters } from './use-headset.ts';
import { useSession } from './use-session.ts';

const REPORT = 2;
const [HOOK, MUTE, FLASH] = [1, 2, 4];
const LAMPS = { dark: 0, muted: 1, offHook: 2, ring: 4, hold: 8 };

let line: FakeLine;

beforeEach(() => {
  line = new FakeLine();
});

afterEach(() => {
  line.network.close();
});

/** A phone with a headset; what happens to the latter is followed by the former. */
async function phone(parameters: UseHeadsetParameters) {
  line.network.robot('700', answer());
  const hook = renderOnLine(line.ua('alice'), () => ({
    ...useHeadset(parameters),
    ...useCall(),
    current: useSession().session,
  }));
  await line.pass();
  const press = async (headset: FakeHeadset, bits: number) => {
    act(() => headset.report(REPORT, bits));
    await line.pass();
  };
  const ring = async () => {
    const bob = line.ua('bob');
    act(() => void bob.start());
    await line.pass();
    bob.invite(line.network.uri('alice'));
    await line.pass();
  };
  return { ...hook, press, ring };
}

it('[RCT-03] answers, mutes, holds and hangs up by the buttons of a headset, and lights its lamps', async () => {
  const headset = new FakeHeadset();
  const { value, press, ring } = await phone({ hid: new FakeHid(headset) });
  expect(value()).toMatchObject({ supported: true, headsets: [{ name: 'Office headset', status: 'ready' }] });
  await ring();
  expect(headset.sent.at(-1)).toEqual([REPORT, LAMPS.ring]);
  await press(headset, HOOK);
  expect(value().current?.phase).toBe('established');
  expect(headset.sent.at(-1)).toEqual([REPORT, LAMPS.offHook]);
  await press(headset, HOOK | MUTE);
  await press(headset, HOOK);
  expect(value().current?.muted.audio).toBe(true);
  expect(headset.sent.at(-1)).toEqual([REPORT, LAMPS.offHook | LAMPS.muted]);
  await press(headset, HOOK | FLASH);
  await press(headset, HOOK);
  expect(value().current?.hold.local).toBe(true);
  expect(headset.sent.at(-1)?.at(1)).toBe(LAMPS.offHook | LAMPS.muted | LAMPS.hold);
  await press(headset, 0);
  expect(value().current).toBeNull();
  expect(headset.sent.at(-1)).toEqual([REPORT, LAMPS.dark]);
});

it('[RCT-03] takes the echo of its own lamps for none of a person', async () => {
  const headset = new FakeHeadset();
  const { value, press } = await phone({ hid: new FakeHid(headset) });
  act(() => void value().call('700'));
  await line.pass();
  await press(headset, HOOK);
  expect(value().current?.phase).toBe('established');
});

it('[RCT-03] asks for a headset only when told to, and gives it up', async () => {
  const hid = new FakeHid();
  const headset = new FakeHeadset('Chosen one');
  hid.chosen = [headset];
  const { value } = await phone({ hid });
  expect(value().headsets).toEqual([]);
  await act(() => value().request());
  expect(value().headsets).toMatchObject([{ name: 'Chosen one', status: 'ready' }]);
  await act(() => value().forget(value().headsets[0]!.id));
  expect([value().headsets, headset.opened, headset.forgotten, headset.listeners]).toEqual([[], false, true, 0]);
});

it('[RCT-03] follows headsets that come and go, several at a time, and tells of one that is taken', async () => {
  const [first, second, taken] = [new FakeHeadset('One'), new FakeHeadset('Two'), new FakeHeadset('Three')];
  taken.failure = new DOMException('in use', 'NotAllowedError');
  const hid = new FakeHid(first);
  const { value, press, ring, unmount } = await phone({ hid });
  await act(async () => hid.plug(second));
  await act(async () => hid.plug(taken));
  expect(value().headsets.map(({ name, status }) => `${name} ${status}`)).toEqual([
    'One ready',
    'Two ready',
    'Three failed',
  ]);
  expect(value().headsets[2]?.error).not.toBeNull();
  await ring();
  expect([first.sent.at(-1), second.sent.at(-1)]).toEqual([
    [REPORT, LAMPS.ring],
    [REPORT, LAMPS.ring],
  ]);
  act(() => hid.pull(first));
  expect(value().headsets.map(({ name }) => name)).toEqual(['Two', 'Three']);
  await press(second, HOOK);
  expect(value().current?.phase).toBe('established');
  unmount();
  await line.pass();
  expect([second.opened, second.listeners, second.sent.at(-1)]).toEqual([false, 0, [REPORT, LAMPS.dark]]);
});

it('[RCT-03] says that this browser speaks with no headset, and leaves them alone while switched off', async () => {
  expect((await phone({ hid: null })).value().supported).toBe(false);
  const headset = new FakeHeadset();
  line.network.close();
  line = new FakeLine();
  const { value } = await phone({ hid: new FakeHid(headset), enabled: false });
  expect(value()).toMatchObject({ supported: true, headsets: [] });
  expect(headset.opened).toBe(false);
});
