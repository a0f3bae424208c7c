import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncomingResponse } from '../message/incoming-message.ts';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
import type { MessageText } from '../testing/message-text.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { RequestOptions, ScriptedPeer } from '../testing/scripted-peer.ts';
import type { ExtensionUse } from './extension-use.ts';
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

const SUPPORTED = ['Supported: 100rel'];
const REQUIRED = ['Require: 100rel'];

async function ring(options: RequestOptions = {}): Promise<{ call: Invitation; invite: MessageText }> {
  const invite = dave.request('INVITE', 'sip:bob@example.com', { body: fakeOffer(), ...options });
  await box.until(() => bob.incoming.length > 0);
  return { call: bob.incoming.at(-1)!, invite };
}

/** Acknowledges a reliable provisional response. */
function prack(response: IncomingResponse, options: { body?: string; rack?: string } = {}): MessageText {
  const { rack = `${response.rseq} ${response.cseq.seq} INVITE`, ...rest } = options;
  return dave.dialog(response).send('PRACK', { ...rest, headers: [`RAck: ${rack}`] });
}

/** Acknowledges it, and waits for the answer. */
async function pracked(response: IncomingResponse, body?: string): Promise<IncomingResponse> {
  return dave.expectResponse(200, prack(response, body === undefined ? {} : { body }));
}

async function refuse(call: Invitation): Promise<void> {
  void call.reject();
  dave.ack(await dave.expectResponse(480, 'INVITE'));
}

describe('the nine combinations of 100rel', () => {
  const uses: readonly ExtensionUse[] = ['none', 'supported', 'required'];
  const cases = uses.flatMap((caller) => uses.map((callee) => [caller, callee] as const));

  test.each(cases)('[PRO-06] caller %s, callee %s', async (callerUse, calleeUse) => {
    const alice = await box.phone('alice');
    const caller = alice.ua.invite('bob', { rel100: callerUse });
    await box.until(() => bob.incoming.length === 1);
    const callee = bob.incoming[0]!;
    let settled = false;
    void callee.progress({ statusCode: 183, rel100: calleeUse, sessionDescription: true }).then(() => (settled = true));
    await box.until(() => settled && caller.phase === 'early');
    const sent = box.network.trace.find('PRACK');
    const reliable = callerUse === 'required' || (callerUse === 'supported' && calleeUse !== 'none');
    expect(sent.length > 0).toBe(reliable);
    expect(alice.media.of(caller.id)?.signalingState).toBe(reliable ? 'stable' : 'have-remote-pranswer');
    void callee.accept();
    await box.until(() => caller.state === 'Established' && callee.context.negotiation.floor === 'idle');
    for (const session of [caller, callee]) {
      expect(session.getSnapshot().media.audio).toEqual({ local: 'sendrecv', remote: 'sendrecv' });
    }
    void caller.terminate();
    await box.until(() => callee.state === 'Terminated');
  });

  test.each(uses)('[PRO-06] caller %s, which leaves the offer to the callee', async (use) => {
    const alice = await box.phone('alice');
    const caller = alice.ua.invite('bob', { rel100: use, inviteWithoutSdp: true });
    await box.until(() => bob.incoming.length === 1);
    const callee = bob.incoming[0]!;
    void callee.progress({ statusCode: 183, rel100: 'supported' });
    await box.until(() => caller.phase === (use === 'none' ? 'ringing' : 'early'));
    void callee.accept();
    await box.until(() => caller.state === 'Established' && callee.context.negotiation.floor === 'idle');
    expect(caller.getSnapshot().media.audio).toEqual({ local: 'sendrecv', remote: 'sendrecv' });
    void callee.terminate();
    await box.until(() => caller.state === 'Terminated');
  });
});

