import { afterEach, describe, expect, it } from 'vitest';
import { BrowserPhones, mediaOf } from '../../testing/browser-phones.ts';
import { createMediaEnd, exchange, type MediaEnd } from '../../testing/media-end.ts';
import { listenTo } from '../../testing/tone-meter.ts';
import type { Invitation } from '../../session/invitation.ts';
import type { SessionDescriptionHandlerModifier } from '../session-description-handler.ts';

const cleanups: (() => unknown)[] = [];
const soon = { timeout: 25_000, interval: 50 };

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function end(frequency?: number): MediaEnd {
  const made = createMediaEnd(frequency === undefined ? {} : { frequency });
  cleanups.push(() => made.close());
  return made;
}

/** Leads every candidate to a port that nobody listens at, as a firewall would. */
const astray: SessionDescriptionHandlerModifier = (description) =>
  Promise.resolve({
    ...description,
    sdp: (description.sdp ?? '').replace(/^(a=candidate:\S+ \d+ \S+ \d+) \S+ \d+/gm, '$1 127.0.0.1 59999'),
  });

async function expectTone(stream: MediaStream, frequency: number): Promise<void> {
  const meter = listenTo(stream);
  cleanups.push(() => meter.stop());
  await expect.poll(() => meter.levelAt(frequency), soon).toBeGreaterThan(0.05);
}

describe('a path that does not work', () => {
  it('[MED-06] is reported by both ends, and a restart brings the sound', async () => {
    const [alice, bob] = [end(), end(620)];
    const offer = await alice.handler.getDescription({}, [astray]);
    await bob.handler.setDescription(offer.body);
    const answer = await bob.handler.getDescription({}, [astray]);
    await alice.handler.setDescription(answer.body);
    await expect.poll(() => alice.handler.media.connection, soon).toBe('connecting');
    const told = alice.changes();
    for (const { handler } of [alice, bob]) await expect.poll(() => handler.media.connection, soon).toBe('failed');
    expect(alice.changes()).toBeGreaterThan(told);
    await exchange(bob.handler, alice.handler, { iceRestart: true });
    for (const { handler } of [alice, bob]) await expect.poll(() => handler.media.connection, soon).toBe('connected');
    await expectTone(alice.handler.remoteMediaStream, 620);
    await expectTone(bob.handler.remoteMediaStream, 440);
  });

  it('[MED-06] is found and mended by the user agent, from end to end', async () => {
    const phones = new BrowserPhones();
    cleanups.push(() => phones.close());
    const [alice, bob] = [await phones.phone('alice'), await phones.phone('bob')];
    const arrived = new Promise<Invitation>((resolve) => {
      bob.ua.once('invite', resolve);
    });
    const caller = alice.ua.invite(bob.ua.configuration.uri ?? '', { sessionDescriptionHandlerModifiers: [astray] });
    const seen: string[] = [];
    caller.subscribe(() => seen.push(caller.getSnapshot().media.connection));
    const callee = await arrived;
    // Whoever sees it first mends it, perhaps before the other one does.
    callee.subscribe(() => seen.push(callee.getSnapshot().media.connection));
    await callee.accept({ sessionDescriptionHandlerModifiers: [astray] });
    await expect.poll(() => caller.getSnapshot().media.connection, soon).toBe('connected');
    expect(seen).toContain('failed');
    await expectTone(mediaOf(caller).remoteMediaStream, 620);
    await expectTone(mediaOf(callee).remoteMediaStream, 440);
  });
});
