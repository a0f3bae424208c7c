import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncomingRequest } from '../message/incoming-message.ts';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import type { Invitation } from './invitation.ts';
import type { Inviter } from './inviter.ts';
import type { SessionTimerOptions } from './session-timer-options.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

let box: PhoneBox;
let alice: Phone;
let dave: ScriptedPeer;

beforeEach(async () => {
  box = new PhoneBox();
  alice = await box.phone('alice');
  dave = box.network.scriptedPeer('dave');
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(nothing);
  expect(box.errors).toEqual([]);
});

type Dialog = ReturnType<ScriptedPeer['dialog']>;

/** A call of ours, answered with these header lines. */
async function answered(
  headers: readonly string[],
  sessionTimers: SessionTimerOptions = {},
): Promise<{ call: Inviter; invite: IncomingRequest; dialog: Dialog }> {
  const call = alice.ua.invite('dave', { sessionTimers });
  const invite = await dave.expect('INVITE');
  dave.respond(invite, 200, { headers, body: fakeAnswer(invite.body) });
  await dave.expect('ACK');
  await box.until(() => call.state === 'Established');
  return { call, invite, dialog: dave.dialog(invite) };
}

/** A call of theirs, with these header lines; gives our 2xx. */
async function taken(headers: readonly string[], sessionTimers: SessionTimerOptions = {}) {
  dave.request('INVITE', 'sip:alice@example.com', { headers, body: fakeOffer() });
  await box.until(() => alice.incoming.length > 0);
  const call: Invitation = alice.incoming.at(-1)!;
  void call.accept({ sessionTimers });
  const ok = await dave.expectResponse(200, 'INVITE');
  const dialog = dave.dialog(ok);
  dialog.ack(ok);
  await box.until(() => call.context.negotiation.floor === 'idle');
  return { call, ok, dialog };
}

/** Seconds until something comes. */
async function seconds<Value>(wait: () => Promise<Value>): Promise<readonly [number, Value]> {
  const since = box.clock.now();
  const value = await wait();
  return [Math.round((box.clock.now() - since) / 1000), value];
}

const LONG = { timeout: 2_000_000 };

describe('what an INVITE of ours asks for', () => {
  test('[PRO-08] is a session of 1800 s by default', async () => {
    const { invite } = await answered([]);
    expect(invite.supported).toContain('timer');
    expect(invite.sessionExpires).toEqual({ seconds: 1800, refresher: undefined });
    expect(invite.header('Min-SE')).toBeUndefined();
  });

  test('[PRO-08] follows the options of the call', async () => {
    const { invite } = await answered([], { expires: 600, minSe: 300, refresher: 'uas' });
    expect(invite.sessionExpires).toEqual({ seconds: 600, refresher: 'uas' });
    expect(invite.minSe).toBe(300);
  });

  test('[PRO-08] is never shorter than what we would take ourselves', async () => {
    const { invite } = await answered([], { expires: 10, minSe: 20 });
    expect(invite.sessionExpires?.seconds).toBe(90);
  });

  test('[PRO-08] is nothing when it is switched off, but the far end may still ask', async () => {
    const { call, invite } = await answered(['Session-Expires: 200;refresher=uac', 'Require: timer'], {
      enabled: false,
    });
    expect(invite.supported).toContain('timer');
    expect(invite.sessionExpires).toBeUndefined();
    expect(call.context.sessionTimer.agreed).toEqual({ interval: 200, refresher: 'local', own: false });
  });
});

