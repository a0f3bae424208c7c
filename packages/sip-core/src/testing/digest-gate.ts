import { type DigestAlgorithm, findAlgorithm } from '../auth/algorithm.ts';
import { makeChallenge, type Qop } from '../auth/challenge.ts';
import { type DigestCredentials, parseAuthorization, verifyAuthorization } from '../auth/verify-authorization.ts';
import { randomHex } from '../base/identifiers.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import { Uri } from '../message/uri.ts';
import type { Clock, Random } from '../platform.ts';
import type { Account } from './accounts.ts';

/** How credentials are asked for. */
export interface DigestOptions {
  /** One challenge each, the preferred first (RFC 8760 section 2.3); default `['SHA-256', 'MD5']`. */
  readonly algorithms?: readonly DigestAlgorithm[];
  /** Default `['auth']`; an empty list leaves qop out, as RFC 2069 servers do. */
  readonly qop?: readonly Qop[];
  /** Default: the domain. */
  readonly realm?: string;
  /** Seconds a nonce is good for; default 300. */
  readonly nonceLifetime?: number;
  /** Ask for hashed user names (RFC 7616 section 3.4.4); default false. */
  readonly userhash?: boolean;
}

/** Whether credentials are good, and whose they are. */
export type Verdict =
  | { readonly ok: true; readonly user: string }
  | {
      readonly ok: false;
      readonly why: 'missing' | 'stale' | 'wrong';
      readonly challenges: readonly string[];
    };

/** What the gate takes from its network. */
export interface DigestServices {
  readonly clock: Clock;
  readonly random: Random;
  readonly domain: string;
  readonly accounts: readonly Account[];
}

interface Nonce {
  readonly createdAt: number;
  /** The last nonce count of each client nonce. */
  readonly counts: Map<string, number>;
}

/** Asks for digest credentials and checks them (RFC 7616, RFC 8760, RFC 3261 section 22). */
export class DigestGate {
  /** May be changed at any time. */
  options: DigestOptions;
  readonly #services: DigestServices;
  readonly #nonces = new Map<string, Nonce>();

  constructor(services: DigestServices, options: DigestOptions) {
    this.#services = services;
    this.options = options;
  }

  get realm(): string {
    return this.options.realm ?? this.#services.domain;
  }

  get #algorithms(): readonly DigestAlgorithm[] {
    return this.options.algorithms ?? ['SHA-256', 'MD5'];
  }

  get #qop(): readonly Qop[] {
    return this.options.qop ?? ['auth'];
  }

  /** Makes every nonce given so far stale. */
  expireNonces(): void {
    this.#nonces.clear();
  }

  /** Checks a request as a registrar (`Authorization`) or a proxy (`Proxy-Authorization`) does. */
  check(request: IncomingRequest, role: 'registrar' | 'proxy'): Verdict {
    const lines = request.headers(role === 'registrar' ? 'Authorization' : 'Proxy-Authorization');
    const value = lines.find((line) => parseAuthorization(line)?.realm === this.realm);
    const credentials = value === undefined ? undefined : parseAuthorization(value);
    if (value === undefined || credentials === undefined) return this.#challenge('missing');
    const account = this.#owner(request, value, credentials);
    const nonce = this.#nonce(credentials.nonce);
    // RFC 7616 section 3.3: stale says that only the nonce was wrong.
    if (account === undefined) return this.#challenge('wrong');
    if (nonce === undefined || !counts(nonce, credentials)) return this.#challenge('stale');
    return { ok: true, user: account.user };
  }

  /** Whose credentials these are; nobody's when anything about them is wrong. */
  #owner(request: IncomingRequest, value: string, { algorithm, uri }: DigestCredentials): Account | undefined {
    const used = findAlgorithm(algorithm);
    if (used === undefined || !this.#algorithms.includes(used)) return undefined;
    // RFC 7616 section 3.4.6: credentials made for something else are no good here.
    if (Uri.parse(uri)?.equals(request.requestUri) !== true) return undefined;
    const { realm } = this;
    const { method, bodyBytes: body } = request;
    return this.#services.accounts.find(({ user: username, password }) => {
      const expected = { username, secret: { password }, realm, method, body, qop: this.#qop };
      return verifyAuthorization(value, expected).ok;
    });
  }

  #challenge(why: 'missing' | 'stale' | 'wrong'): Verdict {
    const { clock, random } = this.#services;
    const nonce = randomHex(random, 16);
    this.#nonces.set(nonce, { createdAt: clock.now(), counts: new Map() });
    const common = {
      realm: this.realm,
      nonce,
      qop: this.#qop,
      stale: why === 'stale',
      userhash: this.options.userhash === true,
    };
    const challenges = this.#algorithms.map((algorithm) => makeChallenge({ ...common, algorithm }));
    return { ok: false, why, challenges };
  }

  #nonce(text: string): Nonce | undefined {
    const oldest = this.#services.clock.now() - (this.options.nonceLifetime ?? 300) * 1000;
    for (const [key, nonce] of [...this.#nonces]) if (nonce.createdAt < oldest) this.#nonces.delete(key);
    return this.#nonces.get(text);
  }
}

/** RFC 7616 section 3.4: a nonce count that does not rise is a replay. */
function counts(nonce: Nonce, { cnonce = '', nc }: DigestCredentials): boolean {
  if (nc === undefined) return true;
  if (nc <= (nonce.counts.get(cnonce) ?? 0)) return false;
  nonce.counts.set(cnonce, nc);
  return true;
}
