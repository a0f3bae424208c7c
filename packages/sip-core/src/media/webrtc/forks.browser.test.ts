import { afterEach, describe, expect, it } from 'vitest';
import type { Invitation } from '../../session/invitation.ts';
import { type BrowserPhone, BrowserPhones, mediaOf } from '../../testing/browser-phones.ts';
import { createMediaEnd, exchange, type MediaEnd, type MediaEndOptions } from '../../testing/media-end.ts';
import { listenTo } from '../../testing/tone-meter.ts';
import { createToneMicrophone } from '../../testing/tone-microphone.ts';
import { mediaLines } from '../media-lines.ts';

const cleanups: (() => unknown)[] = [];
const soon = { timeout: 8000, interval: 20 };
/** Less than Chromium takes to leave a path that is dead. */
const atOnce = { timeout: 3000, interval: 20 };
const anew = { iceRestart: true, newParty: true };
const both = { local: 'sendrecv', remote: 'sendrecv' };

/** How often what depends on the moment is tried. */
const env = (import.meta as ImportMeta & { readonly env?: Readonly<Record<string, string>> }).env;
const ROUNDS = Number(env?.['VITE_HOOKSWITCH_ROUNDS'] ?? 6);
const patience = 30_000 + ROUNDS * 5000;

afterEach(cleanUp);

async function cleanUp(): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}

function end(frequency: number, options: MediaEndOptions = {}): MediaEnd {
  const made = createMediaEnd({ frequency, ...options });
  cleanups.push(() => made.close());
  return made;
}

/** Hears a tone in what is received at this moment; the track may be another one the next time. */
async function expectTone(stream: MediaStream, frequency: number): Promise<void> {
  const meter = listenTo(stream);
  try {
    await expect.poll(() => meter.levelAt(frequency), atOnce).toBeGreaterThan(0.05);
  } finally {
    meter.stop();
  }
}

interface Forked {
  readonly alice: MediaEnd;
  readonly bob: MediaEnd;
  readonly carol: MediaEnd;
  /** What Alice offered to both. */
  readonly offer: string;
}

/** Alice has early media of Bob, and then Carol answers. */
async function forked(options: MediaEndOptions = {}): Promise<Forked> {
  const [alice, bob, carol] = [end(440, options), end(620, options), end(810, options)];
  const { body: offer } = await alice.handler.getDescription();
  for (const { handler } of [bob, carol]) await handler.setDescription(offer);
  const [early, final] = [await bob.handler.getDescription(), await carol.handler.getDescription()];
  await alice.handler.setDescription(early.body, { provisional: true });
  await expectTone(alice.handler.remoteMediaStream, 620);
  expect(alice.handler.misdirected).toBe(false);
  await alice.handler.setDescription(final.body);
  expect(alice.handler.misdirected).toBe(true);
  return { alice, bob, carol, offer };
}

/** Lines, and what they are called. */
const places = (sdp: string): readonly string[] => [
  ...mediaLines(sdp).map(({ kind }) => kind),
  ...[...sdp.matchAll(/^a=mid:(\S+)/gm)].map(([, mid = '']) => mid),
];

