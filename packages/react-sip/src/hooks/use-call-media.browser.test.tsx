import type { QualitySnapshot, StatisticsSnapshot } from '@hookswitch/sip-core';
import { BrowserPhones } from '@hookswitch/sip-core/testing';
import { type ReactNode, useRef } from 'react';
import { afterEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { SipProvider } from '../provider/sip-provider.tsx';
import { useAudioLevel } from './use-audio-level.ts';
import { useCallQuality } from './use-call-quality.ts';
import { useCallStatistics } from './use-call-statistics.ts';

const cleanups: (() => unknown)[] = [];
const soon = { timeout: 8000, interval: 20 };

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

it('[RCT-03] paints the loudness of a call without a render, and tells its quality', async () => {
  const phones = new BrowserPhones();
  cleanups.push(() => phones.close());
  const [alice, bob] = [await phones.phone('alice'), await phones.phone('bob')];
  const { caller } = await phones.call(alice, bob);
  const seen: { renders: number; quality?: QualitySnapshot; statistics?: StatisticsSnapshot | null } = { renders: 0 };
  function Bar(): ReactNode {
    const [local, remote] = [useRef<HTMLElement>(null), useRef<HTMLElement>(null)];
    useAudioLevel(local, { id: caller.id });
    useAudioLevel(remote, { id: caller.id, side: 'remote', variable: '--far' });
    seen.renders += 1;
    return (
      <>
        <b ref={local} data-testid="local" />
        <b ref={remote} data-testid="remote" />
      </>
    );
  }
  function Badge(): ReactNode {
    seen.quality = useCallQuality(caller.id);
    seen.statistics = useCallStatistics(caller.id);
    return seen.quality.level;
  }
  const screen = await render(
    <SipProvider ua={alice.ua} stopOnUnmount="never">
      <Bar />
      <Badge />
    </SipProvider>,
  );
  const level = (name: string, variable: string): number =>
    Number((screen.getByTestId(name).element() as HTMLElement).style.getPropertyValue(variable));
  await expect.poll(() => level('local', '--level'), soon).toBeGreaterThan(0.7);
  await expect.poll(() => level('remote', '--far'), soon).toBeGreaterThan(0.7);
  const { renders } = seen;
  caller.mute();
  await expect.poll(() => level('local', '--level'), soon).toBeLessThan(0.1);
  expect(level('remote', '--far')).toBeGreaterThan(0.7);
  await expect.poll(() => seen.quality?.level, soon).toBe('good');
  expect(seen.quality?.warnings).toEqual([]);
  expect(seen.statistics).toMatchObject({ audio: { received: { codec: 'opus' } } });
  expect(seen.renders).toBe(renders);
  await caller.terminate();
  await expect.poll(() => level('remote', '--far'), soon).toBe(0);
  await expect.poll(() => seen.quality?.level, soon).toBe('unknown');
  await screen.unmount();
});
