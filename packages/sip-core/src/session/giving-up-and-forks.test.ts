import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeAnswer } from '../testing/fake-sdp.ts';
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

/** The names of a session's events, in their order. */
function recordEvents(session: Inviter): string[] {
  const seen: string[] = [];
  for (const name of [
    'progress',
    'accepted',
    'confirmed',
    'rejected',
    'failed',
    'cancel',
    'bye',
    'terminated',
  ] as const) {
    session.on(name, () => seen.push(name));
  }
  return seen;
}

describe('giving a call up', () => {
  test('[SES-06] before the INVITE is out sends nothing', async () => {
    const slow = await box.phone('bob', { media: { delay: { getDescription: 500 } } });
    const call = slow.ua.invite('dave');
    await box.run(100);
    void call.terminate();
    await box.until(() => call.state === 'Terminated');
    expect(call.cause).toMatchObject({ code: 'CANCELED', by: 'local' });
    await dave.expectNothing(2000);
  });

  test('[SES-06] before any response waits with the CANCEL until there is one', async () => {
    box.network.faults.delay('100', 400);
    const call = alice.ua.invite('dave');
    await box.run(50);
    void call.cancel();
    expect(call.state).toBe('Terminating');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180);
    const cancel = await dave.expect('CANCEL');
    dave.respond(cancel, 200);
    dave.respond(invite, 487);
    await box.until(() => call.state === 'Terminated');
    expect(call.cause).toMatchObject({ code: 'CANCELED', by: 'local', statusCode: 487 });
  });

  test('[SES-07] while it rings: cancel, rejected, failed, terminated', async () => {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180);
    await box.until(() => call.phase === 'ringing');
    const seen = recordEvents(call);
    const done = call.cancel({ status_code: 480, reason_phrase: 'Changed "my" mind' });
    const cancel = await dave.expect('CANCEL');
    dave.respond(cancel, 200);
    dave.respond(invite, 487);
    await Promise.all([done, box.run(100)]);
    expect(seen).toEqual(['cancel', 'rejected', 'failed', 'terminated']);
  });

  test('[PRO-02] an answer that crosses the CANCEL is acknowledged and hung up', async () => {
    const call = alice.ua.invite('dave');
    const seen = recordEvents(call);
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180);
    await box.until(() => call.phase === 'ringing');
    void call.cancel();
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    const bye = await dave.expect('BYE');
    dave.respond(bye, 200);
    await box.until(() => call.state === 'Terminated');
    expect(call.cause).toMatchObject({ code: 'CANCELED', by: 'local' });
    expect(seen.slice(-3)).toEqual(['cancel', 'accepted', 'terminated']);
  });

  test('[SES-07] bye() in a listener of accepted acknowledges the answer and hangs up', async () => {
    const call = alice.ua.invite('dave');
    call.once('accepted', () => {
      expect(call.startTime).toBeInstanceOf(Date);
      void call.bye();
    });
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    const bye = await dave.expect('BYE');
    dave.respond(bye, 200);
    await box.until(() => call.state === 'Terminated');
    expect(call.cause).toMatchObject({ code: 'HUNG_UP', by: 'local' });
  });

  test('[PRO-02] the crossing answer, repeated, is acknowledged again and hung up once', async () => {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180);
    await box.until(() => call.phase === 'ringing');
    void call.cancel();
    const ok = dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    dave.send(ok);
    await dave.expect('ACK');
    dave.respond(await dave.expect('BYE'), 200);
    await dave.expectNothing(2000, 'BYE');
  });

  test('[PRO-02] a far end that never answers the CANCEL is left after 64*T1', async () => {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180);
    await box.until(() => call.phase === 'ringing');
    box.network.faults.drop('487 INVITE');
    void call.cancel();
    await box.run(33_000);
    expect(call.state).toBe('Terminated');
    expect(call.cause?.code).toBe('CANCELED');
  });

  test('[PRO-04] between a challenge and its answer sends no second INVITE', async () => {
    box.network.answerNext('INVITE', 407, {
      headers: ['Proxy-Authenticate: Digest realm="example.com", nonce="n1", algorithm=MD5, qop="auth"'],
    });
    const call = alice.ua.invite('dave');
    call.on('progress', () => undefined);
    await box.until(() => box.network.trace.find('407').length > 0);
    if (call.state === 'Establishing') void call.cancel();
    await box.until(() => call.state === 'Terminated' || box.network.trace.find('CANCEL').length > 0);
    for (const entry of dave.received)
      if (entry.message?.kind === 'request' && entry.method === 'INVITE') dave.respond(entry.message, 487);
    await box.until(() => call.state === 'Terminated');
    expect(call.cause?.code).toBe('CANCELED');
  });

  test('[SES-03] twice throws InvalidStateError', async () => {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180);
    await box.until(() => call.phase === 'ringing');
    void call.terminate();
    expect(() => call.terminate()).toThrow(/Cannot end the call/);
    dave.respond(invite, 487);
  });
});

