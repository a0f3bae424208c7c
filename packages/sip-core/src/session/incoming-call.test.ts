import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MediaError } from '../media/media-error.ts';
import type { MessageText } from '../testing/message-text.ts';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import type { Invitation } from './invitation.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

let box: PhoneBox;
let bob: Phone;
let dave: ScriptedPeer;

beforeEach(async () => {
  box = new PhoneBox();
  bob = await box.phone('bob');
  dave = box.network.scriptedPeer('dave');
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(nothing);
  expect(box.errors).toEqual([]);
});

interface Ringing {
  readonly call: Invitation;
  readonly invite: MessageText;
  readonly seen: string[];
}

async function ring(options: Parameters<ScriptedPeer['request']>[2] = { body: fakeOffer() }): Promise<Ringing> {
  const invite = dave.request('INVITE', 'sip:bob@example.com', options);
  await box.until(() => bob.incoming.length > 0);
  const call = bob.incoming.at(-1);
  if (call === undefined) throw new Error('nothing rings');
  const seen: string[] = [];
  for (const name of ['accepted', 'confirmed', 'rejected', 'failed', 'cancel', 'bye', 'terminated'] as const) {
    call.on(name, () => seen.push(name));
  }
  return { call, invite, seen };
}

async function answered(): Promise<Ringing & { readonly dialog: ReturnType<ScriptedPeer['dialog']> }> {
  const ringing = await ring();
  void ringing.call.accept();
  const ok = await dave.expectResponse(200, 'INVITE');
  dave.ack(ok);
  await box.until(() => ringing.seen.includes('confirmed'));
  return { ...ringing, dialog: dave.dialog(ok) };
}

