import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncomingRequest } from '../message/incoming-message.ts';
import type { Session } from '../session/session.ts';
import type { ReferOptions } from '../session/session-parts.ts';
import { fakeAnswer } from '../testing/fake-sdp.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedDialog } from '../testing/scripted-dialog.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import { NOTHING, outcomeOf, watched } from '../testing/transfer-fixture.ts';
import { OutgoingRefer } from './outgoing-refer.ts';

let box: PhoneBox;
let alice: Phone;
let dave: ScriptedPeer;
let call: Session;
let dialog: ScriptedDialog;

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
  expect(box.leaks()).toEqual(NOTHING);
  expect(box.errors).toEqual([]);
});

interface Sent {
  readonly refer: IncomingRequest;
  readonly outcome: () => Promise<unknown>;
}

/** Alice sends a REFER; what she does when it succeeds is no matter here. */
async function sent(options: ReferOptions = { activeAfterTransfer: true }): Promise<Sent> {
  const outcome = watched(box, call.refer('carol', options));
  return { refer: await dave.expect('REFER'), outcome };
}

async function report(refer: IncomingRequest, state: string, line: string, status = 200): Promise<void> {
  const notify = dialog.send('NOTIFY', {
    headers: [`Event: refer;id=${refer.cseq.seq}`, `Subscription-State: ${state}`],
    body: `${line}\r\n`,
    contentType: 'message/sipfrag;version=2.0',
  });
  await dave.expectResponse(status, notify);
}

