import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FaultProxy } from '../fault-proxy.ts';
import { Sipp } from '../lab/sipp.ts';
import { until } from '../lab/until.ts';
import { missing, Stage } from '../support/stage.ts';

describe.skipIf(missing('kamailio', 'rtpengine').length > 0)('calls between browsers, through Kamailio', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open({ bridgeAll: true });
  });
  afterEach(async () => {
    expect(await stage.clear()).toEqual([]);
  });
  afterAll(() => stage.close());

  it('[SES-04] carries sound through rtpengine, holds and resumes, and ends by either side', async () => {
    const alice = await stage.signedIn('alice', 440);
    const bob = await stage.signedIn('bob', 660);
    await alice.dial('bob');
    await bob.answer();
    await alice.phase('established');
    await Promise.all([alice.hears(660), bob.hears(440)]);

    await alice.hold();
    expect((await alice.call())?.hold.local).toBe(true);
    await until('bob knows that he is on hold', async () => (await bob.call())?.hold.remote);
    await Promise.all([alice.hearsNothing(), bob.hearsNothing()]);
    await alice.unhold();
    await Promise.all([alice.hears(660), bob.hears(440)]);

    await bob.hangUp();
    expect((await alice.phase('ended')).cause?.code).toBe((await bob.phase('ended')).cause?.code);

    await bob.dial('alice');
    await alice.answer(1);
    await bob.phase('established', 1);
    await Promise.all([alice.hears(660, 1), bob.hears(440, 1)]);
    await bob.hangUp(1);
    await Promise.all([alice.phase('ended', 1), bob.phase('ended', 1)]);
  });

  it('[MED-02] carries pictures both ways, which a hold stops', async () => {
    const alice = await stage.signedIn('alice', 440);
    const bob = await stage.signedIn('bob', 660);
    await alice.dial('bob', { video: true });
    await bob.answer(0, true);
    await alice.phase('established');
    await Promise.all([alice.sees(), bob.sees(), alice.hears(660), bob.hears(440)]);
    await bob.hold();
    await until('alice knows that she is on hold', async () => (await alice.call())?.hold.remote);
    // Who holds goes on sending, black.
    await bob.seesNothing();
    await bob.unhold();
    await Promise.all([alice.sees(), bob.sees(), alice.hears(660), bob.hears(440)]);
    await alice.hangUp();
    await bob.phase('ended');
  });

  it('[SES-02] sends tones by INFO', async () => {
    const alice = await stage.signedIn('alice', 440);
    const bob = await stage.signedIn('bob', 660);
    await alice.dial('bob');
    await bob.answer();
    await alice.phase('established');
    await alice.dtmf('4#', { via: 'info', interToneGap: 50 });
    const tones = (await bob.events()).filter(({ name }) => name === 'dtmf info').map(({ detail }) => detail);
    expect(tones).toEqual(['4', '#']);
  });

  it('[SES-05] transfers a call to somebody else', async () => {
    const alice = await stage.signedIn('alice', 440);
    const bob = await stage.signedIn('bob', 660, { autoFollowRefer: true });
    const carol = await stage.signedIn('carol', 880);
    await alice.dial('bob');
    await bob.answer();
    await alice.phase('established');
    const transferred = alice.transfer('carol');
    await carol.answer();
    await transferred;
    await alice.phase('ended');
    await bob.phase('established', 1);
    await Promise.all([bob.hears(880, 1), carol.hears(660)]);
  });

  it('[SES-05] connects two people it talks to: attended transfer', async () => {
    const alice = await stage.signedIn('alice', 440);
    const bob = await stage.signedIn('bob', 660, { autoFollowRefer: true });
    const carol = await stage.signedIn('carol', 880);
    await alice.dial('bob');
    await bob.answer();
    await alice.phase('established');
    await alice.hold();
    await alice.dial('carol');
    await carol.answer();
    await alice.phase('established', 1);
    await carol.hears(440);
    await alice.transfer(1);
    await Promise.all([alice.phase('ended'), alice.phase('ended', 1)]);
    await Promise.all([bob.phase('established', 1), carol.phase('established', 1)]);
    await Promise.all([bob.hears(880, 1), carol.hears(660, 1)]);
  });

  it('[PRO-06] takes and gives reliable provisional responses', async () => {
    const proxy = await FaultProxy.open(stage.lab.kamailio.ports.ws);
    const alice = await stage.signedIn('alice', 440, { server: proxy.url });
    const bob = await stage.signedIn('bob', 660);
    await alice.dial('bob', { rel100: 'required' });
    await alice.phase('ringing');
    await bob.answer();
    await Promise.all([alice.hears(660), bob.hears(440)]);
    const wire = proxy.seen.map(({ text }) => text);
    expect(wire.some((text) => text.startsWith('SIP/2.0 180') && /^RSeq:/im.test(text))).toBe(true);
    expect(wire.some((text) => text.startsWith('PRACK '))).toBe(true);
    await alice.hangUp();
    await bob.phase('ended');
    await proxy.close();
  });

  it('[PRO-02] rings every phone of a user, and tells the others who has answered', async () => {
    const alice = await stage.signedIn('alice', 440);
    const desk = await stage.signedIn('bob', 660);
    const mobile = await stage.signedIn('bob', 880);
    await alice.dial('bob');
    await Promise.all([desk.phase('incoming'), mobile.phase('incoming')]);
    await mobile.answer();
    const { cause } = await desk.phase('ended');
    expect(cause?.code).toBe('ANSWERED_ELSEWHERE');
    await alice.phase('established');
    await Promise.all([alice.hears(880), mobile.hears(440)]);
  });

  it('[SES-07] says why a call was refused', async () => {
    const alice = await stage.signedIn('alice', 440);
    for (const [index, [target, status]] of [
      ['answer-486', 486],
      ['nobody', 404],
      ['carol', 480],
      ['answer-603', 603],
    ].entries()) {
      await alice.dial(String(target));
      const { cause } = await alice.phase('ended', index);
      expect(cause?.statusCode).toBe(status);
    }
  });

  it('[SES-06] gives up a call that is not answered', async () => {
    const alice = await stage.signedIn('alice', 440);
    const bob = await stage.signedIn('bob', 660);
    await alice.dial('bob');
    await bob.phase('incoming');
    await alice.phase('ringing');
    await alice.hangUp();
    await Promise.all([alice.phase('ended'), bob.phase('ended')]);
  });
});