describe('a call that comes in', () => {
  test.each([
    ['a picture', fakeOffer({ video: true }), true],
    ['sound alone', fakeOffer(), undefined],
    ['nothing', undefined, undefined],
  ])('[KIT-02] tells before the answer that it offers %s', async (_, body, offersVideo) => {
    const { call } = await ring(body === undefined ? {} : { body });
    expect(call.getSnapshot().offersVideo).toBe(offersVideo);
    expect(call.getSnapshot().media.video).toBeNull();
    await call.reject();
  });

  test('[KIT-02] goes to another address with a 302 and its Contact', async () => {
    const { call } = await ring();
    await call.reject({ statusCode: 302, contacts: ['<sip:voicemail@example.com>'] });
    const moved = await dave.expectResponse(302, 'INVITE');
    expect(moved.header('Contact')).toBe('<sip:voicemail@example.com>');
  });

  test('[SES-06] rings by itself, is answered and hung up by the caller', async () => {
    const { call, seen } = await ring();
    expect(call.phase).toBe('incoming');
    const ringing = await dave.expectResponse(180, 'INVITE');
    expect(ringing.toTag).toBeDefined();
    void call.accept();
    const ok = await dave.expectResponse(200, 'INVITE');
    expect(ok.toTag).toBe(ringing.toTag);
    expect(ok.contentType?.type).toBe('application/sdp');
    dave.ack(ok);
    await box.until(() => call.phase === 'established');
    dave.dialog(ok).send('BYE');
    await dave.expectResponse(200, 'BYE');
    expect(seen).toEqual(['accepted', 'confirmed', 'bye', 'terminated']);
    expect(call.cause).toMatchObject({ code: 'HUNG_UP', by: 'remote' });
  });

  test('[SES-06] is refused with the status asked for', async () => {
    const { call, seen } = await ring();
    void call.reject({ statusCode: 486, reasonPhrase: 'On another call' });
    const refused = await dave.expectResponse(486, 'INVITE');
    expect(refused.reasonPhrase).toBe('On another call');
    dave.ack(refused);
    expect(seen).toEqual(['rejected', 'failed', 'terminated']);
    expect(call.cause).toMatchObject({ code: 'BUSY', by: 'local', statusCode: 486 });
  });

  test('[SES-06] is redirected with a Contact', async () => {
    const { call } = await ring();
    void call.reject({ statusCode: 302, contacts: ['<sip:carol@example.com>'] });
    const moved = await dave.expectResponse(302, 'INVITE');
    expect(moved.contacts[0]?.uri.toString()).toBe('sip:carol@example.com');
    dave.ack(moved);
    expect(call.cause?.code).toBe('REDIRECTED');
  });

  test('[SES-06] progress sends what is asked for, within 101 to 199', async () => {
    const { call } = await ring();
    void call.progress({ statusCode: 182, reasonPhrase: 'Queued' });
    await dave.expectResponse(182, 'INVITE');
    await expect(call.progress({ statusCode: 200 })).rejects.toThrow(/101 to 199/);
    void call.reject();
    dave.ack(await dave.expectResponse(480, 'INVITE'));
  });

  test('[SES-06] reply takes any status', async () => {
    const { call } = await ring();
    void call.reply({ statusCode: 183 });
    await dave.expectResponse(183, 'INVITE');
    void call.reply({ statusCode: 603 });
    dave.ack(await dave.expectResponse(603, 'INVITE'));
    expect(call.cause?.code).toBe('REJECTED');
  });

  test('[SES-03] terminate refuses it', async () => {
    const { call } = await ring();
    void call.terminate();
    dave.ack(await dave.expectResponse(480, 'INVITE'));
    expect(call.state).toBe('Terminated');
    expect(call.cause).toMatchObject({ code: 'REJECTED', by: 'local', statusCode: 480 });
  });

  test('[CFG-03] nobody answering refuses it with 480 after 60 s', async () => {
    const { call } = await ring();
    await box.run(59_000);
    expect(call.state).toBe('Initial');
    await box.run(1500);
    dave.ack(await dave.expectResponse(480, 'INVITE'));
    expect(call.cause).toMatchObject({ code: 'NO_ANSWER', by: 'system' });
  });

  test('[PRO-02] an Expires of the caller ends it with 487', async () => {
    const { call } = await ring({ body: fakeOffer(), headers: ['Expires: 10'] });
    await box.run(11_000);
    dave.ack(await dave.expectResponse(487, 'INVITE'));
    expect(call.cause?.code).toBe('EXPIRES');
  });

  test('[PRO-02] an Expires of 4294967295 does not end it at once', async () => {
    const { call } = await ring({ body: fakeOffer(), headers: ['Expires: 4294967295'] });
    await box.run(10_000);
    expect(call.state).toBe('Initial');
    void call.reject();
    dave.ack(await dave.expectResponse(480, 'INVITE'));
  });

  test('[PRO-07] without an offer gets ours in the 2xx, and the answer in the ACK', async () => {
    const { call } = await ring({});
    void call.accept();
    const ok = await dave.expectResponse(200, 'INVITE');
    dave.ack(ok, { body: fakeAnswer(ok.body) });
    await box.until(() => call.phase === 'established');
    expect(call.getSnapshot().media.audio).toEqual({ local: 'sendrecv', remote: 'sendrecv' });
  });

  test('[PRO-07] without an offer and without an answer in the ACK is hung up', async () => {
    const { call } = await ring({});
    void call.accept();
    dave.ack(await dave.expectResponse(200, 'INVITE'));
    dave.respond(await dave.expect('BYE'), 200);
    await box.until(() => call.state === 'Terminated');
    expect(call.cause?.code).toBe('BAD_MEDIA_DESCRIPTION');
  });

  test('[PRO-12] with a body that cannot be read gets 415 and never rings', async () => {
    dave.request('INVITE', 'sip:bob@example.com', { body: '<x/>', contentType: 'application/xml' });
    const refused = await dave.expectResponse(415, 'INVITE');
    expect(refused.header('Accept')).toBe('application/sdp');
    dave.ack(refused);
    expect(bob.incoming).toEqual([]);
  });

  test('[PRO-07] with an offer that has nothing in common gets 488 when it is answered', async () => {
    const { call } = await ring({ body: fakeOffer().replaceAll('PCMU', 'X-ONE').replaceAll('PCMA', 'X-TWO') });
    await expect(Promise.all([call.accept(), box.run(100)])).rejects.toThrow();
    dave.ack(await dave.expectResponse(488, 'INVITE'));
    expect(call.state).toBe('Terminated');
  });

  test('[MED-06] is refused with 480 when the microphone is', async () => {
    const { call } = await ring();
    bob.media.failNext('getDescription', new MediaError('MEDIA_DENIED', 'No.'));
    await expect(Promise.all([call.accept(), box.run(100)])).rejects.toMatchObject({ code: 'MEDIA_DENIED' });
    dave.ack(await dave.expectResponse(480, 'INVITE'));
    expect(call.cause?.code).toBe('MEDIA_DENIED');
  });

  test('[PRO-12] more than ten ringing calls get 486', async () => {
    for (let count = 0; count < 10; count += 1) dave.request('INVITE', 'sip:bob@example.com', { body: fakeOffer() });
    await box.until(() => bob.incoming.length === 10);
    dave.request('INVITE', 'sip:bob@example.com', { body: fakeOffer() });
    dave.ack(await dave.expectResponse(486, 'INVITE'));
    expect(bob.incoming.length).toBe(10);
    for (const call of bob.incoming) void call.reject();
    for (let count = 0; count < 10; count += 1) dave.ack(await dave.expectResponse(480, 'INVITE'));
  });

  test('[SES-06] an answer that comes twice throws InvalidStateError', async () => {
    const { call } = await ring();
    void call.accept();
    await expect(call.accept()).rejects.toMatchObject({ code: 'INVALID_STATE' });
    dave.ack(await dave.expectResponse(200, 'INVITE'));
  });

  test('[PRO-12] an application that throws does not leave the caller ringing for ever', async () => {
    bob.ua.on('invite', () => {
      throw new Error('application');
    });
    const { call } = await ring();
    await dave.expectResponse(180, 'INVITE');
    void call.reject();
    dave.ack(await dave.expectResponse(480, 'INVITE'));
    expect(box.errors.splice(0)).toHaveLength(1);
  });
});