describe('another fork than the one with early media', () => {
  it(
    '[MED-06] is heard after a restart, although the other one stays',
    async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { alice, bob, carol } = await forked();
        await exchange(alice.handler, carol.handler, { iceRestart: true });
        expect(alice.handler.misdirected).toBe(false);
        await expectTone(alice.handler.remoteMediaStream, 810);
        await expectTone(carol.handler.remoteMediaStream, 440);
        expect(bob.handler.peerConnection.connectionState).not.toBe('closed');
        await cleanUp();
      }
    },
    patience,
  );

  it('[MED-06] is heard where the media were agreed with the other one', async () => {
    const [alice, bob, carol] = [end(440), end(620), end(810)];
    const { offer } = await exchange(alice.handler, bob.handler);
    await carol.handler.setDescription(offer);
    await carol.handler.getDescription();
    await expectTone(alice.handler.remoteMediaStream, 620);
    await exchange(alice.handler, carol.handler, anew);
    await expectTone(alice.handler.remoteMediaStream, 810);
    await expectTone(carol.handler.remoteMediaStream, 440);
  });

  it(
    '[MED-06] is heard that is a browser without this library',
    async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const [alice, bob, carol] = [end(440), end(620), new RTCPeerConnection()];
        const microphone = createToneMicrophone(810);
        cleanups.push(() => {
          microphone.stop();
          carol.close();
        });
        carol.addTrack(microphone.stream.getTracks()[0]!, microphone.stream);
        const answer = async (sdp: string): Promise<string> => {
          await carol.setRemoteDescription({ type: 'offer', sdp });
          await carol.setLocalDescription();
          await expect.poll(() => carol.localDescription?.sdp, soon).toContain('a=candidate:');
          return carol.localDescription?.sdp ?? '';
        };
        const { body: offer } = await alice.handler.getDescription();
        await bob.handler.setDescription(offer);
        await alice.handler.setDescription((await bob.handler.getDescription()).body, { provisional: true });
        await expectTone(alice.handler.remoteMediaStream, 620);
        await alice.handler.setDescription(await answer(offer));
        const restart = await alice.handler.getDescription({ iceRestart: true });
        await alice.handler.setDescription(await answer(restart.body));
        await expectTone(alice.handler.remoteMediaStream, 810);
        await expectTone(new MediaStream([carol.getReceivers()[0]!.track]), 440);
        await cleanUp();
      }
    },
    patience,
  );

  it('[MED-06] gets the same lines and streams, and what was captured already', async () => {
    const { alice, carol, offer } = await forked({ constraints: { audio: true, video: true }, dataChannel: {} });
    const { handler } = alice;
    const former = handler.peerConnection;
    const [ours, theirs] = [handler.localMediaStream, handler.remoteMediaStream];
    const element = new Audio();
    element.srcObject = theirs;
    await element.play();
    const opened: string[] = [];
    for (const each of [alice, carol]) each.handler.channels.on('opened', ({ label }) => opened.push(label));
    const tracks: string[] = [];
    handler.tracks.on('changed', (side) => tracks.push(side));
    const { offer: restart } = await exchange(handler, carol.handler, { iceRestart: true });
    expect(places(restart)).toEqual(places(offer));
    expect(handler.peerConnection).not.toBe(former);
    expect([former.signalingState, former.connectionState]).toEqual(['closed', 'closed']);
    expect([handler.localMediaStream, handler.remoteMediaStream]).toEqual([ours, theirs]);
    expect(theirs.getTracks().map((track) => track.kind)).toEqual(['audio', 'video']);
    expect(new Set(tracks)).toEqual(new Set(['remote']));
    expect(alice.captured.map((track) => track.kind)).toEqual(['audio', 'video']);
    expect(handler.media).toMatchObject({ audio: both, video: both });
    await expectTone(theirs, 810);
    expect([element.ended, element.paused]).toEqual([false, false]);
    await expect.poll(() => opened, soon).toEqual(['hookswitch', 'hookswitch']);
    const heard: unknown[] = [];
    carol.handler.dataChannel?.addEventListener('message', ({ data }) => heard.push(data));
    handler.dataChannel?.send('there');
    await expect.poll(() => heard, soon).toEqual(['there']);
    await expect
      .poll(
        async () => [...(await handler.getStats()).values()].some(({ framesDecoded = 0 }) => framesDecoded > 0),
        soon,
      )
      .toBe(true);
  });

  it('[MED-06] gets what was asked for before: mute, hold, tones and another sound', async () => {
    const { alice, carol } = await forked();
    const { handler } = alice;
    handler.setMuted({ audio: true, video: false });
    await exchange(handler, carol.handler, { iceRestart: true });
    const atCarol = listenTo(carol.handler.remoteMediaStream);
    cleanups.push(() => atCarol.stop());
    await expect.poll(() => handler.media.connection, soon).toBe('connected');
    expect(atCarol.level()).toBeLessThan(0.003);
    handler.setMuted({ audio: false, video: false });
    await expect.poll(() => atCarol.levelAt(440), soon).toBeGreaterThan(0.05);
    await expect.poll(() => handler.sendDtmf('5', { duration: 400, interToneGap: 70 }), soon).toBe(true);
    await expect.poll(() => Math.min(atCarol.levelAt(770), atCarol.levelAt(1336)), soon).toBeGreaterThan(0.02);
    const mix = createToneMicrophone(1200);
    cleanups.push(() => mix.stop());
    await handler.sendMix(mix.stream.getAudioTracks()[0]);
    await expect.poll(() => atCarol.levelAt(1200), soon).toBeGreaterThan(0.05);
    await handler.sendMix(undefined);
    await exchange(handler, carol.handler, { hold: true });
    await expect.poll(() => atCarol.level(), soon).toBeLessThan(0.003);
    await exchange(handler, carol.handler);
    await expect.poll(() => atCarol.levelAt(440), soon).toBeGreaterThan(0.05);
    await exchange(carol.handler, handler, { iceRestart: true });
    await expectTone(handler.remoteMediaStream, 810);
  });
});

