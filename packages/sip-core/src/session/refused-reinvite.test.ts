import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
import { settledIn } from '../testing/outcome.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import type { Inviter } from './inviter.ts';

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

/** A call of ours that stands. */
async function outgoing(): Promise<{ call: Inviter; dialog: Dialog }> {
  const call = alice.ua.invite('dave');
  const invite = await dave.expect('INVITE');
  dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
  await dave.expect('ACK');
  await box.until(() => call.state === 'Established');
  return { call, dialog: dave.dialog(invite) };
}

describe('a re-INVITE of theirs that is canceled', () => {
  test('[PRO-07] gets 487, and the media are rolled back', async () => {
    const slow = await box.phone('carol', { media: { delay: { getDescription: 500 } } });
    const call = slow.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    await box.until(() => call.state === 'Established');
    const dialog = dave.dialog(invite);
    const theirs = dialog.send('INVITE', { body: fakeOffer({ version: 2, direction: 'sendonly' }) });
    await box.run(100);
    await dave.expectResponse(200, dave.cancel(theirs));
    dave.ack(await dave.expectResponse(487, theirs));
    await box.until(() => call.context.negotiation.floor === 'idle');
    expect(slow.media.of(call.id)?.signalingState).toBe('stable');
    expect(call.getSnapshot()).toMatchObject({ state: 'Established', hold: { remote: false } });
    const again = dialog.send('INVITE', { body: fakeOffer({ version: 3, direction: 'sendonly' }) });
    dialog.ack(await dave.expectResponse(200, again));
    expect(call.getSnapshot().hold.remote).toBe(true);
  });

  test('[PRO-02] too late is answered 200, and what we agreed to stands', async () => {
    const { call, dialog } = await outgoing();
    const theirs = dialog.send('INVITE', { body: fakeOffer({ version: 2, direction: 'sendonly' }) });
    const ok = await dave.expectResponse(200, theirs);
    await dave.expectResponse(200, dave.cancel(theirs));
    dialog.ack(ok);
    await box.run(100);
    expect(call.getSnapshot()).toMatchObject({ state: 'Established', hold: { remote: true } });
  });
});

describe('a re-INVITE of ours', () => {
  test.each([300, 302, 305, 380])(
    '[PRO-07] redirected with %i is refused, and nothing is left behind',
    async (status) => {
      const { call } = await outgoing();
      const held = call.hold();
      dave.respond(await dave.expect('INVITE'), status, { contact: 'sip:elsewhere@example.com' });
      expect(await settledIn(box, held)).toMatchObject({ code: 'RESPONSE', statusCode: status });
      expect(alice.media.of(call.id)?.signalingState).toBe('stable');
      const again = call.hold();
      const invite = await dave.expect('INVITE');
      expect(invite.requestUri.user).toBe('dave');
      dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
      await dave.expect('ACK');
      expect(await settledIn(box, again)).toBe('done');
    },
  );

  test('[PRO-04] challenged by the far end itself gets no credentials, and is refused', async () => {
    const { call } = await outgoing();
    const held = call.hold();
    const challenge = 'WWW-Authenticate: Digest realm="elsewhere", nonce="abc", algorithm=MD5';
    dave.respond(await dave.expect('INVITE'), 401, { headers: [challenge] });
    expect(await settledIn(box, held)).toMatchObject({ statusCode: 401 });
    expect(alice.media.of(call.id)?.signalingState).toBe('stable');
    expect(call.state).toBe('Established');
  });

  test('[PRO-04] challenged by our own realm is sent again, next in the dialog, with the same offer', async () => {
    const { call } = await outgoing();
    const held = call.hold();
    const first = await dave.expect('INVITE');
    const challenge = 'WWW-Authenticate: Digest realm="example.com", nonce="fresh", algorithm=SHA-256, qop="auth"';
    dave.respond(first, 401, { headers: [challenge] });
    const second = await dave.expect('INVITE');
    expect(second.cseq.seq).toBe(first.cseq.seq + 1);
    expect(second.body).toBe(first.body);
    expect(second.header('Authorization')).toContain('nonce="fresh"');
    dave.respond(second, 200, { body: fakeAnswer(second.body) });
    await dave.expect('ACK');
    const ack = await dave.expect('ACK');
    expect(ack.header('Authorization')).toBe(second.header('Authorization'));
    expect(await settledIn(box, held)).toBe('done');
    void call.terminate();
    const last = await dave.expect('BYE');
    expect(last.cseq.seq).toBe(second.cseq.seq + 1);
    dave.respond(last, 200);
  });
});

