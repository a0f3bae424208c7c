import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncomingRequest } from '../message/incoming-message.ts';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
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

/** Seconds until something comes. */
async function seconds<Value>(wait: () => Promise<Value>): Promise<readonly [number, Value]> {
  const since = box.clock.now();
  const value = await wait();
  return [Math.round((box.clock.now() - since) / 1000), value];
}

const LONG = { timeout: 2_000_000 };

describe('a session that we refresh', () => {
  test('[PRO-08] is refreshed at half the interval, by UPDATE without an offer where that is allowed', async () => {
    const { call } = await answered([
      'Session-Expires: 200;refresher=uac',
      'Require: timer',
      'Allow: INVITE, ACK, BYE, CANCEL, UPDATE',
    ]);
    for (let count = 0; count < 5; count += 1) {
      const [after, update] = await seconds(() => dave.expect('UPDATE', LONG));
      expect(after).toBe(100);
      expect(update.body).toBe('');
      expect(update.supported).toContain('timer');
      expect(update.sessionExpires).toEqual({ seconds: 200, refresher: 'uac' });
      dave.respond(update, 200, { headers: ['Session-Expires: 200;refresher=uac', 'Require: timer'] });
    }
    expect(call.state).toBe('Established');
  });

  test('[PRO-08] is refreshed by re-INVITE otherwise, whose offer says that nothing changed', async () => {
    const { call, invite } = await answered(['Session-Expires: 200;refresher=uac', 'Require: timer', 'Allow: INVITE']);
    const [after, reinvite] = await seconds(() => dave.expect('INVITE', LONG));
    expect(after).toBe(100);
    expect(reinvite.sessionExpires).toEqual({ seconds: 200, refresher: 'uac' });
    expect(reinvite.body).toBe(invite.body);
    dave.respond(reinvite, 200, {
      headers: ['Session-Expires: 300;refresher=uac', 'Require: timer'],
      body: fakeAnswer(reinvite.body),
    });
    await dave.expect('ACK');
    const [next] = await seconds(() => dave.expect('INVITE', LONG));
    expect(next).toBe(150);
    expect(call.getSnapshot().pending).toEqual([]);
  });

  test('[PRO-08] is refreshed by us alone when the far end does not know session timers', async () => {
    const { call } = await answered(['Allow: INVITE, UPDATE']);
    expect(call.context.sessionTimer.agreed).toEqual({ interval: 1800, refresher: 'local', own: true });
    const [after, update] = await seconds(() => dave.expect('UPDATE', LONG));
    expect(after).toBe(900);
    dave.respond(update, 200);
    const [again] = await seconds(() => dave.expect('UPDATE', LONG));
    expect(again).toBe(900);
  });

  test('[PRO-08] has no timer when the far end knows them and wants none', async () => {
    const { call } = await answered(['Supported: timer']);
    expect(call.context.sessionTimer.agreed).toBeUndefined();
    await dave.expectNothing(4_000_000, 'INVITE');
    expect(call.state).toBe('Established');
  });

  test('[PRO-08] by UPDATE that is not implemented after all is refreshed by re-INVITE at once', async () => {
    await answered(['Session-Expires: 200;refresher=uac', 'Require: timer', 'Allow: UPDATE']);
    dave.respond(await dave.expect('UPDATE', LONG), 501);
    const [after, reinvite] = await seconds(() => dave.expect('INVITE'));
    expect(after).toBe(0);
    dave.respond(reinvite, 200, {
      headers: ['Session-Expires: 200;refresher=uac', 'Require: timer'],
      body: fakeAnswer(reinvite.body),
    });
    await dave.expect('ACK');
    await dave.expect('INVITE', LONG);
  });

  test.each([
    ['403', 403, undefined],
    ['500 with Retry-After', 500, 'Retry-After: 20'],
    ['503', 503, undefined],
  ])('[PRO-08] refused with %s stays up and is tried again before it expires', async (_, status, header) => {
    const { call } = await answered(['Session-Expires: 200;refresher=uac', 'Require: timer', 'Allow: UPDATE']);
    dave.respond(await dave.expect('UPDATE', LONG), status, { headers: header === undefined ? [] : [header] });
    const [after, update] = await seconds(() => dave.expect('UPDATE', LONG));
    expect(after).toBe(header === undefined ? 50 : 20);
    expect(call.state).toBe('Established');
    dave.respond(update, 200, { headers: ['Session-Expires: 200;refresher=uac', 'Require: timer'] });
    const [next] = await seconds(() => dave.expect('UPDATE', LONG));
    expect(next).toBe(100);
  });

  test('[PRO-08] refused the same way twice is not tried for ever, and ends when it expires', async () => {
    const { call } = await answered(['Session-Expires: 200;refresher=uac', 'Require: timer', 'Allow: UPDATE']);
    dave.respond(await dave.expect('UPDATE', LONG), 403);
    dave.respond(await dave.expect('UPDATE', LONG), 403);
    const [after, bye] = await seconds(() => dave.expect('BYE', LONG));
    expect(after).toBe(50);
    expect(bye.header('Reason')).toContain('cause=408');
    dave.respond(bye, 200);
    await box.until(() => call.state === 'Terminated');
    expect(call.cause).toMatchObject({ code: 'EXPIRES', by: 'system' });
  });

  test.each([481, 408])('[PRO-08] whose refresh gets %i is over', async (status) => {
    const { call } = await answered(['Session-Expires: 200;refresher=uac', 'Require: timer', 'Allow: UPDATE']);
    dave.respond(await dave.expect('UPDATE', LONG), status);
    dave.respond(await dave.expect('BYE'), 200);
    await box.until(() => call.state === 'Terminated');
    expect(call.cause?.code).toBe('DIALOG_ERROR');
  });

  test('[PRO-08] whose refresh nobody answers is over', async () => {
    const { call } = await answered(['Session-Expires: 200;refresher=uac', 'Require: timer', 'Allow: UPDATE']);
    await dave.expect('UPDATE', LONG);
    const [after, bye] = await seconds(() => dave.expect('BYE'));
    expect(after).toBe(32);
    dave.respond(bye, 200);
    await box.until(() => call.state === 'Terminated');
  });

  test('[PRO-08] refreshed by a hold or a re-INVITE of theirs waits anew', async () => {
    const { call, dialog } = await answered(['Session-Expires: 200;refresher=uac', 'Require: timer', 'Allow: UPDATE']);
    await box.run(80_000);
    const held = call.hold();
    const reinvite = await dave.expect('INVITE');
    expect(reinvite.sessionExpires).toEqual({ seconds: 200, refresher: 'uac' });
    const headers = ['Session-Expires: 200;refresher=uac', 'Require: timer'];
    dave.respond(reinvite, 200, { headers, body: fakeAnswer(reinvite.body) });
    await dave.expect('ACK');
    await held;
    await box.run(80_000);
    dialog.send('INVITE', {
      headers: ['Supported: timer', 'Session-Expires: 200;refresher=uas'],
      body: fakeOffer({ version: 2 }),
    });
    const ok = await dave.expectResponse(200, 'INVITE');
    expect(ok.sessionExpires).toEqual({ seconds: 200, refresher: 'uas' });
    dialog.ack(ok);
    const [after] = await seconds(() => dave.expect('UPDATE', LONG));
    expect(after).toBe(100);
  });

  test('[PRO-08] a 2xx without Session-Expires to a refresh switches the timer off', async () => {
    const { call } = await answered([
      'Session-Expires: 200;refresher=uac',
      'Require: timer',
      'Supported: timer',
      'Allow: UPDATE',
    ]);
    dave.respond(await dave.expect('UPDATE', LONG), 200);
    await box.run(1);
    expect(call.context.sessionTimer.agreed).toBeUndefined();
  });

  test('[PRO-08] an interval of one second makes no storm of refreshes', async () => {
    await answered(['Session-Expires: 1;refresher=uac', 'Require: timer', 'Allow: UPDATE']);
    const [after] = await seconds(() => dave.expect('UPDATE', LONG));
    expect(after).toBe(45);
  });

  test('[PRO-08] an interval of 136 years sets no timer off', async () => {
    const { call } = await answered(['Session-Expires: 4294967295;refresher=uas', 'Require: timer']);
    await dave.expectNothing(4_000_000, '*');
    expect(call.state).toBe('Established');
  });
});

