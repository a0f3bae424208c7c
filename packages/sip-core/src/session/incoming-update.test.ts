import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
import { settledIn } from '../testing/outcome.ts';
import { earlyCall, establishedCall } from '../testing/peer-calls.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';

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

describe('an UPDATE of theirs', () => {
  test('[SES-10] without an offer gets 200 without one, and refreshes the target', async () => {
    const { call, dialog } = await establishedCall(box, alice, dave);
    const contact = dave.contact.replace('dave@', 'moved@');
    const ok = await dave.expectResponse(
      200,
      dialog.send('UPDATE', { edit: (text) => text.set('Contact', `<${contact}>`) }),
    );
    expect(ok.body).toBe('');
    expect(ok.contacts.length).toBe(1);
    void call.terminate();
    const bye = await dave.expect('BYE');
    expect(bye.requestUri.user).toBe('moved');
    dave.respond(bye, 200);
  });

  test('[SES-10] with an offer gets our answer', async () => {
    const { call, dialog } = await establishedCall(box, alice, dave);
    let changes = 0;
    call.on('reinvite', () => (changes += 1));
    const update = dialog.send('UPDATE', { body: fakeOffer({ version: 2, direction: 'sendonly' }) });
    expect((await dave.expectResponse(200, update)).body).toContain('a=recvonly');
    expect(call.getSnapshot().hold.remote).toBe(true);
    expect(changes).toBe(1);
  });

  test('[PRO-07] with an offer that cannot be taken gets 488, keeps its old Contact, and the next is fine', async () => {
    const { call, dialog } = await establishedCall(box, alice, dave);
    const odd = fakeOffer({ version: 2 }).replaceAll('PCMU', 'X-ONE').replaceAll('PCMA', 'X-TWO');
    const refused = await dave.expectResponse(488, dialog.send('UPDATE', { body: odd }));
    expect(refused.has('Warning')).toBe(true);
    expect(alice.media.of(call.id)?.signalingState).toBe('stable');
    await dave.expectResponse(200, dialog.send('UPDATE', { body: fakeOffer({ version: 3 }) }));
  });

  test('[PRO-12] with a body that cannot be read gets 415', async () => {
    const { dialog } = await establishedCall(box, alice, dave);
    const update = dialog.send('UPDATE', { body: '<x/>', contentType: 'application/xml' });
    await dave.expectResponse(415, update);
  });

  test('[PRO-07] before the one before it was answered gets 500 with Retry-After', async () => {
    const slow = await box.phone('carol', { media: { delay: { getDescription: 300 } } });
    const call = slow.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    await box.until(() => call.state === 'Established');
    const dialog = dave.dialog(invite);
    const first = dialog.send('UPDATE', { body: fakeOffer({ version: 2 }) });
    for (const body of [fakeOffer({ version: 3 }), undefined]) {
      const second = dialog.send('UPDATE', body === undefined ? {} : { body });
      const refused = await dave.expectResponse(500, second);
      expect(refused.retryAfter?.seconds).toBeLessThanOrEqual(10);
    }
    const third = dialog.send('INVITE', { body: fakeOffer({ version: 4 }) });
    await dave.expectResponse(500, third);
    await dave.expectResponse(200, first);
  });

  test('[PRO-07] that crosses an offer of ours gets 491', async () => {
    const { call, dialog } = await establishedCall(box, alice, dave);
    const held = call.hold();
    const invite = await dave.expect('INVITE');
    await dave.expectResponse(491, dialog.send('UPDATE', { body: fakeOffer({ version: 2 }) }));
    await dave.expectResponse(200, dialog.send('UPDATE'));
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    expect(await settledIn(box, held)).toBe('done');
  });

  test('[PRO-07] within a re-INVITE of ours whose offer is answered already is taken (RFC 6141 section 3.1)', async () => {
    const { call, dialog } = await establishedCall(box, alice, dave);
    const done = call.reinvite({ rel100: 'supported' });
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 183, { headers: ['Require: 100rel', 'RSeq: 9'], body: fakeAnswer(invite.body) });
    dave.respond(await dave.expect('PRACK'), 200);
    const update = dialog.send('UPDATE', { body: fakeOffer({ version: 3, direction: 'sendonly' }) });
    expect((await dave.expectResponse(200, update)).body).toContain('a=recvonly');
    dave.respond(invite, 200);
    await dave.expect('ACK');
    expect(await settledIn(box, done)).toBe('done');
    expect(call.getSnapshot().hold.remote).toBe(true);
  });

  test('[PRO-06] in the early dialog is answered once our offer was', async () => {
    const { call, dialog, finish } = await earlyCall(box, alice, dave);
    const update = dialog.send('UPDATE', { body: fakeOffer({ version: 2, direction: 'sendonly' }) });
    expect((await dave.expectResponse(200, update)).body).toContain('a=recvonly');
    await finish();
    expect(call.getSnapshot().hold.remote).toBe(true);
  });

  test('[PRO-07] in the early dialog, before our offer was answered, gets 491', async () => {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180);
    await box.until(() => call.phase === 'ringing');
    const dialog = dave.dialog(invite);
    await dave.expectResponse(491, dialog.send('UPDATE', { body: fakeOffer() }));
    await dave.expectResponse(200, dialog.send('UPDATE'));
    dave.respond(invite, 486);
    await box.until(() => call.state === 'Terminated');
  });

  test('[PRO-07] of a caller whose offer we have not answered gets 500', async () => {
    const sent = dave.request('INVITE', 'sip:alice@example.com', { body: fakeOffer() });
    const ringing = await dave.expectResponse(180, sent);
    const dialog = dave.dialog(ringing);
    await dave.expectResponse(500, dialog.send('UPDATE', { body: fakeOffer({ version: 2 }) }));
    await dave.expectResponse(200, dialog.send('UPDATE'));
    void alice.incoming[0]?.reject();
    dave.ack(await dave.expectResponse(480, sent));
  });

  test('[PRO-02] that still waits when the call ends gets its final response', async () => {
    const slow = await box.phone('carol', { media: { delay: { getDescription: 300 } } });
    const call = slow.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    await box.until(() => call.state === 'Established');
    const dialog = dave.dialog(invite);
    const update = dialog.send('UPDATE', { body: fakeOffer({ version: 2 }) });
    await box.run(100);
    dialog.send('BYE');
    await dave.expectResponse(200, 'BYE');
    await dave.expectResponse(487, update);
  });
});
