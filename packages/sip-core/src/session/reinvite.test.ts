import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
import { settledIn } from '../testing/outcome.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import type { Session } from './session.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

let box: PhoneBox;
let alice: Phone;
let dave: ScriptedPeer;
let call: Session;
let dialog: ReturnType<ScriptedPeer['dialog']>;

beforeEach(async () => {
  box = new PhoneBox();
  alice = await box.phone('alice');
  dave = box.network.scriptedPeer('dave');
  call = alice.ua.invite('dave');
  const invite = await dave.expect('INVITE');
  dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
  await dave.expect('ACK');
  await box.until(() => call.state === 'Established');
  dialog = dave.dialog(invite);
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(nothing);
  expect(box.errors).toEqual([]);
});

describe('hold', () => {
  test('[SES-04] is true when the far end has agreed, and not before', async () => {
    const held = call.hold();
    const invite = await dave.expect('INVITE');
    expect(invite.body).toContain('a=sendonly');
    expect(call.getSnapshot()).toMatchObject({ hold: { local: false }, pending: ['hold'] });
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    expect(await settledIn(box, held)).toBe('done');
    expect(call.getSnapshot()).toMatchObject({ hold: { local: true, remote: false }, pending: [] });
    await dave.expect('ACK');
  });

  test.each([400, 403, 488, 500, 603])(
    '[SES-04] refused with %i leaves the call as it was, and the next one works',
    async (status) => {
      const held = call.hold();
      dave.respond(await dave.expect('INVITE'), status);
      expect(await settledIn(box, held)).toMatchObject({ code: 'RESPONSE', statusCode: status });
      expect(call.getSnapshot()).toMatchObject({
        state: 'Established',
        hold: { local: false },
        lastError: { code: 'RESPONSE', statusCode: status },
      });
      const again = call.hold();
      const invite = await dave.expect('INVITE');
      dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
      expect(await settledIn(box, again)).toBe('done');
      expect(call.getSnapshot()).toMatchObject({ hold: { local: true }, lastError: null });
    },
  );

  test('[SES-04] asked for twice sends one re-INVITE; the opposite wish waits its turn', async () => {
    const all = Promise.all([call.hold(), call.hold(), call.unhold()]);
    for (const direction of ['sendonly', 'sendrecv']) {
      const invite = await dave.expect('INVITE');
      expect(invite.body).toContain(`a=${direction}`);
      dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    }
    expect(await settledIn(box, all)).toBe('done');
    expect(call.getSnapshot().hold.local).toBe(false);
    await dave.expectNothing(1000, 'INVITE');
  });

  test('[SES-04] by the far end is told, also when it uses inactive', async () => {
    const seen: string[] = [];
    call.on('hold', ({ originator }) => seen.push(`hold ${originator}`));
    call.on('unhold', ({ originator }) => seen.push(`unhold ${originator}`));
    for (const direction of ['sendonly', 'sendrecv', 'inactive', 'sendrecv'] as const) {
      dialog.send('INVITE', { body: fakeOffer({ direction, version: 2 }) });
      dialog.ack(await dave.expectResponse(200, 'INVITE'));
      await box.run(100);
      expect(call.getSnapshot().hold.remote).toBe(direction !== 'sendrecv');
    }
    expect(seen).toEqual(['hold remote', 'unhold remote', 'hold remote', 'unhold remote']);
  });

  test('[SES-04] an answer of inactive to our hold does not mean that they hold us', async () => {
    const held = call.hold();
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body).replaceAll('a=recvonly', 'a=inactive') });
    expect(await settledIn(box, held)).toBe('done');
    expect(call.getSnapshot().hold).toEqual({ local: true, remote: false });
  });

  test('[SES-04] stays on while the far end changes something else', async () => {
    const held = call.hold();
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await settledIn(box, held);
    dialog.send('INVITE', { body: fakeOffer({ version: 3 }) });
    const ok = await dave.expectResponse(200, 'INVITE');
    expect(ok.body).toMatch(/a=(sendonly|inactive)/);
    dialog.ack(ok);
    await box.run(100);
    expect(call.getSnapshot().hold.local).toBe(true);
  });
});

