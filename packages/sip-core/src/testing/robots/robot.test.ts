import { describe, expect, it } from 'vitest';
import { createFakeNetwork, type FakeNetwork } from '../fake-network.ts';
import { fakeAnswer, fakeOffer } from '../fake-sdp.ts';
import { seededRandom } from '../seeded-random.ts';
import { VirtualClock } from '../virtual-clock.ts';
import type { ScriptedDialog } from '../scripted-dialog.ts';
import { silent } from './behaviours.ts';

function network(): FakeNetwork {
  return createFakeNetwork({ clock: new VirtualClock(), random: seededRandom('robots'), latency: 5 });
}

describe('Robot', () => {
  it('[APP-05] answers, is put on hold, hears tones, and is hung up on', async () => {
    const net = network();
    const digits: string[] = [];
    net.events.on('digit', ({ digit, duration, robot, via }) => digits.push(`${robot} ${digit} ${duration} ${via}`));
    const erin = net.scriptedPeer('erin');
    erin.request('INVITE', 'sip:600@example.com', { body: fakeOffer() });
    const ok = await erin.expectResponse(200);
    expect(ok.body).toContain('a=sendrecv');
    erin.ack(ok);
    const dialog = erin.dialog(ok);
    dialog.send('INVITE', { body: fakeOffer({ direction: 'sendonly', version: 2 }) });
    const held = await erin.expectResponse(200, 'INVITE');
    expect(held.body).toContain('a=recvonly');
    erin.ack(held);
    dialog.send('UPDATE', { body: fakeOffer({ version: 3 }) });
    expect((await erin.expectResponse(200, 'UPDATE')).body).toContain('a=sendrecv');
    dialog.send('INFO', { body: 'Signal=5\r\nDuration=160\r\n', contentType: 'application/dtmf-relay' });
    await erin.expectResponse(200, 'INFO');
    expect(digits).toEqual(['600 5 160 info']);
    expect(net.counts().robotCalls).toBe(1);
    dialog.send('BYE');
    await erin.expectResponse(200, 'BYE');
    expect(net.counts()).toMatchObject({ robotCalls: 0, dialogs: 0 });
  });

  it('[APP-05] is busy, or rings until it is cancelled', async () => {
    const net = network();
    const erin = net.scriptedPeer('erin');
    erin.request('INVITE', 'sip:602@example.com', { body: fakeOffer() });
    erin.ack(await erin.expectResponse(486));
    const invite = erin.request('INVITE', 'sip:603@example.com', { body: fakeOffer() });
    await erin.expectResponse(180);
    await erin.expectNothing(60_000, '4xx');
    erin.cancel(invite);
    await erin.expectResponse(200, 'CANCEL');
    erin.ack(await erin.expectResponse(487));
    await net.run(100);
    expect(net.counts()).toMatchObject({ robotCalls: 0, transactions: 0 });
  });

  it('[APP-05] rings a while, hangs up after a while, and calls back', async () => {
    const net = network();
    const erin = net.scriptedPeer('erin');
    const start = net.clock.now();
    erin.request('INVITE', 'sip:604@example.com', { body: fakeOffer() });
    await erin.expectResponse(180);
    erin.ack(await erin.expectResponse(200));
    expect(net.clock.now() - start).toBeGreaterThan(3000);
    erin.request('INVITE', 'sip:605@example.com', { body: fakeOffer() });
    erin.ack(await erin.expectResponse(200));
    erin.respond(await erin.expect('BYE'), 200);
    erin.ack(await erin.expectResponse(480, erin.request('INVITE', 'sip:606@example.com', { body: fakeOffer() })));
    const invite = await erin.expect('INVITE');
    expect(invite.from.uri.user).toBe('606');
    erin.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await erin.expect('ACK');
    erin.dialog(invite).send('BYE');
    await erin.expectResponse(200, 'BYE');
  });

  it('[APP-05] repeats its answer until the ACK comes, and hangs up when none does', async () => {
    const net = network();
    const erin = net.scriptedPeer('erin');
    erin.request('INVITE', 'sip:600@example.com', { body: fakeOffer() });
    await erin.expect('BYE', { timeout: 40_000 });
    const answers = erin.received.filter((entry) => entry.statusCode === 200);
    expect(answers.length).toBeGreaterThan(8);
    expect(net.counts().robotCalls).toBe(0);
  });

  it('[APP-05] offers when it was called without an offer, and is silent when told to be', async () => {
    const net = network();
    net.robot('700', silent());
    const erin = net.scriptedPeer('erin');
    erin.request('INVITE', 'sip:600@example.com');
    const ok = await erin.expectResponse(200);
    expect(ok.body).toContain('a=setup:actpass');
    erin.ack(ok, { body: fakeAnswer(ok.body) });
    const unanswered = erin.request('INVITE', 'sip:700@example.com');
    await erin.expectNothing(20_000, (entry) => entry.statusCode > 100 && entry.callId === unanswered.first('Call-ID'));
  });

  it('[APP-05] goes where it is transferred to, and reports how it went', async () => {
    const net = network();
    const erin = net.scriptedPeer('erin');
    const dave = net.scriptedPeer('dave');
    erin.request('INVITE', 'sip:600@example.com', { body: fakeOffer() });
    const ok = await erin.expectResponse(200);
    erin.ack(ok);
    const dialog = erin.dialog(ok);
    dialog.send('REFER', { headers: ['Refer-To: <sip:dave@example.com?Replaces=abc%3Bto-tag%3D1%3Bfrom-tag%3D2>'] });
    await erin.expectResponse(202);
    const report = async (): Promise<string> => {
      const notify = await erin.expect('NOTIFY');
      erin.respond(notify, 200);
      return `${notify.body.trim()} ${notify.subscriptionState?.value ?? ''}`;
    };
    expect(await report()).toBe('SIP/2.0 100 Trying active');
    const invite = await dave.expect('INVITE');
    expect(invite.header('Replaces')).toBe('abc;to-tag=1;from-tag=2');
    dave.respond(invite, 180);
    expect(await report()).toBe('SIP/2.0 180 Ringing active');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    expect(await report()).toBe('SIP/2.0 200 OK terminated');
    dialog.send('BYE');
    await erin.expectResponse(200, 'BYE');
    expect(net.counts().robotCalls).toBe(1);
  });

  it('[APP-05] takes the place of a call it has when one robot is transferred to another', async () => {
    const net = network();
    const erin = net.scriptedPeer('erin');
    const call = async (extension: string): Promise<ScriptedDialog> => {
      const ok = await erin.expectResponse(200, erin.request('INVITE', net.uri(extension), { body: fakeOffer() }));
      erin.ack(ok);
      return erin.dialog(ok);
    };
    const [echo, tone] = [await call('600'), await call('601')];
    const tag = (address: string): string => /;tag=([^;]+)/.exec(address)?.[1] ?? '';
    const replaces = `${tone.callId};to-tag=${tag(tone.remote)};from-tag=${tag(tone.local)}`;
    echo.send('REFER', { headers: [`Refer-To: <${tone.target}?Replaces=${encodeURIComponent(replaces)}>`] });
    await erin.expectResponse(202);
    const bye = await erin.expect('BYE');
    expect(bye.callId).toBe(tone.callId);
    erin.respond(bye, 200);
    echo.send('BYE');
    await erin.expectResponse(200, 'BYE');
    expect(net.counts()).toMatchObject({ robotCalls: 2, dialogs: 1 });
    const unknown = erin.build('INVITE', net.uri('600'), { headers: ['Replaces: x;to-tag=1;from-tag=2'] });
    erin.ack(await erin.expectResponse(481, erin.send(unknown)));
    await net.run(601_000);
    expect(net.counts()).toMatchObject({ robotCalls: 0, dialogs: 0 });
  });
});
