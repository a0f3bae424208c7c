import type { IncomingRequest } from '../message/incoming-message.ts';
import { NameAddr } from '../message/name-addr.ts';
import type { Uri } from '../message/uri.ts';
import type { Link } from './link.ts';
import type { Location } from './location.ts';
import { MessageText } from './message-text.ts';

/** One place a request goes to. */
export interface Target {
  /** The Request-URI there; the one of the request when left out. */
  readonly uri?: string;
  readonly link: Link;
}

/** Where a request goes, or why it goes nowhere. */
export type Routing =
  | { readonly ok: true; readonly text: MessageText; readonly targets: readonly Target[] }
  | { readonly ok: false; readonly statusCode: number };

/** What the router takes from its network. */
export interface RouterOptions {
  readonly domain: string;
  readonly location: Location;
  /** Whether a user has an account here. */
  readonly isAccount: (user: string) => boolean;
  /** Refuse requests within a dialog that left our Record-Route out. */
  readonly requireRoute: boolean;
}

/** Decides where a request goes (RFC 3261 sections 16.4 and 16.5). */
export class Router {
  /** The name the proxy writes into Via and Record-Route. */
  readonly host: string;
  readonly #options: RouterOptions;

  constructor(options: RouterOptions) {
    this.#options = options;
    this.host = `proxy.${options.domain}`;
  }

  /** Whether a URI names this server or its domain, as far as its host goes. */
  isOurs(uri: Uri): boolean {
    return uri.host === this.#options.domain || uri.host === this.host;
  }

  route(request: IncomingRequest, raw: string): Routing {
    const text = MessageText.parse(raw);
    const uri = this.#preprocess(request, text);
    const next = text.all('Route')[0];
    if (next !== undefined) return this.#towards(NameAddr.parse(next)?.uri, text, request);
    if (uri.scheme !== 'sip' && uri.scheme !== 'sips') return { ok: false, statusCode: 416 };
    if (this.isOurs(uri)) return this.#lookUp(uri, text);
    // A request within a dialog that left our route out: a real proxy does not relay it either.
    const unrouted = this.#options.requireRoute && request.routes.length === 0;
    if (request.toTag !== undefined && unrouted) return { ok: false, statusCode: 403 };
    return this.#towards(uri, text, request);
  }

  /** Section 16.4: our own Route entries are taken away; a strict router's rewriting is undone. */
  #preprocess(request: IncomingRequest, text: MessageText): Uri {
    let uri = request.requestUri;
    if (uri.host === this.host && uri.params.has('lr')) {
      const routes = text.all('Route');
      const last = NameAddr.parse(routes.pop() ?? '')?.uri;
      if (last !== undefined) {
        uri = last;
        text.startLine = `${request.method} ${last.toString()} SIP/2.0`;
        text.set('Route', ...routes);
      }
    }
    for (let first = text.all('Route')[0]; first !== undefined; first = text.all('Route')[0]) {
      const route = NameAddr.parse(first)?.uri;
      if (route === undefined || !this.isOurs(route)) break;
      text.shift('Route');
    }
    return uri;
  }

  #towards(uri: Uri | undefined, text: MessageText, request: IncomingRequest): Routing {
    const link = uri === undefined ? undefined : this.#options.location.linkOf(uri);
    if (link !== undefined) return { ok: true, text, targets: [{ link }] };
    // Within a dialog a 404 would end the call (RFC 5057 section 5.1), and its far end may only be reconnecting.
    return { ok: false, statusCode: request.toTag === undefined ? 404 : 480 };
  }

  #lookUp(uri: Uri, text: MessageText): Routing {
    const user = uri.user ?? '';
    const { location, isAccount } = this.#options;
    const instance = uri.params.get('gr');
    const bindings = location
      .bindings(user)
      .filter(
        (binding) => instance === undefined || binding.params.get('+sip.instance')?.includes(instance ?? '') === true,
      );
    if (bindings.length === 0) return { ok: false, statusCode: isAccount(user) ? 480 : 404 };
    return { ok: true, text, targets: bindings.map(({ uri: contact, link }) => ({ uri: contact.toString(), link })) };
  }
}
