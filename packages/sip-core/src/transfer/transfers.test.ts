import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeAnswer } from '../testing/fake-sdp.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import type { Session } from '../session/session.ts';
import { NOTHING, outcomeOf, watched } from '../testing/transfer-fixture.ts';
import { OutgoingRefer } from './outgoing-refer.ts';
import { Referral } from './referral.ts';

let box: PhoneBox;

beforeEach(() => {
  box = new PhoneBox();
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(NOTHING);
  expect(box.errors).toEqual([]);
});

describe('a blind transfer', () => {
  test('[SES-05] moves the call: the far end calls the third party, and our call ends', async () => {
    const alice = await box.phone('alice', { configuration: { autoFollowRefer: true } });
    const bob = await box.phone('bob');
    const carol = await box.phone('carol');
    const { caller, callee } = await box.call(alice, bob);
    const states: string[] = [];
    callee.subscribe(() => states.push(callee.getSnapshot().transfer?.state ?? 'none'));
    const contexts: unknown[] = [];
    callee.on('referRequested', (context) => contexts.push(context));
    const transferred = watched(box, callee.refer('carol'));
    await box.until(() => carol.incoming.length === 1);
    expect(carol.incoming[0]?.request.referredBy?.uri.user).toBe('bob');
    void carol.incoming[0]?.accept();
    expect(await transferred()).toBe('done');
    expect(contexts[0]).toBeInstanceOf(OutgoingRefer);
    expect([...new Set(states)]).toEqual(['none', 'requested', 'trying', 'ringing', 'accepted']);
    await box.until(() => callee.state === 'Terminated' && caller.state === 'Terminated');
    expect(callee.cause).toMatchObject({ code: 'TRANSFERRED', by: 'local' });
    expect(alice.ua.sessions.size).toBe(1);
    expect([...alice.ua.sessions.values()][0]?.state).toBe('Established');
    expect(bob.ua.sessions.size).toBe(0);
  });

  test('[SES-05] with activeAfterTransfer keeps our call', async () => {
    const alice = await box.phone('alice', { configuration: { autoFollowRefer: true } });
    const bob = await box.phone('bob');
    const carol = await box.phone('carol');
    const { callee } = await box.call(alice, bob);
    const transferred = watched(box, callee.refer('carol', { activeAfterTransfer: true }));
    await box.until(() => carol.incoming.length === 1);
    void carol.incoming[0]?.accept();
    expect(await transferred()).toBe('done');
    expect(callee.state).toBe('Established');
  });

  test('[SES-05] to somebody who is busy fails with their status and leaves the call', async () => {
    const alice = await box.phone('alice', { configuration: { autoFollowRefer: true } });
    const bob = await box.phone('bob');
    const { callee, caller } = await box.call(alice, bob);
    const outcome = await outcomeOf(box, callee.refer('602'));
    expect(outcome).toMatchObject({ code: 'TRANSFER_FAILED', statusCode: 486 });
    expect(callee.getSnapshot()).toMatchObject({
      state: 'Established',
      transfer: { state: 'failed', statusCode: 486 },
    });
    expect(caller.state).toBe('Established');
  });

  test('[SES-08] is refused when nobody consents, and the call goes on', async () => {
    const alice = await box.phone('alice');
    const bob = await box.phone('bob');
    const { callee } = await box.call(alice, bob);
    expect(await outcomeOf(box, callee.refer('carol'))).toMatchObject({ code: 'RESPONSE', statusCode: 603 });
    expect(callee.state).toBe('Established');
  });

  test('[SES-08] is followed by an application that accepts', async () => {
    const alice = await box.phone('alice');
    const bob = await box.phone('bob');
    const carol = await box.phone('carol');
    const { callee, caller } = await box.call(alice, bob);
    caller.on('referRequested', (context) => {
      if (!(context instanceof Referral)) return;
      void context.accept().then(() => context.makeInviter().invite());
    });
    const transferred = watched(box, callee.refer('sip:carol@example.com'));
    await box.until(() => carol.incoming.length === 1);
    void carol.incoming[0]?.accept();
    expect(await transferred()).toBe('done');
  });

  test('[MOD-05] reaches the delegate of document 002', async () => {
    const alice = await box.phone('alice');
    const bob = await box.phone('bob');
    const { callee, caller } = await box.call(alice, bob);
    let asked = '';
    caller.delegate = {
      onRefer: (referral) => {
        asked = referral.referTo.toString();
        if (referral instanceof Referral) void referral.reject({ statusCode: 486 });
      },
    };
    expect(await outcomeOf(box, callee.refer('carol'))).toMatchObject({ statusCode: 486 });
    expect(asked).toBe('sip:carol@example.com');
  });

  test('[SES-05] before the call is answered throws InvalidStateError', async () => {
    const alice = await box.phone('alice');
    const call = alice.ua.invite('603');
    expect(() => call.refer('carol')).toThrow(/Cannot transfer/);
    await box.run(500);
    void call.terminate();
  });
});