describe('a reliable provisional response of ours', () => {
  test('[PRO-06] rings a caller that requires it, with an RSeq from 1 to 2^31-1', async () => {
    const { call } = await ring({ headers: REQUIRED });
    const ringing = await dave.expectResponse(180, 'INVITE');
    expect(ringing.require).toEqual(['100rel']);
    expect(ringing.rseq).toBeGreaterThanOrEqual(1);
    expect(ringing.rseq).toBeLessThan(2 ** 31);
    expect(ringing.allow).toContain('UPDATE');
    expect(ringing.body).toBe('');
    await pracked(ringing);
    await refuse(call);
  });

  test('[PRO-06] is not sent to a caller that only supports it, unless asked for', async () => {
    const { call } = await ring({ headers: SUPPORTED });
    expect((await dave.expectResponse(180, 'INVITE')).rseq).toBeUndefined();
    void call.progress({ statusCode: 183, rel100: 'supported' });
    const session = await dave.expectResponse(183, 'INVITE');
    expect(session.rseq).toBeDefined();
    await pracked(session);
    await refuse(call);
  });

  test('[PRO-06] is repeated at doubled intervals until its PRACK comes', async () => {
    const { call } = await ring({ headers: REQUIRED });
    const first = await dave.expectResponse(180, 'INVITE');
    const since = box.clock.now();
    const times: number[] = [];
    for (let count = 0; count < 5; count += 1) {
      const again = await dave.expectResponse(180, 'INVITE');
      expect(again.rseq).toBe(first.rseq);
      times.push(box.clock.now() - since);
    }
    expect(times).toEqual([500, 1500, 3500, 7500, 15_500]);
    await pracked(first);
    await dave.expectNothing(40_000, 'INVITE');
    await refuse(call);
  });

  test('[PRO-06] without a PRACK for 64*T1 ends the call with 504', async () => {
    const { call } = await ring({ headers: REQUIRED });
    const since = box.clock.now();
    dave.ack(await dave.expectResponse(504, 'INVITE'));
    expect(box.clock.now() - since).toBe(32_000);
    expect(call.cause).toMatchObject({ code: 'NO_PRACK', by: 'system', statusCode: 504 });
  });

  test.each([
    ['another RSeq', (r: IncomingResponse) => `${(r.rseq ?? 0) + 1} ${r.cseq.seq} INVITE`, 481],
    ['another CSeq', (r: IncomingResponse) => `${r.rseq} ${r.cseq.seq + 1} INVITE`, 481],
    ['another method', (r: IncomingResponse) => `${r.rseq} ${r.cseq.seq} UPDATE`, 481],
    ['nonsense', () => 'one two INVITE', 400],
  ] as const)('[PRO-06] is not acknowledged by a PRACK with %s', async (_, rack, status) => {
    const { call } = await ring({ headers: REQUIRED });
    const ringing = await dave.expectResponse(180, 'INVITE');
    const dialog = dave.dialog(ringing);
    await dave.expectResponse(status, dialog.send('PRACK', { headers: [`RAck: ${rack(ringing)}`] }));
    await dave.expectResponse(180, 'INVITE');
    const rack2 = `RAck: ${ringing.rseq} ${ringing.cseq.seq} INVITE`;
    await dave.expectResponse(200, dialog.send('PRACK', { headers: [rack2] }));
    // A second time there is nothing left to acknowledge.
    await dave.expectResponse(481, dialog.send('PRACK', { headers: [rack2] }));
    await dave.expectResponse(400, dialog.send('PRACK'));
    await refuse(call);
  });

  test('[PRO-06] waits until the one before it is acknowledged, and counts on', async () => {
    const { call } = await ring({ headers: REQUIRED });
    const ringing = await dave.expectResponse(180, 'INVITE');
    void call.progress({ statusCode: 182 });
    void call.progress({ statusCode: 183 });
    await dave.expectNothing(400, '182');
    const dialog = dave.dialog(ringing);
    const ack = (response: IncomingResponse): Promise<IncomingResponse> =>
      dave.expectResponse(
        200,
        dialog.send('PRACK', { headers: [`RAck: ${response.rseq} ${response.cseq.seq} INVITE`] }),
      );
    await ack(ringing);
    const queued = await dave.expectResponse(182, 'INVITE');
    expect(queued.rseq).toBe((ringing.rseq ?? 0) + 1);
    await ack(queued);
    const last = await dave.expectResponse(183, 'INVITE');
    expect(last.rseq).toBe((ringing.rseq ?? 0) + 2);
    await ack(last);
    await refuse(call);
  });

  test('[PRO-06] without a description does not hold the 2xx up; its PRACK still gets 200', async () => {
    const { call } = await ring({ headers: REQUIRED });
    const ringing = await dave.expectResponse(180, 'INVITE');
    void call.accept();
    const ok = await dave.expectResponse(200, 'INVITE');
    expect(ok.body).toContain('v=0');
    dave.ack(ok);
    await pracked(ringing);
    await dave.expectNothing(5000, '180');
    expect(call.state).toBe('Established');
  });

  test('[PRO-06] with a description holds the 2xx up until it is acknowledged', async () => {
    const { call } = await ring({ headers: SUPPORTED });
    void call.progress({ statusCode: 183, rel100: 'supported', sessionDescription: true });
    const early = await dave.expectResponse(183, 'INVITE');
    expect(early.body).toContain('a=setup:active');
    void call.accept();
    await dave.expectNothing(400, '200');
    expect(call.state).toBe('Establishing');
    await pracked(early);
    const ok = await dave.expectResponse(200, 'INVITE');
    expect(ok.body).toBe('');
    dave.ack(ok);
    await box.until(() => call.context.negotiation.floor === 'idle');
    expect(call.state).toBe('Established');
  });

  test('[PRO-06] that is never acknowledged ends a call that we are answering', async () => {
    const { call } = await ring({ headers: SUPPORTED });
    void call.progress({ statusCode: 183, rel100: 'supported', sessionDescription: true });
    const accepted = call.accept();
    dave.ack(await dave.expectResponse(504, 'INVITE'));
    await expect(accepted).rejects.toMatchObject({ code: 'SESSION_ENDED' });
    expect(call.cause?.code).toBe('NO_PRACK');
  });

  test('[PRO-06] stops when the call is refused or canceled', async () => {
    const { call, invite } = await ring({ headers: REQUIRED });
    await dave.expectResponse(180, 'INVITE');
    dave.cancel(invite);
    dave.ack(await dave.expectResponse(487, 'INVITE'));
    expect(call.state).toBe('Terminated');
    await dave.expectNothing(40_000, 'INVITE');
  });

  test('[PRO-06] that our refusal overtook: its PRACK still gets 200, once, and no other request does', async () => {
    const { call } = await ring({ headers: REQUIRED });
    const ringing = await dave.expectResponse(180, 'INVITE');
    await refuse(call);
    const dialog = dave.dialog(ringing);
    const headers = [`RAck: ${ringing.rseq} ${ringing.cseq.seq} INVITE`];
    await dave.expectResponse(481, dialog.send('INFO'));
    await dave.expectResponse(481, dialog.send('PRACK'));
    await dave.expectResponse(200, dialog.send('PRACK', { headers }));
    await dave.expectResponse(481, dialog.send('PRACK', { headers }));
  });

  test('[SES-06] is sent anew every two and a half minutes, a plain one every minute', async () => {
    const patient = await box.phone('carol', { configuration: { noAnswerTimeout: 0 } });
    for (const [headers, expected] of [
      [[], [60, 120, 180, 240]],
      [REQUIRED, [150]],
    ] as const) {
      dave.flush();
      dave.request('INVITE', 'sip:carol@example.com', { headers, body: fakeOffer() });
      const first = await dave.expectResponse(180, 'INVITE');
      if (headers.length > 0) await pracked(first);
      const since = box.clock.now();
      for (const seconds of expected) {
        const again = await dave.expectResponse(180, 'INVITE', { timeout: 200_000 });
        expect((box.clock.now() - since) / 1000).toBe(seconds);
        expect(again.rseq).toBe(first.rseq === undefined ? undefined : first.rseq + 1);
      }
      void patient.incoming.at(-1)?.reject();
      dave.ack(await dave.expectResponse(480, 'INVITE'));
    }
  });

  test('[SES-06] progress resolves when it is acknowledged, and rejects once the call is answered', async () => {
    const { call } = await ring({ headers: SUPPORTED });
    let done = false;
    void call.progress({ statusCode: 183, rel100: 'required' }).then(() => (done = true));
    const early = await dave.expectResponse(183, 'INVITE');
    expect(done).toBe(false);
    await pracked(early);
    expect(done).toBe(true);
    void call.accept();
    dave.ack(await dave.expectResponse(200, 'INVITE'));
    await expect(call.progress({ rel100: 'required' })).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });
});

