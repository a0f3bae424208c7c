import { newBranch, newTag } from '../base/identifiers.ts';
import type { IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';
import { responseTo } from '../message/response-to.ts';
import { serializeResponse } from '../message/serialize.ts';
import type { Random } from '../platform.ts';
import type { DigestGate } from './digest-gate.ts';
import type { Link } from './link.ts';
import type { Location } from './location.ts';
import { MessageText } from './message-text.ts';
import { type Branch, ResponseContext } from './response-context.ts';
import type { Router } from './router.ts';
import type { Timers } from './timers.ts';

/** How the proxy behaves. */
export interface ProxyOptions {
  /** Ask for credentials on requests that begin something (407); default false. */
  readonly challenge?: boolean;
  /** Refuse (403) requests from connections that nobody registered over; default false. */
  readonly requireRegistration?: boolean;
  /** Add P-Asserted-Identity (RFC 3325) to requests of registered users; default false. */
  readonly assertIdentity?: boolean;
  /** Stay in the path of dialogs; default true. */
  readonly recordRoute?: boolean;
  /** Milliseconds a call may ring; default 180000 (RFC 3261 section 16.6, timer C). */
  readonly timerC?: number;
}

/** What the proxy takes from its network. */
export interface ProxyServices {
  readonly random: Random;
  readonly timers: Timers;
  readonly router: Router;
  readonly gate: DigestGate;
  readonly location: Location;
  /** Display name of a local user. */
  readonly displayName: (user: string) => string;
  readonly domain: string;
}

/** A request on its way. */
interface Routed {
  readonly request: IncomingRequest;
  readonly raw: string;
}

/** Methods that make a dialog, where the proxy has to record its route. */
const DIALOG_METHODS: ReadonlySet<string> = new Set(['INVITE', 'SUBSCRIBE', 'REFER']);

/** A stateful, forking proxy (RFC 3261 section 16) in front of everybody on the network. */
export class Proxy {
  readonly #options: ProxyOptions;
  readonly #services: ProxyServices;
  /** By what tells a server transaction (section 17.2.3). */
  readonly #contexts = new Map<string, ResponseContext>();
  /** By the branch we wrote. */
  readonly #branches = new Map<string, { readonly context: ResponseContext; readonly branch: Branch }>();

  constructor(services: ProxyServices, options: ProxyOptions) {
    this.#services = services;
    this.#options = options;
  }

  /** How many transactions are alive. */
  get size(): number {
    return this.#contexts.size;
  }

  /** @param instead - what is routed in the place of the request, which is checked as it came */
  request(link: Link, request: IncomingRequest, raw: string, instead?: Routed): void {
    const { method } = request;
    const known = this.#contexts.get(transactionKey(request));
    if (method === 'ACK') {
      if (known?.acknowledge() !== true) this.#forwardAck(link, request, raw);
      return;
    }
    if (method === 'CANCEL') {
      // Hop by hop: answered here, and asked anew of each branch (section 16.10).
      const toTag = request.toTag ?? newTag(this.#services.random);
      link.sendToClient(serializeResponse(responseTo(request, known === undefined ? 481 : 200, { toTag })));
      known?.cancel(request.headers('Reason'));
      return;
    }
    if (known !== undefined) {
      known.repeat();
      return;
    }
    const context = this.#open(link, request, raw);
    if (method === 'INVITE') context.answer(100);
    this.#forward(context, instead ?? { request, raw });
  }

  /** Answers a request without routing it; a retransmission gets the same answer again. */
  answer(link: Link, request: IncomingRequest, raw: string, answer: () => string | undefined): void {
    const known = this.#contexts.get(transactionKey(request));
    if (known !== undefined) {
      known.repeat();
      return;
    }
    const response = answer();
    if (response !== undefined) this.#open(link, request, raw).relay(response);
  }

  response(response: IncomingResponse, raw: string): void {
    const found = this.#branches.get(response.via.branch ?? '');
    found?.context.response(found.branch, response, raw);
  }

  close(): void {
    this.#contexts.clear();
    this.#branches.clear();
  }

  #open(link: Link, request: IncomingRequest, raw: string): ResponseContext {
    const key = transactionKey(request);
    const context = new ResponseContext(
      {
        link,
        request,
        raw,
        timers: this.#services.timers,
        random: this.#services.random,
        timerC: this.#options.timerC ?? 180_000,
      },
      () => {
        this.#contexts.delete(key);
        for (const branch of context.branches) this.#branches.delete(branch.id);
      },
    );
    this.#contexts.set(key, context);
    return context;
  }

  #forward(context: ResponseContext, routed: Routed): void {
    const { request, link } = context;
    const refusal = this.#refusal(link, request);
    if (refusal !== undefined) {
      context.answer(refusal.statusCode, refusal.headers);
      return;
    }
    const routing = this.#services.router.route(routed.request, routed.raw);
    if (!routing.ok) {
      context.answer(routing.statusCode);
      return;
    }
    for (const target of routing.targets) {
      const id = newBranch(this.#services.random);
      const text = this.#prepare(request, routing.text, id, link);
      if (target.uri !== undefined) text.startLine = `${request.method} ${target.uri} SIP/2.0`;
      this.#branches.set(id, { context, branch: context.fork(id, target.link, text) });
    }
    context.start();
  }

  /** Section 16.3: what is refused before any routing. */
  #refusal(
    link: Link,
    request: IncomingRequest,
  ): { statusCode: number; headers?: readonly [string, string][] } | undefined {
    if (request.maxForwards === 0) return { statusCode: 483 };
    const extensions = request.headers('Proxy-Require');
    if (extensions.length > 0) return { statusCode: 420, headers: extensions.map((tag) => ['Unsupported', tag]) };
    if (link.kind === 'peer' || request.toTag !== undefined) return undefined;
    if (this.#options.requireRegistration === true && this.#services.location.userOf(link) === undefined)
      return { statusCode: 403 };
    if (this.#options.challenge !== true) return undefined;
    const verdict = this.#services.gate.check(request, 'proxy');
    return verdict.ok
      ? undefined
      : { statusCode: 407, headers: verdict.challenges.map((value) => ['Proxy-Authenticate', value]) };
  }

  /** Section 16.6: the copy that goes out, but for its Request-URI. */
  #prepare(request: IncomingRequest, routed: MessageText, branch: string, link: Link): MessageText {
    const { displayName, domain, location, router } = this.#services;
    const text = MessageText.parse(routed.toString());
    text.set('Max-Forwards', String((request.maxForwards ?? 70) - 1));
    text.remove('Proxy-Authorization');
    if (this.#options.recordRoute !== false && DIALOG_METHODS.has(request.method) && request.toTag === undefined) {
      text.prepend('Record-Route', `<sip:${router.host};transport=ws;lr>`);
    }
    if (this.#options.assertIdentity === true && link.kind === 'client') {
      const user = location.userOf(link);
      text.remove('P-Asserted-Identity');
      if (user !== undefined) text.add('P-Asserted-Identity', `"${displayName(user)}" <sip:${user}@${domain}>`);
    }
    const via = text.shift('Via');
    if (via !== undefined) text.prepend('Via', stampVia(via, link.address));
    text.prepend('Via', `SIP/2.0/WS ${router.host};branch=${branch}`);
    return text;
  }

  /** An ACK to a 2xx is a request of its own that nobody answers (section 13.2.2.4): it is routed and forgotten. */
  #forwardAck(link: Link, request: IncomingRequest, raw: string): void {
    // Without a To tag or for our own domain it can only be the ACK of a refusal, which is not passed on.
    if (request.maxForwards === 0 || request.toTag === undefined) return;
    if (request.routes.length === 0 && this.#services.router.isOurs(request.requestUri)) return;
    const routing = this.#services.router.route(request, raw);
    const target = routing.ok ? routing.targets[0] : undefined;
    if (!routing.ok || target === undefined) return;
    const text = this.#prepare(request, routing.text, newBranch(this.#services.random), link);
    if (target.uri !== undefined) text.startLine = `ACK ${target.uri} SIP/2.0`;
    target.link.sendToClient(text.toString());
  }
}

/** Section 17.2.3: the branch, who sent it, and the method, where ACK and CANCEL mean the INVITE. */
function transactionKey(request: IncomingRequest): string {
  const { via } = request;
  const method = request.method === 'ACK' || request.method === 'CANCEL' ? 'INVITE' : request.method;
  return `${via.branch ?? ''} ${via.host}:${String(via.port ?? '')} ${method}`;
}

/** Section 18.2.1: the address the request really came from. */
function stampVia(via: string, address: string): string {
  const stamped = via.replace(/;rport(?=\s*(;|$))/i, ';rport=5060');
  return `${stamped};received=${address}`;
}
