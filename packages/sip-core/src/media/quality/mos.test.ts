import { describe, expect, it } from 'vitest';
import { delayImpairment, lossImpairment, meanOpinionScore, ratingFactor, scoreOf } from './mos.ts';

describe('the E-model', () => {
  // ITU-T G.107 annex B, table B.1: the lower limits of R and of MOS for each class of satisfaction.
  it.each([
    [93.2, 4.41],
    [90, 4.34],
    [80, 4.03],
    [70, 3.6],
    [60, 3.1],
    [50, 2.58],
  ])('[MED-05] scores a rating of %d as %d', (rating, score) => {
    // The table is rounded upwards here and there.
    expect(Math.abs(scoreOf(rating) - score)).toBeLessThan(0.01);
  });

  it('[MED-05] stays on the scale', () => {
    expect([scoreOf(-5), scoreOf(0), scoreOf(3), scoreOf(100), scoreOf(140)]).toEqual([1, 1, 1, 4.5, 4.5]);
  });

  // Section 7.4 worked out: Idd at 200 ms has X = 1, at 400 ms X = 2.
  it.each([
    [0, 0],
    [100, 0],
    [200, 3.04],
    [400, 24.07],
  ])('[MED-05] takes a delay of %d ms for an impairment of %d', (delay, impairment) => {
    expect(delayImpairment(delay)).toBeCloseTo(impairment, 2);
  });

  // Section 7.5 with the values of G.113 appendix I: G.711 with concealment, G.729A with VAD.
  it.each([
    [0, 0, 25.1, 0],
    [0.01, 0, 25.1, 3.64],
    [0.05, 0, 25.1, 15.78],
    [0, 11, 19, 11],
    [0.02, 11, 19, 19],
  ])('[MED-05] takes a loss of %d (Ie %d, Bpl %d) for an impairment of %d', (loss, ie, bpl, impairment) => {
    expect(lossImpairment(loss, ie, bpl)).toBeCloseTo(impairment, 2);
  });

  it('[MED-05] gets worse with loss and delay, and depends on the codec', () => {
    expect(meanOpinionScore({ delay: 20, loss: 0 })).toBeCloseTo(4.41, 2);
    expect(meanOpinionScore({ delay: 150, loss: 0.05 })).toBeLessThan(4);
    expect(meanOpinionScore({ delay: 20, loss: 0.1 })).toBeLessThan(3.5);
    expect(meanOpinionScore({ delay: 500, loss: 0 })).toBeLessThan(3.5);
    expect(ratingFactor({ delay: 20, loss: 0, codec: 'G729' })).toBeCloseTo(82.2, 1);
    expect(ratingFactor({ delay: 20, loss: 0, codec: 'Opus' })).toBe(93.2);
    expect(ratingFactor({ delay: 9999, loss: 1, codec: 'GSM' })).toBe(0);
  });
});
