import { md5 } from '@noble/hashes/legacy.js';
import { sha256, sha512_256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Digest algorithms we can compute (RFC 7616 section 6.1, RFC 8760). WebCrypto lacks MD5 and SHA-512/256. */
export type DigestAlgorithm = 'MD5' | 'MD5-sess' | 'SHA-256' | 'SHA-256-sess' | 'SHA-512-256' | 'SHA-512-256-sess';

const HASHES: ReadonlyMap<string, (octets: Uint8Array) => Uint8Array> = new Map([
  ['MD5', md5],
  ['SHA-256', sha256],
  ['SHA-512-256', sha512_256],
]);

const ALGORITHMS: readonly DigestAlgorithm[] = [
  'MD5',
  'MD5-sess',
  'SHA-256',
  'SHA-256-sess',
  'SHA-512-256',
  'SHA-512-256-sess',
];

/** The algorithm of a name in any case; `undefined` when we cannot compute it. */
export function findAlgorithm(name: string): DigestAlgorithm | undefined {
  return ALGORITHMS.find((algorithm) => algorithm.toLowerCase() === name.toLowerCase());
}

/** Whether the hash of the credentials is bound to the nonces (RFC 7616 section 3.4.2). */
export function isSession(algorithm: DigestAlgorithm): boolean {
  return algorithm.endsWith('-sess');
}

/** The hash of text (as UTF-8) or octets, in lowercase hexadecimal. */
export function hash(algorithm: DigestAlgorithm, data: string | Uint8Array): string {
  const compute = HASHES.get(algorithm.replace('-sess', '')) ?? md5;
  return bytesToHex(compute(typeof data === 'string' ? utf8ToBytes(data) : data));
}

/** How many hexadecimal digits a hash has. */
export function hashLength(algorithm: DigestAlgorithm): number {
  return algorithm.startsWith('MD5') ? 32 : 64;
}
