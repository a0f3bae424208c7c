import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
import { settledIn } from '../testing/outcome.ts';
import { earlyCall, establishedCall } from '../testing/peer-calls.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';

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

describe('an UPDATE of ours', () => {
  test('[SES-10] without options refreshes our address and leaves the media alone', async () => {
    const { call } = await establishedCall(box, alice, dave);
    const done = call.update();
    const update = await dave.expect('UPDATE');
    expect(update.body).toBe('');
    expect(update.contacts[0]?.uri.host).toBe(alice.ua.userAgent.contact.uri.host);
    expect(update.allow).toContain('UPDATE');
    expect(call.getSnapshot().pending).toEqual(['update']);
    const contact = dave.contact.replace('dave@', 'moved@');
    dave.respond(update, 200, { contact });
    expect(await settledIn(box, done)).toBe('done');
    void call.terminate();
    const bye = await dave.expect('BYE');
    expect(bye.requestUri.user).toBe('moved');
    dave.respond(bye, 200);
  });

  test('[SES-10] offers the media anew when asked to', async () => {
    const { call } = await establishedCall(box, alice, dave);
    const done = call.update({ sessionDescription: true, extraHeaders: ['X-Why: because'] });
    const update = await dave.expect('UPDATE');
    expect(update.header('X-Why')).toBe('because');
    expect(update.body).toContain('a=sendrecv');
    dave.respond(update, 200, { body: fakeAnswer(update.body, { direction: 'sendonly' }) });
    expect(await settledIn(box, done)).toBe('done');
    expect(call.getSnapshot().hold.remote).toBe(true);
  });

  test.each([400, 405, 488, 504])('[SES-10] refused with %i leaves the call as it was', async (status) => {
    const { call } = await establishedCall(box, alice, dave);
    const done = call.update({ sessionDescription: true });
    dave.respond(await dave.expect('UPDATE'), status);
    expect(await settledIn(box, done)).toMatchObject({ code: 'RESPONSE', statusCode: status });
    expect(alice.media.of(call.id)?.signalingState).toBe('stable');
    const again = call.hold();
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    expect(await settledIn(box, again)).toBe('done');
  });

  test.each([481, 408])('[PRO-03] answered %i ends the call', async (status) => {
    const { call } = await establishedCall(box, alice, dave);
    const done = call.update();
    dave.respond(await dave.expect('UPDATE'), status);
    dave.respond(await dave.expect('BYE'), 481);
    expect(await settledIn(box, done)).toMatchObject({ statusCode: status });
    expect(call.cause?.code).toBe('DIALOG_ERROR');
  });

  test('[PRO-03] that nobody answers ends the call', async () => {
    const { call } = await establishedCall(box, alice, dave);
    const done = call.update({ sessionDescription: true });
    await dave.expect('UPDATE');
    const outcome = settledIn(box, done);
    dave.respond(await dave.expect('BYE'), 200);
    expect(await outcome).toMatchObject({ code: 'REQUEST_TIMEOUT' });
    expect(call.state).toBe('Terminated');
  });

  test('[PRO-07] answered 491 is sent again after 2.1 to 4 s', async () => {
    const { call } = await establishedCall(box, alice, dave);
    const done = call.update({ sessionDescription: true });
    dave.respond(await dave.expect('UPDATE'), 491);
    const since = box.clock.now();
    const again = await dave.expect('UPDATE');
    expect(box.clock.now() - since).toBeGreaterThanOrEqual(2100);
    expect(box.clock.now() - since).toBeLessThanOrEqual(4000);
    dave.respond(again, 200, { body: fakeAnswer(again.body) });
    expect(await settledIn(box, done)).toBe('done');
  });

  test('[PRO-07] answered 500 with Retry-After is sent again after that', async () => {
    const { call } = await establishedCall(box, alice, dave);
    const done = call.update({ sessionDescription: true });
    dave.respond(await dave.expect('UPDATE'), 500, { headers: ['Retry-After: 3'] });
    const since = box.clock.now();
    const again = await dave.expect('UPDATE');
    expect(box.clock.now() - since).toBe(3000);
    dave.respond(again, 200, { body: fakeAnswer(again.body) });
    expect(await settledIn(box, done)).toBe('done');
  });

  test('[PRO-07] whose answer cannot be used ends the call, as the two sides no longer agree', async () => {
    const { call } = await establishedCall(box, alice, dave);
    const done = call.update({ sessionDescription: true });
    dave.respond(await dave.expect('UPDATE'), 200, { body: 'v=0' });
    dave.respond(await dave.expect('BYE'), 200);
    expect(await settledIn(box, done)).toBeInstanceOf(Error);
    expect(call.cause?.code).toBe('BAD_MEDIA_DESCRIPTION');
  });

  test('[PRO-07] with an offer, answered without a description, leaves the media as they were', async () => {
    const { call } = await establishedCall(box, alice, dave);
    const done = call.update({ sessionDescription: true });
    dave.respond(await dave.expect('UPDATE'), 200);
    expect(await settledIn(box, done)).toBe('done');
    expect(alice.media.of(call.id)?.signalingState).toBe('stable');
  });

  test('[SES-10] waits for the one before it, and for a re-INVITE', async () => {
    const { call } = await establishedCall(box, alice, dave);
    const all = Promise.all([call.hold(), call.update({ sessionDescription: true }), call.update()]);
    const invite = await dave.expect('INVITE');
    // Without an offer there is nothing to wait for.
    const plain = await dave.expect('UPDATE');
    expect(plain.body).toBe('');
    await dave.expectNothing(100, 'UPDATE');
    dave.respond(plain, 200);
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    const update = await dave.expect('UPDATE');
    expect(update.body).toContain('a=sendonly');
    dave.respond(update, 200, { body: fakeAnswer(update.body) });
    expect(await settledIn(box, all)).toBe('done');
  });

  test('[SES-10] before there is a dialog, or when it is over, throws', async () => {
    const call = alice.ua.invite('dave');
    await expect(call.update()).rejects.toMatchObject({ code: 'INVALID_STATE' });
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 486);
    await box.until(() => call.state === 'Terminated');
    await expect(call.update()).rejects.toMatchObject({ code: 'SESSION_ENDED' });
  });

  test('[SES-10] is given up when the call ends meanwhile', async () => {
    const { call, dialog } = await establishedCall(box, alice, dave);
    const done = call.update({ sessionDescription: true });
    await dave.expect('UPDATE');
    dialog.send('BYE');
    expect(await settledIn(box, done)).toMatchObject({ code: 'SESSION_ENDED' });
  });
});

