import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FaultProxy } from '../fault-proxy.ts';
import { Sipp } from '../lab/sipp.ts';
import { until } from '../lab/until.ts';
import { figure } from '../support/figure.ts';
import { missing, Stage } from '../support/stage.ts';
import { UdpFaultProxy } from '../udp-fault-proxy.ts';

const NETWORK = ['HIGH_JITTER', 'HIGH_LOSS', 'HIGH_ROUND_TRIP', 'LOW_MOS'];

// Each takes most of a minute and next to no work: they run side by side.
describe.skipIf(missing('kamailio', 'rtpengine', 'sipp', 'turnserver').length > 0)('calls that last', () => {
  let stage: Stage;
  let signalling: FaultProxy;
  let media: UdpFaultProxy;

  beforeAll(async () => {
    stage = await Stage.open({ coturn: true });
    signalling = await FaultProxy.open(stage.lab.kamailio.ports.ws);
    media = await UdpFaultProxy.open(stage.lab.coturn.port);
  });
  afterAll(async () => {
    expect(await stage.clear()).toEqual([]);
    media.close();
    await signalling.close();
    await stage.close();
  });

  it.concurrent('[MED-05] warns of loss, jitter, delay, silence and a dead microphone, and takes it back', async () => {
    const relay = stage.lab.coturn.through(media.port);
    const alice = await stage.signedIn('alice', 440, { relay });
    const bob = await stage.signedIn('bob', 0);
    await alice.dial('bob');
    await bob.answer();
    await bob.hears(440);
    await alice.watchQuality();
    await bob.watchQuality();

    // Below every limit.
    media.faults.up = media.faults.down = { loss: 0.01, delay: 60, jitter: 10 };
    await bob.event('raised DEAD_MICROPHONE');
    // A busy machine adds jitter and delay of its own, but no loss.
    expect(await alice.warnings('raised')).not.toContain('HIGH_LOSS');
    await bob.say(660);
    await bob.event('cleared DEAD_MICROPHONE');

    const bad = Date.now();
    media.faults.down = { loss: 0.15, delay: 250, jitter: 200 };
    media.faults.up = { delay: 250 };
    // Round trips are known from reports that come every few seconds, and get lost as well.
    await Promise.all(NETWORK.map((code) => alice.event(`raised ${code}`, undefined, 40_000)));
    expect(await bob.warnings('raised')).not.toContain('HIGH_LOSS');
    const good = Date.now();
    media.faults.up = media.faults.down = {};
    await Promise.all(NETWORK.map((code) => alice.event(`cleared ${code}`, undefined, 40_000)));

    // One way only.
    const silent = Date.now();
    media.faults.down = { loss: 1 };
    await alice.event('raised NO_AUDIO_RECEIVED');
    await bob.hears(440);
    media.faults.down = {};
    await alice.event('cleared NO_AUDIO_RECEIVED');
    await alice.hears(660);
    expect(await bob.warnings('raised')).not.toContain('NO_AUDIO_RECEIVED');

    const events = await alice.events();
    const after = (name: string, since: number): string => {
      const { at } = events.find((event) => event.name === name && event.at >= since) ?? { at: Number.NaN };
      return `${name} after ${((at - since) / 1000).toFixed(1)} s`;
    };
    const told = [
      ...NETWORK.map((code) => after(`raised ${code}`, bad)),
      ...NETWORK.map((code) => after(`cleared ${code}`, good)),
      after('raised NO_AUDIO_RECEIVED', silent),
    ];
    figure(told.join('\n  '));
    await bob.hangUp();
    await alice.phase('ended');
  });

  it.concurrent('[PRO-07] refreshes a session of 90 s with a plain phone, SIPp, by UPDATE', async () => {
    const sipp = await Sipp.answering(stage.lab, 'timer', 'answer-timer');
    const carol = await stage.signedIn('carol', 880, { sessionTimers: { expires: 90 } });
    await carol.dial('timer');
    await carol.phase('established');
    await carol.hears(880);
    const update = await until(
      'a refresh after half the interval',
      async () => {
        return /^UPDATE [\s\S]*?\r?\n\r?\n/m.exec(await sipp.messages())?.[0];
      },
      { timeout: 60_000 },
    );
    expect(update).toMatch(/^Session-Expires: *90;refresher=uac/im);
    await carol.hears(880);
    await carol.hangUp();
    await carol.phase('ended');
    await sipp.stop();
  });

  it.concurrent('[PRO-07] refreshes a session of 90 s between browsers', async () => {
    const desk = await stage.signedIn('desk', 520, { server: signalling.url, sessionTimers: { expires: 90 } });
    const other = await stage.signedIn('sipp', 740);
    await desk.dial('sipp');
    await other.answer();
    await Promise.all([desk.hears(740), other.hears(520)]);
    const answered = Date.now();
    const refresh = await until(
      'a refresh after half the interval',
      () => {
        return signalling.seen.find(({ text, at }) => {
          return at > answered + 30_000 && /^(UPDATE|INVITE) /.test(text) && /^Session-Expires: *90/im.test(text);
        });
      },
      { timeout: 60_000 },
    );
    figure(`refreshed after ${((refresh.at - answered) / 1000).toFixed(1)} s`);
    await Promise.all([desk.hears(740), other.hears(520)]);
    await other.hangUp();
    await desk.phase('ended');
  });
});
