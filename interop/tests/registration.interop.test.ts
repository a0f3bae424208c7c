import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FaultProxy } from '../fault-proxy.ts';
import { until } from '../lab/until.ts';
import { missing, Stage } from '../support/stage.ts';

describe.skipIf(missing('kamailio').length > 0).each(['MD5', 'SHA-256'] as const)('Kamailio with %s', (algorithm) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open({ algorithm, rtpengine: false, minExpires: 4, nonceExpires: 1 });
  });
  afterEach(async () => {
    expect(await stage.clear()).toEqual([]);
  });
  afterAll(() => stage.close());

  it('[PRO-05] registers over ws, refreshes in time and unregisters', async () => {
    const alice = await stage.signedIn('alice', 440, { registerExpires: 4 });
    expect(await stage.lab.kamailio.contacts('alice')).toHaveLength(1);
    const first = (await alice.snapshot()).registration.expiresAt;
    const again = await until('the registration is refreshed', async () => {
      const { expiresAt } = (await alice.snapshot()).registration;
      return expiresAt !== null && expiresAt !== first && expiresAt;
    });
    expect(again).toBeGreaterThan(first!);
    expect(await stage.lab.kamailio.contacts('alice')).toHaveLength(1);
    expect((await alice.events()).map(({ name }) => name)).not.toContain('unregistered');
    await alice.page.evaluate(() => window.phone.stop());
    expect(await stage.lab.kamailio.contacts('alice')).toEqual([]);
  });

  it('[PRO-04] places calls with it, and takes a new nonce for one that is too old', async () => {
    const proxy = await FaultProxy.open(stage.lab.kamailio.ports.ws);
    const alice = await stage.signedIn('alice', 440, { server: proxy.url });
    for (let index = 0; index < 2; index += 1) {
      await alice.dial('answer-486');
      expect((await alice.phase('ended', index)).cause?.statusCode).toBe(486);
      // A nonce lives for one second.
      if (index === 0) await until('it is too old', () => Date.now() > lastAnswer(proxy) + 2100);
    }
    const challenges = proxy.seen.flatMap(({ text }) => /^Proxy-Authenticate:.*$/im.exec(text) ?? []);
    expect(challenges.length).toBeGreaterThan(1);
    for (const challenge of challenges) {
      expect(challenge).toMatch(algorithm === 'MD5' ? /^((?!algorithm).)*$|algorithm=MD5/ : /algorithm=SHA-256/);
    }
    expect(challenges.at(-1)).toContain('stale=true');
    await proxy.close();
  });

  it.runIf(algorithm === 'MD5')('[NET-01] registers over wss', async () => {
    const alice = await stage.signedIn('alice', 440, { server: stage.lab.kamailio.wss });
    expect((await alice.snapshot()).server).toContain('wss:');
  });

  it.runIf(algorithm === 'MD5')('[NET-02] finds the one of three servers that lives', async () => {
    const wsServers = [
      { url: 'ws://127.0.0.1:1', weight: 3 },
      { url: 'ws://127.0.0.1:2', weight: 2 },
      { url: stage.lab.kamailio.ws, weight: 1 },
    ];
    const alice = await stage.signedIn('alice', 440, { wsServers });
    expect((await alice.snapshot()).server).toContain(String(stage.lab.kamailio.ports.ws));
  });

  it.runIf(algorithm === 'MD5')('[PRO-05] asks for the minimum after a 423', async () => {
    await stage.signedIn('alice', 440, { registerExpires: 2 });
    expect(await stage.lab.kamailio.contacts('alice')).toHaveLength(1);
  });

  it('[PRO-04] says that the password is wrong', async () => {
    const alice = await stage.phone('alice');
    await alice.start(stage.lab.kamailio.ws, { user: 'alice', tone: 440, password: 'looking-glass' });
    const { detail } = await alice.event('registrationFailed');
    expect(detail).toBe(401);
    expect(await stage.lab.kamailio.contacts('alice')).toEqual([]);
  });
});

/** When the server answered last. */
function lastAnswer(proxy: FaultProxy): number {
  return proxy.seen.findLast(({ direction }) => direction === 'down')?.at ?? 0;
}