describe('what a call that comes in asks for (RFC 4028 section 9)', () => {
  test.each([
    ['supports, none', ['Supported: timer', 'Session-Expires: 200'], {}, '200;refresher=uac', true],
    [
      'supports, none, we choose us',
      ['Supported: timer', 'Session-Expires: 200'],
      { refresher: 'uas' },
      '200;refresher=uas',
      true,
    ],
    [
      'supports, uac',
      ['Supported: timer', 'Session-Expires: 200;refresher=uac'],
      { refresher: 'uas' },
      '200;refresher=uac',
      true,
    ],
    ['supports, uas', ['Supported: timer', 'Session-Expires: 200;refresher=uas'], {}, '200;refresher=uas', true],
    ['a proxy asks', ['Session-Expires: 200'], {}, '200;refresher=uas', false],
    ['supports, asks for nothing', ['Supported: timer'], { expires: 400 }, '400;refresher=uac', true],
    ['supports, with a Min-SE above ours', ['Supported: timer', 'Min-SE: 2000'], {}, '2000;refresher=uac', true],
    ['longer than we like', ['Supported: timer', 'Session-Expires: 7200'], {}, '1800;refresher=uac', true],
    [
      'longer, and must be',
      ['Supported: timer', 'Session-Expires: 7200', 'Min-SE: 3600'],
      {},
      '3600;refresher=uac',
      true,
    ],
    [
      'we are switched off',
      ['Supported: timer', 'Session-Expires: 7200'],
      { enabled: false },
      '7200;refresher=uac',
      true,
    ],
    ['we are switched off, and nothing is asked', ['Supported: timer'], { enabled: false }, undefined, false],
    ['nobody asks', [], {}, undefined, false],
    ['too short for a 2xx, by a proxy', ['Session-Expires: 60'], {}, undefined, false],
  ] as const)('[PRO-08] %s', async (_, headers, options, expected, requires) => {
    const { ok } = await taken(headers, options);
    expect(ok.header('Session-Expires')).toBe(expected);
    expect(ok.require).toEqual(requires ? ['timer'] : []);
  });

  test('[PRO-08] below our Min-SE gets 422 before it rings', async () => {
    dave.request('INVITE', 'sip:alice@example.com', {
      headers: ['Supported: timer', 'Session-Expires: 60'],
      body: fakeOffer(),
    });
    const refused = await dave.expectResponse(422, 'INVITE');
    expect(refused.minSe).toBe(90);
    dave.ack(refused);
    expect(alice.incoming).toEqual([]);
    expect(alice.media.open()).toBe(0);
  });

  test('[PRO-08] with Require: timer is understood', async () => {
    const { ok } = await taken(['Require: timer', 'Supported: timer', 'Session-Expires: 300']);
    expect(ok.sessionExpires?.seconds).toBe(300);
  });

  test('[PRO-08] leaves the refreshing to us when the caller says so', async () => {
    const { call } = await taken(['Supported: timer', 'Session-Expires: 200;refresher=uas', 'Allow: UPDATE']);
    const [after, update] = await seconds(() => dave.expect('UPDATE', LONG));
    expect(after).toBe(100);
    expect(update.sessionExpires).toEqual({ seconds: 200, refresher: 'uac' });
    dave.respond(update, 200, { headers: ['Session-Expires: 200;refresher=uac', 'Require: timer'] });
    await box.run(90_000);
    expect(call.state).toBe('Established');
  });
});

