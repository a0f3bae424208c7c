import { InvalidValueError } from '../base/errors.ts';
import type { DtmfOptions } from '../session/session-parts.ts';

const TONES = '0123456789*#ABCD,';

/**
 * Checks and normalises tones: `0` to `9`, `*`, `#`, `A` to `D` in either case, and `,` for a pause.
 *
 * @throws InvalidValueError naming what is no tone
 */
export function readTones(tones: string | number): string {
  const text = String(tones).toUpperCase();
  const wrong = Array.from(text).find((symbol) => !TONES.includes(symbol));
  if (text === '' || wrong !== undefined) {
    throw new InvalidValueError('tones', `${JSON.stringify(wrong ?? text)} is not one of 0-9, *, #, A-D and comma`);
  }
  return text;
}

/** Timing of tones in milliseconds, within the bounds that senders and receivers keep (70 to 6000, at least 50). */
export function readTiming(options: DtmfOptions): { readonly duration: number; readonly interToneGap: number } {
  const { duration = 100, interToneGap = 500 } = options;
  return {
    duration: Math.min(6000, Math.max(70, positive('duration', duration))),
    interToneGap: Math.max(50, positive('interToneGap', interToneGap)),
  };
}

function positive(name: string, value: number): number {
  if (!Number.isFinite(value) || value <= 0) {
    throw new InvalidValueError(name, `${String(value)} is no positive number of milliseconds`);
  }
  return Math.round(value);
}
