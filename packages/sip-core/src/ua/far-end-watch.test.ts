import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncomingRequest } from '../message/incoming-message.ts';
import type { Session } from '../session/session.ts';
import { fakeAnswer } from '../testing/fake-sdp.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import type { UAConfiguration } from './configuration.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

let box: PhoneBox;
let alice: Phone;
let dave: ScriptedPeer;
let call: Session;
/** Whether packets come in. */
let sound: boolean;

beforeEach(() => {
  box = new PhoneBox();
  sound = true;
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(nothing);
  expect(box.errors).toEqual([]);
});

/** An answered call with Dave, whose packets come in while there is sound. */
async function talk(configuration: UAConfiguration = {}): Promise<void> {
  alice = await box.phone('alice', { configuration });
  dave = box.network.scriptedPeer('dave');
  call = alice.ua.invite('dave');
  const invite = await dave.expect('INVITE');
  dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
  await dave.expect('ACK');
  await box.until(() => call.state === 'Established');
  const handler = alice.media.of(call.id);
  if (handler === undefined) throw new Error('no media');
  let packets = 0;
  const getStats = (): Promise<RTCStatsReport> => {
    packets += sound ? 100 : 0;
    return Promise.resolve(new Map([['in', { id: 'in', type: 'inbound-rtp', packetsReceived: packets }]]));
  };
  Object.assign(handler, { getStats });
  handler.setConnection('connected');
  await box.run(5000);
}

const farEnd = (): string | undefined => call.getSnapshot().farEnd;

/** The question that comes after so many milliseconds, give or take a look. */
async function asked(after: number): Promise<IncomingRequest> {
  const began = box.clock.now();
  const request = await dave.expect('OPTIONS');
  expect(Math.abs(box.clock.now() - began - after)).toBeLessThanOrEqual(5000);
  return request;
}

describe('a far end', () => {
  test('[NET-03] that is heard is not asked', async () => {
    await talk();
    await dave.expectNothing(300_000, 'OPTIONS');
    expect(farEnd()).toBeUndefined();
  });

  test('[NET-03] that is silent and answers is asked now and then, and kept for ever', async () => {
    await talk();
    sound = false;
    dave.respond(await asked(10_000), 200);
    expect(farEnd()).toBe('silent');
    for (let questions = 0; questions < 20; questions += 1) dave.respond(await asked(30_000), 200);
    expect([call.phase, farEnd()]).toEqual(['established', 'silent']);
    sound = true;
    await box.run(3000);
    expect(farEnd()).toBeUndefined();
    await dave.expectNothing(120_000, 'OPTIONS');
  });

  test.each([405, 486, 489, 501])('[NET-03] that refuses the question with %i is there', async (status) => {
    await talk();
    sound = false;
    dave.respond(await asked(10_000), status);
    await box.run(10_000);
    expect([call.phase, farEnd()]).toEqual(['established', 'silent']);
  });

  test('[NET-03] whose side is gone ends the call at once', async () => {
    await talk();
    sound = false;
    dave.respond(await asked(10_000), 481);
    dave.respond(await dave.expect('BYE'), 200);
    await box.until(() => call.phase === 'ended');
    expect(call.cause).toMatchObject({ code: 'RTP_TIMEOUT', by: 'system', statusCode: 481 });
  });

  test.each(['silence', 480, 408, 430, 503] as const)(
    '[NET-03] that neither is heard nor answers (%s) is told, and given up after 30 s',
    async (answer) => {
      await talk();
      sound = false;
      const began = box.clock.now();
      box.network.onRequest = (request) =>
        request.method !== 'OPTIONS' || answer === 'silence' ? undefined : { statusCode: answer };
      await box.until(() => farEnd() === 'unreachable');
      expect(box.clock.now() - began).toBeLessThan(22_000);
      const { givenUpAt = 0 } = call.getSnapshot();
      dave.respond(await dave.expect('BYE'), 200);
      expect(box.clock.now() - givenUpAt).toBeGreaterThanOrEqual(0);
      expect(box.clock.now() - givenUpAt).toBeLessThanOrEqual(2600);
      expect(box.clock.now() - began).toBeGreaterThanOrEqual(29_000);
      expect(box.clock.now() - began).toBeLessThanOrEqual(35_000);
      await box.until(() => call.phase === 'ended');
      expect(call.cause).toMatchObject({ code: 'RTP_TIMEOUT', by: 'system' });
    },
  );

  test('[NET-03] that comes back in time is kept', async () => {
    await talk();
    sound = false;
    dave.respond(await asked(10_000), 480);
    dave.respond(await asked(5000), 480);
    expect(farEnd()).toBe('unreachable');
    sound = true;
    await box.run(3000);
    expect(farEnd()).toBeUndefined();
    expect(call.getSnapshot().givenUpAt).toBeUndefined();
    await dave.expectNothing(60_000);
    expect(call.phase).toBe('established');
  });

  test('[NET-03] that sends a request is there', async () => {
    await talk();
    sound = false;
    dave.respond(await asked(10_000), 480);
    await box.run(100);
    expect(farEnd()).toBe('unreachable');
    sound = true;
    await box.run(2600);
    expect(farEnd()).toBeUndefined();
  });

  test('[NET-03] on hold is asked once a minute, and ended where its side is gone', async () => {
    await talk();
    void call.hold();
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    sound = false;
    await box.run(50_000);
    dave.respond(await asked(10_000), 200);
    expect(farEnd()).toBeUndefined();
    await box.run(50_000);
    dave.respond(await asked(10_000), 481);
    dave.respond(await dave.expect('BYE'), 200);
    await box.until(() => call.phase === 'ended');
    expect(call.cause?.code).toBe('DIALOG_ERROR');
  });

  test('[NET-03] is not blamed for our own lost connection', async () => {
    await talk();
    sound = false;
    box.network.down();
    await box.run(120_000);
    expect(call.phase).toBe('reconnecting');
    box.network.up();
    const again = await dave.expect('INVITE');
    sound = true;
    dave.respond(again, 200, { body: fakeAnswer(again.body) });
    await dave.expect('ACK');
    await box.run(60_000);
    expect(call.phase).toBe('established');
  });

  test('[NET-03] is given up when we are cut off for three minutes, sound and all', async () => {
    await talk();
    sound = false;
    box.network.down();
    await box.run(190_000);
    expect(call.cause).toMatchObject({ code: 'RTP_TIMEOUT', by: 'system', statusCode: null });
    box.network.up();
    dave.respond(await dave.expect('BYE'), 200);
  });

  test('[NET-03] whose path broke is asked, where the media count nothing', async () => {
    await talk();
    const handler = alice.media.of(call.id);
    Object.assign(handler ?? {}, { getStats: undefined });
    handler?.setConnection('disconnected');
    dave.respond(await asked(10_000), 200);
    expect(farEnd()).toBe('silent');
  });

  test('[NET-03] is left alone where the timeout is 0', async () => {
    await talk({ farEndTimeout: 0 });
    sound = false;
    await dave.expectNothing(300_000, 'OPTIONS');
    expect(call.phase).toBe('established');
  });
});
