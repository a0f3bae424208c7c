import { parseChallenge } from '../auth/challenge.ts';
import { NOTHING } from '../base/nothing.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';

/**
 * Who may ask for our credentials. A digest given to a stranger lets them guess the password at leisure, and the far
 * end of a call can ask as well as a server can (the "SIP digest leak"). So a challenge counts only for a realm that
 * was configured or, without configuration, for one that our registrar named, or the first server that challenged a
 * request outside any dialog.
 */
export class RealmPolicy {
  readonly #configured: ReadonlySet<string> | undefined;
  #seen: readonly string[] = NOTHING;

  constructor(configured: readonly string[] | undefined) {
    this.#configured = configured === undefined ? undefined : new Set(configured);
  }

  /** Whether one of the challenges of a 401 or 407 is one to answer. */
  admits(request: OutgoingRequest, response: IncomingResponse, inDialog: boolean): boolean {
    const realms = ['WWW-Authenticate', 'Proxy-Authenticate']
      .flatMap((name) => response.headers(name))
      .map((value) => parseChallenge(value)?.realm)
      .filter((realm) => realm !== undefined);
    if (this.#configured !== undefined) return realms.some((realm) => this.#configured?.has(realm));
    const fromServer = request.method === 'REGISTER' || (!inDialog && this.#seen.length === 0);
    if (fromServer) this.#seen = this.#seen.concat(realms.filter((realm) => !this.#seen.includes(realm)));
    return realms.some((realm) => this.#seen.includes(realm));
  }
}