describe('forks', () => {
  test('[PRO-03] the first 2xx wins; the second is acknowledged and hung up on its own dialog', async () => {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    const body = fakeAnswer(invite.body);
    dave.respond(invite, 180, { toTag: 'fork-a' });
    dave.respond(invite, 180, { toTag: 'fork-b' });
    dave.respond(invite, 200, { toTag: 'fork-a', body });
    dave.respond(invite, 200, { toTag: 'fork-b', body });
    const tags = [(await dave.expect('ACK')).toTag, (await dave.expect('ACK')).toTag];
    expect(tags.sort()).toEqual(['fork-a', 'fork-b']);
    const bye = await dave.expect('BYE');
    expect(bye.toTag).toBe('fork-b');
    dave.respond(bye, 200);
    await box.run(1000);
    expect(call.state).toBe('Established');
    void call.terminate();
    const end = await dave.expect('BYE');
    expect(end.toTag).toBe('fork-a');
    dave.respond(end, 200);
    await box.until(() => call.state === 'Terminated');
  });

  test('[PRO-03] a fork that lost and repeats its 2xx gets another ACK and no second BYE', async () => {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    const body = fakeAnswer(invite.body);
    dave.respond(invite, 200, { toTag: 'fork-a', body });
    await dave.expect('ACK');
    const lost = dave.respond(invite, 200, { toTag: 'fork-b', body });
    await dave.expect('ACK');
    dave.respond(await dave.expect('BYE'), 200);
    dave.send(lost);
    await dave.expect('ACK');
    await dave.expectNothing(1000, 'BYE');
    expect(call.state).toBe('Established');
  });

  test('[PRO-03] both forks are hung up when the call was given up', async () => {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180, { toTag: 'fork-a' });
    await box.until(() => call.phase === 'ringing');
    void call.cancel();
    const body = fakeAnswer(invite.body);
    dave.respond(invite, 200, { toTag: 'fork-a', body });
    dave.respond(invite, 200, { toTag: 'fork-b', body });
    const byes = [await dave.expect('BYE'), await dave.expect('BYE')];
    expect(byes.map((bye) => bye.toTag).sort()).toEqual(['fork-a', 'fork-b']);
    for (const bye of byes) dave.respond(bye, 200);
    await box.until(() => call.state === 'Terminated');
  });

  test('[PRO-03] ringing at two phones, one answers and the other stops ringing', async () => {
    const first = await box.phone('bob');
    const second = await box.phone('bob');
    const call = alice.ua.invite('bob');
    await box.until(() => first.incoming.length === 1 && second.incoming.length === 1);
    void first.incoming[0]?.accept();
    await box.until(() => call.state === 'Established' && second.incoming[0]?.state === 'Terminated');
    expect(second.incoming[0]?.cause).toMatchObject({ code: 'ANSWERED_ELSEWHERE', by: 'remote' });
  });

  /** Early media of one fork, and the answer of another whose media are not those. */
  async function answeredByTheOther(): Promise<Inviter> {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 183, { toTag: 'fork-a', body: fakeAnswer(invite.body) });
    await box.until(() => call.phase === 'early');
    alice.media.of(call.id)!.misdirected = true;
    dave.respond(invite, 200, { toTag: 'fork-b', body: fakeAnswer(invite.body) });
    expect((await dave.expect('ACK')).toTag).toBe('fork-b');
    return call;
  }

  test('[MED-06] early media of the one that lost: the one that answers gets the media by a new offer', async () => {
    const call = await answeredByTheOther();
    const anew = await dave.expect('INVITE');
    expect(anew.toTag).toBe('fork-b');
    expect(alice.media.of(call.id)!.lastOptions).toMatchObject({ iceRestart: true, newParty: true });
    dave.respond(anew, 200, { body: fakeAnswer(anew.body) });
    await dave.expect('ACK');
    await box.until(() => call.context.negotiation.floor === 'idle');
    expect(call.state).toBe('Established');
  });

  test('[MED-06] a new offer that crosses another is made again, for the same one', async () => {
    const call = await answeredByTheOther();
    const media = alice.media.of(call.id)!;
    dave.respond(await dave.expect('INVITE'), 491);
    await dave.expect('ACK');
    media.lastOptions = {};
    const again = await dave.expect('INVITE');
    expect(media.lastOptions).toMatchObject({ iceRestart: true, newParty: true });
    dave.respond(again, 200, { body: fakeAnswer(again.body) });
    await dave.expect('ACK');
    await box.until(() => call.context.negotiation.floor === 'idle');
    expect(call.state).toBe('Established');
  });

  test('[MED-06] a hold at once is the new offer: no other follows', async () => {
    const call = alice.ua.invite('dave');
    call.once('confirmed', () => void call.hold());
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 183, { toTag: 'fork-a', body: fakeAnswer(invite.body) });
    await box.until(() => call.phase === 'early');
    const media = alice.media.of(call.id)!;
    media.misdirected = true;
    dave.respond(invite, 200, { toTag: 'fork-b', body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    const hold = await dave.expect('INVITE');
    // The handler begins anew with whatever offer is the next.
    media.misdirected = false;
    dave.respond(hold, 200, { body: fakeAnswer(hold.body) });
    await dave.expect('ACK');
    await dave.expectNothing(5000, 'INVITE');
    expect(call.getSnapshot().hold.local).toBe(true);
  });

  test('[MED-06] a new offer that is refused leaves the call with what was answered', async () => {
    const call = await answeredByTheOther();
    dave.respond(await dave.expect('INVITE'), 488);
    await dave.expect('ACK');
    await dave.expectNothing(5000);
    expect([call.state, alice.media.of(call.id)!.signalingState]).toEqual(['Established', 'stable']);
  });
});
