import { describe, expect, it } from 'vitest';
import { randomHex } from '../base/identifiers.ts';
import { seededRandom } from './seeded-random.ts';
import { VirtualClock } from './virtual-clock.ts';

describe('VirtualClock', () => {
  it('fires timers in the order they are due, equal ones in the order they were set', () => {
    const clock = new VirtualClock({ start: 0 });
    const fired: string[] = [];
    const note = (name: string) => () => fired.push(`${name}@${String(clock.now())}`);
    for (const [name, delay] of [
      ['c', 30],
      ['a', 10],
      ['b', 20],
      ['a2', 10],
      ['z', 99],
    ] as const) {
      clock.setTimeout(note(name), delay);
    }
    clock.advance(50);
    expect(fired).toEqual(['a@10', 'a2@10', 'b@20', 'c@30']);
    expect(clock.now()).toBe(50);
    expect(clock.pending).toBe(1);
    expect(clock.next).toBe(49);
  });

  it('keeps the order of many timers, some of them stopped', () => {
    const clock = new VirtualClock({ start: 0 });
    const random = seededRandom(7);
    const fired: number[] = [];
    const expected: number[] = [];
    for (let at = 0; at < 500; at += 1) {
      const [high = 0, low = 0] = random.bytes(2);
      const delay = high * 256 + low;
      const handle = clock.setTimeout(() => fired.push(delay), delay);
      if (low % 3 === 0) clock.clearTimeout(handle);
      else expected.push(delay);
    }
    expect(clock.pending).toBe(expected.length);
    clock.advance(65_536);
    expect(fired).toEqual(expected.sort((a, b) => a - b));
    expect(clock.pending).toBe(0);
    expect(clock.next).toBeUndefined();
  });

  it('fires what callbacks set within the same advance', () => {
    const clock = new VirtualClock({ start: 0 });
    const fired: number[] = [];
    const again = (): void => {
      fired.push(clock.now());
      if (fired.length < 4) clock.setTimeout(again, 10);
    };
    clock.setTimeout(again, 10);
    clock.advance(35);
    expect(fired).toEqual([10, 20, 30]);
  });

  it('lets promises settle between timers when run', async () => {
    const clock = new VirtualClock({ start: 0 });
    const seen: string[] = [];
    const sleep = (ms: number): Promise<void> => new Promise((resolve) => clock.setTimeout(resolve, ms));
    const deep = async (depth: number): Promise<void> => (depth === 0 ? undefined : deep(depth - 1));
    void (async () => {
      await sleep(10);
      await deep(10);
      seen.push(`first ${String(clock.now())}`);
      await sleep(10);
      seen.push(`second ${String(clock.now())}`);
    })();
    await clock.run(100);
    expect(seen).toEqual(['first 10', 'second 20']);
    expect(await clock.runUntil(() => false)).toBe(false);
  });

  it('stops a loop instead of hanging, and ignores stopping twice', () => {
    const clock = new VirtualClock();
    const spin = (): void => {
      clock.setTimeout(spin, 0);
    };
    const handle = clock.setTimeout(spin, 0);
    expect(() => {
      clock.advance(1);
    }).toThrow(/without delay/);
    clock.clearTimeout(handle);
    clock.clearTimeout(undefined);
    expect(clock.pending).toBe(1);
  });
});

describe('seededRandom', () => {
  it('repeats itself for a seed and differs between seeds', () => {
    expect(randomHex(seededRandom('a'), 16)).toBe(randomHex(seededRandom('a'), 16));
    expect(randomHex(seededRandom('a'), 16)).not.toBe(randomHex(seededRandom('b'), 16));
  });
});
