import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Baresip } from '../lab/baresip.ts';
import { missing, Stage } from '../support/stage.ts';

describe.skipIf(missing('kamailio', 'rtpengine', 'baresip').length > 0)('calls with a desk phone, baresip', () => {
  let stage: Stage;
  let desk: Baresip;

  beforeAll(async () => {
    stage = await Stage.open();
    desk = await Baresip.start(stage.lab, 'desk');
  });
  afterEach(async () => {
    desk.events.splice(0);
    expect(await stage.clear()).toEqual([]);
  });
  afterAll(() => stage.close());

  it('[UA-07] calls it: sound both ways, hold, tones of both kinds, and its hang-up', async () => {
    const alice = await stage.signedIn('alice', 440);
    await alice.dial('desk');
    await alice.phase('established');
    await alice.hears(desk.tone);
    await alice.hold();
    await alice.hearsNothing();
    await alice.unhold();
    await alice.hears(desk.tone);
    await alice.dtmf('5', { via: 'rtp' });
    await desk.event('CALL_DTMF_START', ({ param }) => param === '5');
    await alice.dtmf('8', { via: 'info' });
    await desk.event('CALL_DTMF_START', ({ param }) => param === '8');
    await alice.hears(desk.tone);
    desk.command('hangup');
    expect((await alice.phase('ended')).cause).toMatchObject({ code: 'HUNG_UP', by: 'remote' });
    const { frequency, level } = await desk.heard();
    expect(Math.abs(frequency - 440)).toBeLessThan(12);
    expect(level).toBeGreaterThan(0.02);
  });

  it('[SES-06] is called by it', async () => {
    const alice = await stage.signedIn('alice', 440);
    desk.command('dial', 'sip:alice@hookswitch.test');
    await alice.answer();
    await alice.phase('established');
    await alice.hears(desk.tone);
    await alice.hangUp();
    await desk.event('CALL_CLOSED');
  });

  it('[SES-05] transfers it to another browser', async () => {
    const alice = await stage.signedIn('alice', 440);
    const bob = await stage.signedIn('bob', 660);
    await alice.dial('desk');
    await alice.phase('established');
    await alice.hears(desk.tone);
    const transferred = alice.transfer('bob');
    await bob.answer();
    await transferred;
    await alice.phase('ended');
    await bob.hears(desk.tone);
    await bob.hangUp();
  });
});
