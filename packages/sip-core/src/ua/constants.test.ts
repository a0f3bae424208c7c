import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { C, CLASSIC_CAUSES, type EndCauseCode, MediaError, type Session } from '../index.ts';
import { codeOfStatus } from '../session/end-cause.ts';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import { NOTHING } from '../testing/transfer-fixture.ts';

describe('the constants', () => {
  test('[UA-11] name the ways an option is declared', () => {
    expect(C.supported).toEqual({ REQUIRED: 'required', SUPPORTED: 'supported', UNSUPPORTED: 'none' });
    expect(C.USER_AGENT).toMatch(/^Hookswitch\/\d+\.\d+\.\d+$/);
  });

  test.each([
    ['CONNECTION_ERROR', 'Connection Error'],
    ['REQUEST_TIMEOUT', 'Request Timeout'],
    ['SIP_FAILURE_CODE', 'SIP Failure Code'],
    ['INTERNAL_ERROR', 'Internal Error'],
    ['BUSY', 'Busy'],
    ['REJECTED', 'Rejected'],
    ['REDIRECTED', 'Redirected'],
    ['UNAVAILABLE', 'Unavailable'],
    ['NOT_FOUND', 'Not Found'],
    ['ADDRESS_INCOMPLETE', 'Address Incomplete'],
    ['INCOMPATIBLE_SDP', 'Incompatible SDP'],
    ['AUTHENTICATION_ERROR', 'Authentication Error'],
    ['DIALOG_ERROR', 'Dialog Error'],
    ['WEBRTC_NOT_SUPPORTED', 'WebRTC Error'],
    ['WEBRTC_ERROR', 'WebRTC Error'],
    ['CANCELED', 'Canceled'],
    ['NO_ANSWER', 'No Answer'],
    ['EXPIRES', 'Expires'],
    ['NO_ACK', 'No ACK'],
    ['NO_PRACK', 'No PRACK'],
    ['USER_DENIED_MEDIA_ACCESS', 'User Denied Media Access'],
    ['BAD_MEDIA_DESCRIPTION', 'Bad Media Description'],
    ['RTP_TIMEOUT', 'RTP Timeout'],
    ['BYE', 'Terminated'],
  ])('[UA-11] C.causes.%s is %s', (name, word) => {
    expect(new Map(Object.entries(C.causes)).get(name)).toBe(word);
  });

  test('[UA-11] each cause has a word of its own', () => {
    const words = Object.values(CLASSIC_CAUSES);
    expect(new Set(words).size).toBe(words.length);
  });

  test('[UA-11] every final status stands for a cause', () => {
    for (let status = 300; status < 700; status++) expect(CLASSIC_CAUSES[codeOfStatus(status)]).toBeTypeOf('string');
  });
});

