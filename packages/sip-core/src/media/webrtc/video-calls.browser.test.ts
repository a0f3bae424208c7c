import { afterEach, describe, expect, it } from 'vitest';
import { type BrowserPhone, BrowserPhones, mediaOf } from '../../testing/browser-phones.ts';
import type { InvitationAcceptOptions } from '../../session/invitation-options.ts';
import type { Invitation } from '../../session/invitation.ts';
import type { Session } from '../../session/session.ts';

const cleanups: (() => unknown)[] = [];
const soon = { timeout: 8000, interval: 20 };
const withVideo = { sessionDescriptionHandlerOptions: { constraints: { audio: true, video: true } } };
const both = { local: 'sendrecv', remote: 'sendrecv' };

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

interface Call {
  readonly alice: BrowserPhone;
  readonly bob: BrowserPhone;
  readonly caller: Session;
  readonly callee: Invitation;
}

async function ring(options: object = {}): Promise<Call> {
  const phones = new BrowserPhones();
  cleanups.push(() => phones.close());
  const [alice, bob] = [await phones.phone('alice'), await phones.phone('bob')];
  const arrived = new Promise<Invitation>((resolve) => {
    bob.ua.once('invite', resolve);
  });
  const caller = alice.ua.invite(bob.ua.configuration.uri ?? '', options);
  return { alice, bob, caller, callee: await arrived };
}

async function talk(offered: object = {}, answered: InvitationAcceptOptions = {}): Promise<Call> {
  const made = await ring(offered);
  await made.callee.accept(answered);
  await expect.poll(() => made.caller.state, soon).toBe('Established');
  return made;
}

const cameras = ({ devices }: BrowserPhone): number => devices.live.filter(({ kind }) => kind === 'video').length;

/** Pictures that are decoded at a session while this waits. */
async function sees(session: Session): Promise<void> {
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

describe('a call with video', () => {
  it('[MED-02] tells both sides before the answer that it is one, and pictures flow both ways', async () => {
    const made = await ring(withVideo);
    expect(made.callee.getSnapshot()).toMatchObject({ phase: 'incoming', offersVideo: true, media: { video: null } });
    expect(made.caller.getSnapshot().offersVideo).toBe(true);
    expect(cameras(made.bob)).toBe(0);
    await made.callee.accept(withVideo);
    await sees(made.caller);
    await sees(made.callee);
    expect(made.caller.getSnapshot().media.video).toEqual(both);
    await made.caller.terminate();
    await expect.poll(() => made.callee.state, soon).toBe('Terminated');
    expect([made.alice.devices.live, made.bob.devices.live]).toEqual([[], []]);
  });

  it('[MED-02] answered with sound alone shows the caller, opens no camera, and one is added later', async () => {
    const made = await talk(withVideo);
    expect(made.callee.getSnapshot().media.video).toEqual({ local: 'recvonly', remote: 'sendrecv' });
    expect(cameras(made.bob)).toBe(0);
    await sees(made.callee);
    await made.callee.setVideo(true);
    await sees(made.caller);
    expect(made.caller.getSnapshot().media.video).toEqual(both);
  });

  it('[MED-02] answered without a camera that can be had goes on with sound, where that is good enough', async () => {
    const made = await ring(withVideo);
    const { getUserMedia } = made.bob.devices.webrtc;
    const asked: MediaStreamConstraints[] = [];
    made.bob.platform.webrtc!.getUserMedia = (constraints) => {
      asked.push(constraints);
      if (constraints.video === undefined) return getUserMedia(constraints);
      return Promise.reject(new DOMException('', 'NotAllowedError'));
    };
    const { sessionDescriptionHandlerOptions } = withVideo;
    await made.callee.accept({
      sessionDescriptionHandlerOptions: { ...sessionDescriptionHandlerOptions, cameraOptional: true },
    });
    expect(asked).toEqual([{ audio: true, video: true }, { audio: true }]);
    await sees(made.callee);
    expect(made.callee.getSnapshot().media.video).toEqual({ local: 'recvonly', remote: 'sendrecv' });
    await expect(made.callee.setVideo(true)).rejects.toMatchObject({ code: 'MEDIA_DENIED', about: 'camera' });
  });

  it('[MED-02] switches its camera without a message', async () => {
    const made = await talk(withVideo, withVideo);
    let reinvites = 0;
    made.callee.on('reinvite', () => (reinvites += 1));
    const before = mediaOf(made.caller).localMediaStream.getVideoTracks()[0];
    await made.caller.setCamera('front');
    const after = mediaOf(made.caller).localMediaStream.getVideoTracks()[0];
    expect([before?.readyState, after?.readyState]).toEqual(['ended', 'live']);
    await sees(made.callee);
    expect(reinvites).toBe(0);
  });

  it('[MED-02] shows black while the camera is muted, and keeps what is agreed', async () => {
    const made = await talk(withVideo, withVideo);
    made.caller.mute({ audio: false });
    expect(made.caller.getSnapshot()).toMatchObject({ muted: { audio: false, video: true }, media: { video: both } });
    expect(mediaOf(made.caller).localMediaStream.getVideoTracks()[0]?.enabled).toBe(false);
    made.caller.unmute({ audio: false });
    await sees(made.callee);
  });
});

describe('video added to a call', () => {
  it('[MED-02] by both sides at once is agreed all the same', async () => {
    const made = await talk();
    expect(made.callee.getSnapshot().offersVideo).toBeUndefined();
    await Promise.all([made.caller.setVideo(true), made.callee.setVideo(true)]);
    await expect.poll(() => made.caller.getSnapshot().media.video, soon).toEqual(both);
    await sees(made.caller);
    await sees(made.callee);
  });

  it('[MED-02] by the far end is looked at, and a refused camera leaves the call as it was', async () => {
    const made = await talk();
    await made.callee.setVideo(true);
    await sees(made.caller);
    expect(cameras(made.alice)).toBe(0);
    made.alice.devices.permission = 'denied';
    await expect(made.caller.setVideo(true)).rejects.toMatchObject({ code: 'MEDIA_DENIED' });
    expect(made.caller.getSnapshot()).toMatchObject({ state: 'Established', lastError: { code: 'MEDIA_DENIED' } });
    await sees(made.caller);
  });
});
