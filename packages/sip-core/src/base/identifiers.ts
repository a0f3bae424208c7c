import type { Random } from '../platform.ts';

/** Random lowercase hexadecimal text, two digits an octet. */
export function randomHex(random: Random, octets: number): string {
  return hex(random.bytes(octets));
}

/** Made in one piece: added up, it would stay a tree of its pieces for as long as somebody keeps it. */
function hex(octets: Uint8Array): string {
  const codes = new Array<number>(octets.length * 2);
  octets.forEach((octet, index) => {
    codes[index * 2] = digit(octet >> 4);
    codes[index * 2 + 1] = digit(octet & 15);
  });
  return String.fromCharCode(...codes);
}

/** The code of a hexadecimal digit. */
function digit(value: number): number {
  return value < 10 ? 48 + value : 87 + value;
}

/** A Via branch: the magic cookie and 128 random bits (RFC 3261 section 8.1.1.7). */
export function newBranch(random: Random): string {
  return `z9hG4bK${randomHex(random, 16)}`;
}

/** A From or To tag: 64 random bits (RFC 3261 section 19.3). */
export function newTag(random: Random): string {
  return randomHex(random, 8);
}

/** A Call-ID: 128 random bits, without a host (RFC 3261 section 8.1.1.4). */
export function newCallId(random: Random): string {
  return randomHex(random, 16);
}

/** A version 4 UUID, as `+sip.instance` wants it (RFC 5626 section 4.1). */
export function newUuid(random: Random): string {
  const octets = random.bytes(16);
  octets[6] = ((octets[6] ?? 0) & 0x0f) | 0x40;
  octets[8] = ((octets[8] ?? 0) & 0x3f) | 0x80;
  const text = hex(octets);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
}

/** A random number from 0 (inclusive) to 1 (exclusive), for jitter. */
export function randomFraction(random: Random): number {
  let value = 0;
  for (const octet of random.bytes(6)) value = value * 256 + octet;
  return value / 2 ** 48;
}