describe('the reports of a transfer', () => {
  let alice: Phone;
  let dave: ScriptedPeer;
  let call: Session;
  let dialog: ReturnType<ScriptedPeer['dialog']>;

  beforeEach(async () => {
    alice = await box.phone('alice');
    dave = box.network.scriptedPeer('dave');
    call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    await box.until(() => call.state === 'Established');
    dialog = dave.dialog(invite);
  });

  const report = (id: number, state: string, line: string): Parameters<typeof dialog.send>[1] => ({
    headers: [`Event: refer;id=${id}`, `Subscription-State: ${state}`],
    body: `${line}\r\n`,
    contentType: 'message/sipfrag;version=2.0',
  });

  test('[SES-05] several at once are told apart by the id of their Event', async () => {
    const first = watched(box, call.refer('carol', { activeAfterTransfer: true }));
    const referOne = await dave.expect('REFER');
    dave.respond(referOne, 202);
    const second = watched(box, call.refer('bob', { activeAfterTransfer: true }));
    const referTwo = await dave.expect('REFER');
    dave.respond(referTwo, 202);
    dialog.send('NOTIFY', report(referTwo.cseq.seq, 'terminated;reason=noresource', 'SIP/2.0 486 Busy Here'));
    await dave.expectResponse(200, 'NOTIFY');
    dialog.send('NOTIFY', report(referOne.cseq.seq, 'terminated;reason=noresource', 'SIP/2.0 200 OK'));
    await dave.expectResponse(200, 'NOTIFY');
    expect(await first()).toBe('done');
    expect(await second()).toMatchObject({ code: 'TRANSFER_FAILED', statusCode: 486 });
  });

  test('[SES-05] that come before the 202 are taken', async () => {
    const done = watched(box, call.refer('carol', { activeAfterTransfer: true }));
    const refer = await dave.expect('REFER');
    dialog.send('NOTIFY', report(refer.cseq.seq, 'active', 'SIP/2.0 100 Trying'));
    await dave.expectResponse(200, 'NOTIFY');
    dave.respond(refer, 202);
    dialog.send('NOTIFY', report(refer.cseq.seq, 'terminated;reason=noresource', 'SIP/2.0 200 OK'));
    expect(await done()).toBe('done');
  });

  test('[SES-05] that end without an outcome are a failure', async () => {
    const done = watched(box, call.refer('carol'));
    const refer = await dave.expect('REFER');
    dave.respond(refer, 202);
    dialog.send('NOTIFY', report(refer.cseq.seq, 'terminated;reason=timeout', 'SIP/2.0 180 Ringing'));
    expect(await done()).toMatchObject({ code: 'TRANSFER_FAILED' });
    expect(call.state).toBe('Established');
  });

  test('[PRO-12] of no transfer of ours get 481', async () => {
    dialog.send('NOTIFY', report(99, 'active', 'SIP/2.0 200 OK'));
    await dave.expectResponse(481, 'NOTIFY');
  });

  test('[SES-05] a call that ends meanwhile rejects the transfer', async () => {
    const done = watched(box, call.refer('carol'));
    const refer = await dave.expect('REFER');
    dave.respond(refer, 202);
    dialog.send('BYE');
    expect(await done()).toMatchObject({ code: 'SESSION_ENDED' });
  });

  test('[SES-05] REFER with Replaces names the dialog as its far end sees it', async () => {
    const bob = await box.phone('bob');
    const { caller } = await box.call(alice, bob);
    const done = watched(box, call.refer(caller, { activeAfterTransfer: true }));
    const refer = await dave.expect('REFER');
    dave.respond(refer, 202);
    const replaces = refer.referTo?.uri.headers.get('replaces')?.[0] ?? '';
    const inviteAtBob = bob.incoming[0]?.request;
    expect(replaces).toContain(`${inviteAtBob?.callId ?? ''};to-tag=`);
    expect(replaces).toContain(`from-tag=${inviteAtBob?.fromTag ?? ''}`);
    dialog.send('NOTIFY', report(refer.cseq.seq, 'terminated;reason=noresource', 'SIP/2.0 200 OK'));
    expect(await done()).toBe('done');
  });
});
