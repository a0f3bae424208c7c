import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { missing, Stage } from '../support/stage.ts';

describe.skipIf(missing('kamailio', 'turnserver').length > 0)('calls through a TURN server, coturn', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open({ rtpengine: false, coturn: true });
  });
  afterEach(async () => {
    expect(await stage.clear()).toEqual([]);
  });
  afterAll(() => stage.close());

  it('[CFG-04] carries sound over relayed candidates alone', async () => {
    const relay = stage.lab.coturn.server;
    const alice = await stage.signedIn('alice', 440, { relay });
    const bob = await stage.signedIn('bob', 660, { relay });
    await alice.dial('bob');
    await bob.answer();
    await Promise.all([alice.hears(660), bob.hears(440)]);
    expect(await alice.page.evaluate(() => window.phone.candidateKinds(0))).toEqual(['relay', 'relay']);
    await alice.hangUp();
    await bob.phase('ended');
  });
});