describe('a refresh that fails for other reasons', () => {
  const timer = ['Session-Expires: 200;refresher=uac', 'Require: timer', 'Allow: UPDATE'];

  test('[PRO-08] because the connection is lost is tried again when it is back', async () => {
    const { call } = await answered(timer);
    await box.run(99_990);
    box.network.closeSockets({ user: 'alice' });
    await box.run(20);
    const update = await dave.expect('UPDATE', LONG);
    dave.respond(update, 200, { headers: ['Session-Expires: 200;refresher=uac', 'Require: timer'] });
    await box.run(100);
    expect(call.state).toBe('Established');
    dave.onMessage = ({ message }) => {
      if (message?.kind === 'request' && message.method === 'INVITE') dave.respond(message, 488);
      return false;
    };
    await box.run(1000);
  });

  test('[PRO-08] so late that nothing can be tried before the end, ends when the session expires', async () => {
    const { call } = await answered(timer);
    dave.respond(await dave.expect('UPDATE', LONG), 480, { headers: ['Retry-After: 99'] });
    const [after, bye] = await seconds(() => dave.expect('BYE', LONG));
    expect(after).toBe(100);
    dave.respond(bye, 200);
    await box.until(() => call.state === 'Terminated');
    expect(call.cause?.code).toBe('EXPIRES');
  });

  test('[PRO-08] while the call is being hung up does nothing', async () => {
    const { call } = await answered(timer);
    await dave.expect('UPDATE', LONG);
    void call.terminate();
    dave.respond(await dave.expect('BYE'), 200);
    await box.until(() => call.state === 'Terminated');
    await dave.expectNothing(200_000, 'UPDATE');
  });
});

