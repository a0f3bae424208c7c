import type { Session, UA } from '@hookswitch/sip-core';
import { seededRandom } from '@hookswitch/sip-core/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeLine } from '../testing/fake-line.ts';
import { Journal } from '../testing/journal.ts';
import { bindingOf } from './ua-binding.ts';

let line: FakeLine;
let journal: Journal;

beforeEach(() => {
  vi.useFakeTimers();
  line = new FakeLine();
  journal = new Journal();
});

afterEach(() => {
  vi.useRealTimers();
  line.network.close();
});

const options = { autoStart: true, stopPolicy: 'idle' } as const;

/** Numbers from 0 to 1 that are the same for the same seed. */
function numbers(seed: number): () => number {
  const random = seededRandom(seed);
  return () => {
    const [high = 0, low = 0] = random.bytes(2);
    return (high * 256 + low) / 65_536;
  };
}

function isEnding({ state }: Session): boolean {
  return state === 'Terminating' || state === 'Terminated';
}

function hangUp(ua: UA): void {
  for (const session of ua.sessions.values()) if (!isEnding(session)) session.terminate().catch(() => undefined);
}

describe('UABinding', () => {
  it('[RCT-02] is one for each user agent', () => {
    const ua = line.ua('alice');
    expect(bindingOf(ua)).toBe(bindingOf(ua));
    expect(bindingOf(ua)).not.toBe(bindingOf(line.ua('alice')));
  });

  it('[RCT-02] counts a release that is called twice once', async () => {
    const binding = bindingOf(journal.follow(line.ua('alice')));
    const [first] = [binding.retain(options), binding.retain(options)];
    first();
    first();
    await line.pass();
    expect(binding.holders).toBe(1);
    expect(journal.log).toEqual(['start']);
  });

  it('[RCT-02] leaves an old user agent alone that another provider still holds', async () => {
    const old = bindingOf(journal.follow(line.ua('alice'), 'old'));
    const fresh = bindingOf(journal.follow(line.ua('bob'), 'new'));
    old.retain(options);
    fresh.retain({ ...options, after: old });
    await line.pass();
    expect(journal.log).toEqual(['old start', 'new start']);
  });

  it('[RCT-02] ends in the state asked for last, after any order of two hundred acts', async () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = numbers(seed);
      const { log } = (journal = new Journal());
      const ua = journal.follow(line.ua('alice'));
      const binding = bindingOf(ua);
      const held: (() => void)[] = [];
      for (let step = 0; step < 200; step += 1) {
        const dice = random();
        if (dice < 0.25) held.push(binding.retain(options));
        else if (dice < 0.6) held.splice(Math.floor(random() * held.length), 1)[0]?.();
        else if (dice < 0.65) line.network.freeze();
        else if (dice < 0.7) line.network.thaw();
        else if (dice < 0.75) await line.pass(6000);
        else if (dice < 0.78) ua.invite('600');
        else if (dice < 0.85) hangUp(ua);
        else await line.pass(0);
      }
      line.network.thaw();
      hangUp(ua);
      await line.pass(64_000);
      // Starts and stops take turns, and no start comes before the stop ahead of it is over.
      const turns = ['start', 'stop', 'stopped'];
      expect(log, `seed ${seed}`).toEqual(log.map((_, index) => turns[index % 3]));
      expect(log.at(-1) === 'start', `seed ${seed}`).toBe(held.length > 0);
      expect(journal.subscribers(ua), `seed ${seed}`).toBe(held.length > 0 ? 1 : 0);
      expect(vi.getTimerCount(), `seed ${seed}`).toBe(0);
      for (const release of held) release();
    }
  });
});
