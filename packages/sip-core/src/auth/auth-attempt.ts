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
