import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../session/session.ts';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import { NOTHING } from '../testing/transfer-fixture.ts';
import { referToSession } from './refer-to-session.ts';

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

async function placed(contact?: string): Promise<Session> {
  const call = alice.ua.invite('dave');
  const invite = await dave.expect('INVITE');
  dave.respond(invite, 200, { body: fakeAnswer(invite.body), ...(contact === undefined ? {} : { contact }) });
  await box.until(() => call.state === 'Established');
  return call;
}

describe('the Refer-To of an attended transfer', () => {
  test('[SES-05] leads to a Contact that is a GRUU (RFC 5589 section 7.3)', async () => {
    const { uri } = referToSession(await placed('sip:dave@example.com;gr=urn:uuid:f81d4fae'));
    expect(uri.withoutHeaders().toString()).toBe('sip:dave@example.com;gr=urn:uuid:f81d4fae');
    expect(uri.headers.get('require')).toEqual(['replaces']);
  });

  test('[SES-05] leads to the address of record where the Contact is good on one connection only (section 7.5)', async () => {
    const { uri } = referToSession(await placed());
    expect(uri.withoutHeaders().toString()).toBe('sip:dave@example.com');
  });

  test('[SES-05] leads to the Contact of an anonymous caller, who has no other address', async () => {
    dave.request('INVITE', 'sip:alice@example.com', { body: fakeOffer(), from: 'sip:anonymous@anonymous.invalid' });
    await dave.expectResponse(180);
    const [session] = alice.incoming;
    if (session === undefined) throw new Error('no call');
    expect(referToSession(session).uri.withoutHeaders().toString()).toBe(dave.contact);
  });

  test('[SES-05] escapes the tags so that Replaces is read as it was written', async () => {
    const call = await placed();
    const { dialog } = call.context;
    const text = referToSession(call).toString();
    expect(text).not.toMatch(/Replaces=[^&>]*[;=]/);
    expect(referToSession(call).uri.headers.get('replaces')).toEqual([
      `${dialog?.callId ?? ''};to-tag=${dialog?.remoteTag ?? ''};from-tag=${dialog?.localTag ?? ''}`,
    ]);
  });

  test('[SES-05] of a call that has not been answered, or is over, there is none', async () => {
    const ringing = alice.ua.invite('dave');
    expect(() => referToSession(ringing)).toThrow(/Cannot transfer/);
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 486);
    await box.until(() => ringing.state === 'Terminated');
    expect(() => referToSession(ringing)).toThrow(/Cannot transfer/);
  });
});
