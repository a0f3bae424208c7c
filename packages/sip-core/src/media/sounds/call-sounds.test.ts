import { describe, expect, it } from 'vitest';
import { parseCadence, renderCadence } from './cadence.ts';
import { soundFor, soundForAll, type SoundingCall } from './call-sounds.ts';
import { COUNTRY_TONES } from './country-tones.ts';
import { keyFrequencies } from './key-tones.ts';

const call = (changes: Partial<SoundingCall> = {}): SoundingCall => ({
  ...{ id: 'a', direction: 'outgoing', phase: 'ringing', earlyMedia: false, answeredAt: null },
  ...{ hold: { local: false }, cause: null },
  ...changes,
});
const ended = (code: string, by: 'local' | 'remote' | 'system', changes: Partial<SoundingCall> = {}): SoundingCall =>
  call({ phase: 'ended', cause: { code, by }, ...changes });
const incoming = call({ id: 'b', direction: 'incoming', phase: 'incoming' });
const talking = call({ id: 'c', phase: 'established', answeredAt: 1 });

describe('what to play for a call', () => {
  it.each([
    ['nothing while it is dialled', call({ phase: 'dialing' }), null],
    ['ringback when it rings there', call(), 'ringback'],
    ['nothing when the far end plays something itself', call({ phase: 'early', earlyMedia: true }), null],
    ['nothing when it rings there after early media', call({ earlyMedia: true }), null],
    ['nothing once it is answered', talking, null],
    ['a ring when somebody calls', incoming, 'ring'],
    ['busy', ended('BUSY', 'remote'), 'busy'],
    ['busy when it was declined', ended('REJECTED', 'remote'), 'busy'],
    ['congestion when nobody is there', ended('UNAVAILABLE', 'remote'), 'congestion'],
    ['congestion when the network fails', ended('CONNECTION_ERROR', 'system'), 'congestion'],
    ['a short tone when the far end hangs up', ended('HUNG_UP', 'remote', { answeredAt: 1 }), 'ended'],
    ['nothing when we hang up', ended('HUNG_UP', 'local', { answeredAt: 1 }), null],
    ['nothing when we give up', ended('CANCELED', 'local'), null],
    ['nothing when it was transferred', ended('TRANSFERRED', 'remote', { answeredAt: 1 }), null],
    ['nothing for a caller who gave up', ended('CANCELED', 'remote', { direction: 'incoming' }), null],
    ['nothing when we did not answer in time', ended('NO_ANSWER', 'system', { direction: 'incoming' }), null],
  ])('[MED-04] %s', (_, given, sound) => {
    expect(soundFor(given, [])).toBe(sound);
  });

  it('[MED-04] a beep while on the phone, a ring while that call is on hold', () => {
    expect(soundFor(incoming, [incoming, talking])).toBe('callWaiting');
    expect(soundFor(incoming, [call({ id: 'c', phase: 'established', hold: { local: true } })])).toBe('ring');
    expect(soundFor(ended('BUSY', 'remote'), [talking])).toBeNull();
  });

  it('[MED-04] what asks for an answer first', () => {
    expect(soundForAll([])).toBeNull();
    expect(soundForAll([ended('BUSY', 'remote'), call({ id: 'x' })])?.sound).toBe('ringback');
    expect(soundForAll([call(), incoming])).toMatchObject({ sound: 'callWaiting', call: incoming });
    expect(soundForAll([call(), incoming], ({ id }) => id === 'b')?.sound).toBe('ringback');
  });
});

/** How loud a frequency is in samples: 1 for a full-scale tone. */
function loudness(samples: Float32Array, frequency: number, rate: number): number {
  let [real, imaginary] = [0, 0];
  samples.forEach((sample, at) => {
    real += sample * Math.cos((2 * Math.PI * frequency * at) / rate);
    imaginary += sample * Math.sin((2 * Math.PI * frequency * at) / rate);
  });
  return (2 * Math.hypot(real, imaginary)) / samples.length;
}

describe('cadences', () => {
  it('[MED-04] are read as telephone people write them', () => {
    expect(parseCadence('400+450/400,0/200')).toEqual([
      { frequencies: [400, 450], modulation: 0, duration: 400 },
      { frequencies: [], modulation: 0, duration: 200 },
    ]);
    expect(parseCadence('400*25')).toEqual([{ frequencies: [400], modulation: 25, duration: Infinity }]);
    for (const wrong of ['', 'a', '400/', '400//3', '+3', '1*']) expect(() => parseCadence(wrong)).toThrow(RangeError);
  });

  it.each(Object.entries(COUNTRY_TONES))(
    '[MED-04] of %s can be played, and ring back between 3 and 7 s',
    (_, tones) => {
      for (const text of [tones.dial, tones.ringback, tones.busy, tones.congestion, tones.callWaiting]) {
        const samples = renderCadence(parseCadence(text), 8000);
        expect(samples.length).toBeGreaterThan(2000);
        expect(samples.every((sample) => Math.abs(sample) <= 1)).toBe(true);
      }
      const round = parseCadence(tones.ringback).reduce((total, { duration }) => total + duration, 0);
      expect(round).toBeGreaterThanOrEqual(3000);
      expect(round).toBeLessThan(7000);
    },
  );

  it('[MED-04] sound at their frequencies, for their time', () => {
    const samples = renderCadence(parseCadence('480+620/500,0/500'), 8000);
    const [on, off] = [samples.subarray(0, 4000), samples.subarray(4000)];
    expect(loudness(on, 480, 8000)).toBeCloseTo(0.5, 1);
    expect(loudness(on, 620, 8000)).toBeCloseTo(0.5, 1);
    expect(loudness(on, 550, 8000)).toBeLessThan(0.02);
    expect(off.every((sample) => sample === 0)).toBe(true);
    expect([on[0], on.at(-1)]).toEqual([0, expect.closeTo(0, 6)]);
  });

  it('[MED-04] without a pause come round without a click', () => {
    const samples = renderCadence(parseCadence('350+440'), 8000);
    expect(samples.length).toBe(8000);
    expect(Math.abs((samples[1] ?? 0) + (samples.at(-1) ?? 1))).toBeLessThan(1e-4);
  });
});

describe('keys', () => {
  it.each([
    ['1', 697, 1209],
    ['5', 770, 1336],
    ['0', 941, 1336],
    ['*', 941, 1209],
    ['#', 941, 1477],
    ['A', 697, 1633],
    ['d', 941, 1633],
  ])('[MED-04] %s is %d and %d Hz', (key, low, high) => {
    expect(keyFrequencies(key)).toEqual([low, high]);
  });

  it('[MED-04] that are none have no tone', () => {
    for (const key of ['', 'E', '12', ' ']) expect(keyFrequencies(key)).toBeUndefined();
  });
});
