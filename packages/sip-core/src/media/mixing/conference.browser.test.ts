import { afterEach, describe, expect, it } from 'vitest';
import type { Session } from '../../session/session.ts';
import { type BrowserPhone, BrowserPhones, mediaOf } from '../../testing/browser-phones.ts';
import { listenTo, type ToneMeter } from '../../testing/tone-meter.ts';
import { CallRecorder, type CallRecorderOptions } from './call-recorder.ts';
import { Conference } from './conference.ts';

const cleanups: (() => unknown)[] = [];
const soon = { timeout: 8000, interval: 20 };

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

interface Scene {
  readonly alice: BrowserPhone;
  readonly toBob: Session;
  readonly toCarol: Session;
  readonly atBob: ToneMeter;
  readonly atCarol: ToneMeter;
  /** Audio contexts of ours that are not closed. */
  readonly contexts: () => number;
}

/** Alice has Bob on the line and Carol on another. */
async function scene(): Promise<Scene> {
  const phones = new BrowserPhones();
  cleanups.push(() => phones.close());
  const alice = await phones.phone('alice');
  const [bob, carol] = [await phones.phone('bob'), await phones.phone('carol')];
  const one = await phones.call(alice, bob);
  const two = await phones.call(alice, carol);
  const hear = (session: Session): ToneMeter => {
    const meter = listenTo(mediaOf(session).remoteMediaStream);
    cleanups.push(() => meter.stop());
    return meter;
  };
  const made: AudioContext[] = [];
  const create = alice.platform.webrtc!.createAudioContext!;
  const webrtc = {
    ...alice.platform.webrtc!,
    createAudioContext: (options?: AudioContextOptions) => {
      const context = create(options);
      made.push(context);
      return context;
    },
  };
  return {
    alice: { ...alice, platform: { ...alice.platform, webrtc } },
    toBob: one.caller,
    toCarol: two.caller,
    atBob: hear(one.callee),
    atCarol: hear(two.callee),
    contexts: () => made.filter(({ state }) => state !== 'closed').length,
  };
}

const hears = (meter: ToneMeter, ...frequencies: readonly number[]): Promise<void> =>
  expect
    .poll(() => [440, 590, 620, 810].filter((frequency) => meter.levelAt(frequency) > 0.03), soon)
    .toEqual(frequencies);

describe('Conference', () => {
  it('[MED-07] lets everybody hear everybody, and each alone again', async () => {
    const { alice, toBob, toCarol, atBob, atCarol, contexts } = await scene();
    await hears(atBob, 440);
    const conference = new Conference(alice.platform);
    await conference.join(toBob);
    await conference.join(toCarol);
    expect(conference.getSnapshot()).toEqual({ sessionIds: [toBob.id, toCarol.id], silencedIds: [] });
    await hears(atBob, 440, 810);
    await hears(atCarol, 440, 620);
    conference.leave(toBob);
    await hears(atBob, 440);
    await hears(atCarol, 440);
    conference.close();
    expect([conference.sessions.length, contexts(), alice.devices.live.length]).toEqual([0, 0, 2]);
    await hears(atCarol, 440);
  });

  it('[MED-07] mutes our microphone alone, keeps held calls out, and follows another microphone', async () => {
    const { alice, toBob, toCarol, atBob, atCarol } = await scene();
    const conference = new Conference(alice.platform);
    cleanups.push(() => conference.close());
    await toBob.hold();
    await conference.join(toBob);
    expect(toBob.getSnapshot().hold.local).toBe(false);
    await conference.join(toCarol);
    await hears(atBob, 440, 810);
    toBob.mute();
    await hears(atBob, 810);
    await hears(atCarol, 440, 620);
    toBob.unmute();
    await toBob.setInput('alice-headset');
    await hears(atBob, 590, 810);
    await toBob.hold();
    await hears(atBob);
    await hears(atCarol, 440);
    await toBob.unhold();
    await hears(atBob, 590, 810);
    await hears(atCarol, 440, 620);
  });

  it('[MED-07] keeps what one says from the others, who go on being heard', async () => {
    const { alice, toBob, toCarol, atBob, atCarol } = await scene();
    const conference = new Conference(alice.platform);
    cleanups.push(() => conference.close());
    await conference.join(toBob);
    await conference.join(toCarol);
    await hears(atCarol, 440, 620);
    conference.silence(toBob, true);
    expect(conference.getSnapshot().silencedIds).toEqual([toBob.id]);
    await hears(atCarol, 440);
    await hears(atBob, 440, 810);
    conference.silence(toBob, false);
    expect(conference.getSnapshot().silencedIds).toEqual([]);
    await hears(atCarol, 440, 620);
  });

  it('[MED-07] loses a call that ends, and closes with the last', async () => {
    const { alice, toBob, toCarol, atCarol, contexts } = await scene();
    const conference = new Conference(alice.platform);
    await conference.join(toBob);
    await conference.join(toCarol);
    await toBob.terminate();
    expect(conference.sessions).toEqual([toCarol]);
    await hears(atCarol, 440);
    await toCarol.terminate();
    expect([conference.sessions.length, contexts(), alice.devices.live.length]).toEqual([0, 0, 0]);
    await expect(conference.join(toBob)).rejects.toMatchObject({ code: 'MEDIA_CLOSED' });
  });
});