describe('a session that they refresh', () => {
  test.each([
    [90, 60],
    [96, 64],
    [300, 268],
    [1800, 1768],
  ])('[PRO-08] of %i s that nobody refreshed ends after %i s', async (interval, expected) => {
    const { call } = await answered([`Session-Expires: ${interval};refresher=uas`, 'Require: timer']);
    const [after, bye] = await seconds(() => dave.expect('BYE', LONG));
    expect(after).toBe(expected);
    dave.respond(bye, 200);
    await box.until(() => call.state === 'Terminated');
    expect(call.cause).toMatchObject({ code: 'EXPIRES', by: 'system' });
  });

  test('[PRO-08] stays up while it is refreshed, by UPDATE or by re-INVITE', async () => {
    const { call, dialog } = await answered(['Session-Expires: 90;refresher=uas', 'Require: timer']);
    const headers = ['Supported: timer', 'Session-Expires: 90;refresher=uac'];
    for (let count = 0; count < 4; count += 1) {
      await box.run(45_000);
      const ok = await dave.expectResponse(200, dialog.send('UPDATE', { headers }));
      expect(ok.sessionExpires).toEqual({ seconds: 90, refresher: 'uac' });
      expect(ok.require).toEqual(['timer']);
      await box.run(45_000);
      dialog.send('INVITE', { headers, body: fakeOffer({ version: count + 2 }) });
      const taken = await dave.expectResponse(200, 'INVITE');
      expect(taken.require).toEqual(['timer']);
      dialog.ack(taken);
    }
    expect(call.state).toBe('Established');
  });

  test('[PRO-08] a refresh that is refused does not count', async () => {
    const { call, dialog } = await answered(['Session-Expires: 90;refresher=uas', 'Require: timer']);
    await box.run(45_000);
    const headers = ['Supported: timer', 'Session-Expires: 30;refresher=uac'];
    await dave.expectResponse(422, dialog.send('UPDATE', { headers }));
    const [after, bye] = await seconds(() => dave.expect('BYE', LONG));
    expect(after).toBe(15);
    dave.respond(bye, 200);
    await box.until(() => call.state === 'Terminated');
  });
});

describe('two phones', () => {
  test.each(['uac', 'uas'] as const)('[PRO-08] keep a call of 4 h with refresher=%s', async (refresher) => {
    const bob = await box.phone('bob');
    const caller = alice.ua.invite('bob', { sessionTimers: { expires: 90, refresher } });
    await box.until(() => bob.incoming.length === 1);
    const callee = bob.incoming[0]!;
    void callee.accept();
    await box.until(() => caller.state === 'Established');
    expect(caller.context.sessionTimer.agreed?.refresher).toBe(refresher === 'uac' ? 'local' : 'remote');
    expect(callee.context.sessionTimer.agreed?.refresher).toBe(refresher === 'uas' ? 'local' : 'remote');
    box.network.trace.clear();
    await box.run(4 * 3600 * 1000);
    expect([caller.state, callee.state]).toEqual(['Established', 'Established']);
    expect(box.network.trace.find('INVITE')).toEqual([]);
    expect(box.network.trace.find('UPDATE').length).toBeGreaterThanOrEqual(320);
  });

  test('[PRO-08] one that falls silent is hung up by the other', async () => {
    const bob = await box.phone('bob');
    const caller = alice.ua.invite('bob', { sessionTimers: { expires: 90, refresher: 'uas' } });
    await box.until(() => bob.incoming.length === 1);
    void bob.incoming[0]!.accept();
    await box.until(() => caller.state === 'Established');
    box.network.faults.drop('UPDATE');
    const [after] = await seconds(() => box.until(() => caller.state !== 'Established', 100_000));
    expect(after).toBe(60);
    await box.run(60_000);
    expect(caller.cause?.code).toBe('EXPIRES');
  });

  test('[PRO-08] agree on the larger Min-SE', async () => {
    const bob = await box.phone('bob', { configuration: { sessionTimers: { minSe: 400 } } });
    const caller = alice.ua.invite('bob', { sessionTimers: { expires: 200 } });
    await box.until(() => bob.incoming.length === 1);
    void bob.incoming[0]!.accept();
    await box.until(() => caller.state === 'Established');
    expect(caller.context.sessionTimer.agreed?.interval).toBe(400);
  });
});
