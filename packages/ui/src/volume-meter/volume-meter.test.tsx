import { render, screen } from '@testing-library/react';
import { type ReactElement, useEffect, useRef } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MeterBar } from './meter-bar.tsx';
import { loudnessOf, useLoudnessWords } from './use-loudness-words.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function Meter({ onReady }: { readonly onReady: (say: (level: number) => void) => void }): ReactElement {
  const bar = useRef<HTMLDivElement>(null);
  const words = useLoudnessWords(bar);
  useEffect(() => {
    onReady(words);
  }, [onReady, words]);
  return <MeterBar bar={bar} label="Level" />;
}

const told = (): readonly (string | null)[] => {
  const bar = screen.getByRole('meter', { name: 'Level' });
  return [bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuetext')];
};

test('[KIT-06] says the loudest of each second, and rest once it comes', () => {
  const onReady = vi.fn<(say: (level: number) => void) => void>();
  const { unmount } = render(<Meter onReady={onReady} />);
  const say = (level: number): void => onReady.mock.lastCall?.[0](level);
  expect(told()).toEqual(['0', 'Silent']);
  say(0.2);
  expect(told()).toEqual(['20', 'Quiet']);
  for (const level of [0.5, 0.97, 0.6]) say(level);
  expect(told()).toEqual(['20', 'Quiet']);
  vi.advanceTimersByTime(1000);
  expect(told()).toEqual(['97', 'Loud']);
  say(0.6);
  say(0);
  vi.advanceTimersByTime(1000);
  expect(told()).toEqual(['0', 'Silent']);
  vi.advanceTimersByTime(5000);
  expect(vi.getTimerCount()).toBe(0);
  say(0.3);
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});

test('[KIT-06] has a word for every level', () => {
  expect([0, 0.2, 0.5, 1].map(loudnessOf)).toEqual(['silent', 'quiet', 'good', 'loud']);
});