describe('a re-INVITE of ours', () => {
  test('[PRO-03] takes over the Contact of its 2xx', async () => {
    const done = call.reinvite();
    const invite = await dave.expect('INVITE');
    const contact = dave.contact.replace('dave@', 'moved@');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body), contact });
    await settledIn(box, done);
    expect((await dave.expect('ACK')).requestUri.user).toBe('moved');
    void call.terminate();
    const bye = await dave.expect('BYE');
    expect(bye.requestUri.user).toBe('moved');
    dave.respond(bye, 200);
  });

  test('[PRO-07] answered 491 is sent again after 2.1 to 4 s, with a higher CSeq', async () => {
    const done = call.hold();
    const first = await dave.expect('INVITE');
    dave.respond(first, 491);
    const sent = box.clock.now();
    const second = await dave.expect('INVITE');
    const waited = box.clock.now() - sent;
    expect(waited).toBeGreaterThanOrEqual(2100);
    expect(waited).toBeLessThanOrEqual(4050);
    expect(second.cseq.seq).toBeGreaterThan(first.cseq.seq);
    dave.respond(second, 200, { body: fakeAnswer(second.body) });
    expect(await settledIn(box, done)).toBe('done');
  });

  test('[PRO-07] of a callee is sent again after 0 to 2 s', async () => {
    const { callee } = await box.call(await box.phone('carol'), alice);
    const waits: number[] = [];
    box.network.onRequest = (request, user) => {
      if (request.method !== 'INVITE' || user !== 'alice') return undefined;
      waits.push(box.clock.now());
      return waits.length === 1 ? { statusCode: 491 } : undefined;
    };
    expect(await settledIn(box, callee.hold())).toBe('done');
    expect((waits[1] ?? 0) - (waits[0] ?? 0)).toBeLessThanOrEqual(2050);
  });

  test.each([481, 408])('[PRO-03] answered %i ends the call', async (status) => {
    const done = call.hold();
    dave.respond(await dave.expect('INVITE'), status);
    dave.respond(await dave.expect('BYE'), 481);
    expect(await settledIn(box, done)).toBeInstanceOf(Error);
    expect(call.cause).toMatchObject({ code: 'DIALOG_ERROR' });
  });

  test('[PRO-07] with an answer that cannot be used ends the call, as the two sides no longer agree', async () => {
    const done = call.hold();
    dave.respond(await dave.expect('INVITE'), 200, { body: 'v=0' });
    await dave.expect('ACK');
    dave.respond(await dave.expect('BYE'), 200);
    expect(await settledIn(box, done)).toBeInstanceOf(Error);
    expect(call.cause?.code).toBe('BAD_MEDIA_DESCRIPTION');
  });

  test('[PRO-07] without an offer takes theirs and answers in the ACK', async () => {
    const done = call.reinvite({ inviteWithoutSdp: true });
    const invite = await dave.expect('INVITE');
    expect(invite.body).toBe('');
    dave.respond(invite, 200, { body: fakeOffer({ version: 2 }) });
    expect((await dave.expect('ACK')).body).toContain('v=0');
    expect(await settledIn(box, done)).toBe('done');
  });

  test('[PRO-02] a repeated 2xx gets its ACK again', async () => {
    const done = call.hold();
    const invite = await dave.expect('INVITE');
    const ok = dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await settledIn(box, done);
    await dave.expect('ACK');
    dave.send(ok);
    await dave.expect('ACK');
  });

  test('[SES-03] is given up when the call is hung up meanwhile', async () => {
    const done = call.hold();
    const invite = await dave.expect('INVITE');
    void call.terminate();
    const bye = await dave.expect('BYE');
    dave.respond(bye, 200);
    expect(await settledIn(box, done)).toMatchObject({ code: 'SESSION_ENDED' });
    dave.respond(invite, 487);
  });

  test('[SES-03] is given up when the far end hangs up meanwhile', async () => {
    const done = call.hold();
    const invite = await dave.expect('INVITE');
    dialog.send('BYE');
    await dave.expectResponse(200, 'BYE');
    expect(await settledIn(box, done)).toMatchObject({ code: 'SESSION_ENDED' });
    dave.respond(invite, 481);
  });
});

