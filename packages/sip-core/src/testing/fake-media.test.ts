import { describe, expect, it } from 'vitest';
import { MediaError } from '../media/media-error.ts';
import { mediaLines } from '../media/media-lines.ts';
import type { MediaHost, SessionDescriptionHandler } from '../media/session-description-handler.ts';
import { createFakeMedia, type FakeMedia } from './fake-media.ts';
import type { FakeSessionDescriptionHandler } from './fake-session-description-handler.ts';
import { seededRandom } from './seeded-random.ts';
import { VirtualClock } from './virtual-clock.ts';

interface Scene {
  readonly clock: VirtualClock;
  readonly media: FakeMedia;
  readonly alice: FakeSessionDescriptionHandler;
  readonly bob: FakeSessionDescriptionHandler;
  readonly changes: string[];
}

function scene(options: Parameters<typeof createFakeMedia>[0] = {}): Scene {
  const clock = new VirtualClock();
  const media = createFakeMedia(options);
  const changes: string[] = [];
  const host = (id: string): MediaHost => ({
    id,
    platform: { clock, random: seededRandom(id), logger: { log: () => {} } },
    mediaChanged: () => changes.push(id),
  });
  return { clock, media, changes, alice: media(host('alice')), bob: media(host('bob')) };
}

type Options = Parameters<SessionDescriptionHandler['getDescription']>[0];

async function negotiate(
  from: SessionDescriptionHandler,
  to: SessionDescriptionHandler,
  options: Options = {},
  answer: Options = {},
): Promise<{ readonly offer: string; readonly answer: string }> {
  const offered = await from.getDescription(options);
  await to.setDescription(offered.body);
  const answered = await to.getDescription(answer);
  await from.setDescription(answered.body);
  return { offer: offered.body, answer: answered.body };
}

const negotiation = { code: 'MEDIA_NEGOTIATION' };