describe('a re-INVITE of theirs without an offer', () => {
  test.each([
    ['without an answer in the ACK leaves the media as they were', undefined, 'Established'],
    ['with an answer in the ACK that cannot be used ends the call', 'v=0', 'Terminated'],
  ] as const)('[PRO-07] %s', async (_, body, state) => {
    const { call, dialog } = await outgoing();
    const ok = await dave.expectResponse(200, dialog.send('INVITE'));
    dialog.ack(ok, body === undefined ? {} : { body });
    if (state === 'Terminated') dave.respond(await dave.expect('BYE'), 200);
    await box.run(100);
    expect(call.state).toBe(state);
    if (state === 'Established') expect(alice.media.of(call.id)?.signalingState).toBe('stable');
    else expect(call.cause?.code).toBe('BAD_MEDIA_DESCRIPTION');
  });
});

describe('a re-INVITE of ours that goes wrong half-way', () => {
  test('[PRO-06] with a reliable answer that cannot be used ends the call', async () => {
    const { call } = await outgoing();
    const held = call.hold({ rel100: 'required' });
    const invite = await dave.expect('INVITE');
    expect(invite.require).toContain('100rel');
    dave.respond(invite, 183, { headers: ['Require: 100rel', 'RSeq: 1'], body: 'v=0' });
    dave.respond(await dave.expect('BYE'), 200);
    expect(await settledIn(box, held)).toMatchObject({ code: 'SESSION_ENDED' });
    expect(call.cause?.code).toBe('BAD_MEDIA_DESCRIPTION');
  });

  test('[PRO-06] with a reliable response without a description goes on', async () => {
    const { call } = await outgoing();
    const held = call.hold({ rel100: 'supported' });
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180, { headers: ['Require: 100rel', 'RSeq: 1'] });
    dave.respond(await dave.expect('PRACK'), 200);
    dave.respond(invite, 183);
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    expect(await settledIn(box, held)).toBe('done');
  });

  test('[PRO-07] without an offer, answered without one, leaves the media as they were', async () => {
    const { call } = await outgoing();
    const done = call.reinvite({ inviteWithoutSdp: true });
    dave.respond(await dave.expect('INVITE'), 200);
    expect((await dave.expect('ACK')).body).toBe('');
    expect(await settledIn(box, done)).toBe('done');
    expect(alice.media.of(call.id)?.signalingState).toBe('stable');
  });

  test('[PRO-07] that is refused with 491 for ever is given up after ten attempts', async () => {
    const { call } = await outgoing();
    const held = call.hold();
    let attempts = 0;
    dave.onMessage = ({ message }) => {
      if (message?.kind !== 'request' || message.method !== 'INVITE') return false;
      attempts += 1;
      dave.respond(message, 491);
      return true;
    };
    expect(await settledIn(box, held)).toMatchObject({ statusCode: 491 });
    expect(attempts).toBe(10);
    expect(call.state).toBe('Established');
    dave.onMessage = undefined;
  });

  test('[PRO-07] that is refused with 500 and a long Retry-After is not tried again', async () => {
    const { call } = await outgoing();
    const held = call.hold();
    dave.respond(await dave.expect('INVITE'), 500, { headers: ['Retry-After: 3600'] });
    expect(await settledIn(box, held)).toMatchObject({ statusCode: 500, retryable: true });
  });
});

describe('a re-INVITE of ours whose final response is lost', () => {
  test('[SES-04] is given up after three minutes, and the call can be changed again', async () => {
    const { call } = await outgoing();
    let outcome: unknown = 'pending';
    void call.hold().catch((error: unknown) => (outcome = error));
    const hold = await dave.expect('INVITE');
    dave.respond(hold, 183);
    await box.run(170_000);
    expect(outcome).toBe('pending');
    dave.respond(hold, 183);
    await box.run(100_000);
    expect(outcome).toBe('pending');
    await box.run(80_000);
    dave.respond(await dave.expect('CANCEL'), 200);
    dave.respond(hold, 487);
    await box.run(100);
    expect(outcome).toMatchObject({ code: 'RESPONSE', statusCode: 487 });
    expect(call.getSnapshot()).toMatchObject({ state: 'Established', hold: { local: false }, pending: [] });
    void call.hold();
    const again = await dave.expect('INVITE');
    dave.respond(again, 200, { body: fakeAnswer(again.body) });
    await box.until(() => call.getSnapshot().hold.local);
  });
});
