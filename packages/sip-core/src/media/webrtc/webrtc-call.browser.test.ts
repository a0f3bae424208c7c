import { afterEach, describe, expect, it } from 'vitest';
import { createMediaEnd, exchange, type MediaEnd, type MediaEndOptions } from '../../testing/media-end.ts';
import { listenTo, type ToneMeter } from '../../testing/tone-meter.ts';
import { createToneMicrophone } from '../../testing/tone-microphone.ts';
import { mediaLines } from '../media-lines.ts';

const cleanups: (() => void)[] = [];

afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

const soon = { timeout: 8000, interval: 20 };

function end(options: MediaEndOptions = {}): MediaEnd {
  const made = createMediaEnd(options);
  cleanups.push(() => made.close());
  return made;
}

function hear(stream: MediaStream): ToneMeter {
  const meter = listenTo(stream);
  cleanups.push(() => meter.stop());
  return meter;
}

interface Call {
  readonly alice: MediaEnd;
  readonly bob: MediaEnd;
  /** What Alice hears (Bob hums at 620 Hz) and what Bob hears (Alice hums at 440 Hz). */
  readonly atAlice: ToneMeter;
  readonly atBob: ToneMeter;
}

async function call(): Promise<Call> {
  const alice = end({ frequency: 440 });
  const bob = end({ frequency: 620 });
  await exchange(alice.handler, bob.handler);
  return {
    alice,
    bob,
    atAlice: hear(alice.handler.remoteMediaStream),
    atBob: hear(bob.handler.remoteMediaStream),
  };
}

async function expectSound({ atAlice, atBob }: Call): Promise<void> {
  await expect.poll(() => atBob.levelAt(440), soon).toBeGreaterThan(0.05);
  await expect.poll(() => atAlice.levelAt(620), soon).toBeGreaterThan(0.05);
}

async function expectSilence({ atAlice, atBob }: Call): Promise<void> {
  await expect.poll(() => atBob.level(), soon).toBeLessThan(0.003);
  await expect.poll(() => atAlice.level(), soon).toBeLessThan(0.003);
}

const both = { local: 'sendrecv', remote: 'sendrecv' };

