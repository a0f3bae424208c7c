import { randomHex } from '../base/identifiers.ts';
import { quote } from '../message/quoted-string.ts';
import type { Random } from '../platform.ts';
import type { DigestAlgorithm } from './algorithm.ts';
import type { Challenge, Qop } from './challenge.ts';
import { credentialsHash, digestResponse, formatNonceCount, hashUsername, type Secret } from './digest.ts';

/** What is signed. */
export interface SignedRequest {
  readonly method: string;
  /** The Request-URI as it is sent. */
  readonly uri: string;
  readonly body?: string | Uint8Array | undefined;
}

/** A header field that carries credentials. */
export interface AuthorizationHeader {
  readonly name: 'Authorization' | 'Proxy-Authorization';
  readonly value: string;
}

/**
 * A nonce with the credentials it is answered with: signs any number of requests, with a rising count. Keeps the hash
 * of the credentials only, where nothing that prints or serialises can find it.
 */
export class DigestSession {
  readonly realm: string;
  readonly proxy: boolean;
  readonly #opaque: string | undefined;
  /** Whether the user name is to be hashed. */
  readonly #userhash: boolean;
  readonly #username: string;
  readonly #ha1: string;
  readonly #algorithm: DigestAlgorithm;
  readonly #qop: Qop | undefined;
  readonly #random: Random;
  #nonce: string;
  #count = 0;

  constructor(
    challenge: Challenge,
    algorithm: DigestAlgorithm,
    proxy: boolean,
    username: string,
    secret: Secret,
    random: Random,
  ) {
    const { realm } = challenge;
    // Not the challenge as it came: the session lives as long as its phone.
    this.realm = realm;
    this.proxy = proxy;
    this.#opaque = challenge.opaque;
    this.#userhash = challenge.userhash;
    this.#algorithm = algorithm;
    this.#username = username;
    this.#ha1 = credentialsHash(algorithm, username, realm, secret);
    // Middleboxes change bodies, so the body is protected only when the server insists.
    this.#qop = challenge.qop.includes('auth') ? 'auth' : challenge.qop[0];
    this.#nonce = challenge.nonce;
    this.#random = random;
  }

  /** The nonce in use. */
  get nonce(): string {
    return this.#nonce;
  }

  /** Goes on with the nonce that the server asks for next (RFC 7616 section 3.5). */
  renew(nonce: string): void {
    if (nonce === this.#nonce) return;
    this.#nonce = nonce;
    this.#count = 0;
  }

  /** Signs a request (RFC 7616 section 3.4). */
  sign(request: SignedRequest): AuthorizationHeader {
    const { realm } = this;
    const opaque = this.#opaque;
    const userhash = this.#userhash;
    const algorithm = this.#algorithm;
    const qop = this.#qop;
    const nonce = this.#nonce;
    const nc = ++this.#count;
    const cnonce = qop !== undefined || algorithm.endsWith('-sess') ? randomHex(this.#random, 16) : undefined;
    const credentials = { username: this.#username, secret: { ha1: this.#ha1 }, realm, algorithm };
    const response = digestResponse({ ...credentials, ...request, nonce, qop, cnonce, nc });
    const username = userhash ? hashUsername(algorithm, this.#username, realm) : this.#username;
    const fields = [
      `username=${quote(username)}`,
      `realm=${quote(realm)}`,
      `nonce=${quote(nonce)}`,
      `uri=${quote(request.uri)}`,
      `response="${response}"`,
      `algorithm=${algorithm}`,
    ];
    if (cnonce !== undefined) fields.push(`cnonce="${cnonce}"`);
    if (opaque !== undefined) fields.push(`opaque=${quote(opaque)}`);
    if (qop !== undefined) fields.push(`qop=${qop}`, `nc=${formatNonceCount(nc)}`);
    if (userhash) fields.push('userhash=true');
    return { name: this.proxy ? 'Proxy-Authorization' : 'Authorization', value: `Digest ${fields.join(', ')}` };
  }
}
