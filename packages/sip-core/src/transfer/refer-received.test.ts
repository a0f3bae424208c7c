import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncomingRequest } from '../message/incoming-message.ts';
import type { Session } from '../session/session.ts';
import { fakeAnswer } from '../testing/fake-sdp.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { MessageText } from '../testing/message-text.ts';
import type { ScriptedDialog } from '../testing/scripted-dialog.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import { NOTHING, outcomeOf, watched } from '../testing/transfer-fixture.ts';
import { Referral } from './referral.ts';

let box: PhoneBox;
let alice: Phone;
let dave: ScriptedPeer;
/** Whom Alice is to call. */
let erin: ScriptedPeer;
let call: Session;
let dialog: ScriptedDialog;

beforeEach(async () => {
  box = new PhoneBox();
  alice = await box.phone('alice');
  dave = box.network.scriptedPeer('dave');
  erin = box.network.scriptedPeer('erin');
  call = alice.ua.invite('dave');
  const invite = await dave.expect('INVITE');
  dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
  await dave.expect('ACK');
  await box.until(() => call.state === 'Established');
  dialog = dave.dialog(invite);
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(NOTHING);
  expect(box.errors).toEqual([]);
});

function refer(target = '<sip:erin@example.com>', ...headers: string[]): MessageText {
  return dialog.send('REFER', { headers: [`Refer-To: ${target}`, ...headers] });
}

/** Takes the next report, answers it, and says what it says. */
async function report(): Promise<string> {
  const notify = await dave.expect('NOTIFY');
  dave.respond(notify, 200);
  return `${notify.header('Subscription-State')?.replace(/expires=\d+/, 'expires') ?? ''} ${notify.body.trim()}`;
}

/** Lets the application accept, and place the call. */
function consent(): Referral[] {
  const referrals: Referral[] = [];
  call.on('referRequested', (context) => {
    if (!(context instanceof Referral)) return;
    referrals.push(context);
    void context
      .accept()
      .then(() => context.makeInviter().invite())
      .catch(() => undefined);
  });
  return referrals;
}

async function answer(invite: IncomingRequest): Promise<void> {
  erin.respond(invite, 200, { body: fakeAnswer(invite.body) });
  await erin.expect('ACK');
}

