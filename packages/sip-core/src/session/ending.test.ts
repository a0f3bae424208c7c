import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beHelpful, reach, type Scene, setScene, SITUATION_NAMES } from '../testing/call-situations.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

let scene: Scene;

beforeEach(async () => {
  scene = await setScene();
});

afterEach(async () => {
  await scene.box.close();
  expect(scene.box.leaks()).toEqual(nothing);
  expect(scene.box.errors).toEqual([]);
});

/** Situations of a call that nobody has ended yet. */
const alive = SITUATION_NAMES.filter((name) => !/canceled|hung up|over/.test(name));

describe.each(alive)('%s:', (name) => {
  test('[SES-03] terminate() ends it, exactly once, and resolves', async () => {
    const { box, peer } = scene;
    const { session } = await reach(name, scene);
    let terminated = 0;
    session.on('terminated', () => (terminated += 1));
    beHelpful(peer);
    let resolved = false;
    void session.terminate().then(() => (resolved = true));
    await box.run(35_000);
    expect(resolved).toBe(true);
    expect(session.state).toBe('Terminated');
    expect(session.cause?.by).toBe('local');
    expect(terminated).toBe(1);
  });

  test('[NET-03] a lost socket leaves an answered call up, and ends any other once', async () => {
    const { box, peer } = scene;
    const { session } = await reach(name, scene);
    let terminated = 0;
    session.on('terminated', () => (terminated += 1));
    const { phone } = scene;
    const answered = session.getSnapshot().answeredAt !== null;
    box.network.closeSockets({ user: 'alice' });
    await box.run(10);
    if (answered) {
      expect(session.phase).toBe(session.state === 'Established' ? 'reconnecting' : 'connecting');
      await box.until(() => session.phase === 'established');
      await box.run(1000);
      expect(session.state).toBe('Established');
      beHelpful(peer);
      void session.terminate();
      await box.run(35_000);
    } else {
      await box.run(35_000);
    }
    expect(session.state).toBe('Terminated');
    expect(terminated).toBe(1);
    await box.until(() => phone.ua.isRegistered());
  });

  test('[NET-03] a stopped phone ends it within its deadline', async () => {
    const { box, phone, peer } = scene;
    const { session } = await reach(name, scene);
    beHelpful(peer);
    let stopped = false;
    void phone.ua.stop().then(() => (stopped = true));
    await box.run(10_000);
    expect(stopped).toBe(true);
    await box.run(35_000);
    expect(session.state).toBe('Terminated');
    expect(phone.ua.isConnected()).toBe(false);
  });
});

describe.each(alive.filter((name) => !/before the INVITE|without a response/.test(name)))('%s:', (name) => {
  test('[PRO-12] a BYE of the far end gets one final response, and no session is left half alive', async () => {
    const { box, peer } = scene;
    const { session, dialog } = await reach(name, scene);
    if (dialog === undefined) throw new Error('unreachable');
    let terminated = 0;
    session.on('terminated', () => (terminated += 1));
    peer.flush();
    const bye = dialog.send('BYE');
    await peer.expectResponse(200, bye);
    await box.run(300);
    const outgoingEarly = /^outgoing, (ringing|early media)/.test(name);
    // A callee that says BYE instead of refusing leaves the INVITE to its final response.
    if (outgoingEarly) {
      beHelpful(peer);
      void session.terminate();
      await box.run(1000);
    }
    expect(session.state).toBe('Terminated');
    expect(terminated).toBe(1);
    const again = dialog.send('BYE');
    await peer.expectResponse(481, again);
  });
});