describe('createFakeMedia', () => {
  it('[MED-01] agrees on audio both ways and tells its host', async () => {
    const { alice, bob, changes } = scene();
    expect(alice.media).toEqual({ audio: null, video: null, connection: 'new' });
    const { offer, answer } = await negotiate(alice, bob);
    expect(mediaLines(offer)).toMatchObject([{ kind: 'audio', direction: 'sendrecv', setup: 'actpass' }]);
    expect(mediaLines(answer)).toMatchObject([{ kind: 'audio', direction: 'sendrecv', setup: 'active' }]);
    for (const handler of [alice, bob]) {
      expect(handler.media).toEqual({
        audio: { local: 'sendrecv', remote: 'sendrecv' },
        video: null,
        connection: 'connected',
      });
    }
    expect(changes).toEqual(['bob', 'alice']);
  });

  it('[SES-04] answers hold with recvonly and hold on hold with inactive', async () => {
    const { alice, bob } = scene();
    await negotiate(alice, bob);
    const held = await negotiate(alice, bob, { hold: true });
    expect(mediaLines(held.offer)[0]?.direction).toBe('sendonly');
    expect(mediaLines(held.answer)[0]?.direction).toBe('recvonly');
    expect(alice.media.audio).toEqual({ local: 'sendonly', remote: 'recvonly' });
    expect(bob.media.audio).toEqual({ local: 'recvonly', remote: 'sendonly' });
    const both = await negotiate(bob, alice, { hold: true }, { hold: true });
    expect(mediaLines(both.offer)[0]?.direction).toBe('inactive');
    expect(mediaLines(both.answer)[0]?.direction).toBe('inactive');
    const back = await negotiate(alice, bob, {}, { hold: true });
    expect(mediaLines(back.offer)[0]?.direction).toBe('sendrecv');
    expect(alice.media.audio).toEqual({ local: 'sendrecv', remote: 'sendonly' });
  });

  it('[MED-01] raises the version of each description and changes credentials on an ICE restart', async () => {
    const { alice, bob } = scene();
    const first = await negotiate(alice, bob);
    const second = await negotiate(alice, bob, { iceRestart: true });
    const line = (sdp: string, start: string): string => sdp.split('\r\n').find((text) => text.startsWith(start))!;
    expect(line(first.offer, 'o=')).toBe('o=- 1 2 IN IP4 192.0.2.1');
    expect(line(second.offer, 'o=')).toBe('o=- 1 3 IN IP4 192.0.2.1');
    expect(line(second.offer, 'a=ice-ufrag')).not.toBe(line(first.offer, 'a=ice-ufrag'));
  });

  it('[MED-01] refuses an offer that crosses its own, and an answer that nobody waits for', async () => {
    const { alice, bob } = scene();
    const { answer } = await negotiate(alice, bob);
    await expect(alice.setDescription(answer)).rejects.toMatchObject(negotiation);
    const crossing = await bob.getDescription();
    await alice.getDescription();
    await expect(alice.setDescription(crossing.body)).rejects.toMatchObject(negotiation);
    await expect(alice.setDescription('hello')).rejects.toMatchObject(negotiation);
    expect(alice.signalingState).toBe('have-local-offer');
  });

  it('[SES-04] rolls back an offer of its own and one of the other side', async () => {
    const { alice, bob } = scene();
    await negotiate(alice, bob);
    await bob.setDescription((await alice.getDescription({ hold: true })).body);
    await bob.rollbackDescription();
    await alice.rollbackDescription();
    await alice.rollbackDescription();
    expect([alice.signalingState, bob.signalingState]).toEqual(['stable', 'stable']);
    expect(alice.media.audio).toEqual({ local: 'sendrecv', remote: 'sendrecv' });
    await negotiate(bob, alice, { hold: true });
    expect(alice.media.audio).toEqual({ local: 'recvonly', remote: 'sendonly' });
  });

  it('[MED-04] takes a provisional answer, the same again, then the final one', async () => {
    const { alice, bob } = scene();
    await bob.setDescription((await alice.getDescription()).body);
    const early = await bob.getDescription({ provisional: true });
    expect(bob.signalingState).toBe('have-local-pranswer');
    await alice.setDescription(early.body, { provisional: true });
    await alice.setDescription(early.body, { provisional: true });
    expect(alice.signalingState).toBe('have-remote-pranswer');
    expect(alice.media.audio).toEqual({ local: 'sendrecv', remote: 'sendrecv' });
    await expect(alice.getDescription()).rejects.toMatchObject(negotiation);
    await expect(alice.rollbackDescription()).rejects.toMatchObject(negotiation);
    await bob.getDescription();
    await alice.setDescription(early.body);
    expect([alice.signalingState, bob.signalingState]).toEqual(['stable', 'stable']);
  });

  it('[SES-04] keeps a provisional answer to a re-offer aside, so that a refusal still rolls back', async () => {
    const { alice, bob } = scene();
    await negotiate(alice, bob);
    await bob.setDescription((await alice.getDescription({ hold: true })).body);
    const early = await bob.getDescription();
    await alice.setDescription(early.body, { provisional: true });
    expect(alice.media.audio).toEqual({ local: 'sendrecv', remote: 'sendrecv' });
    await alice.rollbackDescription();
    expect(alice.signalingState).toBe('stable');
  });

  it('[MED-06] rejects what is under way when closed, and leaves no track', async () => {
    const { alice, clock, media } = scene({ delay: { getDescription: 500 } });
    const pending = alice.getDescription();
    const failed = expect(pending).rejects.toMatchObject({ code: 'MEDIA_CLOSED' });
    await clock.run(100);
    expect(clock.pending).toBe(1);
    alice.close();
    await failed;
    expect([clock.pending, media.tracks(), media.open()]).toEqual([0, 0, 1]);
    await expect(alice.getDescription()).rejects.toMatchObject({ code: 'MEDIA_CLOSED' });
    expect(alice.media.connection).toBe('closed');
  });

  it("[MED-06] counts captured tracks, not the caller's", async () => {
    const { alice, bob, media } = scene();
    await negotiate(alice, bob, { constraints: { audio: true, video: true } }, { constraints: { video: true } });
    expect(media.tracks()).toBe(4);
    expect(alice.media.video).toEqual({ local: 'sendrecv', remote: 'sendrecv' });
    alice.close();
    expect(media.tracks()).toBe(2);
    bob.close();
    expect([media.tracks(), media.open()]).toEqual([0, 0]);
  });

  it('[MED-02] refuses video that it does not want, and an offer with nothing in common', async () => {
    const { alice, bob } = scene();
    const { answer } = await negotiate(alice, bob, { constraints: { audio: true, video: true } });
    expect(mediaLines(answer).map((line) => line.refused)).toEqual([false, true]);
    expect([alice.media.video, bob.media.video]).toEqual([null, null]);
    const other = scene({ codecs: ['opus'] });
    await other.bob.setDescription(answer.replace(/a=setup.*\r\n/g, ''));
    await expect(other.bob.getDescription()).rejects.toMatchObject(negotiation);
  });

  it('[MED-01] fails on request, once', async () => {
    const { alice, media } = scene();
    media.failNext('getDescription', new MediaError('MEDIA_DENIED', 'No.'));
    await expect(alice.getDescription()).rejects.toMatchObject({ code: 'MEDIA_DENIED' });
    expect(media.tracks()).toBe(0);
    await alice.getDescription();
    expect(alice.signalingState).toBe('have-local-offer');
  });

  it('[SES-11] records tones and mute', async () => {
    const { alice, bob, media } = scene();
    const timing = { duration: 100, interToneGap: 70 };
    expect(alice.sendDtmf('1', timing)).toBe(false);
    await negotiate(alice, bob);
    expect(alice.sendDtmf('12#', timing)).toBe(true);
    alice.setMuted({ audio: true, video: false });
    expect(media.of('alice')).toBe(alice);
    expect(alice.tones).toEqual([{ tones: '12#', timing }]);
    expect(alice.muted.audio).toBe(true);
  });

  it('[SES-12] passes both descriptions through the modifiers, in order', async () => {
    const { alice, bob } = scene();
    const add = (text: string) => async (description: RTCSessionDescriptionInit) => ({
      ...description,
      sdp: `${description.sdp ?? ''}a=x-${text}:${description.type}\r\n`,
    });
    const { body } = await alice.getDescription({}, [add('one'), add('two')]);
    await bob.setDescription(body, {}, [add('three')]);
    expect(bob.remoteDescriptions[0]).toMatch(/a=x-one:offer\r\na=x-two:offer\r\na=x-three:offer\r\n$/);
  });
});
