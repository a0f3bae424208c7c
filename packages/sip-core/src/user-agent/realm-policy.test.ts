import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeAnswer } from '../testing/fake-sdp.ts';
import { PhoneBox } from '../testing/phones.ts';

let box: PhoneBox;

beforeEach(() => {
  box = new PhoneBox();
});

afterEach(async () => {
  await box.close();
  expect(box.errors).toEqual([]);
});

const challenge = (realm: string): { readonly headers: readonly string[] } => ({
  headers: [`Proxy-Authenticate: Digest realm="${realm}", nonce="stranger", algorithm=MD5, qop="auth"`],
});

/** Requests that carry an answer to the stranger's challenge. */
const leaks = (): number =>
  box.network.trace
    .find((entry) => entry.text.includes('realm="evil'))
    .filter((entry) => /^Proxy-Authorization:/im.test(entry.text)).length;

describe('a challenge of a stranger', () => {
  test('[PRO-04] from the far end of a call is not answered', async () => {
    const alice = await box.phone('alice');
    const dave = box.network.scriptedPeer('dave');
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    await box.until(() => call.state === 'Established');
    void call.terminate();
    dave.respond(await dave.expect('BYE'), 407, challenge('evil.example.net'));
    await box.run(1000);
    expect(leaks()).toBe(0);
    expect(call.state).toBe('Terminated');
  });

  test('[PRO-04] to a new call is not answered once the registrar has named its realm', async () => {
    const alice = await box.phone('alice');
    const dave = box.network.scriptedPeer('dave');
    const call = alice.ua.invite('dave');
    dave.respond(await dave.expect('INVITE'), 407, challenge('evil.example.net'));
    await box.until(() => call.state === 'Terminated');
    expect(leaks()).toBe(0);
    expect(call.cause).toMatchObject({ code: 'AUTHENTICATION_ERROR', statusCode: 407 });
  });

  test('[PRO-04] is not answered by a phone that names its realms, whoever asks first', async () => {
    const { ua } = box.make('alice', { configuration: { realms: ['elsewhere.example.org'] } });
    void ua.start();
    await box.until(() => ua.getSnapshot().registration.status === 'failed');
    expect(box.network.trace.find((entry) => /^Authorization:/im.test(entry.text))).toEqual([]);
  });

  test('[PRO-04] of a phone that does not register, the first server to ask is believed, and no other', async () => {
    const { ua } = box.make('alice', { configuration: { register: false } });
    void ua.start();
    await box.until(() => ua.isConnected());
    const dave = box.network.scriptedPeer('dave');
    box.network.answerNext('INVITE', 407, {
      headers: ['Proxy-Authenticate: Digest realm="example.com", nonce="n", algorithm=MD5, qop="auth"'],
    });
    const call = ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 407, challenge('evil.example.net'));
    await box.until(() => call.state === 'Terminated');
    expect(leaks()).toBe(0);
  });
});
