import { newTag } from '../base/identifiers.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import type { NameAddr } from '../message/name-addr.ts';
import type { OutgoingResponse } from '../message/outgoing-message.ts';
import { responseTo } from '../message/response-to.ts';
import type { Clock, Random } from '../platform.ts';
import type { Account } from './accounts.ts';
import type { AnswerOptions, AnswerScript } from './answer-script.ts';
import type { DigestGate } from './digest-gate.ts';
import type { Link } from './link.ts';
import type { Binding, Location } from './location.ts';

/** How the registrar behaves. Times in seconds. */
export interface RegistrarOptions {
  /** Ask for credentials; default true. */
  readonly challenge?: boolean;
  /** Shorter ones are refused with 423; default 60. */
  readonly minExpires?: number;
  /** When the client names none; default 600. */
  readonly defaultExpires?: number;
  /** Longer ones are cut; default 3600. */
  readonly maxExpires?: number;
  /** Contacts one user may have; 403 beyond; default 10. */
  readonly maxContacts?: number;
  /** The answer to credentials that are wrong; default 401, a fresh challenge. */
  readonly wrongPassword?: 401 | 403;
  /** Service-Route header values of a 2xx (RFC 3608); default none. */
  readonly serviceRoutes?: readonly string[];
  /** Give a public GRUU to clients that ask for it (RFC 5627); default false. */
  readonly gruu?: boolean;
  /** Say `Require: outbound` to clients that ask for it (RFC 5626 section 6); default false. */
  readonly outbound?: boolean;
}

/** What the registrar takes from its network. */
export interface RegistrarServices {
  readonly clock: Clock;
  readonly random: Random;
  readonly domain: string;
  readonly location: Location;
  readonly gate: DigestGate;
  readonly script: AnswerScript;
  readonly account: (user: string) => Account | undefined;
}

/** Keeps track of who is where (RFC 3261 section 10.3). */
export class Registrar {
  /** May be changed at any time. */
  options: RegistrarOptions;
  readonly #services: RegistrarServices;

  constructor(services: RegistrarServices, options: RegistrarOptions) {
    this.#services = services;
    this.options = options;
  }

  /**
   * Gives the next REGISTER this answer instead of dealing with it.
   *
   * @example
   * ```ts
   * network.registrar.answerNext(503, { headers: ['Retry-After: 5'], times: 2 });
   * network.registrar.answerNext('silence');
   * ```
   */
  answerNext(statusCode: number | 'silence', options: AnswerOptions = {}): void {
    this.#services.script.add('REGISTER', statusCode, options);
  }

  /** The contacts of a user that are registered now, as they were given. */
  contacts(user: string): string[] {
    return this.#services.location.bindings(user).map((binding) => binding.uri.toString());
  }

  /** Forgets every contact of a user, as a registrar does that was started anew. */
  forget(user: string): void {
    this.#services.location.unbind(user);
  }

  /** @internal */
  answer(link: Link, request: IncomingRequest): OutgoingResponse {
    const { account, gate } = this.#services;
    const user = request.to.uri.user ?? '';
    if (request.requestUri.host !== this.#services.domain || request.to.uri.host !== this.#services.domain) {
      return this.#refuse(request, 404);
    }
    if (account(user) === undefined) return this.#refuse(request, 404);
    if (this.options.challenge !== false) {
      const verdict = gate.check(request, 'registrar');
      if (!verdict.ok) {
        if (verdict.why === 'wrong' && this.options.wrongPassword === 403) return this.#refuse(request, 403);
        const response = this.#refuse(request, 401);
        for (const challenge of verdict.challenges) response.headers.add('WWW-Authenticate', challenge);
        return response;
      }
      // Section 10.3 step 4: nobody registers for somebody else.
      if (verdict.user !== user) return this.#refuse(request, 403);
    }
    return this.#update(link, request, user);
  }

