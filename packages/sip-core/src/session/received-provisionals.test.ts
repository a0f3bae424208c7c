import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncomingRequest } from '../message/incoming-message.ts';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { RespondOptions, ScriptedPeer } from '../testing/scripted-peer.ts';
import { C } from '../ua/constants.ts';
import type { Inviter, InviterOptions } from './inviter.ts';

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

async function place(options: InviterOptions = {}): Promise<{ call: Inviter; invite: IncomingRequest }> {
  const call = alice.ua.invite('dave', { rel100: C.supported.SUPPORTED, ...options });
  return { call, invite: await dave.expect('INVITE') };
}

/** A reliable provisional response. */
function reliable(invite: IncomingRequest, statusCode: number, rseq: number, options: RespondOptions = {}) {
  return dave.respond(invite, statusCode, { ...options, headers: ['Require: 100rel', `RSeq: ${rseq}`] });
}

/** Ends a call that is not answered. */
async function refuse(call: Inviter, invite: IncomingRequest): Promise<void> {
  dave.respond(invite, 486);
  await box.until(() => call.state === 'Terminated');
}

describe('an INVITE of ours', () => {
  test.each([
    [undefined, false, false],
    [C.supported.UNSUPPORTED, false, false],
    [C.supported.SUPPORTED, true, false],
    [C.supported.REQUIRED, true, true],
  ] as const)(
    '[PRO-06] with rel100 %s lists 100rel in Supported: %s, in Require: %s',
    async (use, supported, required) => {
      const call = alice.ua.invite('dave', use === undefined ? {} : { rel100: use });
      const invite = await dave.expect('INVITE');
      expect(invite.supported.includes('100rel')).toBe(supported);
      expect(invite.require.includes('100rel')).toBe(required);
      await refuse(call, invite);
    },
  );
});

describe('a reliable provisional response', () => {
  test('[PRO-06] gets a PRACK in its early dialog, which names it in RAck', async () => {
    const { call, invite } = await place();
    const contact = dave.contact.replace('dave@', 'desk@');
    reliable(invite, 180, 4711, { contact });
    const prack = await dave.expect('PRACK');
    expect(prack.rack).toEqual({ rseq: 4711, seq: invite.cseq.seq, method: 'INVITE' });
    expect(prack.toTag).toBe(dave.tagFor(invite));
    expect(prack.requestUri.user).toBe('desk');
    expect(prack.cseq.seq).toBe(invite.cseq.seq + 1);
    expect(prack.require).not.toContain('100rel');
    expect(prack.body).toBe('');
    dave.respond(prack, 200);
    expect(call.phase).toBe('ringing');
    await refuse(call, invite);
  });

  test('[PRO-06] that comes again has no effect, and no PRACK once that was answered', async () => {
    const { call, invite } = await place();
    let progress = 0;
    call.on('progress', (response) => (progress += response?.statusCode === 180 ? 1 : 0));
    const ringing = reliable(invite, 180, 1);
    const prack = await dave.expect('PRACK');
    // Lost on the way: they repeat the response, we the PRACK.
    dave.send(ringing);
    const again = await dave.expect('PRACK');
    expect(again.rack).toEqual(prack.rack);
    dave.respond(again, 200);
    await box.run(10);
    dave.send(ringing);
    await dave.expectNothing(2000, 'PRACK');
    expect(progress).toBe(1);
    dave.respond(prack, 481);
    await refuse(call, invite);
  });

  test('[PRO-06] that comes too early waits for those before it', async () => {
    const { call, invite } = await place();
    const seen: (number | undefined)[] = [];
    call.on('progress', (response) => seen.push(response?.statusCode));
    reliable(invite, 180, 10);
    dave.respond(await dave.expect('PRACK'), 200);
    const early = reliable(invite, 183, 12);
    await dave.expectNothing(100, 'PRACK');
    reliable(invite, 182, 11);
    dave.respond(await dave.expect('PRACK'), 200);
    dave.send(early);
    expect((await dave.expect('PRACK')).rack?.rseq).toBe(12);
    expect(seen).toEqual([180, 182, 183]);
    await refuse(call, invite);
  });

  test('[PRO-06] is counted for each fork by itself', async () => {
    const { call, invite } = await place();
    reliable(invite, 180, 100, { toTag: 'one' });
    reliable(invite, 180, 7, { toTag: 'two' });
    const pracks = [await dave.expect('PRACK'), await dave.expect('PRACK')];
    expect(pracks.map((prack) => [prack.toTag, prack.rack?.rseq])).toEqual([
      ['one', 100],
      ['two', 7],
    ]);
    for (const prack of pracks) dave.respond(prack, 200);
    await refuse(call, invite);
  });

  test('[PRO-06] a 100 is never reliable, whatever it says', async () => {
    const { call, invite } = await place();
    reliable(invite, 100, 1);
    await dave.expectNothing(1000, 'PRACK');
    await refuse(call, invite);
  });

  test('[PRO-06] is acknowledged while we give the call up', async () => {
    const { call, invite } = await place();
    reliable(invite, 180, 1);
    dave.respond(await dave.expect('PRACK'), 200);
    void call.terminate();
    await dave.expect('CANCEL');
    reliable(invite, 183, 2, { body: fakeAnswer(invite.body) });
    dave.respond(await dave.expect('PRACK'), 200);
    dave.respond(invite, 487);
    await box.until(() => call.state === 'Terminated');
    expect(call.cause?.code).toBe('CANCELED');
  });

  test('[PRO-06] whose PRACK is refused leaves the call to its final response', async () => {
    const { call, invite } = await place();
    reliable(invite, 180, 1);
    dave.respond(await dave.expect('PRACK'), 481);
    await box.run(100);
    expect(call.phase).toBe('ringing');
    await refuse(call, invite);
  });
});

