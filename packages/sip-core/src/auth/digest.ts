import { InvalidValueError } from '../base/errors.ts';
import { type DigestAlgorithm, findAlgorithm, hash, isSession } from './algorithm.ts';
import type { Qop } from './challenge.ts';

/** A password, or the hash of `username:realm:password` in hexadecimal. */
export type Secret = { readonly password: string } | { readonly ha1: string };

/** What a digest is computed from. */
export interface DigestInput {
  readonly username: string;
  readonly secret: Secret;
  readonly realm: string;
  readonly nonce: string;
  /** The Request-URI as it is sent. */
  readonly uri: string;
  readonly method: string;
  /** One of {@link DigestAlgorithm}, in any case. */
  readonly algorithm: string;
  readonly qop?: Qop | undefined;
  readonly cnonce?: string | undefined;
  /** How often the nonce was used, this time included: a number, or eight hexadecimal digits; default 1. */
  readonly nc?: number | string | undefined;
  /** The body, for `auth-int`; none by default. */
  readonly body?: string | Uint8Array | undefined;
}

/**
 * Computes the `response` of a digest (RFC 7616 section 3.4.1; RFC 2617 section 3.2.2.1 where there is no qop).
 *
 * @returns lowercase hexadecimal
 * @throws InvalidValueError for an algorithm we cannot compute
 * @example
 * ```ts
 * digestResponse({ username: 'bob', secret: { password: 'x' }, realm, nonce, uri, method: 'REGISTER', algorithm: 'MD5' });
 * ```
 */
export function digestResponse(input: DigestInput): string {
  const { username, realm, secret, nonce, uri, method, qop, cnonce = '', nc = 1, body = '' } = input;
  const algorithm = findAlgorithm(input.algorithm);
  if (algorithm === undefined) throw new InvalidValueError('algorithm', `${input.algorithm} cannot be computed`);
  const base = credentialsHash(algorithm, username, realm, secret);
  const a1 = isSession(algorithm) ? hash(algorithm, `${base}:${nonce}:${cnonce}`) : base;
  const protectedBody = qop === 'auth-int' ? `:${hash(algorithm, body)}` : '';
  const a2 = hash(algorithm, `${method}:${uri}${protectedBody}`);
  const middle =
    qop === undefined ? nonce : `${nonce}:${typeof nc === 'string' ? nc : formatNonceCount(nc)}:${cnonce}:${qop}`;
  return hash(algorithm, `${a1}:${middle}:${a2}`);
}

/** The hash of `username:realm:password`, which is all of a password that need be kept. */
export function credentialsHash(algorithm: DigestAlgorithm, username: string, realm: string, secret: Secret): string {
  return 'ha1' in secret ? secret.ha1.toLowerCase() : hash(algorithm, `${username}:${realm}:${secret.password}`);
}

/** The user name as `userhash` wants it (RFC 7616 section 3.4.4). */
export function hashUsername(algorithm: DigestAlgorithm, username: string, realm: string): string {
  return hash(algorithm, `${username}:${realm}`);
}

/** Eight hexadecimal digits. */
export function formatNonceCount(nc: number): string {
  return nc.toString(16).padStart(8, '0');
}