  #update(link: Link, request: IncomingRequest, user: string): OutgoingResponse {
    const { location } = this.#services;
    const expires = request.expires;
    if (request.contactIsWildcard) {
      if (expires !== 0 || request.values('Contact').length > 1) return this.#refuse(request, 400);
      location.unbind(user);
      return this.#accept(request, user);
    }
    // Steps 6 and 7: everything is checked first, so that a refused request changes nothing.
    const updates: { readonly contact: NameAddr; readonly seconds: number }[] = [];
    for (const contact of request.contacts) {
      const wish = seconds(contact.params.get('expires')) ?? expires ?? this.options.defaultExpires ?? 600;
      const least = this.options.minExpires ?? 60;
      if (wish > 0 && wish < least) return this.#refuse(request, 423, ['Min-Expires', String(least)]);
      const old = location.bindings(user).find((binding) => binding.uri.equals(contact.uri));
      if (old?.callId === request.callId && request.cseq.seq <= old.cseq) return this.#refuse(request, 500);
      updates.push({ contact, seconds: Math.min(wish, this.options.maxExpires ?? 3600) });
    }
    const wanted = updates.filter((update) => update.seconds > 0);
    const kept = location.bindings(user).filter((old) => !updates.some((update) => update.contact.uri.equals(old.uri)));
    if (kept.length + wanted.length > (this.options.maxContacts ?? 10)) return this.#refuse(request, 403);
    for (const update of updates) this.#bind(link, request, user, update.contact, update.seconds);
    if (wanted.length > 0) link.user = user;
    return this.#accept(request, user);
  }

  #bind(link: Link, request: IncomingRequest, user: string, contact: NameAddr, expires: number): void {
    const { clock, location } = this.#services;
    if (expires === 0) {
      location.unbind(user, contact.uri);
      return;
    }
    // RFC 5626 section 6: the same instance and reg-id take the place of an older flow.
    const instance = contact.params.get('+sip.instance');
    if (typeof instance === 'string' && contact.params.has('reg-id')) {
      const same = (other: Binding): boolean =>
        other.params.get('+sip.instance') === instance && other.params.get('reg-id') === contact.params.get('reg-id');
      for (const old of location.bindings(user).filter(same)) location.unbind(user, old.uri);
    }
    location.bind(user, {
      uri: contact.uri,
      link,
      params: new Map([...contact.params].filter(([name]) => name !== 'expires')),
      path: request.values('Path'),
      callId: request.callId,
      cseq: request.cseq.seq,
      expiresAt: clock.now() + expires * 1000,
    });
  }

  /** Step 8: every current binding, each with the time it has left. */
  #accept(request: IncomingRequest, user: string): OutgoingResponse {
    const { clock, domain, location } = this.#services;
    const response = this.#refuse(request, 200);
    const gruu = this.options.gruu === true && request.supported.includes('gruu');
    for (const binding of location.bindings(user)) {
      const params = [...binding.params].map(
        ([name, value]) => `;${name}${value === null ? '' : `=${quoteIfNeeded(value)}`}`,
      );
      const left = Math.max(0, Math.round((binding.expiresAt - clock.now()) / 1000));
      const instance = binding.params.get('+sip.instance');
      const id = /urn:uuid:[\w-]+/.exec(instance ?? '')?.[0];
      const pub = gruu && id !== undefined ? `;pub-gruu="sip:${user}@${domain};gr=${id}"` : '';
      response.headers.add('Contact', `<${binding.uri.toString()}>${params.join('')}${pub};expires=${left}`);
    }
    for (const path of request.values('Path')) response.headers.add('Path', path);
    for (const route of this.options.serviceRoutes ?? []) response.headers.add('Service-Route', route);
    const flow = request.contacts.some((contact) => contact.params.has('reg-id'));
    if (this.options.outbound === true && flow && request.supported.includes('outbound')) {
      response.headers.add('Require', 'outbound');
    }
    response.headers.add('Date', new Date(clock.now()).toUTCString());
    return response;
  }

  #refuse(request: IncomingRequest, statusCode: number, header?: readonly [string, string]): OutgoingResponse {
    const response = responseTo(request, statusCode, { toTag: newTag(this.#services.random) });
    if (header !== undefined) response.headers.add(header[0], header[1]);
    return response;
  }
}

function seconds(value: string | null | undefined): number | undefined {
  return typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : undefined;
}

/** Parameters come unquoted from the parser; `+sip.instance` and its like need their quotes back. */
function quoteIfNeeded(value: string): string {
  return /^[\w.!%*+`'~-]+$/.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`;
}
