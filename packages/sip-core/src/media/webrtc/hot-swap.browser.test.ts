import { afterEach, describe, expect, it } from 'vitest';
import { type BrowserPhone, BrowserPhones, mediaOf } from '../../testing/browser-phones.ts';
import { listenTo, type ToneMeter } from '../../testing/tone-meter.ts';
import type { WebRtcMediaOptions } from './webrtc-media.ts';
import type { Session } from '../../session/session.ts';

const cleanups: (() => unknown)[] = [];
const soon = { timeout: 8000, interval: 20 };

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

interface Call {
  readonly phones: BrowserPhones;
  readonly alice: BrowserPhone;
  readonly bob: BrowserPhone;
  readonly caller: Session;
  readonly callee: Session;
  readonly atBob: ToneMeter;
}

async function call(bobsMedia: WebRtcMediaOptions = {}): Promise<Call> {
  const phones = new BrowserPhones();
  cleanups.push(() => phones.close());
  const [alice, bob] = [await phones.phone('alice'), await phones.phone('bob', () => bobsMedia)];
  const { caller, callee } = await phones.call(alice, bob);
  const atBob = listenTo(mediaOf(callee).remoteMediaStream);
  cleanups.push(() => atBob.stop());
  return { phones, alice, bob, caller, callee, atBob };
}

const invites = ({ phones }: Call): number => phones.network.trace.find('INVITE').length;

const hears = (meter: ToneMeter, frequency: number): Promise<void> =>
  expect.poll(() => meter.levelAt(frequency), soon).toBeGreaterThan(0.05);

describe('another microphone', () => {
  it('[SES-11] is heard at once, without a message, and the first one is let go', async () => {
    const made = await call();
    await hears(made.atBob, 440);
    const before = invites(made);
    await made.caller.setInput('alice-headset');
    await hears(made.atBob, 590);
    await expect.poll(() => made.atBob.levelAt(440), soon).toBeLessThan(0.02);
    expect(invites(made)).toBe(before);
    expect(made.alice.devices.live).toHaveLength(1);
    const [track] = mediaOf(made.caller).localMediaStream.getAudioTracks();
    expect(track?.getSettings().deviceId).toBe('alice-headset');
  });

  it('[SES-11] keeps mute and hold, and stays through a re-INVITE', async () => {
    const made = await call();
    await hears(made.atBob, 440);
    made.caller.mute();
    await made.caller.setInput('alice-headset');
    await expect.poll(() => made.atBob.level(), soon).toBeLessThan(0.003);
    made.caller.unmute();
    await hears(made.atBob, 590);
    await made.caller.hold();
    await made.caller.setInput('alice-desk');
    await expect.poll(() => made.atBob.level(), soon).toBeLessThan(0.003);
    await made.caller.unhold();
    await hears(made.atBob, 440);
    expect(made.alice.devices.asked).toHaveLength(3);
    await made.caller.terminate();
    expect(made.alice.devices.live).toEqual([]);
  });

  it('[SES-11] that cannot be opened changes nothing', async () => {
    const made = await call();
    await expect(made.caller.setInput('none')).rejects.toMatchObject({ code: 'MEDIA_CONSTRAINTS' });
    await made.caller.reinvite();
    await hears(made.atBob, 440);
    expect(made.alice.devices.live).toHaveLength(1);
  });

  it('[MED-03] takes the place of one that is unplugged', async () => {
    const made = await call();
    await made.caller.setInput('alice-headset');
    await hears(made.atBob, 590);
    made.alice.devices.unplug('alice-headset');
    await hears(made.atBob, 440);
    await made.caller.reinvite();
    await hears(made.atBob, 440);
    expect(made.alice.devices.live).toHaveLength(1);
  });
});

/** Pictures that arrive at a session while this waits. */
async function expectPictures(session: Session): Promise<void> {
  const frames = async (): Promise<number> => {
    let decoded = 0;
    for (const entry of (await mediaOf(session).getStats()).values() as Iterable<RTCInboundRtpStreamStats>) {
      if (entry.type === 'inbound-rtp' && entry.kind === 'video') decoded += entry.framesDecoded ?? 0;
    }
    return decoded;
  };
  const before = await frames();
  await expect.poll(frames, soon).toBeGreaterThan(before + 2);
}