describe('a 422 to a request of ours', () => {
  test('[PRO-08] to the INVITE is answered by another with that Min-SE, in the same call', async () => {
    const call = alice.ua.invite('dave');
    const first = await dave.expect('INVITE');
    dave.respond(first, 422, { headers: ['Min-SE: 3600'] });
    const second = await dave.expect('INVITE');
    expect(second.callId).toBe(first.callId);
    expect(second.fromTag).toBe(first.fromTag);
    expect(second.cseq.seq).toBe(first.cseq.seq + 1);
    expect(second.minSe).toBe(3600);
    expect(second.sessionExpires?.seconds).toBe(3600);
    expect(second.body).toBe(first.body);
    dave.respond(second, 422, { headers: ['Min-SE: 7200'] });
    const third = await dave.expect('INVITE');
    expect(third.minSe).toBe(7200);
    dave.respond(third, 200, {
      headers: ['Session-Expires: 7200;refresher=uac', 'Require: timer'],
      body: fakeAnswer(third.body),
    });
    await dave.expect('ACK');
    await box.until(() => call.state === 'Established');
    expect(call.context.sessionTimer.agreed?.interval).toBe(7200);
  });

  test.each([
    ['no Min-SE', []],
    ['one that we sent already', ['Min-SE: 90']],
    ['one that is absurd', ['Min-SE: 4294967295']],
  ])('[PRO-08] with %s ends the call', async (_, headers) => {
    const call = alice.ua.invite('dave');
    dave.respond(await dave.expect('INVITE'), 422, { headers });
    await box.until(() => call.state === 'Terminated');
    expect(call.cause).toMatchObject({ code: 'SIP_FAILURE_CODE', statusCode: 422 });
    await dave.expectNothing(1000, 'INVITE');
  });

  test('[PRO-08] to the INVITE after a hang-up is the end of it', async () => {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180);
    await box.until(() => call.phase === 'ringing');
    void call.terminate();
    await dave.expect('CANCEL');
    dave.respond(invite, 422, { headers: ['Min-SE: 3600'] });
    await box.until(() => call.state === 'Terminated');
    expect(call.cause?.code).toBe('CANCELED');
    await dave.expectNothing(1000, 'INVITE');
  });

  test('[PRO-08] to a refresh is answered by another with that Min-SE', async () => {
    const { call } = await answered(['Session-Expires: 200;refresher=uac', 'Require: timer', 'Allow: UPDATE']);
    dave.respond(await dave.expect('UPDATE', LONG), 422, { headers: ['Min-SE: 500'] });
    const update = await dave.expect('UPDATE');
    expect(update.minSe).toBe(500);
    expect(update.sessionExpires).toEqual({ seconds: 500, refresher: 'uac' });
    dave.respond(update, 200, { headers: ['Session-Expires: 500;refresher=uac', 'Require: timer'] });
    const [after] = await seconds(() => dave.expect('UPDATE', LONG));
    expect(after).toBe(250);
    expect(call.state).toBe('Established');
  });

  test('[PRO-08] to a hold is answered by another, and the hold succeeds', async () => {
    const { call } = await answered([]);
    const held = call.hold();
    dave.respond(await dave.expect('INVITE'), 422, { headers: ['Min-SE: 3000'] });
    const again = await dave.expect('INVITE');
    expect(again.minSe).toBe(3000);
    dave.respond(again, 200, { body: fakeAnswer(again.body) });
    await dave.expect('ACK');
    await held;
    expect(call.getSnapshot().hold.local).toBe(true);
  });

  test('[PRO-08] Min-SE of requests of theirs is kept in ours', async () => {
    const { dialog } = await answered(['Session-Expires: 200;refresher=uac', 'Require: timer', 'Allow: UPDATE']);
    const headers = ['Supported: timer', 'Session-Expires: 400;refresher=uas', 'Min-SE: 350'];
    await dave.expectResponse(200, dialog.send('UPDATE', { headers }));
    const [after, update] = await seconds(() => dave.expect('UPDATE', LONG));
    expect(after).toBe(200);
    expect(update.minSe).toBe(350);
    expect(update.sessionExpires?.seconds).toBe(400);
  });
});

describe('a 422 after somebody rang', () => {
  test('[PRO-08] forgets the early dialogs of the first INVITE', async () => {
    const call = alice.ua.invite('dave');
    const first = await dave.expect('INVITE');
    dave.respond(first, 180, { toTag: 'early' });
    await box.until(() => call.phase === 'ringing');
    const dialog = dave.dialog(first, { toTag: 'early' });
    dave.respond(first, 422, { headers: ['Min-SE: 3600'] });
    const second = await dave.expect('INVITE');
    await dave.expectResponse(481, dialog.send('INFO'));
    dave.respond(second, 180, { toTag: 'later' });
    dave.respond(second, 200, { toTag: 'later', body: fakeAnswer(second.body) });
    await dave.expect('ACK');
    await box.until(() => call.state === 'Established');
  });
});