describe('a REFER that is followed', () => {
  test('[SES-08] reports 100, each step and the end of it (RFC 5589 section 6.1)', async () => {
    const [referrals, told] = [consent(), [] as string[]];
    const request = refer('<sip:erin@example.com>', 'Referred-By: "Dave" <sip:dave@example.com>');
    const accepted = await dave.expectResponse(202, request);
    expect(accepted.contacts).toHaveLength(1);
    for (const name of ['referProgress', 'referAccepted', 'referRejected'] as const) {
      referrals[0]?.on(name, () => told.push(name));
    }
    expect(await report()).toBe('active;expires SIP/2.0 100 Trying');
    const invite = await erin.expect('INVITE');
    expect(invite.referredBy?.toString()).toBe('"Dave" <sip:dave@example.com>');
    expect(invite.has('Require')).toBe(false);
    erin.respond(invite, 180);
    expect(await report()).toBe('active;expires SIP/2.0 180 Ringing');
    await answer(invite);
    expect(await report()).toBe('terminated;reason=noresource SIP/2.0 200 OK');
    expect(told).toEqual(['referProgress', 'referAccepted']);
    expect(call.state).toBe('Established');
  });

  test('[SES-08] reports a third party that is busy (RFC 5589 section 6.3.1)', async () => {
    consent();
    refer();
    await report();
    erin.respond(await erin.expect('INVITE'), 486);
    expect(await report()).toBe('terminated;reason=noresource SIP/2.0 486 Busy Here');
    expect(call.state).toBe('Established');
  });

  test('[SES-08] reports a refusal that has no reason phrase', async () => {
    consent();
    refer();
    await report();
    erin.respond(await erin.expect('INVITE'), 486, { reason: '' });
    expect(await report()).toMatch(/^terminated;reason=noresource SIP\/2.0 486/);
    expect(call.state).toBe('Established');
  });

  test('[SES-08] reports a third party that does not answer (RFC 5589 section 6.3.2)', async () => {
    const referrals = consent();
    refer();
    await report();
    const invite = await erin.expect('INVITE');
    erin.respond(invite, 180);
    await report();
    const session = [...alice.ua.sessions.values()].find((each) => each !== call);
    void session?.terminate();
    erin.respond(await erin.expect('CANCEL'), 200);
    erin.respond(invite, 487);
    expect(await report()).toBe('terminated;reason=noresource SIP/2.0 487 Request Terminated');
    expect(referrals[0]?.session).toBe(call);
  });

  test('[SES-08] reports 503 when the call cannot be placed at all', async () => {
    consent();
    alice.media.failNext('getDescription', new Error('no'));
    refer();
    await report();
    expect(await report()).toMatch(/^terminated;reason=noresource SIP\/2\.0 [45]\d\d /);
    expect(erin.received).toEqual([]);
  });

  test('[SES-08] without asking reports such a call too, and no rejection is left unhandled', async () => {
    const bob = await box.phone('bob', { configuration: { autoFollowRefer: true } });
    const { callee } = await box.call(alice, bob);
    bob.media.failNext('getDescription', new Error('no'));
    const outcome = watched(box, call.terminate());
    dave.respond(await dave.expect('BYE'), 200);
    await outcome();
    const [atAlice] = alice.ua.sessions.values();
    if (atAlice === undefined) throw new Error('no call');
    expect(await outcomeOf(box, atAlice.refer('erin'))).toMatchObject({ code: 'TRANSFER_FAILED' });
    expect(callee.state).toBe('Established');
  });

  test('[SES-08] reports with the id of each REFER', async () => {
    consent();
    const first = refer();
    const second = refer('<sip:erin@example.com;x=1>');
    const events = new Set<string | undefined>();
    for (let i = 0; i < 2; i++) {
      const notify = await dave.expect('NOTIFY');
      dave.respond(notify, 200);
      events.add(notify.header('Event'));
    }
    const id = (text: MessageText): string => /\d+/.exec(text.first('CSeq') ?? '')?.[0] ?? '';
    expect(events).toEqual(new Set([`refer;id=${id(first)}`, `refer;id=${id(second)}`]));
    for (const invite of [await erin.expect('INVITE'), await erin.expect('INVITE')]) erin.respond(invite, 486);
    await report();
    await report();
  });

  test('[SES-08] goes on reporting when the far end has hung up', async () => {
    consent();
    refer();
    await report();
    const invite = await erin.expect('INVITE');
    await dave.expectResponse(200, dialog.send('BYE'));
    await answer(invite);
    expect(await report()).toBe('terminated;reason=noresource SIP/2.0 200 OK');
  });

  test('[SES-08] reports no more to whoever refuses a report', async () => {
    consent();
    refer();
    dave.respond(await dave.expect('NOTIFY'), 481);
    const invite = await erin.expect('INVITE');
    erin.respond(invite, 180);
    await answer(invite);
    await dave.expectNothing(1000, 'NOTIFY');
  });

  test('[SES-08] reports nothing where nothing is to be reported (RFC 4488)', async () => {
    consent();
    const accepted = await dave.expectResponse(
      202,
      refer('<sip:erin@example.com>', 'Refer-Sub: false', 'Require: norefersub'),
    );
    expect(accepted.header('Refer-Sub')).toBe('false');
    await answer(await erin.expect('INVITE'));
    await dave.expectNothing(1000, 'NOTIFY');
  });

  test('[SES-08] places the call with the media of the old one', async () => {
    consent();
    refer();
    await report();
    const invite = await erin.expect('INVITE');
    expect(invite.body).toContain('m=audio');
    expect(invite.body).not.toContain('m=video');
    erin.respond(invite, 486);
    await report();
  });
});