describe('early media of ours', () => {
  test('[MED-04] in an unreliable response are repeated, word for word, in the 2xx', async () => {
    const { call } = await ring();
    void call.progress({ statusCode: 183, sessionDescription: true });
    const early = await dave.expectResponse(183, 'INVITE');
    void call.accept();
    const ok = await dave.expectResponse(200, 'INVITE');
    expect(ok.body).toBe(early.body);
    dave.ack(ok);
  });

  test('[PRO-06] cannot be offered in an unreliable response', async () => {
    const { call } = await ring({ body: '' });
    await expect(call.progress({ sessionDescription: true })).rejects.toMatchObject({ code: 'INVALID_VALUE' });
    await refuse(call);
  });

  test('[PRO-06] offered in a reliable response are answered in its PRACK', async () => {
    const { call } = await ring({ body: '', headers: SUPPORTED });
    void call.progress({ statusCode: 183, rel100: 'supported' });
    const early = await dave.expectResponse(183, 'INVITE');
    expect(early.body).toContain('a=setup:actpass');
    await pracked(early, fakeAnswer(early.body));
    expect(call.getSnapshot().media.audio).toEqual({ local: 'sendrecv', remote: 'sendrecv' });
    void call.accept();
    const ok = await dave.expectResponse(200, 'INVITE');
    expect(ok.body).toBe('');
    dave.ack(ok);
    await box.until(() => call.context.negotiation.floor === 'idle');
  });

  test('[PRO-06] are not offered, and no microphone opened, just because it rings', async () => {
    const { call } = await ring({ body: '', headers: REQUIRED });
    await dave.expectNothing(1000, '180');
    expect(bob.media.tracks()).toBe(0);
    void call.accept();
    const ok = await dave.expectResponse(200, 'INVITE');
    dave.ack(ok, { body: fakeAnswer(ok.body) });
    await box.until(() => call.context.negotiation.floor === 'idle');
  });

  test.each([
    ['none', ''],
    ['one that cannot be used', 'v=0'],
  ])('[PRO-06] offered, with %s in the PRACK, end the call', async (_, body) => {
    const { call } = await ring({ body: '', headers: SUPPORTED });
    void call.progress({ statusCode: 183, rel100: 'supported' });
    const early = await dave.expectResponse(183, 'INVITE');
    const sent = prack(early, { body });
    await dave.expectResponse(488, sent);
    dave.ack(await dave.expectResponse(488, 'INVITE'));
    expect(call.cause?.code).toBe('BAD_MEDIA_DESCRIPTION');
  });

  test('[PRO-06] agreed, a new offer in the PRACK is answered in its 200', async () => {
    const { call } = await ring({ headers: SUPPORTED });
    void call.progress({ statusCode: 183, rel100: 'supported', sessionDescription: true });
    const early = await dave.expectResponse(183, 'INVITE');
    const ok = await pracked(early, fakeOffer({ version: 2, direction: 'sendonly' }));
    expect(ok.body).toContain('a=recvonly');
    expect(call.getSnapshot().hold.remote).toBe(true);
    await refuse(call);
  });

  test('[PRO-06] agreed, a new offer in the PRACK that cannot be taken gets 488, and the call goes on', async () => {
    const { call } = await ring({ headers: SUPPORTED });
    void call.progress({ statusCode: 183, rel100: 'supported', sessionDescription: true });
    const early = await dave.expectResponse(183, 'INVITE');
    const odd = fakeOffer({ version: 2 }).replaceAll('PCMU', 'X-ONE').replaceAll('PCMA', 'X-TWO');
    await dave.expectResponse(488, prack(early, { body: odd }));
    void call.accept();
    dave.ack(await dave.expectResponse(200, 'INVITE'));
    await box.until(() => call.context.negotiation.floor === 'idle');
    expect(call.getSnapshot().media.audio).toEqual({ local: 'sendrecv', remote: 'sendrecv' });
  });

  test('[PRO-06] not agreed yet, an offer in the PRACK gets 500: the first waits for its answer', async () => {
    const { call } = await ring({ headers: REQUIRED });
    const ringing = await dave.expectResponse(180, 'INVITE');
    const refused = await dave.expectResponse(500, prack(ringing, { body: fakeOffer({ version: 2 }) }));
    expect(refused.retryAfter?.seconds).toBeLessThanOrEqual(10);
    await refuse(call);
  });

  test('[MED-06] that fail to be captured leave the call ringing', async () => {
    const { call } = await ring({ headers: SUPPORTED });
    bob.media.failNext('getDescription', new Error('no microphone'));
    await expect(call.progress({ sessionDescription: true, rel100: 'supported' })).rejects.toThrow('no microphone');
    expect(call.state).toBe('Initial');
    // What is allowed then can be described after all.
    void call.progress({ statusCode: 183, sessionDescription: true, rel100: 'supported' });
    const early = await dave.expectResponse(183, 'INVITE');
    expect(early.body).toContain('v=0');
    await pracked(early);
    void call.accept();
    dave.ack(await dave.expectResponse(200, 'INVITE'));
    await box.until(() => call.context.negotiation.floor === 'idle');
  });
});
