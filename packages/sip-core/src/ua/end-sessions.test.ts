import { expect, test } from 'vitest';
import { fakeOffer } from '../testing/fake-sdp.ts';
import { PhoneBox } from '../testing/phones.ts';

test('[UA-02] a call placed while the phone stops ends with it', async () => {
  const box = new PhoneBox();
  const alice = await box.phone('alice');
  box.network.answerNext('REGISTER', 'silence');
  void alice.ua.stop();
  await box.run(100);
  const call = alice.ua.invite('600');
  await box.run(10_000);
  expect(alice.ua.isConnected()).toBe(false);
  expect(call.state).toBe('Terminated');
  expect(call.cause?.by).toBe('local');
  await box.close();
  expect(box.errors).toEqual([]);
});

test('[UA-02] a call that comes while the phone stops is refused', async () => {
  const box = new PhoneBox();
  const alice = await box.phone('alice');
  const dave = box.network.scriptedPeer('dave');
  box.network.answerNext('REGISTER', 'silence');
  void alice.ua.stop();
  await box.run(100);
  dave.request('INVITE', 'sip:alice@example.com', { body: fakeOffer() });
  await dave.expectResponse(480, 'INVITE');
  expect(alice.ua.sessions.size).toBe(0);
  await box.close();
  expect(box.errors).toEqual([]);
});

test('[UA-02] a phone that was stopped takes calls again when it is started again', async () => {
  const box = new PhoneBox();
  const alice = await box.phone('alice');
  const bob = await box.phone('bob');
  void alice.ua.stop();
  await box.until(() => !alice.ua.isConnected());
  await box.run(100);
  void alice.ua.start();
  await box.until(() => alice.ua.isRegistered());
  const { callee } = await box.call(bob, alice);
  expect(callee.state).toBe('Established');
  await box.close();
  expect(box.errors).toEqual([]);
});
