import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NetworkWatch } from '../platform.ts';
import type { Session } from '../session/session.ts';
import { fakeAnswer } from '../testing/fake-sdp.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import { SkewedClock } from '../testing/skewed-clock.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };
const HOUR = 3_600_000;

let box: PhoneBox;
let clock: SkewedClock;
let listeners: Set<Parameters<NetworkWatch['watch']>[0]>;
let alice: Phone;
let dave: ScriptedPeer;

beforeEach(async () => {
  box = new PhoneBox();
  clock = new SkewedClock(box.clock);
  listeners = new Set();
  const network: NetworkWatch = {
    online: () => true,
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  alice = await box.phone('alice', { configuration: { platform: { clock, network } } });
  dave = box.network.scriptedPeer('dave');
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(nothing);
  expect(listeners.size).toBe(0);
  expect(box.errors).toEqual([]);
});

/** The device sleeps: the time of day goes on, and timers do not. */
async function sleep(milliseconds: number, event: 'awake' | 'visible' | 'online' = 'awake'): Promise<void> {
  clock.offset += milliseconds;
  for (const listener of [...listeners]) listener(event);
  await box.run(1);
}

async function talk(interval: number): Promise<Session> {
  const call = alice.ua.invite('dave', { sessionTimers: { expires: interval, refresher: 'uac' } });
  const invite = await dave.expect('INVITE');
  const headers = [`Session-Expires: ${interval};refresher=uac`, 'Supported: timer', 'Require: timer'];
  dave.respond(invite, 200, { body: fakeAnswer(invite.body), headers });
  await dave.expect('ACK');
  await box.until(() => call.state === 'Established');
  return call;
}

const registers = (): number => box.network.trace.entries.filter(({ text }) => text.startsWith('REGISTER')).length;

describe('a device that slept', () => {
  test.each(['awake', 'visible', 'online'] as const)(
    '[NET-02] registers again when that fell due (%s)',
    async (event) => {
      const before = registers();
      await sleep(HOUR, event);
      await box.until(() => registers() > before);
      await box.until(() => (alice.ua.getSnapshot().registration.expiresAt ?? 0) > clock.now());
      expect(alice.ua.isRegistered()).toBe(true);
    },
  );

  test('[NET-02] registers no earlier when it slept for a moment', async () => {
    await box.run(10_000);
    const before = registers();
    for (let naps = 0; naps < 20; naps += 1) await sleep(1000);
    await box.run(100_000);
    expect(registers()).toBe(before);
  });

  test('[NET-02] asks its server at once whether the connection still stands', async () => {
    await box.run(20_000);
    box.network.freeze({ user: 'alice' });
    const before = box.clock.now();
    await sleep(HOUR);
    await box.until(() => !alice.ua.isConnected());
    expect(box.clock.now() - before).toBeLessThanOrEqual(10_001);
    await box.until(() => alice.ua.isRegistered());
  });

  test('[NET-03] refreshes a call whose turn it was, and keeps it', async () => {
    const call = await talk(600);
    await sleep(400_000);
    const refresh = await dave.expect('INVITE');
    dave.respond(refresh, 200, {
      body: fakeAnswer(refresh.body),
      headers: ['Session-Expires: 600;refresher=uac', 'Supported: timer', 'Require: timer'],
    });
    await dave.expect('ACK');
    expect(call.phase).toBe('established');
  });

  test('[NET-03] ends a call that the far end has ended meanwhile', async () => {
    const call = await talk(600);
    await sleep(HOUR);
    dave.respond(await dave.expect('INVITE'), 481);
    dave.respond(await dave.expect('BYE'), 481);
    await box.until(() => call.phase === 'ended');
    expect(call.cause?.code).toBe('DIALOG_ERROR');
  });
});

describe('a clock that was put back', () => {
  test('[NET-02] delays no refresh', async () => {
    const before = registers();
    await sleep(-24 * HOUR);
    await box.run(600_000);
    expect(registers()).toBeGreaterThan(before);
    expect(alice.ua.isRegistered()).toBe(true);
  });
});
