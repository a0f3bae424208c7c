import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FaultProxy } from '../fault-proxy.ts';
import { until } from '../lab/until.ts';
import type { Phone } from '../support/phone.ts';
import { figure } from '../support/figure.ts';
import { missing, Stage } from '../support/stage.ts';

/** Milliseconds of silence that a busy machine may cause by itself. */
const LONGEST_SILENCE = 3000;

describe.skipIf(missing('kamailio').length > 0).each([true, false])('bad networks, with GRUU: %s', (gruu) => {
  let stage: Stage;
  let proxy: FaultProxy;

  beforeAll(async () => {
    stage = await Stage.open({ gruu, rtpengine: false });
    proxy = await FaultProxy.open(stage.lab.kamailio.ports.ws);
  });
  afterEach(async () => {
    proxy.fate = () => 'pass';
    proxy.delay = 0;
    proxy.refusing = false;
    expect(await stage.clear()).toEqual([]);
  });
  afterAll(async () => {
    await proxy.close();
    await stage.close();
  });

  /** Alice behind the proxy, Bob not, and a call between them. */
  async function call(options: { keepAliveInterval?: number } = {}): Promise<{ alice: Phone; bob: Phone }> {
    const alice = await stage.signedIn('alice', 440, { server: proxy.url, ...options });
    const bob = await stage.signedIn('bob', 660);
    await alice.dial('bob');
    await bob.answer();
    await alice.phase('established');
    await Promise.all([alice.hears(660), bob.hears(440)]);
    return { alice, bob };
  }

  /** Bob, whose connection stood, has seen Alice's re-INVITE. */
  async function refreshed(bob: Phone): Promise<void> {
    await bob.event('reinvite');
    await until('the re-INVITE is done', async () => (await bob.call())?.phase === 'established');
  }

  it('[NET-03] goes on when the socket is cut; the far end holds, and hangs up', async () => {
    const { alice, bob } = await call();
    const silence = await alice.watchSilence();
    proxy.cut();
    await alice.phase('reconnecting');
    await alice.phase('established');
    await refreshed(bob);
    await alice.registered();
    await Promise.all([alice.hears(660), bob.hears(440)]);
    expect(await silence()).toBeLessThan(LONGEST_SILENCE);
    await bob.hold();
    await until('alice is on hold', async () => (await alice.call())?.hold.remote);
    await bob.unhold();
    await Promise.all([alice.hears(660), bob.hears(440)]);
    await bob.hangUp();
    expect((await alice.phase('ended')).cause).toMatchObject({ code: 'HUNG_UP', by: 'remote' });
  });

  it.runIf(gruu)('[NET-03] goes on when the socket is cut and refused for a while; our hang-up arrives', async () => {
    const { alice, bob } = await call();
    proxy.refusing = true;
    proxy.cut();
    await alice.phase('reconnecting');
    await until('some attempts failed', async () => (await alice.snapshot()).attempts > 1);
    proxy.refusing = false;
    await refreshed(bob);
    await Promise.all([alice.hears(660), bob.hears(440)]);
    await alice.hangUp();
    expect((await bob.phase('ended')).cause).toMatchObject({ code: 'HUNG_UP', by: 'remote' });
  });

  it.runIf(gruu)(
    '[NET-01] notices a half-open link in a call within two keep-alive intervals, and gets over it',
    async () => {
      const interval = 4;
      const begun = Date.now();
      const { alice, bob } = await call({ keepAliveInterval: interval });
      await until('a keep-alive was answered', () => {
        return proxy.seen.some(({ direction, text, at }) => direction === 'down' && text.trim() === '' && at > begun);
      });
      const silence = await alice.watchSilence();
      const frozen = Date.now();
      proxy.freeze();
      const { at } = await alice.event('disconnected');
      figure(`half-open: noticed after ${at - frozen} ms, with a keep-alive every ${interval} s`);
      expect(at - frozen).toBeLessThanOrEqual(2000 * interval);
      await refreshed(bob);
      await Promise.all([alice.hears(660), bob.hears(440)]);
      expect(await silence()).toBeLessThan(LONGEST_SILENCE);
      await bob.hangUp();
      await alice.phase('ended');
    },
  );

  it.runIf(gruu)('[NET-01] bears frames that are late, doubled and out of order', async () => {
    proxy.delay = 150;
    proxy.fate = ({ direction, text }) => {
      if (text.startsWith('BYE') || text.startsWith('ACK')) return 'twice';
      if (direction === 'down' && text.startsWith('SIP/2.0 100')) return 'after next';
      return text.startsWith('SIP/2.0 1') || text.startsWith('INVITE') ? 'twice' : 'pass';
    };
    const { alice, bob } = await call();
    await alice.hangUp();
    await Promise.all([alice.phase('ended'), bob.phase('ended')]);
    await bob.dial('alice');
    await alice.answer(1);
    await Promise.all([alice.hears(660, 1), bob.hears(440, 1)]);
    await bob.hangUp(1);
    await Promise.all([alice.phase('ended', 1), bob.phase('ended', 1)]);
  });

  it.runIf(gruu)('[NET-01] bears messages that arrive garbled', async () => {
    const garbled = new Set<string>();
    proxy.fate = ({ direction, text }) => {
      const kind = `${direction} ${text.slice(0, 11)}`;
      const wanted =
        ['down SIP/2.0 180', 'down SIP/2.0 200', 'up ACK sip:bob'].includes(kind) && /INVITE|ACK/.test(text);
      if (!wanted || garbled.has(kind) || /^ACK sip:bob@[^;]* /.test(text)) return 'pass';
      garbled.add(kind);
      return 'garbled';
    };
    const { alice, bob } = await call();
    await bob.hangUp();
    await alice.phase('ended');
    expect([...garbled].sort()).toEqual(['down SIP/2.0 180', 'down SIP/2.0 200', 'up ACK sip:bob']);
  });
});