describe('a REFER of ours', () => {
  test('[SES-05] says who asks, and whom to call', async () => {
    const { refer, outcome } = await sent();
    expect(refer.header('Refer-To')).toBe('<sip:carol@example.com>');
    expect(refer.header('Referred-By')).toBe('"Alice" <sip:alice@example.com>');
    expect(refer.contacts[0]?.uri.toString()).toBe(alice.ua.userAgent.contact.uri.toString());
    expect(refer.supported).toEqual(expect.arrayContaining(['replaces', 'norefersub']));
    dave.respond(refer, 202);
    await report(refer, 'terminated;reason=noresource', 'SIP/2.0 200 OK');
    expect(await outcome()).toBe('done');
  });

  test.each([405, 501, 603, 403, 481, 420])('[SES-05] answered %i is refused, and the call goes on', async (status) => {
    const told: string[] = [];
    call.on('referRequested', (context) => {
      if (!(context instanceof OutgoingRefer)) return;
      context.on('referRequestAccepted', () => told.push('accepted'));
      context.on('referRequestRejected', (_context, response) => told.push(`rejected ${response?.statusCode ?? ''}`));
    });
    const { refer, outcome } = await sent({});
    dave.respond(refer, status);
    expect(await outcome()).toMatchObject({ code: 'RESPONSE', statusCode: status });
    expect(call.getSnapshot()).toMatchObject({
      state: 'Established',
      transfer: { state: 'failed', statusCode: status },
    });
    expect(told).toEqual([`rejected ${status}`]);
  });

  test.each([200, 202, 204, 299])('[SES-05] accepted with %i waits for reports', async (status) => {
    const { refer, outcome } = await sent();
    dave.respond(refer, status);
    await box.run(1000);
    expect(call.getSnapshot().transfer).toEqual({ target: 'sip:carol@example.com', state: 'trying', statusCode: null });
    await report(refer, 'active;expires=60', 'SIP/2.0 180 Ringing');
    expect(call.getSnapshot().transfer).toMatchObject({ state: 'ringing', statusCode: 180 });
    await report(refer, 'terminated;reason=noresource', 'SIP/2.0 200 OK');
    expect(await outcome()).toBe('done');
  });

  test('[SES-05] that is never answered is given up', async () => {
    const { outcome } = await sent();
    expect(await outcome()).toMatchObject({ code: 'REQUEST_TIMEOUT' });
    expect(call.state).toBe('Established');
  });

  test('[SES-05] without any report is given up after 32 s', async () => {
    const { refer, outcome } = await sent();
    const since = box.clock.now();
    dave.respond(refer, 202);
    expect(await outcome()).toMatchObject({ code: 'TRANSFER_FAILED', statusCode: undefined });
    expect(box.clock.now() - since).toBeGreaterThanOrEqual(32_000);
    expect(box.clock.now() - since).toBeLessThan(33_000);
    expect(call.state).toBe('Established');
  });

  test('[SES-05] whose reports stop is given up when they expire', async () => {
    const { refer, outcome } = await sent();
    dave.respond(refer, 202);
    await report(refer, 'active;expires=50', 'SIP/2.0 180 Ringing');
    const since = box.clock.now();
    expect(await outcome()).toMatchObject({ code: 'TRANSFER_FAILED' });
    expect(Math.round((box.clock.now() - since) / 1000)).toBe(50);
  });

  test('[SES-05] with norefersub asks for no reports, and is done once accepted (RFC 4488)', async () => {
    const { refer, outcome } = await sent({ norefersub: true });
    expect(refer.header('Refer-Sub')).toBe('false');
    dave.respond(refer, 202, { headers: ['Refer-Sub: false'] });
    dave.respond(await dave.expect('BYE'), 200);
    expect(await outcome()).toBe('done');
    expect(call.cause?.code).toBe('TRANSFERRED');
  });

  test.each<{ headers: string[] }>([{ headers: [] }, { headers: ['Refer-Sub: true'] }])(
    '[SES-05] with norefersub still waits where the far end reports nevertheless: $headers',
    async ({ headers }) => {
      const { refer, outcome } = await sent({ norefersub: true, activeAfterTransfer: true });
      dave.respond(refer, 202, { headers });
      await report(refer, 'terminated;reason=noresource', 'SIP/2.0 486 Busy Here');
      expect(await outcome()).toMatchObject({ code: 'TRANSFER_FAILED', statusCode: 486 });
    },
  );

  test('[SES-05] tells its listeners and callbacks each step', async () => {
    const told: string[] = [];
    call.on('referRequested', (context) => {
      if (!(context instanceof OutgoingRefer)) return;
      context.on('referRequestAccepted', (_context, response) => told.push(`accepted ${response?.statusCode ?? ''}`));
      context.on('referProgress', () => told.push('progress'));
      context.on('referAccepted', (which) => told.push(`answered ${which === context ? 'this' : 'other'}`));
      context.on('notify', (request) => told.push(`notify ${request.body.trim()}`));
    });
    const { refer, outcome } = await sent({
      activeAfterTransfer: true,
      receiveResponse: (response) => told.push(`response ${response.statusCode}`),
      requestDelegate: { onAccept: () => told.push('onAccept') },
      onNotify: () => told.push('onNotify'),
    });
    dave.respond(refer, 202);
    await report(refer, 'active;expires=60', 'SIP/2.0 180 Ringing');
    await report(refer, 'terminated;reason=noresource', 'SIP/2.0 200 OK');
    expect(await outcome()).toBe('done');
    expect(told).toEqual([
      'response 202',
      'onAccept',
      'accepted 202',
      'onNotify',
      'notify SIP/2.0 180 Ringing',
      'progress',
      'onNotify',
      'notify SIP/2.0 200 OK',
      'answered this',
    ]);
  });

  test('[SES-05] tells listeners that want it once only once, and those removed nothing', async () => {
    const told: string[] = [];
    const removed = (): void => void told.push('removed');
    call.on('referRequested', (context) => {
      if (!(context instanceof OutgoingRefer)) return;
      context.once('notify', () => told.push('once'));
      context.on('notify', removed);
      context.off('notify', removed);
      context.on('notify', removed)();
    });
    const { refer, outcome } = await sent();
    expect(call.getSnapshot().pending).toEqual(['transfer']);
    dave.respond(refer, 100);
    dave.respond(refer, 202);
    await report(refer, 'active;expires=60', 'SIP/2.0 180 Ringing');
    await report(refer, 'terminated;reason=noresource', 'SIP/2.0 200 OK');
    expect(await outcome()).toBe('done');
    expect(told).toEqual(['once']);
  });

  test('[SES-05] whose listener throws goes on', async () => {
    call.on('referRequested', (context) => {
      if (context instanceof OutgoingRefer) {
        context.on('referAccepted', () => {
          throw new Error('a bug of the page');
        });
      }
    });
    const { refer, outcome } = await sent();
    dave.respond(refer, 202);
    await report(refer, 'terminated;reason=noresource', 'SIP/2.0 200 OK');
    expect(await outcome()).toBe('done');
    expect(box.errors.splice(0)).toHaveLength(1);
  });

  test('[SES-05] with a line break in a header line is not sent', async () => {
    const outcome = await outcomeOf(box, call.refer('carol', { extraHeaders: ['X-A: 1\r\nRefer-To: <sip:evil@x>'] }));
    expect(outcome).toMatchObject({ code: 'INVALID_VALUE' });
    expect(dave.received.some((each) => each.method === 'REFER')).toBe(false);
  });

  test('[SES-05] takes a Referred-By of the application instead of its own', async () => {
    const { refer, outcome } = await sent({
      activeAfterTransfer: true,
      requestOptions: { extraHeaders: ['Referred-By: <sip:boss@example.com>', 'X-Referred-By-Someone: Username'] },
    });
    expect(refer.headers('Referred-By')).toEqual(['<sip:boss@example.com>']);
    expect(refer.header('X-Referred-By-Someone')).toBe('Username');
    dave.respond(refer, 603);
    await outcome();
  });
});

