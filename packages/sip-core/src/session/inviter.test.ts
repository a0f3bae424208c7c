import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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

describe('an INVITE that is begun', () => {
  test('[UA-07] cannot be begun again: the second try changes nothing', async () => {
    const call = alice.ua.invite('dave');
    await expect(call.invite()).rejects.toMatchObject({ code: 'INVALID_STATE' });
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 486);
    await box.until(() => call.state === 'Terminated');
    const invites = dave.received.filter(({ message }) => message?.kind === 'request' && message.method === 'INVITE');
    expect(invites).toHaveLength(1);
  });

  test('[SES-01] has no request before its offer is made', async () => {
    const slow = await box.phone('bob', { media: { delay: { getDescription: 500 } } });
    const call = slow.ua.invite('dave');
    expect(call.request).toBeUndefined();
    const invite = await dave.expect('INVITE');
    expect(call.request?.callId).toBe(invite.callId);
    dave.respond(invite, 486);
    await box.until(() => call.state === 'Terminated');
  });
});
