import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MediaError } from '../media/media-error.ts';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
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

async function answered(): Promise<{ readonly call: Inviter; readonly dialog: ReturnType<ScriptedPeer['dialog']> }> {
  const call = alice.ua.invite('dave');
  const invite = await dave.expect('INVITE');
  dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
  await dave.expect('ACK');
  await box.until(() => call.state === 'Established');
  return { call, dialog: dave.dialog(invite) };
}

describe('placing a call', () => {
  test('[UA-07] carries the name of whom we call, if we know one', async () => {
    const call = alice.ua.invite('dave', { displayName: 'Dave "Doc" Ávila' });
    expect(call.getSnapshot().remote).toMatchObject({ user: 'dave', displayName: 'Dave "Doc" Ávila' });
    const invite = await dave.expect('INVITE');
    expect(invite.to.displayName).toBe('Dave "Doc" Ávila');
    dave.respond(invite, 486);
    await dave.expect('ACK');
  });

  test('[SES-07] goes through dialing, ringing and established, with the events of document 001 in their order', async () => {
    const call = alice.ua.invite('dave');
    const seen = recordEvents(call);
    expect(call.phase).toBe('dialing');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180);
    await box.until(() => call.phase === 'ringing');
    expect(call.startTime).toBeUndefined();
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    const ack = await dave.expect('ACK');
    expect(ack.requestUri.user).toBe('dave');
    await box.until(() => call.phase === 'established');
    expect(call.startTime).toBeInstanceOf(Date);
    dave.dialog(invite).send('BYE');
    await dave.expectResponse(200, 'BYE');
    expect(seen).toEqual(['progress', 'progress', 'accepted', 'confirmed', 'bye', 'terminated']);
    expect(call.endTime).toBeInstanceOf(Date);
  });

  test('[MED-04] plays early media from a 183 and keeps the call when the same answer comes again', async () => {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    const body = fakeAnswer(invite.body);
    dave.respond(invite, 183, { body });
    await box.until(() => call.phase === 'early');
    expect(call.getSnapshot().earlyMedia).toBe(true);
    dave.respond(invite, 183, { body });
    dave.respond(invite, 200, { body });
    await dave.expect('ACK');
    await box.until(() => call.phase === 'established');
    expect(call.getSnapshot().earlyMedia).toBe(false);
  });

  test('[SES-07] a 180 without Contact and To tag still rings', async () => {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180, {
      contact: null,
      edit: (text) => text.set('To', (text.first('To') ?? '').split(';tag')[0] ?? ''),
    });
    await box.until(() => call.phase === 'ringing');
    dave.respond(invite, 486);
    await box.until(() => call.state === 'Terminated');
  });

  test.each([
    [486, 'BUSY'],
    [600, 'BUSY'],
    [603, 'REJECTED'],
    [403, 'REJECTED'],
    [404, 'NOT_FOUND'],
    [480, 'UNAVAILABLE'],
    [410, 'UNAVAILABLE'],
    [484, 'ADDRESS_INCOMPLETE'],
    [488, 'INCOMPATIBLE_SDP'],
    [606, 'INCOMPATIBLE_SDP'],
    [302, 'REDIRECTED'],
    [500, 'SIP_FAILURE_CODE'],
  ] as const)('[SES-07] a %i ends it as %s: rejected, failed, terminated, once each', async (status, code) => {
    const call = alice.ua.invite('dave');
    const seen = recordEvents(call);
    const invite = await dave.expect('INVITE');
    dave.respond(invite, status, { headers: ['Retry-After: 7', 'Reason: Q.850;cause=17;text="busy"'] });
    await box.until(() => call.state === 'Terminated');
    expect(seen).toEqual(['progress', 'rejected', 'failed', 'terminated']);
    expect(call.cause).toMatchObject({
      code,
      by: 'remote',
      statusCode: status,
      retryAfter: 7,
      reason: { protocol: 'Q.850', cause: 17, text: 'busy' },
    });
  });

  test('[PRO-02] no answer of any kind ends it after 64*T1', async () => {
    box.network.faults.drop('INVITE');
    const call = alice.ua.invite('dave');
    await box.run(31_000);
    expect(call.state).toBe('Establishing');
    await box.run(2000);
    expect(call.cause).toMatchObject({ code: 'REQUEST_TIMEOUT', by: 'system', statusCode: 408 });
  });

  test('[MED-06] a refused microphone ends it before anything is sent', async () => {
    alice.media.failNext('getDescription', new MediaError('MEDIA_DENIED', 'No.'));
    const call = alice.ua.invite('dave');
    await box.until(() => call.state === 'Terminated');
    expect(call.cause?.code).toBe('MEDIA_DENIED');
    await dave.expectNothing(1000);
  });

  test('[PRO-02] each repeated 2xx gets its ACK again, and the call is not disturbed', async () => {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    const ok = dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    dave.send(ok);
    await dave.expect('ACK');
    dave.send(ok);
    await dave.expect('ACK');
    expect(call.state).toBe('Established');
  });

  test('[PRO-03] the 2xx, not the 180, says where ACK and BYE go', async () => {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180, { contact: dave.contact.replace('dave@', 'early@') });
    dave.respond(invite, 200, { body: fakeAnswer(invite.body), contact: dave.contact.replace('dave@', 'late@') });
    const ack = await dave.expect('ACK');
    expect(ack.requestUri.user).toBe('late');
    void call.terminate();
    const bye = await dave.expect('BYE');
    expect(bye.requestUri.user).toBe('late');
    dave.respond(bye, 200);
    await box.until(() => call.state === 'Terminated');
  });

  test('[SES-06] an INVITE without offer takes the offer of the 2xx and answers in the ACK', async () => {
    const call = alice.ua.invite('dave', { inviteWithoutSdp: true });
    const invite = await dave.expect('INVITE');
    expect(invite.body).toBe('');
    dave.respond(invite, 200, { body: fakeOffer() });
    const ack = await dave.expect('ACK');
    expect(ack.contentType?.type).toBe('application/sdp');
    await box.until(() => call.state === 'Established');
  });

  test.each([
    ['no description', undefined],
    ['a description that is none', 'hello'],
    ['an answer to another offer', 'v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n'],
  ])('[PRO-07] a 2xx with %s is acknowledged and hung up', async (_, body) => {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, body === undefined ? {} : { body });
    await dave.expect('ACK');
    const bye = await dave.expect('BYE');
    expect(bye.header('Reason')).toContain('cause=488');
    dave.respond(bye, 200);
    await box.until(() => call.state === 'Terminated');
    expect(call.cause?.code).toBe('BAD_MEDIA_DESCRIPTION');
  });

  test('[PRO-04] a challenge of the proxy is answered and the call goes on', async () => {
    box.network.answerNext('INVITE', 407, {
      headers: ['Proxy-Authenticate: Digest realm="example.com", nonce="n1", algorithm=SHA-256, qop="auth"'],
    });
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    expect(invite.cseq.seq).toBe(2);
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    const ack = await dave.expect('ACK');
    expect(ack.cseq.seq).toBe(2);
    await box.until(() => call.state === 'Established');
  });

  test('[PRO-04] a second refusal of our credentials ends it as an authentication error', async () => {
    const challenge = {
      headers: ['Proxy-Authenticate: Digest realm="example.com", nonce="n1", algorithm=MD5, qop="auth"'],
    };
    box.network.answerNext('INVITE', 407, challenge);
    box.network.answerNext('INVITE', 407, challenge);
    const call = alice.ua.invite('dave');
    await box.until(() => call.state === 'Terminated');
    expect(call.cause?.code).toBe('AUTHENTICATION_ERROR');
  });

  test('[PRO-10] an anonymous call hides who calls', async () => {
    alice.ua.invite('dave', { anonymous: true });
    const invite = await dave.expect('INVITE');
    expect(invite.from.uri.toString()).toBe('sip:anonymous@anonymous.invalid');
    expect(invite.header('Privacy')).toBe('id');
    dave.respond(invite, 486);
  });

  test('[SES-06] header lines that cannot be sent are refused before anything happens', () => {
    expect(() => alice.ua.invite('dave', { extraHeaders: ['X-A: 1\r\nX-B: 2'] })).toThrow(/line break/);
    expect(alice.ua.sessions.size).toBe(0);
  });
});