describe('reports', () => {
  test('[SES-05] that make no sense leave the transfer as it is', async () => {
    const { refer, outcome } = await sent();
    dave.respond(refer, 202);
    await report(refer, 'active;expires=100', 'HTTP/1.1 200 OK');
    await report(refer, 'active;expires=nonsense', '');
    await report(refer, 'active', 'SIP/2.0 999 What');
    expect(call.getSnapshot().transfer?.state).toBe('trying');
    await report(refer, 'terminated;reason=noresource', 'SIP/2.0 200 OK');
    expect(await outcome()).toBe('done');
  });

  test('[SES-05] after the last one get 481', async () => {
    const { refer, outcome } = await sent();
    dave.respond(refer, 202);
    await report(refer, 'active;expires=60', 'SIP/2.0 200 OK');
    expect(await outcome()).toBe('done');
    await report(refer, 'terminated;reason=noresource', 'SIP/2.0 200 OK', 481);
  });

  test('[SES-05] still count when the far end has hung up', async () => {
    const { refer, outcome } = await sent();
    dave.respond(refer, 202);
    await report(refer, 'active;expires=60', 'SIP/2.0 100 Trying');
    await dave.expectResponse(200, dialog.send('BYE'));
    expect(call.state).toBe('Terminated');
    await report(refer, 'active;expires=60', 'SIP/2.0 180 Ringing');
    await report(refer, 'terminated;reason=noresource', 'SIP/2.0 200 OK');
    expect(await outcome()).toBe('done');
    expect(call.getSnapshot().transfer?.state).toBe('accepted');
    await report(refer, 'terminated;reason=noresource', 'SIP/2.0 200 OK', 481);
  });

  test('[SES-05] still count when we have hung up, as in a transfer that is not watched', async () => {
    const { refer, outcome } = await sent();
    dave.respond(refer, 202);
    await report(refer, 'active;expires=60', 'SIP/2.0 100 Trying');
    void call.terminate();
    dave.respond(await dave.expect('BYE'), 200);
    await box.until(() => call.state === 'Terminated');
    await report(refer, 'terminated;reason=noresource', 'SIP/2.0 486 Busy Here');
    expect(await outcome()).toMatchObject({ code: 'TRANSFER_FAILED', statusCode: 486 });
  });

  test('[SES-05] that never come after the end of the call are given up', async () => {
    const { refer, outcome } = await sent();
    dave.respond(refer, 202);
    await report(refer, 'active;expires=3600', 'SIP/2.0 100 Trying');
    dialog.send('BYE');
    const since = box.clock.now();
    expect(await outcome()).toMatchObject({ code: 'SESSION_ENDED' });
    expect(box.clock.now() - since).toBeLessThan(33_000);
    const info = dialog.send('INFO');
    await dave.expectResponse(481, info);
  });

  test('[SES-05] are waited for no longer once the phone is gone', async () => {
    const { refer, outcome } = await sent();
    dave.respond(refer, 202);
    await report(refer, 'active;expires=3600', 'SIP/2.0 100 Trying');
    await dave.expectResponse(200, dialog.send('BYE'));
    await Promise.all([alice.ua.dispose(), box.run(5000)]);
    const before = box.clock.now();
    expect(await outcome()).toMatchObject({ code: 'SESSION_ENDED' });
    expect(box.clock.now()).toBe(before);
  });

  test('[SES-05] other requests in the dialog of a call that is over get 481', async () => {
    const { refer, outcome } = await sent();
    dave.respond(refer, 202);
    await dave.expectResponse(200, dialog.send('BYE'));
    await dave.expectResponse(481, dialog.send('REFER', { headers: ['Refer-To: <sip:x@example.com>'] }));
    await dave.expectResponse(481, dialog.send('INVITE'));
    await report(refer, 'terminated;reason=noresource', 'SIP/2.0 200 OK');
    expect(await outcome()).toBe('done');
  });
});
