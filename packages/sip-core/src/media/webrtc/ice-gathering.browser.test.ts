import { afterEach, describe, expect, it } from 'vitest';
import { createMediaEnd, type MediaEnd, type MediaEndOptions } from '../../testing/media-end.ts';

const ends: MediaEnd[] = [];

afterEach(() => {
  for (const made of ends.splice(0)) made.close();
});

/** Makes an offer; says what it holds and how many milliseconds it took after the microphone was there. */
async function offer(options: MediaEndOptions = {}, again = false): Promise<{ candidates: number; took: number }> {
  const made = createMediaEnd(options);
  ends.push(made);
  const localMediaStream = made.handler.localMediaStream;
  if (again) await made.handler.getDescription({ localMediaStream });
  const from = performance.now();
  const { body } = await made.handler.getDescription({ localMediaStream });
  const took = performance.now() - from;
  return { candidates: body.match(/^a=candidate:/gm)?.length ?? 0, took };
}

const dead = { iceServers: [{ urls: 'stun:127.0.0.1:9' }] };
const silentTurn = { iceServers: [{ urls: 'turn:127.0.0.1:9', username: 'a', credential: 'b' }] };

describe('the first description', () => {
  it('[MED-01] is ready soon without servers', async () => {
    const { candidates, took } = await offer();
    expect(candidates).toBeGreaterThan(0);
    expect(took).toBeLessThan(250);
  });

  it.each([
    ['a STUN server that is not there', dead],
    ['a TURN server that is not there', silentTurn],
  ])('[MED-01] does not wait for %s', async (_, peerConnectionConfiguration) => {
    const { candidates, took } = await offer({ peerConnectionConfiguration });
    expect(candidates).toBeGreaterThan(0);
    expect(took).toBeLessThan(400);
  });

  it('[MED-01] does not wait a second time for a server that is not there', async () => {
    const { candidates, took } = await offer({ peerConnectionConfiguration: dead }, true);
    expect(candidates).toBeGreaterThan(0);
    expect(took).toBeLessThan(100);
  });

  it('[MED-01] goes out at once, without a candidate, when told not to wait', async () => {
    const { took } = await offer({ iceGatheringTimeout: 0 });
    expect(took).toBeLessThan(100);
  });

  it('[MED-01] never takes longer than the timeout, all candidates wanted or not', async () => {
    const { candidates, took } = await offer({
      peerConnectionConfiguration: dead,
      allCandidates: true,
      iceGatheringTimeout: 600,
    });
    expect(candidates).toBeGreaterThan(0);
    expect(took).toBeGreaterThan(550);
    expect(took).toBeLessThan(900);
    const relayOnly = await offer({
      peerConnectionConfiguration: { ...silentTurn, iceTransportPolicy: 'relay' },
      iceGatheringTimeout: 300,
    });
    expect(relayOnly.took).toBeLessThan(600);
  });
});