describe('an UPDATE of ours before the call is taken', () => {
  test('[PRO-06] goes in the early dialog, with an offer once ours was answered reliably', async () => {
    const { call, dialog, finish } = await earlyCall(box, alice, dave);
    const done = call.update({ sessionDescription: true });
    const update = await dave.expect('UPDATE');
    expect(update.toTag).toBe(dialog.local.split('tag=')[1]);
    dave.respond(update, 200, { body: fakeAnswer(update.body, { direction: 'recvonly' }) });
    expect(await settledIn(box, done)).toBe('done');
    await finish();
    expect(call.getSnapshot().media.audio?.remote).toBe('recvonly');
  });

  test('[PRO-07] waits with its offer until ours was answered', async () => {
    const call = alice.ua.invite('dave', { rel100: 'supported' });
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180);
    await box.until(() => call.phase === 'ringing');
    const done = call.update({ sessionDescription: true });
    await dave.expectNothing(1000, 'UPDATE');
    dave.respond(invite, 183, { headers: ['Require: 100rel', 'RSeq: 1'], body: fakeAnswer(invite.body) });
    dave.respond(await dave.expect('PRACK'), 200);
    const update = await dave.expect('UPDATE');
    dave.respond(update, 200, { body: fakeAnswer(update.body) });
    expect(await settledIn(box, done)).toBe('done');
    dave.respond(invite, 486);
    await box.until(() => call.state === 'Terminated');
  });

  test('[SES-10] refused with 481 leaves the INVITE to its final response', async () => {
    const { call, finish } = await earlyCall(box, alice, dave);
    const done = call.update();
    dave.respond(await dave.expect('UPDATE'), 481);
    expect(await settledIn(box, done)).toMatchObject({ statusCode: 481 });
    await finish();
    expect(call.state).toBe('Established');
  });

  test('[SES-10] of a callee offers once its own answer was acknowledged', async () => {
    const sent = dave.request('INVITE', 'sip:alice@example.com', { body: fakeOffer(), headers: ['Require: 100rel'] });
    await box.until(() => alice.incoming.length === 1);
    const call = alice.incoming[0]!;
    void call.progress({ statusCode: 183, sessionDescription: true });
    const ringing = await dave.expectResponse(180, sent);
    const dialog = dave.dialog(ringing);
    dialog.send('PRACK', { headers: [`RAck: ${ringing.rseq} 1 INVITE`] });
    const session = await dave.expectResponse(183, sent);
    const done = call.update({ sessionDescription: true });
    await dave.expectNothing(100, 'UPDATE');
    dialog.send('PRACK', { headers: [`RAck: ${session.rseq} 1 INVITE`] });
    const update = await dave.expect('UPDATE');
    dave.respond(update, 200, { body: fakeAnswer(update.body) });
    expect(await settledIn(box, done)).toBe('done');
    void call.accept();
    const ok = await dave.expectResponse(200, sent);
    expect(ok.body).toBe('');
    dave.ack(ok);
    await box.run(100);
  });
});

describe('the flow of RFC 3311 section 8', () => {
  test('[SES-10] both sides change the media before the call is taken', async () => {
    const bob = await box.phone('bob');
    const caller = alice.ua.invite('bob', { rel100: 'supported' });
    await box.until(() => bob.incoming.length === 1);
    const callee = bob.incoming[0]!;
    void callee.progress({ statusCode: 183, rel100: 'supported', sessionDescription: true });
    await box.until(() => caller.phase === 'early');
    const hold = { sessionDescription: true, sessionDescriptionHandlerOptions: { hold: true } };
    expect(await settledIn(box, caller.update(hold))).toBe('done');
    expect(callee.getSnapshot().hold.remote).toBe(true);
    expect(await settledIn(box, callee.update({ sessionDescription: true }))).toBe('done');
    void callee.accept();
    await box.until(() => caller.state === 'Established' && callee.context.negotiation.floor === 'idle');
    const [ok] = box.network.trace.find((message) => message.text.includes('200 OK') && message.method === 'INVITE');
    expect(ok?.text).not.toContain('v=0');
  });
});
