import type { Challenge } from './challenge.ts';
import type { DigestSession } from './digest-session.ts';

/** How often a server may call a nonce stale during one attempt. */
const MOST_STALE = 2;

/**
 * What happened to one request so far: each realm is answered once, and a few times more when it says that only the
 * nonce was stale. So no server keeps us busy for ever.
 */
export class AuthAttempt {
  readonly #answers = new Map<string, { session: DigestSession; stale: number }>();

  /** Whether a challenge may be answered; a stale one is counted. */
  admits(key: string, challenge: Challenge): boolean {
    const answer = this.#answers.get(key);
    if (answer === undefined) return true;
    answer.stale++;
    return challenge.stale && challenge.nonce !== answer.session.nonce && answer.stale <= MOST_STALE;
  }

  /** Notes what a challenge is answered with. */
  note(key: string, session: DigestSession): void {
    const answer = this.#answers.get(key);
    if (answer === undefined) this.#answers.set(key, { session, stale: 0 });
    else answer.session = session;
  }

  /** What each realm so far is answered with: a request challenged by a proxy and its target needs both. */
  get sessions(): readonly DigestSession[] {
    return Array.from(this.#answers.values(), ({ session }) => session);
  }
}

/** How many requests are remembered between a challenge and the next response. */
const MOST_ATTEMPTS = 64;

/**
 * The attempts under way, found again by what repetitions have in common: Call-ID, method, and a CSeq number one
 * higher (RFC 3261 section 22.2).
 */
export class AuthAttempts {
  readonly #attempts = new Map<string, { attempt: AuthAttempt; sequence: number }>();

  /** The attempt that a challenged request belongs to. */
  find(callId: string, method: string, sequence: number): AuthAttempt {
    const key = `${method} ${callId}`;
    const known = this.#attempts.get(key);
    const attempt = known?.sequence === sequence - 1 ? known.attempt : new AuthAttempt();
    this.#attempts.delete(key);
    this.#attempts.set(key, { attempt, sequence });
    for (const oldest of this.#attempts.keys()) {
      if (this.#attempts.size <= MOST_ATTEMPTS) break;
      this.#attempts.delete(oldest);
    }
    return attempt;
  }

  /** Ends an attempt. */
  delete(callId: string, method: string): void {
    this.#attempts.delete(`${method} ${callId}`);
  }
}