describe('how a call ends', () => {
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
    expect(box.leaks()).toEqual(NOTHING);
    expect(box.errors).toEqual([]);
  });

  /** What `terminated` says, and the code beside it; the two must be of one kind. */
  async function endOf(session: Session): Promise<string> {
    const words: string[] = [];
    session.on('terminated', (_message, cause) => words.push(cause));
    await box.until(() => session.state === 'Terminated', 300_000);
    const code: EndCauseCode = session.cause?.code ?? 'INTERNAL_ERROR';
    expect(words).toEqual([C.causes[code]]);
    expect(session.getSnapshot().cause).toBe(session.cause);
    return `${code} by ${session.cause?.by ?? 'nobody'}`;
  }

  async function incoming(headers: readonly string[] = []): Promise<Session> {
    dave.request('INVITE', 'sip:alice@example.com', { body: fakeOffer(), headers });
    await dave.expectResponse(180);
    const session = alice.incoming[0];
    if (session === undefined) throw new Error('no call');
    return session;
  }

  async function established(): Promise<{ call: Session; dialog: ReturnType<ScriptedPeer['dialog']> }> {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    await box.until(() => call.state === 'Established');
    return { call, dialog: dave.dialog(invite) };
  }

  test.each<[number, EndCauseCode]>([
    [300, 'REDIRECTED'],
    [302, 'REDIRECTED'],
    [380, 'REDIRECTED'],
    [400, 'SIP_FAILURE_CODE'],
    [403, 'REJECTED'],
    [404, 'NOT_FOUND'],
    [408, 'UNAVAILABLE'],
    [410, 'UNAVAILABLE'],
    [415, 'SIP_FAILURE_CODE'],
    [430, 'UNAVAILABLE'],
    [480, 'UNAVAILABLE'],
    [484, 'ADDRESS_INCOMPLETE'],
    [486, 'BUSY'],
    [488, 'INCOMPATIBLE_SDP'],
    [500, 'SIP_FAILURE_CODE'],
    [504, 'SIP_FAILURE_CODE'],
    [600, 'BUSY'],
    [603, 'REJECTED'],
    [604, 'NOT_FOUND'],
    [606, 'INCOMPATIBLE_SDP'],
    [607, 'REJECTED'],
  ])('[SES-07] answered %i it is %s', async (status, code) => {
    const call = alice.ua.invite('dave');
    dave.respond(await dave.expect('INVITE'), status);
    expect(await endOf(call)).toBe(`${code} by remote`);
    expect(call.cause?.statusCode).toBe(status);
  });

  test('[SES-07] refused it says when to try again', async () => {
    const call = alice.ua.invite('dave');
    dave.respond(await dave.expect('INVITE'), 486, { headers: ['Retry-After: 30'] });
    await endOf(call);
    expect(call.cause?.retryAfter).toBe(30);
  });

  test('[SES-07] challenged without an answer it is AUTHENTICATION_ERROR', async () => {
    const call = alice.ua.invite('dave');
    const headers = ['WWW-Authenticate: Digest realm="elsewhere.example", nonce="1"'];
    dave.respond(await dave.expect('INVITE'), 401, { headers });
    expect(await endOf(call)).toBe('AUTHENTICATION_ERROR by remote');
  });

  test('[SES-07] given up by the caller it is CANCELED', async () => {
    const request = dave.request('INVITE', 'sip:alice@example.com', { body: fakeOffer() });
    await dave.expectResponse(180);
    const session = alice.incoming[0]!;
    const ended = endOf(session);
    dave.cancel(request);
    expect(await ended).toBe('CANCELED by remote');
  });

  test('[SES-07] not answered in a minute it is NO_ANSWER', async () => {
    expect(await endOf(await incoming())).toBe('NO_ANSWER by system');
  });

  test('[SES-07] not answered before its Expires it is EXPIRES', async () => {
    expect(await endOf(await incoming(['Expires: 10']))).toBe('EXPIRES by system');
  });

  test('[SES-07] refused here it is REJECTED', async () => {
    const session = await incoming();
    const ended = endOf(session);
    void session.terminate({ status_code: 603 });
    expect(await ended).toBe('REJECTED by local');
  });

  test('[SES-07] hung up it is HUNG_UP', async () => {
    const { call, dialog } = await established();
    dialog.send('BYE', { headers: ['Reason: Q.850;cause=16;text="Normal"'] });
    expect(await endOf(call)).toBe('HUNG_UP by remote');
    expect(call.cause?.reason).toEqual({ protocol: 'Q.850', cause: 16, text: 'Normal' });
  });

  test('[SES-07] taken by another phone it is ANSWERED_ELSEWHERE', async () => {
    const session = await incoming();
    const ringing = dave.received.find((each) => each.statusCode === 180)?.message;
    if (ringing?.kind !== 'response') throw new Error('it does not ring');
    dave.dialog(ringing).send('BYE', { headers: ['Reason: SIP;cause=200;text="Call completed elsewhere"'] });
    expect(await endOf(session)).toBe('ANSWERED_ELSEWHERE by remote');
  });

  test('[SES-07] without an ACK it is NO_ACK', async () => {
    const session = await incoming();
    void session.accept();
    const ended = endOf(session);
    dave.onMessage = (received) => {
      if (received.method === 'BYE' && received.message?.kind === 'request') dave.respond(received.message, 200);
      return false;
    };
    expect(await ended).toBe('NO_ACK by system');
  });

  test('[SES-07] without any answer to the INVITE it is REQUEST_TIMEOUT', async () => {
    box.network.faults.drop('100');
    expect(await endOf(alice.ua.invite('dave'))).toBe('REQUEST_TIMEOUT by system');
  });

  test('[SES-07] with a lost connection it is CONNECTION_ERROR', async () => {
    const call = alice.ua.invite('dave');
    await dave.expect('INVITE');
    box.network.closeSockets({ user: 'alice' });
    expect(await endOf(call)).toBe('CONNECTION_ERROR by system');
  });

  test.each([
    ['MEDIA_DENIED', 'MEDIA_DENIED by local'],
    ['MEDIA_NOT_FOUND', 'MEDIA_ERROR by system'],
    ['MEDIA_UNSUPPORTED', 'MEDIA_ERROR by system'],
    ['MEDIA_NEGOTIATION', 'BAD_MEDIA_DESCRIPTION by system'],
  ] as const)('[SES-07] for want of media (%s) it is %s', async (code, end) => {
    alice.media.failNext('getDescription', new MediaError(code, 'No.'));
    expect(await endOf(alice.ua.invite('dave'))).toBe(end);
  });
});