describe.skipIf(missing('kamailio', 'rtpengine', 'sipp').length > 0)('calls with a plain phone, SIPp', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterEach(async () => {
    expect(await stage.clear()).toEqual([]);
  });
  afterAll(() => stage.close());

  it('[UA-07] calls it, hears itself back, holds, sends tones, and hangs up', async () => {
    const sipp = await Sipp.answering(stage.lab, 'echo');
    const alice = await stage.signedIn('alice', 440);
    await alice.dial('echo');
    await alice.phase('established');
    await alice.hears(440);
    await alice.hold();
    await alice.hearsNothing();
    await alice.unhold();
    await alice.hears(440);
    await alice.dtmf('5', { via: 'rtp' });
    await alice.dtmf('7', { via: 'info' });
    expect(await sipp.messages()).toMatch(/Signal= ?7/);
    await alice.hangUp();
    await until('SIPp got the BYE', async () => /^BYE /m.test(await sipp.messages()));
    await sipp.stop();
  });

  it('[MED-04] hears early media before the answer', async () => {
    const sipp = await Sipp.answering(stage.lab, 'early', 'early-echo');
    const alice = await stage.signedIn('alice', 440);
    await alice.dial('early');
    await alice.hears(440);
    expect(await alice.call()).toMatchObject({ phase: 'early', earlyMedia: true });
    await alice.phase('established');
    await alice.hears(440);
    await alice.hangUp();
    await alice.phase('ended');
    await sipp.stop();
  });

  it('[SES-06] is called by it, and hears itself back', async () => {
    const alice = await stage.signedIn('alice', 440);
    const sipp = await Sipp.calling(stage.lab, 'alice');
    await alice.answer();
    await alice.phase('established');
    await alice.hears(440);
    await alice.hangUp();
    expect(await sipp.exit()).toBe(0);
  });

  it('[SES-06] cancels a call that it lets ring', async () => {
    const sipp = await Sipp.answering(stage.lab, 'ringing', 'ring-until-cancel');
    const alice = await stage.signedIn('alice', 440);
    await alice.dial('ringing');
    await alice.phase('ringing');
    await alice.hangUp();
    await alice.phase('ended');
    await until('SIPp got the ACK of its 487', async () => /^ACK /m.test(await sipp.messages()));
    await sipp.stop();
  });
});
