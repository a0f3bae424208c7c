import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
import type { MessageText } from '../testing/message-text.ts';
import { settledIn } from '../testing/outcome.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { RequestOptions, ScriptedPeer } from '../testing/scripted-peer.ts';
import type { Invitation } from './invitation.ts';
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

/** A call of theirs that we have answered, without their ACK: the moratorium of RFC 5407 section 2. */
async function moratorium(options: RequestOptions = { body: fakeOffer() }) {
  const invite: MessageText = dave.request('INVITE', 'sip:alice@example.com', options);
  await box.until(() => alice.incoming.length > 0);
  const call: Invitation = alice.incoming.at(-1)!;
  await dave.expectResponse(180, 'INVITE');
  void call.accept();
  const ok = await dave.expectResponse(200, 'INVITE');
  return { call, invite, ok, dialog: dave.dialog(ok) };
}

/** Ends a call from the far end. */
async function bye(dialog: Dialog): Promise<void> {
  await dave.expectResponse(200, dialog.send('BYE'));
}

describe('after our 2xx, before its ACK (RFC 5407 section 3.1)', () => {
  test('[PRO-02] 3.1.1: the INVITE coming again makes no second call and no second answer', async () => {
    const { call, invite, ok, dialog } = await moratorium();
    dave.send(invite);
    await box.run(100);
    expect(alice.incoming.length).toBe(1);
    const again = await dave.expectResponse(200, 'INVITE');
    expect(again.body).toBe(ok.body);
    dialog.ack(ok);
    await box.run(10);
    const ours = (): number =>
      box.network.trace.find('200 INVITE').filter(({ user, direction }) => user === 'alice' && direction === 'in')
        .length;
    const before = ours();
    dave.send(invite);
    await box.run(5000);
    expect(ours()).toBe(before);
    expect(call.state).toBe('Established');
    await bye(dialog);
  });

  test('[PRO-02] 3.1.2: a CANCEL gets 200 and changes nothing', async () => {
    const { call, invite, ok, dialog } = await moratorium();
    await dave.expectResponse(200, dave.cancel(invite));
    expect(call.state).toBe('Established');
    dialog.ack(ok);
    await bye(dialog);
    expect(call.cause?.code).toBe('HUNG_UP');
  });

  test('[PRO-02] 3.1.3: a BYE sent in the early dialog ends the call; the INVITE keeps its 200', async () => {
    const { call, ok, dialog } = await moratorium();
    await bye(dialog);
    expect(call.state).toBe('Terminated');
    dialog.ack(ok);
    dave.flush();
    await dave.expectNothing(40_000, '*');
  });

  test('[PRO-07] 3.1.4: a re-INVITE is answered when our 2xx had the answer', async () => {
    const { call, ok, dialog } = await moratorium();
    const again = dialog.send('INVITE', { cseq: 2, body: fakeOffer({ version: 2, direction: 'sendonly' }) });
    const second = await dave.expectResponse(200, again);
    dialog.ack(second);
    dialog.ack(ok);
    await box.until(() => call.context.negotiation.floor === 'idle');
    expect(call.getSnapshot().hold.remote).toBe(true);
    await box.run(40_000);
    expect(call.state).toBe('Established');
    await bye(dialog);
  });

  test('[PRO-07] 3.1.5: a re-INVITE gets 491 when our 2xx had an offer, whose answer is on its way', async () => {
    const { call, ok, dialog } = await moratorium({});
    const early = dialog.send('INVITE', { cseq: 2, body: fakeOffer({ version: 2 }) });
    dave.ack(await dave.expectResponse(491, early));
    dialog.ack(ok, { body: fakeAnswer(ok.body) });
    await box.until(() => call.context.negotiation.floor === 'idle');
    const later = dialog.send('INVITE', { cseq: 3, body: fakeOffer({ version: 2 }) });
    dialog.ack(await dave.expectResponse(200, later));
    await bye(dialog);
  });

  test('[PRO-07] 3.1.5: so does an UPDATE with an offer; one without gets 200', async () => {
    const { call, ok, dialog } = await moratorium({});
    await dave.expectResponse(491, dialog.send('UPDATE', { body: fakeOffer({ version: 2 }) }));
    await dave.expectResponse(200, dialog.send('UPDATE'));
    dialog.ack(ok, { body: fakeAnswer(ok.body) });
    await box.until(() => call.context.negotiation.floor === 'idle');
    await bye(dialog);
  });

  test('[PRO-02] 3.1.6: a BYE that overtook the ACK ends the call, and the ACK does nothing', async () => {
    const { call, ok, dialog } = await moratorium();
    const sent = dialog.build('ACK', { cseq: 1 });
    await bye(dialog);
    expect(call.state).toBe('Terminated');
    dave.send(sent);
    dialog.ack(ok);
    dave.flush();
    await dave.expectNothing(40_000, '*');
  });

  test('[SES-03] our hang-up waits for the ACK, or until none can come', async () => {
    const { call, ok, dialog } = await moratorium();
    void call.terminate();
    await dave.expectNothing(400, 'BYE');
    dialog.ack(ok);
    dave.respond(await dave.expect('BYE'), 200);
    await box.until(() => call.state === 'Terminated');
  });
});

