import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeUA } from '../testing/fake-ua.ts';
import { answered, over } from '../testing/snapshots.ts';
import { bindingOf } from './ua-binding.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const options = { autoStart: true, stopPolicy: 'idle' } as const;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('UABinding', () => {
  it('[RCT-02] is one for each user agent', () => {
    const ua = new FakeUA();
    expect(bindingOf(ua.asUA)).toBe(bindingOf(ua.asUA));
    expect(bindingOf(ua.asUA)).not.toBe(bindingOf(new FakeUA().asUA));
  });

  it('[RCT-02] counts a release that is called twice once', async () => {
    const ua = new FakeUA();
    const binding = bindingOf(ua.asUA);
    const [first] = [binding.retain(options), binding.retain(options)];
    first();
    first();
    await vi.runAllTimersAsync();
    expect(binding.holders).toBe(1);
    expect(ua.log).toEqual(['start']);
  });

  it('[RCT-02] leaves an old user agent alone that another provider still holds', async () => {
    const log: string[] = [];
    const [old, fresh] = [bindingOf(new FakeUA('old', log).asUA), bindingOf(new FakeUA('new', log).asUA)];
    old.retain(options);
    fresh.retain({ ...options, after: old });
    await vi.runAllTimersAsync();
    expect(log).toEqual(['old start', 'new start']);
  });

  it('[RCT-02] ends in the state asked for last, after any order of two hundred acts', async () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = numbers(seed);
      const ua = new FakeUA();
      const binding = bindingOf(ua.asUA);
      const held: (() => void)[] = [];
      for (let step = 0; step < 200; step += 1) {
        const dice = random();
        if (dice < 0.3) held.push(binding.retain(options));
        else if (dice < 0.6) held.splice(Math.floor(random() * held.length), 1)[0]?.();
        else if (dice < 0.7) ua.slowStop = !ua.slowStop;
        else if (dice < 0.8) ua.finishStop();
        else if (dice < 0.85) ua.add(`${step}`, answered(step));
        else if (dice < 0.9) for (const id of ua.sessions.keys()) ua.change(id, over());
        else await vi.advanceTimersByTimeAsync(1);
      }
      for (const id of ua.sessions.keys()) ua.change(id, over());
      for (let round = 0; round < 4; round += 1) {
        ua.finishStop();
        await vi.advanceTimersByTimeAsync(5);
      }
      // Starts and stops take turns, and no start comes before the stop ahead of it is over.
      const turns = ['start', 'stop', 'stopped'];
      expect(ua.log, `seed ${seed}`).toEqual(ua.log.map((_, index) => turns[index % 3]));
      expect(ua.log.at(-1) === 'start', `seed ${seed}`).toBe(held.length > 0);
      expect(ua.subscribers, `seed ${seed}`).toBe(held.length > 0 ? 1 : 0);
      expect(vi.getTimerCount(), `seed ${seed}`).toBe(0);
    }
  });
});
