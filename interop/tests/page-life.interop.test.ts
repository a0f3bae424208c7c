import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../lab/until.ts';
import type { Phone } from '../support/phone.ts';
import { missing, Stage } from '../support/stage.ts';

/** Milliseconds within which both hear each other again after a reload. */
const AGAIN = 5000;

describe.skipIf(missing('kamailio', 'rtpengine').length > 0).each([true, false])(
  'a page, with rtpengine: %s',
  (rtpengine) => {
    let stage: Stage;

    beforeAll(async () => {
      stage = await Stage.open({ rtpengine });
    });
    afterEach(async () => {
      expect(await stage.clear()).toEqual([]);
    });
    afterAll(() => stage.close());

    async function call(options: { farEndTimeout?: number } = {}): Promise<{ alice: Phone; bob: Phone }> {
      const alice = await stage.signedIn('alice', 440, { resumeCalls: 'automatic' });
      const bob = await stage.signedIn('bob', 660, options);
      await alice.dial('bob');
      await bob.answer();
      await alice.phase('established');
      await Promise.all([alice.hears(660), bob.hears(440)]);
      return { alice, bob };
    }

    it('[NET-04] is loaded again in a call, which goes on within 5 s; the far end hangs up', async () => {
      const { alice, bob } = await call();
      await alice.page.evaluate(() => {
        Reflect.set(window, 'before', true);
        setTimeout(() => location.reload());
      });
      await until('the page is there again', () =>
        alice.page.evaluate(() => !('before' in window) && 'phone' in window).catch(() => false),
      );
      const began = Date.now();
      await alice.start(stage.lab.kamailio.ws, { user: 'alice', tone: 440, resumeCalls: 'automatic' });
      await alice.phase('established');
      await Promise.all([alice.hears(660), bob.hears(440)]);
      const took = Date.now() - began;
      console.log(`Heard again ${String(took)} ms after the reload`);
      expect(took).toBeLessThan(AGAIN);
      await bob.hold();
      await until('alice is on hold', async () => (await alice.call())?.hold.remote);
      await bob.unhold();
      await Promise.all([alice.hears(660), bob.hears(440)]);
      await bob.hangUp();
      await alice.phase('ended');
      await bob.phase('ended');
    });

    it.runIf(rtpengine)('[NET-04] goes elsewhere in a call, and the far end gets its BYE', async () => {
      const { alice, bob } = await call();
      await alice.page.evaluate(() => {
        setTimeout(() => location.replace('about:blank'));
      });
      const ended = await bob.phase('ended');
      expect(ended.cause).toMatchObject({ code: 'HUNG_UP', by: 'remote' });
    });

    it.runIf(rtpengine)(
      '[NET-03] is gone with its browser, and the far end gives it up in the time that it states',
      async () => {
        const { alice, bob } = await call({ farEndTimeout: 11 });
        const began = Date.now();
        await alice.page.close();
        await until('bob misses alice', async () => (await bob.call())?.farEnd !== undefined);
        const { cause } = await bob.phase('ended');
        expect(cause).toMatchObject({ code: 'RTP_TIMEOUT', by: 'system' });
        expect(Date.now() - began).toBeLessThan(30_000);
      },
    );
  },
);
