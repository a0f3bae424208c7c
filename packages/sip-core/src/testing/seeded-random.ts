import type { Random } from '../platform.ts';

/**
 * Random octets that are the same for the same seed: for tests only, as anybody can foretell them.
 *
 * @param seed - any text or number
 *
 * @example
 * ```ts
 * const random = seededRandom('glare 17');
 * ```
 */
export function seededRandom(seed: string | number = 0): Random {
  let state = hash(String(seed));
  // Mulberry32: a counter through a mixing function, full period of 2^32.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    bytes(length) {
      const octets = new Uint8Array(length);
      for (let at = 0; at < length; at += 1) octets[at] = next() & 0xff;
      return octets;
    },
  };
}

/** FNV-1a, so that seeds which differ in one character start far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}
