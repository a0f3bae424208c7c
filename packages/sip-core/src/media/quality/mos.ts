/** How a codec suffers: what it costs by itself, and how well it stands lost packets (ITU-T G.113 appendix I). */
interface CodecImpairment {
  /** Equipment impairment factor, Ie. */
  readonly impairment: number;
  /** Packet-loss robustness factor, Bpl; the higher, the better loss is concealed. */
  readonly robustness: number;
}

/** What the E-model is fed with. */
export interface CallImpairments {
  /** Mouth to ear, in milliseconds, one way: network, jitter buffer, packets. */
  readonly delay: number;
  /** Share of packets that were lost, 0 to 1. */
  readonly loss: number;
  /** Name of the codec, in any case; an unknown one counts as G.711. */
  readonly codec?: string | null;
}

/** R0 - Is with the default values of all parameters (G.107 section 7.6, table 3). */
const BEST_RATING = 93.2;

/** G.711 with the concealment that every WebRTC has (G.113 table I.3). */
const G711: CodecImpairment = { impairment: 0, robustness: 25.1 };

const CODECS: ReadonlyMap<string, CodecImpairment> = new Map([
  ['pcmu', G711],
  ['pcma', G711],
  // Not in G.113: the narrowband model knows no better quality than G.711, and both conceal at least as well.
  ['opus', G711],
  ['g722', G711],
  // G.729A with VAD, GSM full rate.
  ['g729', { impairment: 11, robustness: 19 }],
  ['gsm', { impairment: 20, robustness: 10 }],
  ['ilbc', { impairment: 11, robustness: 32 }],
]);

/**
 * The transmission rating factor R of the E-model (ITU-T G.107), with everything at its default but delay, loss and
 * codec.
 *
 * @returns 0 (useless) to 93.2 (best that narrowband sound can be)
 */
export function ratingFactor({ delay, loss, codec }: CallImpairments): number {
  const { impairment, robustness } = CODECS.get(codec?.toLowerCase() ?? '') ?? G711;
  const rating = BEST_RATING - delayImpairment(delay) - lossImpairment(loss, impairment, robustness);
  return Math.max(0, Math.min(100, rating));
}

/** The mean opinion score of a rating (G.107 annex B): 1 (bad) to 4.5 (excellent). */
export function scoreOf(rating: number): number {
  if (rating <= 0) return 1;
  if (rating >= 100) return 4.5;
  const score = 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6;
  // Below 6.5 the formula dips under the scale.
  return Math.max(1, score);
}

/**
 * The mean opinion score that people would give a conversation.
 *
 * @example
 * ```ts
 * meanOpinionScore({ delay: 20, loss: 0 }); // 4.41
 * meanOpinionScore({ delay: 150, loss: 0.05 }); // 3.92
 * ```
 */
export function meanOpinionScore(impairments: CallImpairments): number {
  return scoreOf(ratingFactor(impairments));
}

/** Idd: too long a delay without any echo (G.107 section 7.4). */
export function delayImpairment(delay: number): number {
  if (delay <= 100) return 0;
  const x = Math.log2(delay / 100);
  return 25 * ((1 + x ** 6) ** (1 / 6) - 3 * (1 + (x / 3) ** 6) ** (1 / 6) + 2);
}

/** Ie-eff: the codec under random loss (G.107 section 7.5, BurstR 1). */
export function lossImpairment(loss: number, impairment: number, robustness: number): number {
  const percent = 100 * Math.max(0, Math.min(1, loss));
  return impairment + (95 - impairment) * (percent / (percent + robustness));
}
