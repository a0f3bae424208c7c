import { afterEach, expect, it } from 'vitest';
import { BrowserPhones, mediaOf } from '../../testing/browser-phones.ts';
import { statisticsOf } from './media-statistics.ts';

const cleanups: (() => unknown)[] = [];
const soon = { timeout: 10_000, interval: 50 };

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

it('[MED-05] measures a real call both ways', async () => {
  const phones = new BrowserPhones();
  cleanups.push(() => phones.close());
  const [alice, bob] = [await phones.phone('alice'), await phones.phone('bob')];
  const { caller } = await phones.call(alice, bob);
  // Loudness is that of what is played: of a muted element it is 0.
  const element = new Audio();
  element.srcObject = mediaOf(caller).remoteMediaStream;
  await element.play();
  cleanups.push(() => (element.srcObject = null));
  const statistics = statisticsOf(caller, alice.platform);
  expect(statisticsOf(caller, alice.platform)).toBe(statistics);
  cleanups.push(statistics.subscribe(() => undefined));
  const now = () => statistics.getSnapshot();
  await expect.poll(() => now()?.audio.received?.bitrate, soon).toBeGreaterThan(5000);
  await expect.poll(() => now()?.audio.sent?.bitrate, soon).toBeGreaterThan(5000);
  await expect.poll(() => now()?.audio.sent?.level, soon).toBeGreaterThan(0.2);
  await expect.poll(() => now()?.audio.received?.level, soon).toBeGreaterThan(0.2);
  await expect.poll(() => now()?.roundTripTime, soon).not.toBeNull();
  expect(now()).toMatchObject({
    audio: { sent: { codec: 'opus' }, received: { codec: 'opus', loss: 0 } },
    video: { sent: null, received: null },
    path: { protocol: 'udp', relayed: false },
  });
  expect(now()?.mos).toBeGreaterThan(4);
  expect(JSON.parse(JSON.stringify(now()))).toEqual(now());
});