describe('a re-INVITE of theirs', () => {
  test('[PRO-07] while ours is out gets 491 and does not touch the media', async () => {
    const done = call.hold();
    const ours = await dave.expect('INVITE');
    dialog.send('INVITE', { body: fakeOffer({ direction: 'inactive', version: 2 }) });
    await dave.expectResponse(491, 'INVITE');
    dave.respond(ours, 200, { body: fakeAnswer(ours.body) });
    expect(await settledIn(box, done)).toBe('done');
    expect(call.getSnapshot().hold).toEqual({ local: true, remote: false });
  });

  test('[PRO-07] that cannot be agreed to gets 488, and the call and the next offer are fine', async () => {
    dialog.send('INVITE', { body: fakeOffer({ version: 2 }).replaceAll('PCMU', 'X-ONE').replaceAll('PCMA', 'X-TWO') });
    await dave.expectResponse(488, 'INVITE');
    expect(call.getSnapshot().media.audio).toEqual({ local: 'sendrecv', remote: 'sendrecv' });
    dialog.send('INVITE', { body: fakeOffer({ direction: 'sendonly', version: 3 }) });
    dialog.ack(await dave.expectResponse(200, 'INVITE'));
    await box.run(100);
    expect(call.getSnapshot().hold.remote).toBe(true);
    const done = call.hold();
    const ours = await dave.expect('INVITE');
    dave.respond(ours, 200, { body: fakeAnswer(ours.body) });
    expect(await settledIn(box, done)).toBe('done');
  });

  test('[PRO-07] without an offer gets ours, and the answer comes in the ACK', async () => {
    dialog.send('INVITE');
    const ok = await dave.expectResponse(200, 'INVITE');
    expect(ok.body).toContain('a=sendrecv');
    dialog.ack(ok, { body: fakeAnswer(ok.body) });
    await box.run(100);
    expect(call.getSnapshot().media.audio).toEqual({ local: 'sendrecv', remote: 'sendrecv' });
  });

  test('[PRO-07] before the ACK to our 2xx with an offer gets 491 (RFC 5407 section 3.1.5)', async () => {
    dialog.send('INVITE');
    const ok = await dave.expectResponse(200, 'INVITE');
    dialog.send('INVITE', { body: fakeOffer({ version: 2 }) });
    await dave.expectResponse(491, 'INVITE');
    dialog.ack(ok, { body: fakeAnswer(ok.body) });
    await box.run(100);
    expect(call.state).toBe('Established');
  });

  test('[PRO-07] before the ACK to our 2xx with an answer gets 200 (RFC 5407 section 3.1.4)', async () => {
    dialog.send('INVITE', { body: fakeOffer({ version: 2 }) });
    const first = await dave.expectResponse(200, 'INVITE');
    const later = dialog.send('INVITE', { body: fakeOffer({ version: 3, direction: 'sendonly' }) });
    const second = await dave.expectResponse(200, later);
    dialog.ack(first);
    dialog.ack(second);
    await box.run(40_000);
    expect(call.state).toBe('Established');
    expect(call.getSnapshot().hold.remote).toBe(true);
  });

  test('[PRO-02] whose ACK never comes ends the call', async () => {
    dialog.send('INVITE', { body: fakeOffer({ version: 2 }) });
    await dave.expectResponse(200, 'INVITE');
    await box.run(32_500);
    dave.respond(await dave.expect('BYE'), 200);
    await box.until(() => call.state === 'Terminated');
    expect(call.cause?.code).toBe('NO_ACK');
  });

  test('[PRO-03] brings the new Contact, when we accept it', async () => {
    const contact = dave.contact.replace('dave@', 'moved@');
    dialog.send('INVITE', { body: fakeOffer({ version: 2 }), edit: (text) => text.set('Contact', `<${contact}>`) });
    dialog.ack(await dave.expectResponse(200, 'INVITE'));
    void call.terminate();
    const bye = await dave.expect('BYE');
    expect(bye.requestUri.user).toBe('moved');
    dave.respond(bye, 200);
  });

  test('[PRO-12] with a body that cannot be read gets 415', async () => {
    dialog.send('INVITE', { body: '<x/>', contentType: 'application/xml' });
    await dave.expectResponse(415, 'INVITE');
    expect(call.state).toBe('Established');
  });

  test('[PRO-02] whose call ends while we answer gets a final response', async () => {
    const slow = await box.phone('carol', { media: { delay: { getDescription: 300 } } });
    const other = slow.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    await box.until(() => other.state === 'Established');
    const theirs = dave.dialog(invite);
    theirs.send('INVITE', { body: fakeOffer({ version: 2 }) });
    await box.run(50);
    theirs.send('BYE');
    await dave.expectResponse(200, 'BYE');
    await dave.expectResponse(487, 'INVITE');
    await box.until(() => other.state === 'Terminated');
  });
});
