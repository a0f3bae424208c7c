import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Registerer } from '../registration/registerer.ts';
import type { Invitation } from '../session/invitation.ts';
import { Inviter } from '../session/inviter.ts';
import type { SessionPhase } from '../session/session-snapshot.ts';
import { createFakeMedia } from '../testing/fake-media.ts';
import { fakeAnswer } from '../testing/fake-sdp.ts';
import { createFakeNetwork, type FakeNetwork } from '../testing/fake-network.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import type { UserAgentDelegate } from './user-agent-delegate.ts';
import { UserAgent } from './user-agent.ts';

let clock: VirtualClock;
let network: FakeNetwork;
let seed: number;
const started: UserAgent[] = [];

beforeEach(() => {
  clock = new VirtualClock();
  network = createFakeNetwork({ clock, random: seededRandom(1) });
  seed = 1;
});

afterEach(async () => {
  for (const userAgent of started.splice(0)) userAgent.dispose();
  await network.run(70_000);
  network.close();
  expect(clock.pending).toBe(0);
});

async function start(user: string, password: string, delegate?: UserAgentDelegate): Promise<UserAgent> {
  seed += 1;
  const userAgent = new UserAgent({
    uri: UserAgent.makeURI(network.uri(user)),
    authorizationPassword: password,
    transportOptions: { server: network.server },
    sessionDescriptionHandlerFactory: createFakeMedia(),
    platform: {
      clock,
      random: seededRandom(seed),
      createWebSocket: network.createWebSocket,
      logger: { log: () => undefined },
    },
    delegate,
  });
  started.push(userAgent);
  void userAgent.start();
  await network.until(() => userAgent.isConnected());
  return userAgent;
}

describe('the building blocks of document 002', () => {
  test('[MOD-02] a Registerer goes from Initial to Registered, Unregistered and Terminated', async () => {
    const userAgent = await start('alice', 'wonderland');
    const registerer = new Registerer(userAgent, { expires: 300 });
    const states: string[] = [registerer.state];
    registerer.stateChange.addListener((state) => states.push(state));
    const accepted: number[] = [];
    void registerer.register({
      requestDelegate: { onAccept: (response) => accepted.push(response.statusCode) },
      requestOptions: { extraHeaders: ['X-Desk: 12'] },
    });
    await network.until(() => registerer.state === 'Registered');
    expect(registerer.contacts).toHaveLength(1);
    expect(network.trace.find('REGISTER')[0]?.text).toContain('X-Desk: 12');
    void registerer.unregister();
    await network.until(() => registerer.state === 'Unregistered');
    void registerer.register();
    await network.until(() => registerer.state === 'Registered');
    await Promise.all([registerer.dispose(), network.run(1000)]);
    expect(states).toEqual(['Initial', 'Registered', 'Unregistered', 'Registered', 'Unregistered', 'Terminated']);
    expect(accepted).toEqual([200]);
    expect(network.counts().bindings).toBe(0);
    await expect(registerer.register()).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });

  test('[MOD-03] an Inviter calls and an Invitation is accepted with the constraints it is given', async () => {
    const received: Invitation[] = [];
    const bob = await start('bob', 'builder', { onInvite: (invitation) => received.push(invitation) });
    const registerer = new Registerer(bob);
    void registerer.register();
    await network.until(() => registerer.state === 'Registered');
    const alice = await start('alice', 'wonderland');
    const target = UserAgent.makeURI('sip:bob@example.com');
    if (target === undefined) throw new Error('no target');
    const inviter = new Inviter(alice, target);
    const states: string[] = [];
    inviter.stateChange.addListener((state) => states.push(state));
    void inviter.invite();
    await network.until(() => received.length === 1);
    const [invitation] = received;
    void invitation?.accept({ sessionDescriptionHandlerOptions: { constraints: { audio: true, video: false } } });
    await network.until(() => inviter.state === 'Established');
    void inviter.bye();
    await network.until(() => invitation?.state === 'Terminated' && inviter.state === 'Terminated');
    expect(states).toEqual(['Establishing', 'Established', 'Terminating', 'Terminated']);
    await Promise.all([registerer.dispose(), network.run(1000)]);
  });

  test('[MOD-03] an Inviter that is cancelled ends, and a listener added for once hears one change', async () => {
    const alice = await start('alice', 'wonderland');
    const target = UserAgent.makeURI('sip:603@example.com');
    if (target === undefined) throw new Error('no target');
    const inviter = new Inviter(alice, target);
    const once: string[] = [];
    inviter.stateChange.addListener((state) => once.push(state), { once: true });
    void inviter.invite();
    await network.until(() => inviter.phase === 'ringing');
    void inviter.cancel();
    await network.until(() => inviter.state === 'Terminated');
    expect(once).toEqual(['Establishing']);
    await expect(inviter.invite()).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });

  test('[MOD-04] beside the five states a phase says what a person would, and hold is a flag', async () => {
    const dave = network.scriptedPeer('dave');
    const alice = await start('alice', 'wonderland');
    const inviter = new Inviter(alice, alice.target('dave'));
    const phases: SessionPhase[] = [inviter.phase];
    inviter.subscribe(() => {
      if (phases.at(-1) !== inviter.phase) phases.push(inviter.phase);
    });
    void inviter.invite();
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180);
    await network.until(() => inviter.phase === 'ringing');
    dave.respond(invite, 183, { body: fakeAnswer(invite.body) });
    await network.until(() => inviter.phase === 'early');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    await network.until(() => inviter.phase === 'established');
    const held = inviter.hold();
    const reinvite = await dave.expect('INVITE');
    dave.respond(reinvite, 200, { body: fakeAnswer(reinvite.body) });
    await Promise.all([held, network.run(100)]);
    expect(inviter.getSnapshot()).toMatchObject({ phase: 'established', hold: { local: true, remote: false } });
    void inviter.bye();
    dave.respond(await dave.expect('BYE'), 200);
    await network.until(() => inviter.phase === 'ended');
    expect(phases).toEqual(['dialing', 'ringing', 'early', 'connecting', 'established', 'ending', 'ended']);
  });
});
