import { describe, expect, it } from 'vitest';
import { Interruption } from './interruption.ts';
import { Turns } from './turns.ts';

describe('Interruption', () => {
  it('[MED-06] rejects what waits, now and later, with the first error', async () => {
    const cut = new Interruption();
    const never = cut.race(new Promise<string>(() => {}));
    await expect(cut.race(Promise.resolve('in time'))).resolves.toBe('in time');
    await expect(cut.race(Promise.reject(new Error('itself')))).rejects.toThrow('itself');
    cut.check();
    cut.interrupt(new Error('cut'));
    cut.interrupt(new Error('again'));
    await expect(never).rejects.toThrow('cut');
    await expect(cut.race(Promise.reject(new Error('late')))).rejects.toThrow('cut');
    expect(() => {
      cut.check();
    }).toThrow('cut');
    expect(cut.interrupted).toBe(true);
  });
});

describe('Turns', () => {
  it('[MED-01] runs one after the other, failed ones too', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    const first = turns.run(async () => {
      await Promise.resolve();
      seen.push('first');
      throw new Error('no');
    });
    const second = turns.run(async () => seen.push('second'));
    await expect(first).rejects.toThrow('no');
    await expect(second).resolves.toBe(2);
    expect(seen).toEqual(['first', 'second']);
  });
});