describe('after our BYE (RFC 5407 section 3.2)', () => {
  test('[PRO-03] 3.2.1: theirs crossing ours gets 200, and both are over', async () => {
    const { call, dialog } = await outgoing();
    void call.terminate();
    const ours = await dave.expect('BYE');
    await bye(dialog);
    dave.respond(ours, 200);
    await box.run(10);
    expect(call.state).toBe('Terminated');
  });

  test('[PRO-03] 3.2.1: two phones that hang up at once are both done, without an error', async () => {
    const other = new PhoneBox({ latency: 40 });
    const { caller, callee } = await other.call(await other.phone('alice'), await other.phone('bob'));
    let ended = 0;
    for (const session of [caller, callee]) {
      session.on('terminated', () => (ended += 1));
      void session.terminate();
    }
    await other.run(1000);
    expect(ended).toBe(2);
    await other.close();
    expect(other.leaks()).toEqual(nothing);
  });

  test.each(['INVITE', 'UPDATE', 'INFO', 'REFER'])('[PRO-03] 3.2.2, 3.3.3: %s crossing it gets 481', async (method) => {
    const { call, dialog } = await outgoing();
    void call.terminate();
    const ours = await dave.expect('BYE');
    const headers = method === 'REFER' ? ['Refer-To: <sip:carol@example.com>'] : [];
    const body = method === 'REFER' ? {} : { body: fakeOffer({ version: 2 }) };
    const crossing = dialog.send(method, { headers, ...body });
    const refused = await dave.expectResponse(481, crossing);
    if (method === 'INVITE') dave.ack(refused);
    dave.respond(ours, 200);
    await box.until(() => call.state === 'Terminated');
  });

  test('[PRO-02] 3.2.3: the 2xx to a re-INVITE of ours gets its ACK, and revives nothing', async () => {
    const { call } = await outgoing();
    const held = call.hold();
    const invite = await dave.expect('INVITE');
    void call.terminate();
    const ours = await dave.expect('BYE');
    const ok = dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    expect((await dave.expect('ACK')).cseq.seq).toBe(invite.cseq.seq);
    dave.respond(ours, 200);
    expect(await settledIn(box, held)).toMatchObject({ code: 'SESSION_ENDED' });
    expect(call.state).toBe('Terminated');
    dave.send(ok);
    await dave.expect('ACK');
  });

  test('[PRO-02] 3.2.4: a late ACK does nothing', async () => {
    const { call, ok, dialog } = await moratorium();
    const ack = dialog.ack(ok);
    await box.until(() => call.context.negotiation.floor === 'idle');
    void call.terminate();
    const ours = await dave.expect('BYE');
    dave.send(ack);
    await box.run(100);
    expect(call.state).toBe('Terminating');
    dave.respond(ours, 200);
    await box.until(() => call.state === 'Terminated');
  });

  test('[PRO-02] appendix B: a re-INVITE of theirs that still waits gets 487', async () => {
    const slow = await box.phone('carol', { media: { delay: { getDescription: 500 } } });
    const call = slow.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    await box.until(() => call.state === 'Established');
    const theirs = dave.dialog(invite).send('INVITE', { body: fakeOffer({ version: 2 }) });
    await box.run(100);
    void call.terminate();
    dave.respond(await dave.expect('BYE'), 200);
    const refused = await dave.expectResponse(487, theirs);
    dave.ack(refused);
    await box.until(() => call.state === 'Terminated');
  });
});

