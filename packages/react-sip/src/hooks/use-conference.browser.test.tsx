import { Referral } from '@hookswitch/sip-core';
import { BrowserPhones, listenTo, mediaOf, type ToneMeter } from '@hookswitch/sip-core/testing';
import type { ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { SipProvider } from '../provider/sip-provider.tsx';
import { useConference, type UseConferenceReturnType } from './use-conference.ts';

const cleanups: (() => unknown)[] = [];
const soon = { timeout: 8000, interval: 20 };

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const hears = (meter: ToneMeter, ...frequencies: readonly number[]): Promise<void> =>
  expect.poll(() => [440, 620, 810].filter((frequency) => meter.levelAt(frequency) > 0.03), soon).toEqual(frequencies);

it('[MED-07] joins two calls, silences one, takes one out, and leaves the two to each other', async () => {
  const phones = new BrowserPhones();
  cleanups.push(() => phones.close());
  const [alice, bob, carol] = [await phones.phone('alice'), await phones.phone('bob'), await phones.phone('carol')];
  const seen: { value?: UseConferenceReturnType; renders: number } = { renders: 0 };
  function Reader(): ReactNode {
    seen.value = useConference();
    seen.renders += 1;
    return null;
  }
  await render(<SipProvider ua={alice.ua} stopOnUnmount="never" children={<Reader />} />);
  const one = await phones.call(alice, bob);
  await one.caller.hold();
  const two = await phones.call(alice, carol);
  const meter = (session: typeof one.callee): ToneMeter => {
    const made = listenTo(mediaOf(session).remoteMediaStream);
    cleanups.push(() => made.stop());
    return made;
  };
  const [atBob, atCarol] = [meter(one.callee), meter(two.callee)];
  const { merge, silence, remove, split, leave, toggleMute } = seen.value!;
  await expect(leave()).rejects.toMatchObject({ code: 'INVALID_STATE' });
  expect(seen.renders).toBe(1);
  await merge();
  const ids = [one.caller.id, two.caller.id];
  expect(seen.value).toMatchObject({ sessionIds: ids, muted: false, held: false });
  expect(seen.value?.since).toBeTypeOf('number');
  await hears(atBob, 440, 810);
  await hears(atCarol, 440, 620);
  await silence(one.caller.id, true);
  expect(seen.value?.silencedIds).toEqual([one.caller.id]);
  await hears(atCarol, 440);
  await silence(one.caller.id, false);
  await toggleMute();
  expect(seen.value?.muted).toBe(true);
  await hears(atBob, 810);
  await toggleMute();
  await remove(one.caller.id);
  expect(seen.value?.sessionIds).toEqual([]);
  expect([one.caller, two.caller].map((call) => call.getSnapshot().hold.local)).toEqual([true, false]);
  await hears(atBob);
  await hears(atCarol, 440);
  await merge(ids);
  await hears(atCarol, 440, 620);
  await split();
  await hears(atCarol, 440);
  await merge();
  one.callee.on('referRequested', (context) => {
    if (context instanceof Referral) void context.accept().then(() => context.makeInviter().invite());
  });
  carol.ua.on('invite', (session) => void session.accept());
  await leave();
  expect(seen.value?.sessionIds).toEqual([]);
  expect(alice.ua.sessions.size).toBe(0);
  await expect.poll(() => [...carol.ua.sessions.values()].map(({ phase }) => phase), soon).toEqual(['established']);
  expect(seen.value).toMatchObject({ merge, silence, remove, split, leave });
});