describe('an answer in a reliable provisional response', () => {
  test('[PRO-06] is the answer: the media flow, and the 2xx needs none', async () => {
    const { call, invite } = await place();
    reliable(invite, 183, 1, { body: fakeAnswer(invite.body) });
    dave.respond(await dave.expect('PRACK'), 200);
    await box.until(() => call.phase === 'early');
    expect(call.getSnapshot()).toMatchObject({ earlyMedia: true, media: { audio: { local: 'sendrecv' } } });
    expect(alice.media.of(call.id)?.signalingState).toBe('stable');
    dave.respond(invite, 200);
    expect((await dave.expect('ACK')).body).toBe('');
    await box.until(() => call.state === 'Established');
    expect(alice.media.of(call.id)?.remoteDescriptions.length).toBe(1);
  });

  test('[PRO-06] repeated in the 2xx, or different there, changes nothing', async () => {
    const { call, invite } = await place();
    reliable(invite, 183, 1, { body: fakeAnswer(invite.body) });
    dave.respond(await dave.expect('PRACK'), 200);
    dave.respond(invite, 200, { body: fakeAnswer(invite.body, { direction: 'sendonly' }) });
    await dave.expect('ACK');
    await box.until(() => call.state === 'Established');
    expect(call.getSnapshot().hold.remote).toBe(false);
  });

  test('[PRO-06] after a preview in an unreliable one counts', async () => {
    const { call, invite } = await place();
    dave.respond(invite, 183, { body: fakeAnswer(invite.body) });
    await box.until(() => call.phase === 'early');
    expect(alice.media.of(call.id)?.signalingState).toBe('have-remote-pranswer');
    reliable(invite, 183, 1, { body: fakeAnswer(invite.body) });
    dave.respond(await dave.expect('PRACK'), 200);
    expect(alice.media.of(call.id)?.signalingState).toBe('stable');
    await refuse(call, invite);
  });

  test('[PRO-06] that cannot be used ends the call: it is acknowledged and canceled', async () => {
    const { call, invite } = await place();
    reliable(invite, 183, 1, { body: 'v=0' });
    dave.respond(await dave.expect('CANCEL'), 200);
    dave.respond(await dave.expect('PRACK'), 200);
    dave.respond(invite, 487);
    await box.until(() => call.state === 'Terminated');
    expect(call.cause?.code).toBe('BAD_MEDIA_DESCRIPTION');
  });

  test('[MED-04] of a fork that does not answer the call: the one that does gets the media by a new offer', async () => {
    const { call, invite } = await place();
    reliable(invite, 183, 1, { toTag: 'one', body: fakeAnswer(invite.body) });
    dave.respond(await dave.expect('PRACK'), 200);
    await box.until(() => call.phase === 'early');
    dave.respond(invite, 200, { toTag: 'two', body: fakeAnswer(invite.body) });
    expect((await dave.expect('ACK')).toTag).toBe('two');
    const anew = await dave.expect('INVITE');
    expect(anew.toTag).toBe('two');
    expect(alice.media.of(call.id)?.lastOptions).toMatchObject({ iceRestart: true, newParty: true });
    dave.respond(anew, 200, { body: fakeAnswer(anew.body) });
    await dave.expect('ACK');
    await box.until(() => call.context.negotiation.floor === 'idle');
    expect(call.state).toBe('Established');
  });

  test('[MED-04] of two forks: each is acknowledged, and the second may win as well', async () => {
    const { call, invite } = await place();
    reliable(invite, 183, 1, { toTag: 'one', body: fakeAnswer(invite.body) });
    dave.respond(await dave.expect('PRACK'), 200);
    reliable(invite, 183, 1, { toTag: 'two', body: fakeAnswer(invite.body) });
    dave.respond(await dave.expect('PRACK'), 200);
    dave.respond(invite, 200, { toTag: 'two' });
    await dave.expect('ACK');
    const anew = await dave.expect('INVITE');
    dave.respond(anew, 200, { body: fakeAnswer(anew.body) });
    await dave.expect('ACK');
    await box.until(() => call.context.negotiation.floor === 'idle');
    expect(call.state).toBe('Established');
  });

  test('[MED-04] of a fork whose rival answers, and will not take the new offer, ends the call', async () => {
    const { call, invite } = await place();
    reliable(invite, 183, 1, { toTag: 'one', body: fakeAnswer(invite.body) });
    dave.respond(await dave.expect('PRACK'), 200);
    dave.respond(invite, 200, { toTag: 'two', body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    dave.respond(await dave.expect('INVITE'), 488);
    dave.respond(await dave.expect('BYE'), 200);
    await box.until(() => call.state === 'Terminated');
  });
});

describe('an offer in a reliable provisional response', () => {
  test('[PRO-06] to an INVITE without one gets its answer in the PRACK', async () => {
    const { call, invite } = await place({ inviteWithoutSdp: true });
    expect(invite.body).toBe('');
    reliable(invite, 183, 1, { body: fakeOffer() });
    const prack = await dave.expect('PRACK');
    expect(prack.contentType?.type).toBe('application/sdp');
    expect(prack.body).toContain('a=setup:active');
    dave.respond(prack, 200);
    await box.until(() => call.phase === 'early');
    dave.respond(invite, 200);
    expect((await dave.expect('ACK')).body).toBe('');
    await box.until(() => call.state === 'Established');
    expect(call.getSnapshot().media.audio).toEqual({ local: 'sendrecv', remote: 'sendrecv' });
  });

  test('[PRO-06] repeated before we have answered has one answer', async () => {
    const slow = await box.phone('carol', { media: { delay: { getDescription: 700 } } });
    const call = slow.ua.invite('dave', { rel100: 'supported', inviteWithoutSdp: true });
    const invite = await dave.expect('INVITE');
    const early = reliable(invite, 183, 1, { body: fakeOffer() });
    await box.run(500);
    dave.send(early);
    const prack = await dave.expect('PRACK');
    expect(prack.body).toContain('v=0');
    dave.respond(prack, 200);
    await dave.expectNothing(1000, 'PRACK');
    await refuse(call, invite);
  });

  test('[PRO-06] missing, the offer comes in the 2xx as ever', async () => {
    const { call, invite } = await place({ inviteWithoutSdp: true });
    reliable(invite, 180, 1);
    dave.respond(await dave.expect('PRACK'), 200);
    dave.respond(invite, 200, { body: fakeOffer() });
    expect((await dave.expect('ACK')).body).toContain('v=0');
    await box.until(() => call.state === 'Established');
  });
});

describe('reliable provisional responses to a re-INVITE', () => {
  test('[PRO-06] are acknowledged, and their answer counts', async () => {
    const { call, invite } = await place();
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    await box.until(() => call.state === 'Established');
    const held = call.hold({ rel100: 'supported' });
    const reinvite = await dave.expect('INVITE');
    expect(reinvite.supported).toContain('100rel');
    reliable(reinvite, 183, 5, { body: fakeAnswer(reinvite.body) });
    const prack = await dave.expect('PRACK');
    expect(prack.rack).toEqual({ rseq: 5, seq: reinvite.cseq.seq, method: 'INVITE' });
    dave.respond(prack, 200);
    dave.respond(reinvite, 200);
    await dave.expect('ACK');
    await held;
    expect(call.getSnapshot().hold.local).toBe(true);
  });

  test('[PRO-07] a refusal after that brings both sides back to one view by a new offer (RFC 6141 section 3.4)', async () => {
    const { call, invite } = await place();
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    await box.until(() => call.state === 'Established');
    const held = call.hold({ rel100: 'supported' });
    const reinvite = await dave.expect('INVITE');
    reliable(reinvite, 183, 5, { body: fakeAnswer(reinvite.body) });
    dave.respond(await dave.expect('PRACK'), 200);
    dave.respond(reinvite, 488);
    const [anew] = await Promise.all([dave.expect('INVITE'), expect(held).rejects.toMatchObject({ statusCode: 488 })]);
    expect(anew.body).toContain('a=sendrecv');
    dave.respond(anew, 200, { body: fakeAnswer(anew.body) });
    await dave.expect('ACK');
    await box.run(10);
    expect(call.getSnapshot()).toMatchObject({ hold: { local: false }, media: { audio: { local: 'sendrecv' } } });
  });

  test('[PRO-06] an offer in one, to a re-INVITE without, is answered in the PRACK', async () => {
    const { call, invite } = await place();
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    await box.until(() => call.state === 'Established');
    const done = call.reinvite({ rel100: 'supported', inviteWithoutSdp: true });
    const reinvite = await dave.expect('INVITE');
    reliable(reinvite, 183, 5, { body: fakeOffer({ version: 2 }) });
    const prack = await dave.expect('PRACK');
    expect(prack.body).toContain('v=0');
    dave.respond(prack, 200);
    dave.respond(reinvite, 200);
    expect((await dave.expect('ACK')).body).toBe('');
    await done;
  });
});