describe('offers that cross (RFC 5407 section 3.3)', () => {
  test('[PRO-07] 3.3.1: both re-INVITEs get 491; theirs, tried again first, is taken while ours waits', async () => {
    const { call, dialog } = await outgoing();
    const held = call.hold();
    const ours = await dave.expect('INVITE');
    const theirs = dialog.send('INVITE', { body: fakeOffer({ version: 2, direction: 'sendonly' }) });
    dave.ack(await dave.expectResponse(491, theirs));
    dave.respond(ours, 491);
    await box.run(1000);
    const again = dialog.send('INVITE', { body: fakeOffer({ version: 2, direction: 'sendonly' }) });
    dialog.ack(await dave.expectResponse(200, again));
    const retry = await dave.expect('INVITE');
    expect(retry.cseq.seq).toBeGreaterThan(ours.cseq.seq);
    dave.respond(retry, 200, { body: fakeAnswer(retry.body, { direction: 'sendonly' }) });
    await dave.expect('ACK');
    expect(await settledIn(box, held)).toBe('done');
    expect(call.getSnapshot().hold).toEqual({ local: true, remote: true });
  });

  test('[PRO-07] 3.3.2: an UPDATE of ours with an offer and a re-INVITE both get 491', async () => {
    const { call, dialog } = await outgoing();
    const done = call.update({ sessionDescription: true });
    const ours = await dave.expect('UPDATE');
    const theirs = dialog.send('INVITE', { body: fakeOffer({ version: 2 }) });
    dave.ack(await dave.expectResponse(491, theirs));
    dave.respond(ours, 491);
    const retry = await dave.expect('UPDATE');
    dave.respond(retry, 200, { body: fakeAnswer(retry.body) });
    expect(await settledIn(box, done)).toBe('done');
  });

  test('[PRO-07] 3.3.2: a re-INVITE of ours and an UPDATE with an offer both get 491', async () => {
    const { call, dialog } = await outgoing();
    const done = call.hold();
    const ours = await dave.expect('INVITE');
    await dave.expectResponse(491, dialog.send('UPDATE', { body: fakeOffer({ version: 2 }) }));
    dave.respond(ours, 491);
    const retry = await dave.expect('INVITE');
    dave.respond(retry, 200, { body: fakeAnswer(retry.body) });
    expect(await settledIn(box, done)).toBe('done');
  });

  test('[PRO-07] 3.3.2: an UPDATE without an offer crosses whatever it likes: all succeed', async () => {
    const { call, dialog } = await outgoing();
    const done = call.update();
    const ours = await dave.expect('UPDATE');
    const theirs = dialog.send('INVITE', { body: fakeOffer({ version: 2 }) });
    dialog.ack(await dave.expectResponse(200, theirs));
    await dave.expectResponse(200, dialog.send('UPDATE'));
    await dave.expectResponse(200, dialog.send('UPDATE', { body: fakeOffer({ version: 3 }) }));
    dave.respond(ours, 200);
    expect(await settledIn(box, done)).toBe('done');
  });
});

describe('requests before there is an answer', () => {
  test('[PRO-07] a second INVITE in the dialog of one that we are answering gets 500', async () => {
    const sent = dave.request('INVITE', 'sip:alice@example.com', { body: fakeOffer() });
    const ringing = await dave.expectResponse(180, sent);
    const second = dave.dialog(ringing).send('INVITE', { cseq: 2, body: fakeOffer({ version: 2 }) });
    const refused = await dave.expectResponse(500, second);
    expect(refused.retryAfter?.seconds).toBeLessThanOrEqual(10);
    dave.ack(refused);
    void alice.incoming[0]?.reject();
    dave.ack(await dave.expectResponse(480, sent));
  });

  test('[PRO-07] an INVITE of the callee in the early dialog of ours gets 491', async () => {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180);
    await box.until(() => call.phase === 'ringing');
    const theirs = dave.dialog(invite).send('INVITE', { body: fakeOffer() });
    dave.ack(await dave.expectResponse(491, theirs));
    dave.respond(invite, 486);
    await box.until(() => call.state === 'Terminated');
  });

  test('[PRO-03] a request with a number that is too low gets 500, and a repeated one its old answer', async () => {
    const { call, dialog } = await outgoing();
    const update = dialog.send('UPDATE', { cseq: 7 });
    await dave.expectResponse(200, update);
    const late = dialog.build('UPDATE', { cseq: 6 });
    dave.send(late);
    await dave.expectResponse(500, late);
    expect(call.state).toBe('Established');
  });
});