describe('a caller who gives up', () => {
  test('[PRO-02] gets 200 to the CANCEL and 487 to the INVITE', async () => {
    const { call, invite, seen } = await ring();
    dave.cancel(invite);
    await dave.expectResponse(200, 'CANCEL');
    dave.ack(await dave.expectResponse(487, 'INVITE'));
    await box.until(() => call.state === 'Terminated');
    expect(seen).toEqual(['cancel', 'failed', 'terminated']);
    expect(call.cause).toMatchObject({ code: 'CANCELED', by: 'remote' });
  });

  test('[PRO-02] while the answer is being made: no 200 follows, and the answer rejects', async () => {
    const slow = await box.phone('carol', { media: { delay: { getDescription: 500 } } });
    const invite = dave.request('INVITE', 'sip:carol@example.com', { body: fakeOffer() });
    await box.until(() => slow.incoming.length === 1);
    const accepted = slow.incoming[0]?.accept();
    await box.run(100);
    dave.cancel(invite);
    await expect(Promise.all([accepted, box.run(1000)])).rejects.toMatchObject({ code: 'SESSION_ENDED' });
    dave.ack(await dave.expectResponse(487, 'INVITE'));
    await dave.expectNothing(1000, '200 INVITE');
  });

  test('[PRO-02] too late, as the 200 is on its way: the CANCEL changes nothing', async () => {
    const { call, invite } = await ring();
    void call.accept();
    dave.cancel(invite);
    await dave.expectResponse(200, 'CANCEL');
    const ok = await dave.expectResponse('*', 'INVITE');
    dave.ack(ok);
    await box.run(1000);
    // Whichever came first at the far end: one final response, and a state that fits it.
    expect(call.state).toBe(ok.statusCode === 200 ? 'Established' : 'Terminated');
  });

  test('[PRO-02] after the 200 was sent, the call stands', async () => {
    const { call, invite } = await ring();
    void call.accept();
    const ok = await dave.expectResponse(200, 'INVITE');
    dave.cancel(invite);
    await dave.expectNothing(500, '487');
    dave.ack(ok);
    await box.until(() => call.phase === 'established');
  });

  test('[PRO-02] by BYE in the early dialog: 200 to the BYE, 487 to the INVITE', async () => {
    const { call } = await ring();
    const ringing = await dave.expectResponse(180, 'INVITE');
    dave.dialog(ringing).send('BYE');
    await dave.expectResponse(200, 'BYE');
    dave.ack(await dave.expectResponse(487, 'INVITE'));
    expect(call.state).toBe('Terminated');
  });
});