describe('CallRecorder', () => {
  async function record(session: Session, phone: BrowserPhone, options: CallRecorderOptions): Promise<CallRecorder> {
    const recorder = new CallRecorder(session, phone.platform, options);
    recorder.start();
    await expect.poll(() => phone.platform.clock.now() - recorder.getSnapshot().startedAt!, soon).toBeGreaterThan(1500);
    return recorder;
  }

  /** How loud each tone is in each channel. */
  async function listen(blob: Blob): Promise<readonly (readonly number[])[]> {
    const context = new AudioContext();
    cleanups.push(() => context.close());
    const buffer = await context.decodeAudioData(await blob.arrayBuffer());
    const heard = [];
    for (let channel = 0; channel < buffer.numberOfChannels; channel += 1) {
      const samples = buffer.getChannelData(channel);
      heard.push([440, 620, 810].filter((frequency) => strength(samples, frequency, buffer.sampleRate) > 0.05));
    }
    return heard;
  }

  function strength(samples: Float32Array, frequency: number, rate: number): number {
    // Blocks, since a tone that was interrupted comes back with another phase.
    const block = Math.round(rate / 10);
    let total = 0;
    for (let start = 0; start + block <= samples.length; start += block) {
      let [real, imaginary] = [0, 0];
      for (let at = start; at < start + block; at += 1) {
        real += samples[at]! * Math.cos((2 * Math.PI * frequency * at) / rate);
        imaginary += samples[at]! * Math.sin((2 * Math.PI * frequency * at) / rate);
      }
      total += (2 * Math.hypot(real, imaginary)) / block;
    }
    return total / Math.floor(samples.length / block);
  }

  it('[MED-07] records both directions, each on a channel of its own', async () => {
    const { alice, toBob, contexts } = await scene();
    const recorder = await record(toBob, alice, { channels: 'stereo' });
    expect(recorder.getSnapshot()).toMatchObject({ state: 'recording', mimeType: 'audio/webm;codecs=opus' });
    const blob = await recorder.stop();
    expect(blob.type).toBe('audio/webm;codecs=opus');
    expect(await listen(blob)).toEqual([[440], [620]]);
    expect(recorder.getSnapshot()).toMatchObject({ state: 'stopped', since: null, error: null });
    expect(recorder.getSnapshot().recorded).toBeGreaterThan(1400);
    expect(contexts()).toBe(0);
    expect(() => recorder.start()).toThrow(expect.objectContaining({ code: 'INVALID_STATE' }));
  });

  it('[MED-07] records both in one, and ends with the call', async () => {
    const { alice, toBob, contexts } = await scene();
    const recorder = await record(toBob, alice, {});
    recorder.pause();
    expect(recorder.getSnapshot()).toMatchObject({ state: 'paused', since: null });
    recorder.resume();
    await toBob.terminate();
    const [channel] = await listen(await recorder.recording);
    expect(channel).toEqual([440, 620]);
    expect([recorder.getSnapshot().state, contexts()]).toEqual(['stopped', 0]);
    expect(() => new CallRecorder(toBob, alice.platform).start()).toThrow();
  });

  it('[MED-07] says when it cannot', async () => {
    const { alice, toBob, contexts } = await scene();
    const odd = new CallRecorder(toBob, alice.platform, { mimeType: 'audio/none' });
    expect(() => odd.start()).toThrow(expect.objectContaining({ code: 'MEDIA_UNSUPPORTED' }));
    expect((await odd.stop()).size).toBe(0);
    expect(contexts()).toBe(0);
  });
});
