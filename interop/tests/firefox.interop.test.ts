import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../lab/until.ts';
import type { BrowserName } from '../support/driven-page.ts';
import { missing, Stage } from '../support/stage.ts';

const needed = missing('kamailio', 'rtpengine', 'firefox-esr');

describe.skipIf(needed.length > 0)('Firefox', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterEach(async () => {
    expect(await stage.clear()).toEqual([]);
  });
  afterAll(() => stage.close());

  it.each([
    ['chromium', 'firefox'],
    ['firefox', 'chromium'],
  ] as const)('[SES-04] from %s to %s: sound, hold, resume, tones, and the end', async (caller, callee) => {
    const browserOf = (browser: BrowserName): { browser: BrowserName } => ({ browser });
    const alice = await stage.signedIn('alice', 440, browserOf(caller));
    const bob = await stage.signedIn('bob', 660, browserOf(callee));
    await alice.dial('bob');
    await bob.answer();
    await alice.phase('established');
    await Promise.all([alice.hears(660), bob.hears(440)]);

    await alice.hold();
    await until('bob knows that he is on hold', async () => (await bob.call())?.hold.remote);
    await Promise.all([alice.hearsNothing(), bob.hearsNothing()]);
    await alice.unhold();
    await Promise.all([alice.hears(660), bob.hears(440)]);
    await bob.hold();
    await until('alice knows that she is on hold', async () => (await alice.call())?.hold.remote);
    await Promise.all([alice.hearsNothing(), bob.hearsNothing()]);
    await bob.unhold();
    await Promise.all([alice.hears(660), bob.hears(440)]);

    await alice.dtmf('4', { via: 'info' });
    await bob.event('dtmf info', ({ detail }) => detail === '4');
    await alice.dtmf('5', { via: 'rtp' });
    await bob.hangUp();
    await alice.phase('ended');
  });
});
