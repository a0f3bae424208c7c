import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { DeadlineQueue, type Waiting } from './deadline-queue.ts';

function waiting(expired: string[], name: string, act?: () => void): Waiting {
  return {
    expire: () => {
      expired.push(name);
      act?.();
    },
  };
}

describe('[PRO-02] DeadlineQueue', () => {
  it('[PRO-02] expires each at its own time on one timer of the clock', () => {
    const clock = new VirtualClock({ start: 0 });
    const queue = new DeadlineQueue(clock, 1000);
    const expired: string[] = [];
    queue.add(waiting(expired, 'a'));
    clock.advance(300);
    const b = waiting(expired, 'b');
    queue.add(b);
    clock.advance(300);
    queue.add(waiting(expired, 'c'));
    expect(clock.pending).toBe(1);
    clock.advance(399);
    expect(expired).toEqual([]);
    clock.advance(1);
    expect(expired).toEqual(['a']);
    queue.delete(b);
    queue.delete(b);
    clock.advance(599);
    expect(expired).toEqual(['a']);
    clock.advance(1);
    expect(expired).toEqual(['a', 'c']);
    expect(clock.pending).toBe(0);
    expect(queue.size).toBe(0);
  });

  it('[PRO-02] leaves no timer when the last one is taken out or all are forgotten', () => {
    const clock = new VirtualClock();
    const queue = new DeadlineQueue(clock, 1000);
    const one = waiting([], 'one');
    queue.add(one);
    queue.delete(one);
    expect(clock.pending).toBe(0);
    queue.add(one);
    queue.clear();
    expect(clock.pending).toBe(0);
  });

  it('[PRO-02] takes additions and removals made while one expires', () => {
    const clock = new VirtualClock({ start: 0 });
    const queue = new DeadlineQueue(clock, 1000);
    const expired: string[] = [];
    const b = waiting(expired, 'b');
    const c = waiting(expired, 'c');
    queue.add(
      waiting(expired, 'a', () => {
        queue.delete(b);
        queue.add(waiting(expired, 'd'));
      }),
    );
    queue.add(b);
    queue.add(c);
    clock.advance(1000);
    expect(expired).toEqual(['a', 'c']);
    expect(clock.pending).toBe(1);
    clock.advance(1000);
    expect(expired).toEqual(['a', 'c', 'd']);
    expect(clock.pending).toBe(0);
  });

  it('[PRO-02] survives a clock that is set back', () => {
    let shift = 0;
    const clock = new VirtualClock({ start: 0 });
    const queue = new DeadlineQueue(
      {
        now: () => clock.now() + shift,
        setTimeout: (callback, delay) => clock.setTimeout(callback, delay),
        clearTimeout: (handle) => clock.clearTimeout(handle),
      },
      1000,
    );
    const expired: string[] = [];
    queue.add(waiting(expired, 'a'));
    shift = -3_600_000;
    clock.advance(1000);
    expect(expired).toEqual(['a']);
    expect(clock.pending).toBe(0);
  });

  it('[PRO-02] costs no more with many that wait', () => {
    const clock = new VirtualClock();
    const queue = new DeadlineQueue(clock, 32_000);
    const expired: string[] = [];
    for (let at = 0; at < 20_000; at += 1) {
      queue.add(waiting(expired, 'x'));
      clock.advance(1);
    }
    expect(clock.pending).toBe(1);
    clock.advance(32_000);
    expect(expired).toHaveLength(20_000);
  });
});
