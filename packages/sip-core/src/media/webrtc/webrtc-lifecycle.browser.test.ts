import { afterEach, describe, expect, it } from 'vitest';
import { createMediaEnd, exchange, type MediaEnd, type MediaEndOptions } from '../../testing/media-end.ts';
import { createToneMicrophone } from '../../testing/tone-microphone.ts';
import { browserPlatform } from '../../platform.ts';
import { createWebRtcMedia } from './webrtc-media.ts';

const ends: MediaEnd[] = [];

afterEach(() => {
  for (const made of ends.splice(0)) made.close();
});

const soon = { timeout: 10_000, interval: 20 };

function end(options: MediaEndOptions = {}): MediaEnd {
  const made = createMediaEnd(options);
  ends.push(made);
  return made;
}

function states(made: MediaEnd): readonly MediaStreamTrackState[] {
  return made.captured.map((track) => track.readyState);
}

describe('the life of WebRTC media', () => {
  it('[MED-06] stops what it captured when closed, twice if need be', async () => {
    const [alice, bob] = [end(), end()];
    await exchange(alice.handler, bob.handler);
    expect([...states(alice), ...states(bob)]).toEqual(['live', 'live']);
    alice.handler.close();
    alice.handler.close();
    expect(states(alice)).toEqual(['ended']);
    expect(alice.handler.localMediaStream.getTracks()).toEqual([]);
    expect(alice.handler.remoteMediaStream.getTracks()).toEqual([]);
    expect(alice.handler.media.connection).toBe('closed');
    await expect(alice.handler.getDescription()).rejects.toMatchObject({ code: 'MEDIA_CLOSED' });
    await expect(alice.handler.rollbackDescription()).rejects.toMatchObject({ code: 'MEDIA_CLOSED' });
    expect(alice.handler.sendDtmf('1', { duration: 100, interToneGap: 70 })).toBe(false);
  });

  it('[MED-06] stops a microphone that is granted after the call is over', async () => {
    const microphone = createToneMicrophone(440);
    let grant: (stream: MediaStream) => void = () => {};
    const { handler } = end({
      webrtc: { getUserMedia: () => new Promise((resolve) => (grant = resolve)) },
    });
    const pending = handler.getDescription();
    await expect.poll(() => grant.length, soon).toBe(1);
    handler.close();
    await expect(pending).rejects.toMatchObject({ code: 'MEDIA_CLOSED' });
    grant(microphone.stream);
    await expect.poll(() => microphone.stream.getTracks()[0]?.readyState, soon).toBe('ended');
    microphone.stop();
  });

  it('[MED-06] leaves nothing pending when closed at any step', async () => {
    for (let turns = 0; turns < 40; turns += 3) {
      const [alice, bob] = [end(), end()];
      const settled = exchange(alice.handler, bob.handler).then(
        () => 'done',
        (error: unknown) => error,
      );
      for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setTimeout(resolve, turn % 3));
      alice.handler.close();
      bob.handler.close();
      const outcome = await settled;
      if (outcome !== 'done') expect(outcome).toMatchObject({ code: 'MEDIA_CLOSED' });
      expect([...states(alice), ...states(bob)].filter((state) => state === 'live')).toEqual([]);
    }
  });

  it('[MED-06] says that the microphone is denied, and asks again the next time', async () => {
    let denied = true;
    const alice = end({
      webrtc: {
        getUserMedia: (constraints) => {
          if (denied) return Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
          return navigator.mediaDevices.getUserMedia(constraints);
        },
      },
    });
    const bob = end();
    const constraints = { audio: { echoCancellation: true } };
    await expect(alice.handler.getDescription({ constraints })).rejects.toMatchObject({
      name: 'MediaError',
      code: 'MEDIA_DENIED',
      message: expect.stringContaining('microphone') as string,
    });
    await bob.handler.setDescription((await end().handler.getDescription()).body);
    denied = false;
    const { body } = await alice.handler.getDescription({ constraints });
    expect(body).toContain('m=audio');
    expect(body).toContain('a=sendrecv');
    for (const track of alice.handler.localMediaStream.getTracks()) expect(track.readyState).toBe('live');
  });

  it('[MED-06] refuses to answer without a microphone, and takes the offer again afterwards', async () => {
    let denied = true;
    const alice = end();
    const bob = end({
      webrtc: {
        getUserMedia: (constraints) =>
          denied
            ? Promise.reject(new DOMException('Requested device not found', 'NotFoundError'))
            : navigator.mediaDevices.getUserMedia(constraints),
      },
    });
    const offer = await alice.handler.getDescription();
    await bob.handler.setDescription(offer.body);
    await expect(bob.handler.getDescription()).rejects.toMatchObject({ code: 'MEDIA_NOT_FOUND' });
    denied = false;
    await alice.handler.setDescription((await bob.handler.getDescription()).body);
    await expect.poll(() => alice.handler.media.connection, soon).toBe('connected');
  });

  it('[MED-06] names a constraint that no device meets', async () => {
    const alice = end({ webrtc: browserPlatform().webrtc! });
    const constraints = { audio: { deviceId: { exact: 'no such device' } } };
    await expect(alice.handler.getDescription({ constraints })).rejects.toMatchObject({ code: 'MEDIA_CONSTRAINTS' });
  });

  it('[MED-06] explains a page that may not use devices', async () => {
    const missing: { readonly mediaDevices?: MediaDevices } = {};
    const alice = end({ webrtc: { getUserMedia: (constraints) => missing.mediaDevices!.getUserMedia(constraints) } });
    await expect(alice.handler.getDescription()).rejects.toMatchObject({
      code: 'MEDIA_INSECURE',
      message: expect.stringContaining('https') as string,
    });
  });

  it('[MED-06] tells its host when the far end is gone', async () => {
    const [alice, bob] = [end(), end()];
    await exchange(alice.handler, bob.handler);
    await expect.poll(() => alice.handler.media.connection, soon).toBe('connected');
    const told = alice.changes();
    bob.handler.close();
    await expect.poll(() => alice.handler.media.connection, soon).toMatch(/disconnected|failed|closed/);
    expect(alice.changes()).toBeGreaterThan(told);
  });

  it('[MED-06] restarts ICE on request', async () => {
    const [alice, bob] = [end(), end()];
    const first = await exchange(alice.handler, bob.handler);
    await expect.poll(() => alice.handler.media.connection, soon).toBe('connected');
    const plain = await exchange(alice.handler, bob.handler);
    const restarted = await exchange(alice.handler, bob.handler, { iceRestart: true });
    const credentials = (sdp: string): string | undefined => /a=ice-ufrag:(\S+)/.exec(sdp)?.[1];
    expect(credentials(plain.offer)).toBe(credentials(first.offer));
    expect(credentials(restarted.offer)).not.toBe(credentials(first.offer));
    expect(restarted.offer).toMatch(/a=candidate:/);
    await expect.poll(() => alice.handler.media.connection, soon).toBe('connected');
  });

  it('[MED-01] needs WebRTC on the platform', () => {
    const { clock, random, logger } = browserPlatform();
    const host = { id: 'none', platform: { clock, random, logger }, mediaChanged: () => {} };
    expect(() => createWebRtcMedia()(host)).toThrow(expect.objectContaining({ code: 'MEDIA_UNSUPPORTED' }));
  });

  it('[MED-01] reads application/sdp and nothing else', () => {
    const { handler } = end();
    expect(['application/sdp', 'Application/SDP; charset=utf-8'].every((type) => handler.hasDescription(type))).toBe(
      true,
    );
    expect(['text/plain', 'application/sdpx', ''].some((type) => handler.hasDescription(type))).toBe(false);
  });
});
