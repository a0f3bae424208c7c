import { detach } from '../message/characters.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { Random } from '../platform.ts';
import { findAlgorithm, hashLength } from './algorithm.ts';
import { AuthAttempt } from './auth-attempt.ts';
import { readAuthParams } from './auth-params.ts';
import { type Challenge, chooseChallenge, parseChallenge } from './challenge.ts';
import { type AuthorizationHeader, DigestSession, type SignedRequest } from './digest-session.ts';

/** User name and password, or in place of the password the hash of `username:realm:password` in hexadecimal. */
export type Credentials =
  | { readonly username?: string | undefined; readonly password: string }
  | { readonly username?: string | undefined; readonly ha1: string };

/** What credentials are wanted for. */
export interface CredentialsRequest {
  readonly realm: string;
  /** Whether a proxy asks (407) and not the server itself (401). */
  readonly proxy: boolean;
  /** The algorithm they will be used with: an `ha1` must be of its hash. */
  readonly algorithm: string;
}

/** Finds the credentials for a realm; `undefined` when there are none. */
export type CredentialsProvider = (
  challenge: CredentialsRequest,
) => Credentials | undefined | Promise<Credentials | undefined>;

/** Options of an {@link Authenticator}. */
export interface AuthenticatorOptions {
  readonly credentials: CredentialsProvider;
  readonly random: Random;
  /** User name where the credentials have none. */
  readonly username?: string | undefined;
}

/** Why a challenge is not answered. */
export interface AuthRefusal {
  readonly ok: false;
  /**
   * `UNSUPPORTED_CHALLENGE`: none that we can read or compute. `NO_CREDENTIALS`: none for its realms.
   * `PROVIDER_FAILED`: the provider of the credentials threw. `REJECTED`: they were sent and are wrong.
   */
  readonly code: 'UNSUPPORTED_CHALLENGE' | 'NO_CREDENTIALS' | 'PROVIDER_FAILED' | 'REJECTED';
  readonly reason: string;
  /** What the provider threw. */
  readonly cause?: unknown;
}

/** What a challenged request is repeated with. */
export interface AuthAnswer {
  readonly ok: true;
  /** In place of all credentials the request had. */
  readonly headers: readonly AuthorizationHeader[];
}

/**
 * Answers digest challenges (RFC 3261 section 22, RFC 7616, RFC 8760) and remembers nonces, so that later requests
 * carry credentials from the start. Basic is never answered.
 *
 * Each realm is answered once for each request, and at most twice more when it says that only the nonce was stale.
 *
 * @example
 * ```ts
 * const answer = await authenticator.answer(response, { method, uri, body });
 * if (answer.ok) sendAgainWith(answer.headers);
 * else giveUp(answer.reason);
 * ```
 */
export class Authenticator {
  readonly #credentials: CredentialsProvider;
  readonly #random: Random;
  readonly #username: string | undefined;
  /** The nonce last answered of each realm. A list, as there is hardly ever more than one. */
  #sessions: readonly DigestSession[] = [];

  constructor(options: AuthenticatorOptions) {
    this.#credentials = options.credentials;
    this.#random = options.random;
    this.#username = options.username;
  }

  /**
   * Answers a 401 or 407. Of several challenges of a realm the topmost that we can answer is taken (RFC 8760 section
   * 2.4); several realms are each answered.
   *
   * @param request - the request as it will be repeated, with the next CSeq number
   * @param attempt - what happened to this request so far: the same for each repetition of one request
   * @returns the header fields for the repetition, or why there are none; never rejects
   */
  async answer(
    response: IncomingResponse,
    request: SignedRequest,
    attempt: AuthAttempt = new AuthAttempt(),
  ): Promise<AuthAnswer | AuthRefusal> {
    const proxy = response.statusCode === 407;
    const values = response.headers(proxy ? 'Proxy-Authenticate' : 'WWW-Authenticate');
    const challenges = values.map(parseChallenge).filter((challenge) => challenge !== undefined);
    if (chooseChallenge(challenges) === undefined)
      return refusal('UNSUPPORTED_CHALLENGE', 'No challenge we can answer');

    let problem = refusal('NO_CREDENTIALS', 'No credentials for the realm');
    let answered = false;
    for (const realm of new Set(challenges.map((challenge) => challenge.realm))) {
      const key = `${proxy ? 'proxy' : 'server'} ${realm}`;
      const offers = challenges.filter((challenge) => challenge.supported && challenge.realm === realm);
      const [top] = offers;
      if (top === undefined) continue;
      if (!attempt.admits(key, top)) {
        this.#sessions = this.#without(realm, proxy);
        return refusal('REJECTED', 'The credentials are not accepted');
      }
      const session = await this.#open(offers, proxy);
      if (session instanceof DigestSession) {
        attempt.note(key, session);
        this.#sessions = this.#without(realm, proxy).concat(session);
        answered = true;
      } else if (session !== undefined) {
        problem = session;
      }
    }
    return answered ? { ok: true, headers: attempt.sessions.map((session) => session.sign(request)) } : problem;
  }

  /** Credentials to send ahead of any challenge, for each realm that was answered before. */
  authorization(request: SignedRequest): AuthorizationHeader[] {
    return this.#sessions.map((session) => session.sign(request));
  }

  /** Takes the next nonce from a response, if it gives one (RFC 7616 section 3.5). */
  learn(response: IncomingResponse): void {
    for (const proxy of [false, true]) {
      const value = response.header(proxy ? 'Proxy-Authentication-Info' : 'Authentication-Info');
      // The field has no scheme; with one it reads like a challenge.
      const nonce = value === undefined ? undefined : readAuthParams(`Digest ${value}`)?.params.get('nextnonce');
      const sessions = this.#sessions.filter((session) => session.proxy === proxy);
      // It does not say of which realm it is.
      if (nonce !== undefined && sessions.length === 1) sessions[0]?.renew(detach(nonce));
    }
  }

  /** Forgets every nonce, so that nothing is sent ahead. */
  forget(): void {
    this.#sessions = [];
  }

  #without(realm: string, proxy: boolean): readonly DigestSession[] {
    return this.#sessions.filter((session) => session.realm !== realm || session.proxy !== proxy);
  }

  /** Finds credentials for the topmost of the offers that there are any for. */
  async #open(offers: readonly Challenge[], proxy: boolean): Promise<DigestSession | AuthRefusal | undefined> {
    for (const challenge of offers) {
      const algorithm = findAlgorithm(challenge.algorithm);
      if (algorithm === undefined) continue;
      let credentials: Credentials | undefined;
      try {
        credentials = await this.#credentials({ realm: challenge.realm, proxy, algorithm });
      } catch (cause) {
        return { ...refusal('PROVIDER_FAILED', 'The provider of the credentials failed'), cause };
      }
      const username = credentials?.username ?? this.#username;
      if (credentials === undefined || username === undefined) continue;
      // A hash made for another algorithm is of no use here, but may be for the next challenge.
      if ('ha1' in credentials && credentials.ha1.length !== hashLength(algorithm)) continue;
      return new DigestSession(challenge, algorithm, proxy, username, credentials, this.#random);
    }
    return undefined;
  }
}

function refusal(code: AuthRefusal['code'], reason: string): AuthRefusal {
  return { ok: false, code, reason };
}
