import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedDialog } from '../testing/scripted-dialog.ts';
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

/** A call of ours whose session one side refreshes. */
async function refreshedBy(refresher: 'uac' | 'uas'): Promise<{ call: Inviter; dialog: ScriptedDialog }> {
  const call = alice.ua.invite('dave');
  const invite = await dave.expect('INVITE');
  const headers = [`Session-Expires: 600;refresher=${refresher}`, 'Require: timer', 'Supported: timer'];
  dave.respond(invite, 200, { headers, body: fakeAnswer(invite.body) });
  await dave.expect('ACK');
  await box.until(() => call.state === 'Established');
  return { call, dialog: dave.dialog(invite) };
}

describe('who refreshes after a request of theirs that leaves it to us (RFC 4028 section 9)', () => {
  // In their request the roles are the other way round: `uac` is they, `uas` are we.
  test.each([
    ['uac', 'uas', 'local'],
    ['uas', 'uac', 'remote'],
  ] as const)('[PRO-08] whoever did before: %s of our INVITE, %s of their request', async (before, after, side) => {
    const { call, dialog } = await refreshedBy(before);
    dialog.send('INVITE', {
      headers: ['Supported: timer', 'Session-Expires: 300'],
      body: fakeOffer({ version: 2 }),
    });
    const ok = await dave.expectResponse(200, 'INVITE');
    dialog.ack(ok);
    expect(ok.header('Session-Expires')).toBe(`300;refresher=${after}`);
    expect(call.context.sessionTimer.agreed).toMatchObject({ interval: 300, refresher: side });
    await box.run(100);
  });

  test.each(['uac', 'uas'])('[PRO-08] not when they ask for it: refresher=%s', async (refresher) => {
    const { call, dialog } = await refreshedBy('uac');
    dialog.send('UPDATE', { headers: ['Supported: timer', `Session-Expires: 300;refresher=${refresher}`] });
    const ok = await dave.expectResponse(200, 'UPDATE');
    expect(ok.header('Session-Expires')).toBe(`300;refresher=${refresher}`);
    expect(call.context.sessionTimer.agreed?.refresher).toBe(refresher === 'uas' ? 'local' : 'remote');
  });
});

describe('what the application writes itself', () => {
  test('[PRO-08] a Session-Expires of its own goes out alone', async () => {
    const { call } = await refreshedBy('uac');
    void call.reinvite({ extraHeaders: ['Session-Expires: 900;refresher=uac'] });
    const invite = await dave.expect('INVITE');
    expect(invite.headers('Session-Expires')).toEqual(['900;refresher=uac']);
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    await box.run(100);
  });
});
