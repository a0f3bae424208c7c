import { type DigestAlgorithm, findAlgorithm } from '../auth/algorithm.ts';
import { readAuthParams } from '../auth/auth-params.ts';
import { digestResponse } from '../auth/digest.ts';
import { randomHex } from '../base/identifiers.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import type { Clock, Random } from '../platform.ts';
import type { Account } from './accounts.ts';

/** How credentials are asked for. */
export interface DigestOptions {
  /** One challenge each, the preferred first (RFC 8760 section 2.3); default `['SHA-256', 'MD5']`. */
  readonly algorithms?: readonly DigestAlgorithm[];
  /** Default `['auth']`; an empty list leaves qop out, as RFC 2069 servers do. */
  readonly qop?: readonly ('auth' | 'auth-int')[];
  /** Default: the domain. */
  readonly realm?: string;
  /** Seconds a nonce is good for; default 300. */
  readonly nonceLifetime?: number;
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
  readonly account: (user: string) => Account | undefined;
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

  /** Makes every nonce given so far stale. */
  expireNonces(): void {
    this.#nonces.clear();
  }

  /** Checks a request as a registrar (`Authorization`) or a proxy (`Proxy-Authorization`) does. */
  check(request: IncomingRequest, role: 'registrar' | 'proxy'): Verdict {
    const field = role === 'registrar' ? 'Authorization' : 'Proxy-Authorization';
    const given = request.headers(field).map(parseCredentials);
    const credentials = given.find((entry) => entry.get('realm') === this.realm);
    if (credentials === undefined) return this.#challenge('missing');
    const nonce = this.#nonce(credentials.get('nonce') ?? '');
    const right = this.#isRight(request, credentials);
    // RFC 7616 section 3.3: stale says that only the nonce was wrong.
    if (nonce === undefined) return this.#challenge(right ? 'stale' : 'wrong');
    if (!right) return this.#challenge('wrong');
    if (!this.#counts(nonce, credentials)) return this.#challenge('stale');
    return { ok: true, user: credentials.get('username') ?? '' };
  }

  #challenge(why: 'missing' | 'stale' | 'wrong'): Verdict {
    const { clock, random } = this.#services;
    const { algorithms = ['SHA-256', 'MD5'], qop = ['auth'] } = this.options;
    const nonce = randomHex(random, 16);
    this.#nonces.set(nonce, { createdAt: clock.now(), counts: new Map() });
    const challenges = algorithms.map((algorithm) => {
      const parts = [`realm="${this.realm}"`, `nonce="${nonce}"`, `algorithm=${algorithm}`];
      if (qop.length > 0) parts.push(`qop="${qop.join(',')}"`);
      if (why === 'stale') parts.push('stale=true');
      return `Digest ${parts.join(', ')}`;
    });
    return { ok: false, why, challenges };
  }

  #nonce(text: string): Nonce | undefined {
    const oldest = this.#services.clock.now() - (this.options.nonceLifetime ?? 300) * 1000;
    for (const [key, nonce] of [...this.#nonces]) if (nonce.createdAt < oldest) this.#nonces.delete(key);
    return this.#nonces.get(text);
  }

  #isRight(request: IncomingRequest, credentials: ReadonlyMap<string, string>): boolean {
    const { algorithms = ['SHA-256', 'MD5'], qop: asked = ['auth'] } = this.options;
    const account = this.#services.account(credentials.get('username') ?? '');
    const named = findAlgorithm(credentials.get('algorithm') ?? 'MD5');
    const algorithm = algorithms.find((name) => name === named);
    const qop = asked.find((name) => name === credentials.get('qop'));
    if (account === undefined || algorithm === undefined || (asked.length > 0 && qop === undefined)) return false;
    const expected = digestResponse({
      username: account.user,
      secret: { password: account.password },
      realm: this.realm,
      nonce: credentials.get('nonce') ?? '',
      uri: credentials.get('uri') ?? '',
      method: request.method,
      algorithm,
      ...(qop === undefined
        ? {}
        : { qop, cnonce: credentials.get('cnonce'), nc: Number.parseInt(credentials.get('nc') ?? '', 16) }),
      body: request.body,
    });
    return expected === credentials.get('response');
  }

  /** RFC 7616 section 3.4: a nonce count that does not rise is a replay. */
  #counts(nonce: Nonce, credentials: ReadonlyMap<string, string>): boolean {
    const count = credentials.get('nc');
    if (count === undefined) return true;
    const client = credentials.get('cnonce') ?? '';
    const value = Number.parseInt(count, 16);
    if (value <= (nonce.counts.get(client) ?? 0)) return false;
    nonce.counts.set(client, value);
    return true;
  }
}

/** Reads the parameters of a Digest challenge or of credentials; empty for other schemes. @internal */
export function parseCredentials(value: string): ReadonlyMap<string, string> {
  const read = readAuthParams(value);
  return read?.scheme === 'digest' ? read.params : new Map<string, string>();
}
