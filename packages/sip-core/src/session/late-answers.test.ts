import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncomingRequest } from '../message/incoming-message.ts';
import { fakeAnswer } from '../testing/fake-sdp.ts';
import type { MessageText } from '../testing/message-text.ts';
import { PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

let box: PhoneBox;
let dave: ScriptedPeer;
let invite: IncomingRequest;
let answer: MessageText;

/** A call of Alice's that was answered by one fork and is over. */
beforeEach(async () => {
  box = new PhoneBox();
  const alice = await box.phone('alice');
  dave = box.network.scriptedPeer('dave');
  const call = alice.ua.invite('dave');
  invite = await dave.expect('INVITE');
  answer = dave.respond(invite, 200, { toTag: 'fork-a', body: fakeAnswer(invite.body) });
  await dave.expect('ACK');
  void call.terminate();
  dave.respond(await dave.expect('BYE'), 200);
  await box.until(() => call.state === 'Terminated');
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(nothing);
  expect(box.errors).toEqual([]);
});

describe('when a call is over', () => {
  test('[PRO-02] its 2xx that comes again gets its ACK again, and no second BYE', async () => {
    dave.send(answer);
    const ack = await dave.expect('ACK');
    expect([ack.toTag, ack.cseq.seq]).toEqual(['fork-a', invite.cseq.seq]);
    await dave.expectNothing(1000, 'BYE');
  });

  test('[PRO-03] a 2xx of another fork is acknowledged and hung up, once', async () => {
    const late = dave.respond(invite, 200, { toTag: 'fork-b', body: fakeAnswer(invite.body) });
    expect((await dave.expect('ACK')).toTag).toBe('fork-b');
    const bye = await dave.expect('BYE');
    expect(bye.toTag).toBe('fork-b');
    dave.respond(bye, 200);
    dave.send(late);
    expect((await dave.expect('ACK')).toTag).toBe('fork-b');
    await dave.expectNothing(1000, 'BYE');
  });
});