describe('a REFER that waits', () => {
  function asked(): Referral[] {
    const referrals: Referral[] = [];
    call.on('referRequested', (context) => {
      if (context instanceof Referral) referrals.push(context);
    });
    return referrals;
  }

  test('[SES-08] for the application gets 202 before it times out, and is pending (RFC 3515 section 2.4.2)', async () => {
    const referrals = asked();
    const request = refer();
    await dave.expectNothing(14_000, 'NOTIFY');
    await dave.expectResponse(202, request);
    expect(await report()).toBe('pending;expires SIP/2.0 100 Trying');
    expect(erin.received).toEqual([]);
    expect(referrals[0]?.answered).toBe(false);
    await referrals[0]?.accept();
    expect(await report()).toBe('active;expires SIP/2.0 100 Trying');
    void referrals[0]?.makeInviter().invite();
    erin.respond(await erin.expect('INVITE'), 603);
    expect(await report()).toBe('terminated;reason=noresource SIP/2.0 603 Decline');
  });

  test('[SES-08] is over when the application refuses after all', async () => {
    const referrals = asked();
    refer();
    await report();
    await referrals[0]?.reject({ statusCode: 486 });
    expect(await report()).toBe('terminated;reason=rejected SIP/2.0 486 Busy Here');
  });

  test('[SES-08] is answered when the call ends', async () => {
    const referrals = asked();
    const request = refer();
    await box.run(100);
    await dave.expectResponse(200, dialog.send('BYE'));
    await dave.expectResponse(487, request);
    await expect(referrals[0]?.accept()).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });

  test('[SES-08] can be answered once only', async () => {
    const referrals = asked();
    const request = refer();
    await box.run(100);
    await referrals[0]?.reject({ statusCode: 480, reasonPhrase: 'Not Now' });
    const response = await dave.expectResponse(480, request);
    expect(response.reasonPhrase).toBe('Not Now');
    await expect(referrals[0]?.reject()).rejects.toMatchObject({ code: 'INVALID_STATE' });
    await expect(referrals[0]?.accept()).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });
});

describe('a REFER that cannot be followed', () => {
  test.each([
    ['no Refer-To', [], 400],
    ['two of them', ['Refer-To: <sip:erin@example.com>', 'Refer-To: <sip:bob@example.com>'], 400],
    ['two in one', ['Refer-To: <sip:erin@example.com>, <sip:bob@example.com>'], 400],
    ['one that is no address', ['Refer-To: <erin>'], 400],
    ['a mailbox', ['Refer-To: <mailto:erin@example.com>'], 416],
    ['a page', ['Refer-To: <https://example.com/>'], 416],
    ['another method', ['Refer-To: <sip:erin@example.com;method=BYE>'], 501],
    ['a Replaces without tags', ['Refer-To: <sip:erin@example.com?Replaces=a%40b>'], 400],
    [
      'a Replaces with a line break',
      ['Refer-To: <sip:e@x.com?Replaces=a%3Bto-tag%3D1%3Bfrom-tag%3D2%0D%0AX%3A1>'],
      400,
    ],
    ['two of Replaces', ['Refer-To: <sip:e@x.com?Replaces=a%3Bto-tag%3D1%3Bfrom-tag%3D2&Replaces=b>'], 400],
    ['an unknown extension', ['Refer-To: <sip:erin@example.com>', 'Require: explicitsub'], 420],
    ['a Replaces of its own', ['Refer-To: <sip:erin@example.com>', 'Replaces: a;to-tag=1;from-tag=2'], 400],
  ])('[SES-08] because of %s is refused, and nobody is asked', async (_what, headers, status) => {
    const referrals = consent();
    await dave.expectResponse(status, dialog.send('REFER', { headers }));
    expect(referrals).toEqual([]);
    await box.run(500);
    expect(erin.received).toEqual([]);
  });

  test.each([
    '<sip:erin@example.com?Replaces=a%40b%3Bto-tag%3D1%3Bfrom-tag%3D2&X-Evil=1&Route=%3Csip%3Aevil%3E>',
    '<sip:erin@example.com?Replaces=a%40b%3Bto-tag%3D1%3Bfrom-tag%3D2&From=%3Csip%3Aboss%40example.com%3E&body=x>',
    '<sip:erin@example.com;method=INVITE?Replaces=a%40b%3Bto-tag%3D1%3Bfrom-tag%3D2&Require=replaces&Subject=x>',
  ])('[SES-08] puts nothing of Refer-To but Replaces into the INVITE: %s', async (target) => {
    consent();
    refer(target);
    await report();
    const invite = await erin.expect('INVITE');
    expect(invite.header('Replaces')).toBe('a@b;to-tag=1;from-tag=2');
    expect(invite.headers('Require')).toEqual(['replaces']);
    expect(invite.names()).not.toEqual(expect.arrayContaining(['X-Evil']));
    expect(invite.has('Subject')).toBe(false);
    expect(invite.from.uri.user).toBe('alice');
    expect(invite.headers('From')).toHaveLength(1);
    expect(invite.requestUri.toString()).not.toContain('method');
    erin.respond(invite, 481);
    expect(await report()).toContain('481');
  });
});