describe('a new offer to another fork', () => {
  it('[MED-06] that is refused leaves the media as they were, and the next one is taken', async () => {
    const [alice, bob, carol] = [end(440), end(620), end(810)];
    const { offer } = await exchange(alice.handler, bob.handler);
    await carol.handler.setDescription(offer);
    await carol.handler.getDescription();
    const atBob = listenTo(bob.handler.remoteMediaStream);
    cleanups.push(() => atBob.stop());
    await expect.poll(() => atBob.levelAt(440), soon).toBeGreaterThan(0.05);
    const former = alice.handler.peerConnection;
    const [sound] = alice.handler.remoteMediaStream.getTracks();
    await alice.handler.getDescription(anew);
    const refused = alice.handler.peerConnection;
    expect(refused).not.toBe(former);
    expect(alice.handler.remoteMediaStream.getTracks()).not.toContain(sound);
    // Whoever did not get the call hears no more of it.
    await expect.poll(() => atBob.level(), soon).toBeLessThan(0.003);
    await alice.handler.rollbackDescription();
    expect(alice.handler.peerConnection).toBe(former);
    expect(refused.signalingState).toBe('closed');
    expect(alice.handler.remoteMediaStream.getTracks()).toEqual([sound]);
    await expect.poll(() => atBob.levelAt(440), soon).toBeGreaterThan(0.05);
    await expectTone(alice.handler.remoteMediaStream, 620);
    await exchange(alice.handler, carol.handler, anew);
    expect(former.signalingState).toBe('closed');
    await expectTone(alice.handler.remoteMediaStream, 810);
    await expectTone(carol.handler.remoteMediaStream, 440);
    expect(alice.captured).toHaveLength(1);
  });

  it('[MED-06] that is refused after early media leaves what was answered: heard once the other one is gone', async () => {
    const { alice, bob, carol } = await forked();
    await alice.handler.getDescription(anew);
    await alice.handler.rollbackDescription();
    expect([alice.handler.peerConnection.signalingState, alice.handler.misdirected]).toEqual(['stable', true]);
    bob.handler.close();
    const atAlice = listenTo(alice.handler.remoteMediaStream);
    cleanups.push(() => atAlice.stop());
    await expect.poll(() => atAlice.levelAt(810), soon).toBeGreaterThan(0.05);
    await expectTone(carol.handler.remoteMediaStream, 440);
    const { peerConnection } = alice.handler;
    await exchange(alice.handler, carol.handler);
    expect(alice.handler.peerConnection).not.toBe(peerConnection);
    expect(alice.handler.misdirected).toBe(false);
  });

  it('[MED-06] may be any, such as a hold', async () => {
    const { alice, carol } = await forked();
    await exchange(alice.handler, carol.handler, { hold: true });
    expect(alice.handler.misdirected).toBe(false);
    expect(carol.handler.media.audio).toEqual({ local: 'recvonly', remote: 'sendonly' });
    await exchange(alice.handler, carol.handler);
    await expectTone(alice.handler.remoteMediaStream, 810);
    await expectTone(carol.handler.remoteMediaStream, 440);
  });

  it('[MED-06] is due after one of theirs as well, which is taken as it comes', async () => {
    const { alice, carol } = await forked();
    const { peerConnection } = alice.handler;
    await exchange(carol.handler, alice.handler);
    expect([alice.handler.peerConnection, peerConnection.signalingState]).toEqual([peerConnection, 'stable']);
    expect(alice.handler.misdirected).toBe(true);
    await exchange(alice.handler, carol.handler, anew);
    expect([alice.handler.misdirected, peerConnection.signalingState]).toEqual([false, 'closed']);
  });

  it('[MED-06] keeps an early answer aside, as a refusal may follow', async () => {
    const { alice, carol } = await forked();
    const former = alice.handler.peerConnection;
    await carol.handler.setDescription((await alice.handler.getDescription(anew)).body);
    const { body } = await carol.handler.getDescription();
    await alice.handler.setDescription(body, { provisional: true });
    expect(alice.handler.peerConnection.signalingState).toBe('have-local-offer');
    await alice.handler.rollbackDescription();
    expect(alice.handler.peerConnection).toBe(former);
  });

  it('[MED-06] leaves nothing open when the call ends meanwhile', async () => {
    const { alice, carol } = await forked();
    const { handler } = alice;
    const connections = [handler.peerConnection];
    await carol.handler.setDescription((await handler.getDescription(anew)).body);
    connections.push(handler.peerConnection);
    handler.close();
    expect(new Set(connections).size).toBe(2);
    expect(connections.map(({ signalingState }) => signalingState)).toEqual(['closed', 'closed']);
    expect(alice.captured.map(({ readyState }) => readyState)).toEqual(['ended']);
    expect(handler.media.connection).toBe('closed');
  });
});

