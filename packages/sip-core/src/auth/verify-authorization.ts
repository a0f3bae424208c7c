import { findAlgorithm } from './algorithm.ts';
import { readAuthParams } from './auth-params.ts';
import type { Qop } from './challenge.ts';
import { digestResponse, hashUsername, type Secret } from './digest.ts';

/** Credentials as a client sent them (RFC 7616 section 3.4). */
export interface DigestCredentials {
  readonly scheme: 'digest';
  readonly username: string;
  readonly realm: string;
  readonly nonce: string;
  readonly uri: string;
  readonly response: string;
  readonly algorithm: string;
  readonly opaque: string | undefined;
  readonly qop: Qop | undefined;
  readonly cnonce: string | undefined;
  /** How often the nonce was used. */
  readonly nc: number | undefined;
  readonly userhash: boolean;
}

/**
 * Parses the value of an Authorization or Proxy-Authorization line.
 *
 * @returns `undefined` when it is malformed, incomplete, or of another scheme
 */
export function parseAuthorization(value: string): DigestCredentials | undefined {
  const parts = readAuthParams(value);
  if (parts?.scheme !== 'digest') return undefined;
  const { params } = parts;
  const [username, realm, nonce, uri, response] = ['username', 'realm', 'nonce', 'uri', 'response'].map((name) =>
    params.get(name),
  );
  if (username === undefined || realm === undefined || nonce === undefined) return undefined;
  if (uri === undefined || response === undefined) return undefined;
  const qop = params.get('qop')?.toLowerCase();
  const nc = params.get('nc');
  if (qop !== undefined && qop !== 'auth' && qop !== 'auth-int') return undefined;
  if (nc !== undefined && !/^[0-9a-f]{8}$/i.test(nc)) return undefined;
  if (qop !== undefined && (nc === undefined || params.get('cnonce') === undefined)) return undefined;
  return {
    ...{ scheme: 'digest', username, realm, nonce, uri, response: response.toLowerCase(), qop },
    algorithm: params.get('algorithm') ?? 'MD5',
    opaque: params.get('opaque'),
    cnonce: params.get('cnonce'),
    nc: nc === undefined ? undefined : Number.parseInt(nc, 16),
    userhash: params.get('userhash')?.toLowerCase() === 'true',
  };
}

/** What credentials are verified against. */
export interface ExpectedCredentials {
  readonly username: string;
  readonly secret: Secret;
  readonly realm: string;
  readonly method: string;
  readonly body?: string | Uint8Array | undefined;
  /** The nonce that was given out; any is taken by default. */
  readonly nonce?: string | undefined;
  /** The Request-URI; what the client says is taken by default. */
  readonly uri?: string | undefined;
  /** The count last seen with this nonce; a count that is not higher is a replay. */
  readonly lastCount?: number | undefined;
  /** The `qop` values that were offered; one of them must be there, unless the list is empty. */
  readonly qop?: readonly Qop[] | undefined;
}

/** Whether credentials are right, and if not, why. */
export type Verification =
  | { readonly ok: true; readonly credentials: DigestCredentials }
  | {
      readonly ok: false;
      /** `STALE`: right, but with an old nonce or a count seen before. */
      readonly reason: 'MALFORMED' | 'REALM' | 'USERNAME' | 'URI' | 'QOP' | 'ALGORITHM' | 'RESPONSE' | 'STALE';
    };

/**
 * Verifies an Authorization or Proxy-Authorization line as a server does (RFC 7616 section 3.4.6): for registrars in
 * tests and demos.
 */
export function verifyAuthorization(value: string, expected: ExpectedCredentials): Verification {
  const credentials = parseAuthorization(value);
  if (credentials === undefined) return { ok: false, reason: 'MALFORMED' };
  const { realm, nonce, uri, qop, cnonce, nc, userhash } = credentials;
  const algorithm = findAlgorithm(credentials.algorithm);
  if (algorithm === undefined) return { ok: false, reason: 'ALGORITHM' };
  if (realm !== expected.realm) return { ok: false, reason: 'REALM' };
  const { username, secret, method, body } = expected;
  const name = userhash ? hashUsername(algorithm, username, realm) : username;
  if (credentials.username !== name) return { ok: false, reason: 'USERNAME' };
  if (expected.uri !== undefined && uri !== expected.uri) return { ok: false, reason: 'URI' };
  const offered = expected.qop ?? [];
  if (offered.length > 0 && (qop === undefined || !offered.includes(qop))) return { ok: false, reason: 'QOP' };
  const input = { username, secret, realm, nonce, uri, method, algorithm, qop, cnonce, nc, body };
  if (!sameDigest(digestResponse(input), credentials.response)) return { ok: false, reason: 'RESPONSE' };
  const old = expected.nonce !== undefined && nonce !== expected.nonce;
  const replayed = expected.lastCount !== undefined && nc !== undefined && nc <= expected.lastCount;
  return old || replayed ? { ok: false, reason: 'STALE' } : { ok: true, credentials };
}

/** Compares without telling by the time it takes where the first difference is. */
function sameDigest(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % Math.max(b.length, 1));
  return difference === 0;
}