describe('a REFER outside of any call', () => {
  const outside = (...headers: string[]): MessageText =>
    dave.request('REFER', 'sip:alice@example.com', { headers: ['Refer-To: <sip:erin@example.com>', ...headers] });

  test('[UA-12] is refused when nobody listens', async () => {
    await dave.expectResponse(603, outside());
    await box.run(500);
    expect(erin.received).toEqual([]);
  });

  test('[UA-12] is never followed by itself, whatever is configured', async () => {
    const bob = await box.phone('bob', { configuration: { autoFollowRefer: true } });
    const request = dave.request('REFER', 'sip:bob@example.com', { headers: ['Refer-To: <sip:erin@example.com>'] });
    await dave.expectResponse(603, request);
    expect(bob.ua.sessions.size).toBe(0);
  });

  test('[UA-12] is put before the application, which may refuse', async () => {
    alice.ua.on('outOfDialogReferRequested', (context) => void context.reject({ statusCode: 403 }));
    await dave.expectResponse(403, outside());
  });

  test('[UA-12] is followed when the application accepts, and reported in a dialog of its own', async () => {
    alice.ua.on('outOfDialogReferRequested', (context) => {
      expect(context.referredBy?.uri.user).toBe('dave');
      expect(context.session).toBeUndefined();
      void context.accept().then(() => context.makeInviter().invite());
    });
    const request = outside('Referred-By: <sip:dave@example.com>');
    const accepted = await dave.expectResponse(202, request);
    const own = dave.dialog(accepted);
    const first = await dave.expect('NOTIFY');
    expect(first.fromTag).toBe(accepted.toTag);
    expect(first.callId).toBe(request.first('Call-ID'));
    dave.respond(first, 200);
    await dave.expectResponse(481, own.send('INFO'));
    await answer(await erin.expect('INVITE'));
    expect(await report()).toBe('terminated;reason=noresource SIP/2.0 200 OK');
    await box.run(100);
    await dave.expectResponse(481, own.send('INFO'));
  });

  test('[UA-12] reaches the delegate as well', async () => {
    alice.ua.userAgent.delegate = { onRefer: (referral) => void referral.reject({ statusCode: 480 }) };
    await dave.expectResponse(480, outside());
  });

  test('[UA-12] that makes no sense is refused, and nobody is asked', async () => {
    let asked = 0;
    alice.ua.on('outOfDialogReferRequested', () => (asked += 1));
    await dave.expectResponse(400, dave.request('REFER', 'sip:alice@example.com'));
    expect(asked).toBe(0);
  });

  test('[UA-12] is refused with 486 when too many wait for an answer', async () => {
    let asked = 0;
    alice.ua.on('outOfDialogReferRequested', () => (asked += 1));
    for (let i = 0; i < 10; i++) outside();
    await dave.expectResponse(486, outside());
    expect(asked).toBe(10);
  });
});
