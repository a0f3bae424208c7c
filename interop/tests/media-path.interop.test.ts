import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FaultProxy } from '../fault-proxy.ts';
import { figure } from '../support/figure.ts';
import type { Phone } from '../support/phone.ts';
import { missing, Stage } from '../support/stage.ts';
import { UdpFaultProxy } from '../udp-fault-proxy.ts';

/**
 * Milliseconds that nobody may hear anything when the path has changed. 3000 are to be reached; this leaves room for a
 * busy machine, and is still less than it takes when the browser has to notice by itself.
 */
const LONGEST_GAP = 6000;

describe.skipIf(missing('kamailio', 'turnserver').length > 0)('the path of the media changes', () => {
  let stage: Stage;
  let signalling: FaultProxy;
  let media: UdpFaultProxy;

  beforeAll(async () => {
    stage = await Stage.open({ rtpengine: false, coturn: true });
    signalling = await FaultProxy.open(stage.lab.kamailio.ports.ws);
    media = await UdpFaultProxy.open(stage.lab.coturn.port);
  });
  afterEach(async () => {
    expect(await stage.clear()).toEqual([]);
  });
  afterAll(async () => {
    media.close();
    await signalling.close();
    await stage.close();
  });

  /** A call that has lasted for a while, with all that Alice sends and hears behind the proxies. */
  async function call(caller: 'alice' | 'bob'): Promise<{ alice: Phone; bob: Phone }> {
    const relay = stage.lab.coturn.through(media.port);
    const alice = await stage.signedIn('alice', 440, { relay, server: signalling.url });
    const bob = await stage.signedIn('bob', 660, { relay: stage.lab.coturn.server });
    const [from, to] = caller === 'alice' ? [alice, bob] : [bob, alice];
    await from.dial(to.user);
    await to.answer();
    await Promise.all([alice.hears(660), bob.hears(440)]);
    await alice.soundSteadily();
    return { alice, bob };
  }

  /** Both hear each other again; prints and returns the longest gap. */
  async function gap(what: string, phones: { alice: Phone; bob: Phone }, change: () => void): Promise<number> {
    const { alice, bob } = phones;
    const silences = await Promise.all([alice.watchSilence(), bob.watchSilence()]);
    change();
    await Promise.any([alice.event('reinvite'), bob.event('reinvite')]);
    await Promise.all([alice.hears(660), bob.hears(440)]);
    const gaps = await Promise.all(silences.map((longest) => longest()));
    figure(`${what}: nothing heard for ${gaps.map((each) => each.toFixed(0)).join(' and ')} ms`);
    return Math.max(...gaps);
  }

  it.each(['alice', 'bob'] as const)(
    '[MED-06] alone, in a call of %s: ICE restarts, and both hear again',
    async (caller) => {
      const phones = await call(caller);
      expect(await gap(`path lost, call of ${caller}`, phones, () => media.forget())).toBeLessThan(LONGEST_GAP);
    },
  );

  it('[NET-03] together with the connection, as when the address changes', async () => {
    const phones = await call('alice');
    const changed = Date.now();
    const longest = await gap('address changed', phones, () => {
      media.forget();
      signalling.cut();
    });
    const { at } = await phones.alice.event('registered', (event) => event.at > changed);
    figure(`address changed: registered again after ${at - changed} ms`);
    expect(longest).toBeLessThan(LONGEST_GAP);
    await phones.bob.hangUp();
    await phones.alice.phase('ended');
  });
});