const both = { local: 'sendrecv', remote: 'sendrecv' };

describe('a picture', () => {
  it('[SES-11] is added and dropped in a call, and theirs comes on until they drop it', async () => {
    const made = await call({ constraints: { audio: true, video: true } });
    expect(made.callee.getSnapshot().media.video).toBeNull();
    await made.caller.setVideo(true);
    expect(made.caller.getSnapshot().media.video).toEqual(both);
    await expectPictures(made.callee);
    await made.caller.setVideo(false);
    expect(made.caller.getSnapshot().media.video).toEqual({ local: 'recvonly', remote: 'sendonly' });
    expect(made.alice.devices.live.map(({ kind }) => kind)).toEqual(['audio']);
    await expectPictures(made.caller);
    await made.callee.setVideo(false);
    await expect.poll(() => made.caller.getSnapshot().media.video, soon).toBeNull();
    expect(made.bob.devices.live.map(({ kind }) => kind)).toEqual(['audio']);
    await hears(made.atBob, 440);
  });

  it('[SES-11] that the far end does not take leaves the camera off', async () => {
    const made = await call({ receiveVideo: false });
    await expect(made.caller.setVideo(true)).rejects.toMatchObject({ code: 'MEDIA_REFUSED' });
    expect(made.alice.devices.live.map(({ kind }) => kind)).toEqual(['audio']);
    expect(made.caller.getSnapshot()).toMatchObject({ media: { video: null }, lastError: { code: 'MEDIA_REFUSED' } });
  });
});

describe('a screen', () => {
  it('[SES-11] is shared in a call of sound alone, to one who only looks', async () => {
    const made = await call();
    await made.caller.shareScreen();
    expect(made.caller.getSnapshot().media).toMatchObject({
      video: { local: 'sendrecv', remote: 'recvonly' },
      sharing: true,
    });
    await expectPictures(made.callee);
    await made.caller.hold();
    await made.caller.unhold();
    await expectPictures(made.callee);
    await made.caller.stopSharing();
    expect(made.caller.getSnapshot().media).toMatchObject({ video: null });
    expect(made.caller.getSnapshot().media.sharing).toBeUndefined();
    expect(made.alice.devices.live.map(({ kind }) => kind)).toEqual(['audio']);
    await hears(made.atBob, 440);
  });

  it('[SES-11] takes the place of the camera without a message, muted or not, and gives it back', async () => {
    const made = await call({ constraints: { audio: true, video: true } });
    await made.caller.setVideo(true);
    const before = invites(made);
    made.caller.mute({ audio: false });
    await made.caller.shareScreen();
    const [shared] = mediaOf(made.caller).localMediaStream.getVideoTracks();
    expect(shared).toBe(made.alice.devices.captured.at(-1));
    expect(shared?.enabled).toBe(true);
    await expectPictures(made.callee);
    await made.caller.stopSharing();
    const [camera] = mediaOf(made.caller).localMediaStream.getVideoTracks();
    expect([camera?.enabled, camera?.readyState, shared?.readyState]).toEqual([false, 'live', 'ended']);
    expect(invites(made)).toBe(before);
    expect(made.alice.devices.live).toHaveLength(2);
  });

  it('[SES-11] ends when the person ends it in the bar of the browser', async () => {
    const made = await call();
    await made.caller.shareScreen();
    const shared = made.alice.devices.captured.at(-1);
    shared?.stop();
    shared?.dispatchEvent(new Event('ended'));
    await expect.poll(() => made.caller.getSnapshot().media, soon).toMatchObject({ video: null });
    await expect.poll(() => made.callee.getSnapshot().media.video, soon).toBeNull();
  });

  it('[SES-11] that the person does not choose changes nothing', async () => {
    const made = await call();
    const before = invites(made);
    made.alice.devices.permission = 'denied';
    await expect(made.caller.shareScreen()).rejects.toMatchObject({ code: 'MEDIA_DENIED' });
    expect(invites(made)).toBe(before);
    expect(made.caller.getSnapshot().media.sharing).toBeUndefined();
  });
});