describe.skipIf(missing('kamailio').length > 0)('two ways to the server', () => {
  let stage: Stage;
  let ways: readonly [first: FaultProxy, second: FaultProxy];

  beforeAll(async () => {
    stage = await Stage.open({ rtpengine: false });
    const { ws } = stage.lab.kamailio.ports;
    ways = [await FaultProxy.open(ws), await FaultProxy.open(ws)];
  });
  afterAll(async () => {
    expect(await stage.clear()).toEqual([]);
    for (const way of ways) await way.close();
    await stage.close();
  });

  it('[NET-02] takes the other one when the first dies in a call', async () => {
    const [first, second] = ways;
    const wsServers = [
      { url: first.url, weight: 2 },
      { url: second.url, weight: 1 },
    ];
    const alice = await stage.signedIn('alice', 440, { wsServers });
    const bob = await stage.signedIn('bob', 660);
    await alice.dial('bob');
    await bob.answer();
    await Promise.all([alice.hears(660), bob.hears(440)]);
    expect([first.connections, second.connections]).toEqual([1, 0]);
    const dead = Date.now();
    first.refusing = true;
    first.cut();
    await bob.event('reinvite');
    const { at } = await alice.event('registered', (event) => event.at > dead);
    figure(`first of two ways dead: registered over the other after ${at - dead} ms`);
    expect([first.connections, second.connections]).toEqual([0, 1]);
    await Promise.all([alice.hears(660), bob.hears(440)]);
    await bob.hangUp();
    await alice.phase('ended');
  });
});

describe.skipIf(missing('kamailio').length > 0)('a server that dies', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open({ rtpengine: false });
  });
  afterEach(async () => {
    expect(await stage.clear()).toEqual([]);
  });
  afterAll(() => stage.close());

  it('[NET-03] comes back: so do both registrations; sound goes on, holds work, and either side hangs up', async () => {
    const { kamailio } = stage.lab;
    const alice = await stage.signedIn('alice', 440);
    const bob = await stage.signedIn('bob', 660);
    await alice.dial('bob');
    await bob.answer();
    await Promise.all([alice.hears(660), bob.hears(440)]);
    for (const [round, leaver] of [alice, bob].entries()) {
      const stayer = leaver === alice ? bob : alice;
      const silence = await alice.watchSilence(round);
      const killed = Date.now();
      await kamailio.kill();
      await Promise.all([alice.phase('reconnecting', round), bob.phase('reconnecting', round)]);
      await until('it is missed for a while', async () => (await alice.snapshot()).attempts > 0);
      await kamailio.start();
      const back = Date.now();
      for (const phone of [alice, bob]) {
        await phone.registered();
        const { at } = await phone.event('registered', (event) => event.at > killed);
        figure(`server back: ${phone.user} registered after ${at - back} ms`);
        // Two seconds at the most, and what a busy machine adds.
        expect(at - back).toBeLessThan(3500);
      }
      await Promise.all([alice.phase('established', round), bob.phase('established', round)]);
      await leaver.hold(round);
      await until('the other side knows', async () => (await stayer.call(round))?.hold.remote);
      await leaver.unhold(round);
      await Promise.all([alice.hears(660, round), bob.hears(440, round)]);
      const silent = await silence();
      figure(`server killed and back: nothing heard for ${silent.toFixed(0)} ms`);
      expect(silent).toBeLessThan(LONGEST_SILENCE);
      await leaver.hangUp(round);
      await stayer.phase('ended', round);
      if (round > 0) continue;
      await bob.dial('alice');
      await alice.answer(1);
      await Promise.all([alice.hears(660, 1), bob.hears(440, 1)]);
    }
  });
});