describe('a call by WebRTC', () => {
  it('[MED-01] carries a tone each way and tells its host of the connection', async () => {
    const made = await call();
    await expectSound(made);
    await expect.poll(() => made.atBob.frequency(), soon).toBeCloseTo(440, -1);
    await expect.poll(() => made.atAlice.frequency(), soon).toBeCloseTo(620, -1);
    for (const { handler } of [made.alice, made.bob]) {
      expect(handler.media).toEqual({ audio: both, video: null, connection: 'connected' });
    }
    expect(made.alice.changes()).toBeGreaterThanOrEqual(3);
    expect(made.alice.handler.localMediaStream.getTracks()).toEqual(made.alice.captured);
  });

  it('[MED-01] offers audio alone, telephone-event among its codecs', async () => {
    const { body, contentType } = await end().handler.getDescription();
    expect(contentType).toBe('application/sdp');
    const [line, ...more] = mediaLines(body);
    expect(more).toEqual([]);
    expect(line).toMatchObject({ kind: 'audio', direction: 'sendrecv', refused: false, setup: 'actpass' });
    expect(line?.codecs).toEqual(expect.arrayContaining(['opus', 'PCMU', 'telephone-event']));
    expect(body).toMatch(/a=candidate:.* typ host/);
  });

  it('[SES-04] is silent both ways on hold, and sounds again afterwards', async () => {
    const made = await call();
    await expectSound(made);
    const held = await exchange(made.alice.handler, made.bob.handler, { hold: true });
    expect(mediaLines(held.offer)[0]?.direction).toBe('sendonly');
    expect(mediaLines(held.answer)[0]?.direction).toBe('recvonly');
    expect(made.alice.handler.media.audio).toEqual({ local: 'sendonly', remote: 'recvonly' });
    expect(made.bob.handler.media.audio).toEqual({ local: 'recvonly', remote: 'sendonly' });
    await expectSilence(made);
    const resumed = await exchange(made.alice.handler, made.bob.handler);
    expect(mediaLines(resumed.offer)[0]?.direction).toBe('sendrecv');
    expect(made.bob.handler.media.audio).toEqual(both);
    await expectSound(made);
  });

  it('[SES-04] holds from both ends with inactive, and the far end stays held when we resume', async () => {
    const made = await call();
    await exchange(made.alice.handler, made.bob.handler, { hold: true });
    const twice = await exchange(made.bob.handler, made.alice.handler, { hold: true }, { hold: true });
    expect([mediaLines(twice.offer)[0]?.direction, mediaLines(twice.answer)[0]?.direction]).toEqual([
      'inactive',
      'inactive',
    ]);
    await exchange(made.alice.handler, made.bob.handler, {}, { hold: true });
    expect(made.alice.handler.media.audio).toEqual({ local: 'sendrecv', remote: 'sendonly' });
    await exchange(made.bob.handler, made.alice.handler);
    expect(made.alice.handler.media.audio).toEqual(both);
    await expectSound(made);
  });

  it.each(['caller', 'callee'])(
    '[SES-04] rolls back a refused hold of the %s, and holds the next time',
    async (who) => {
      const made = await call();
      const [ours, theirs] =
        who === 'caller' ? [made.alice.handler, made.bob.handler] : [made.bob.handler, made.alice.handler];
      await expectSound(made);
      await theirs.setDescription((await ours.getDescription({ hold: true })).body);
      expect(theirs.peerConnection.signalingState).toBe('have-remote-offer');
      await expectSilence(made);
      await theirs.rollbackDescription();
      await ours.rollbackDescription();
      await ours.rollbackDescription();
      for (const handler of [ours, theirs]) {
        expect(handler.peerConnection.signalingState).toBe('stable');
        expect(handler.media.audio).toEqual(both);
      }
      await expectSound(made);
      const again = await exchange(theirs, ours);
      expect(mediaLines(again.answer)[0]?.direction).toBe('sendrecv');
      await exchange(ours, theirs, { hold: true });
      expect(ours.media.audio).toEqual({ local: 'sendonly', remote: 'recvonly' });
      await expectSilence(made);
    },
  );

  it('[SES-04] stays on hold when its resumption is refused', async () => {
    const made = await call();
    await exchange(made.alice.handler, made.bob.handler, { hold: true });
    await made.alice.handler.getDescription();
    await made.alice.handler.rollbackDescription();
    expect(made.alice.handler.media.audio).toEqual({ local: 'sendonly', remote: 'recvonly' });
    await expectSilence(made);
    expect(made.alice.captured[0]?.enabled).toBe(false);
  });

  it('[MED-01] refuses an offer that crosses its own, and goes on after both took theirs back', async () => {
    const made = await call();
    const [ours, theirs] = await Promise.all([
      made.alice.handler.getDescription({ hold: true }),
      made.bob.handler.getDescription(),
    ]);
    await expect(made.alice.handler.setDescription(theirs.body)).rejects.toMatchObject({ code: 'MEDIA_NEGOTIATION' });
    await expect(made.bob.handler.setDescription(ours.body)).rejects.toMatchObject({ code: 'MEDIA_NEGOTIATION' });
    await Promise.all([made.alice.handler.rollbackDescription(), made.bob.handler.rollbackDescription()]);
    await exchange(made.bob.handler, made.alice.handler);
    await expectSound(made);
  });

  it('[SES-11] mutes before there is a track, and keeps a mute through hold', async () => {
    const alice = end({ frequency: 440 });
    const bob = end({ frequency: 620 });
    alice.handler.setMuted({ audio: true, video: false });
    await exchange(alice.handler, bob.handler);
    const made: Call = {
      alice,
      bob,
      atAlice: hear(alice.handler.remoteMediaStream),
      atBob: hear(bob.handler.remoteMediaStream),
    };
    await expect.poll(() => made.atAlice.levelAt(620), soon).toBeGreaterThan(0.05);
    expect(made.atBob.level()).toBeLessThan(0.003);
    await exchange(alice.handler, bob.handler, { hold: true });
    await exchange(alice.handler, bob.handler);
    expect(alice.captured[0]?.enabled).toBe(false);
    alice.handler.setMuted({ audio: false, video: false });
    await expectSound(made);
  });

  it("[SES-11] sends the caller's stream and never stops or disables it", async () => {
    const microphone = createToneMicrophone(800);
    cleanups.push(() => microphone.stop());
    const [track] = microphone.stream.getAudioTracks();
    const made = { alice: end(), bob: end({ frequency: 620 }) };
    await exchange(made.alice.handler, made.bob.handler, { localMediaStream: microphone.stream });
    const atBob = hear(made.bob.handler.remoteMediaStream);
    await expect.poll(() => atBob.levelAt(800), soon).toBeGreaterThan(0.05);
    const [sender] = made.alice.handler.peerConnection.getSenders();
    expect(sender?.track).toBe(track);
    made.alice.handler.setMuted({ audio: true, video: false });
    await expect.poll(() => atBob.level(), soon).toBeLessThan(0.003);
    expect(track).toMatchObject({ enabled: true, readyState: 'live' });
    made.alice.handler.setMuted({ audio: false, video: false });
    await expect.poll(() => atBob.levelAt(800), soon).toBeGreaterThan(0.05);
    expect(sender?.track).toBe(track);
    made.alice.handler.close();
    expect(track).toMatchObject({ enabled: true, readyState: 'live' });
    expect(made.alice.captured).toEqual([]);
  });

  it('[SES-11] sends tones as RTP events that the far end plays', async () => {
    const made = await call();
    const timing = { duration: 400, interToneGap: 70 };
    await expectSound(made);
    await expect.poll(() => made.alice.handler.sendDtmf('5', timing), soon).toBe(true);
    // 770 and 1336 Hz make a 5 (ITU-T Q.23).
    await expect.poll(() => Math.min(made.atBob.levelAt(770), made.atBob.levelAt(1336)), soon).toBeGreaterThan(0.02);
    made.alice.handler.setMuted({ audio: true, video: false });
    expect(made.alice.handler.sendDtmf('1#', timing)).toBe(true);
    await expect.poll(() => Math.min(made.atBob.levelAt(697), made.atBob.levelAt(1209)), soon).toBeGreaterThan(0.02);
    await expect.poll(() => Math.min(made.atBob.levelAt(941), made.atBob.levelAt(1477)), soon).toBeGreaterThan(0.02);
    expect(made.alice.handler.sendDtmf('?', timing)).toBe(false);
  });

  it('[SES-11] says no to tones before there is a call', () => {
    expect(end().handler.sendDtmf('1', { duration: 100, interToneGap: 70 })).toBe(false);
  });
});