describe('a call to a user with two phones', () => {
  async function answeredByTheOther(rel100: 'none' | 'supported'): Promise<{
    readonly phones: BrowserPhones;
    readonly alice: BrowserPhone;
    readonly answer: () => Promise<Invitation>;
  }> {
    const phones = new BrowserPhones();
    cleanups.push(() => phones.close());
    const alice = await phones.phone('alice');
    const bobs = [await phones.phone('bob'), await phones.phone('bob', undefined, 810)];
    const rings = bobs.map(
      ({ ua }) =>
        new Promise<Invitation>((resolve) => {
          ua.once('invite', resolve);
        }),
    );
    const caller = alice.ua.invite('bob', { rel100 });
    const [early, final] = await Promise.all(rings);
    await early!.progress({ statusCode: 183, sessionDescription: true, rel100 });
    await expect.poll(() => mediaOf(caller).remoteMediaStream.getTracks().length, soon).toBe(1);
    await expectTone(mediaOf(caller).remoteMediaStream, 620);
    const answer = async (): Promise<Invitation> => {
      await final!.accept();
      await expect.poll(() => caller.state, soon).toBe('Established');
      return final!;
    };
    return { phones, alice, answer };
  }

  it.each(['none', 'supported'] as const)(
    '[MED-06] is heard by the one that answers, after early media of the other with rel100 %s',
    async (rel100) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { phones, alice, answer } = await answeredByTheOther(rel100);
        const callee = await answer();
        const [caller] = [...alice.ua.sessions.values()];
        await expect.poll(() => caller!.context.negotiation.floor, soon).toBe('idle');
        await expectTone(mediaOf(caller!).remoteMediaStream, 810);
        await expectTone(mediaOf(callee).remoteMediaStream, 440);
        const [, first = '', session = '', version = ''] =
          /^o=(\S+) (\S+) (\d+)/m.exec(mediaOf(callee).peerConnection.currentRemoteDescription?.sdp ?? '') ?? [];
        const offers = phones.network.trace.find('INVITE').map(({ text }) => /^o=(\S+) (\S+) (\d+)/m.exec(text));
        expect(offers[0]?.slice(1, 3)).toEqual([first, session]);
        expect(Number(version)).toBe(Number(offers[0]?.[3]) + 1);
        await cleanUp();
      }
    },
    patience,
  );

  it('[MED-06] goes on where the new offer is refused after early media', async () => {
    const { phones, alice, answer } = await answeredByTheOther('none');
    phones.network.answerNext('INVITE', 488);
    const callee = await answer();
    const [caller] = [...alice.ua.sessions.values()];
    await expect.poll(() => caller!.context.negotiation.floor, soon).toBe('idle');
    expect([caller!.state, callee.state]).toEqual(['Established', 'Established']);
    const atCaller = listenTo(mediaOf(caller!).remoteMediaStream);
    cleanups.push(() => atCaller.stop());
    await expect.poll(() => atCaller.levelAt(810), soon).toBeGreaterThan(0.05);
    await expectTone(mediaOf(callee).remoteMediaStream, 440);
  });
});