describe('an established call', () => {
  test('[SES-03] is hung up with a Reason when one is given', async () => {
    const { call } = await answered();
    void call.bye({ statusCode: 480, reasonPhrase: 'Gone', extraHeaders: ['X-Why: lunch'] });
    const bye = await dave.expect('BYE');
    expect(bye.header('Reason')).toBe('SIP;cause=480;text="Gone"');
    expect(bye.header('X-Why')).toBe('lunch');
    dave.respond(bye, 200);
    await box.until(() => call.state === 'Terminated');
    expect(call.cause).toMatchObject({ code: 'HUNG_UP', by: 'local' });
  });

  test('[SES-03] a BYE that nobody answers ends the session all the same', async () => {
    const { call } = await answered();
    box.network.faults.drop('BYE');
    void call.terminate();
    await box.run(33_000);
    expect(call.state).toBe('Terminated');
  });

  test('[PRO-02] two BYEs that cross are both answered 200', async () => {
    const { call, dialog } = await answered();
    void call.terminate();
    dialog.send('BYE');
    const bye = await dave.expect('BYE');
    dave.respond(bye, 200);
    await dave.expectResponse(200, 'BYE');
    await box.until(() => call.state === 'Terminated');
  });

  test('[PRO-03] a request that is out of order gets 500 and changes nothing', async () => {
    const { call, dialog } = await answered();
    dialog.send('INFO', { cseq: 10, body: 'Signal=1', contentType: 'application/dtmf-relay' });
    await dave.expectResponse(200, 'INFO');
    dialog.send('INFO', { cseq: 4, body: 'Signal=1', contentType: 'application/dtmf-relay' });
    await dave.expectResponse(500, 'INFO');
    expect(call.state).toBe('Established');
  });

  test('[PRO-03] a BYE with tags of no dialog gets 481 and the call lives', async () => {
    const { call, dialog } = await answered();
    dialog.local = dialog.local.replace(/tag=.*/, 'tag=stranger');
    dialog.send('BYE');
    await dave.expectResponse(481, 'BYE');
    expect(call.state).toBe('Established');
  });

  test('[PRO-12] an unknown method gets 405 with Allow, an unknown Require 420', async () => {
    const { dialog } = await answered();
    dialog.send('FROBNICATE');
    const refused = await dave.expectResponse(405, 'FROBNICATE');
    expect(refused.allow).toContain('INVITE');
    dialog.send('INFO', { headers: ['Require: nonsense'] });
    const extension = await dave.expectResponse(420, 'INFO');
    expect(extension.header('Unsupported')).toBe('nonsense');
  });
});