describe('an answer', () => {
  test('[PRO-02] is repeated until its ACK comes', async () => {
    const { call } = await ring();
    void call.accept();
    await dave.expectResponse(200, 'INVITE');
    await dave.expectResponse(200, 'INVITE');
    const third = await dave.expectResponse(200, 'INVITE');
    dave.ack(third);
    await box.until(() => call.phase === 'established');
    dave.flush();
    await dave.expectNothing(10_000, '200');
  });

  test('[PRO-02] without an ACK for 64*T1 ends the call with BYE', async () => {
    const { call } = await ring();
    void call.accept();
    await box.run(32_500);
    dave.respond(await dave.expect('BYE'), 200);
    await box.until(() => call.state === 'Terminated');
    expect(call.cause).toMatchObject({ code: 'NO_ACK', by: 'system' });
  });

  test('[SES-03] hung up before its ACK waits with the BYE until the ACK is here', async () => {
    const { call } = await ring();
    void call.accept();
    const ok = await dave.expectResponse(200, 'INVITE');
    void call.terminate();
    await dave.expectNothing(300, 'BYE');
    dave.ack(ok);
    dave.respond(await dave.expect('BYE'), 200);
    await box.until(() => call.state === 'Terminated');
  });

  test('[PRO-02] is hung up by a BYE that overtakes the ACK', async () => {
    const { call } = await ring();
    void call.accept();
    const ok = await dave.expectResponse(200, 'INVITE');
    const dialog = dave.dialog(ok);
    dialog.send('BYE');
    await dave.expectResponse(200, 'BYE');
    expect(call.state).toBe('Terminated');
    dialog.ack(ok);
    await dave.expectNothing(1000, 'BYE');
  });

  test('[PRO-02] is not disturbed by an INVITE that comes again', async () => {
    const { call, invite } = await ring();
    void call.accept();
    const ok = await dave.expectResponse(200, 'INVITE');
    dave.send(invite);
    await box.run(200);
    dave.ack(ok);
    await box.until(() => call.phase === 'established');
    expect(bob.incoming.length).toBe(1);
  });
});

describe('the established call of a callee', () => {
  test('[PRO-12] answers OPTIONS with what it can do', async () => {
    const { dialog } = await answered();
    dialog.send('OPTIONS');
    const ok = await dave.expectResponse(200, 'OPTIONS');
    expect(ok.header('Accept')).toContain('application/sdp');
    expect(ok.allow).toContain('INVITE');
  });

  test('[SES-10] answers an INFO of no package 200, of an unknown one 469', async () => {
    const { dialog, call } = await answered();
    dialog.send('INFO', { body: 'x', contentType: 'text/plain' });
    await dave.expectResponse(200, 'INFO');
    dialog.send('INFO', { body: 'x', contentType: 'text/plain', headers: ['Info-Package: conference'] });
    await dave.expectResponse(469, 'INFO');
    const infos: string[] = [];
    call.on('info', (request) => infos.push(request.message.body));
    dialog.send('INFO', { body: 'hello', contentType: 'text/plain', headers: ['Info-Package: conference'] });
    await dave.expectResponse(200, 'INFO');
    expect(infos).toEqual(['hello']);
  });

  test('[PRO-09] answers a NOTIFY without subscription 481', async () => {
    const { dialog } = await answered();
    dialog.send('NOTIFY', { headers: ['Event: presence', 'Subscription-State: active'] });
    await dave.expectResponse(481, 'NOTIFY');
  });

  test('[SES-08] refuses a REFER that nobody wants to follow', async () => {
    const { dialog } = await answered();
    dialog.send('REFER', { headers: ['Refer-To: <sip:premium@example.net>'] });
    await dave.expectResponse(603, 'REFER');
    expect(bob.ua.sessions.size).toBe(1);
  });

  test('[SES-08] refuses a REFER without a usable Refer-To', async () => {
    const { dialog } = await answered();
    dialog.send('REFER');
    await dave.expectResponse(400, 'REFER');
    dialog.send('REFER', { headers: ['Refer-To: <mailto:a@example.net>'] });
    await dave.expectResponse(416, 'REFER');
  });
});
