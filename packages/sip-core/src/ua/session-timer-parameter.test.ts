import { describe, expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';

describe('sessionTimers', () => {
  test('[CFG-01] takes both spellings of its name, and any part of it', () => {
    const options = { enabled: false, expires: 600, minSe: 120, refresher: 'uas' } as const;
    expect(readConfiguration({ sessionTimers: options }).configuration.sessionTimers).toEqual(options);
    expect(readConfiguration({ session_timers: { expires: 90 } }).configuration.sessionTimers).toEqual({ expires: 90 });
    expect(readConfiguration({}).configuration.sessionTimers).toEqual({});
  });

  test.each([{ expires: 60 }, { minSe: 89 }, { expires: 100, minSe: 200 }, { refresher: 'me' }, { enabled: 1 }, null])(
    '[CFG-01] refuses %j',
    (sessionTimers) => {
      expect(() => readConfiguration({ sessionTimers } as never)).toThrow(/sessionTimers/);
    },
  );
});
