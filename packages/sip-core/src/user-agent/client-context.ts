import { Emitter, type Listener } from '../base/emitter.ts';
import { InvalidStateError, SipError } from '../base/errors.ts';
import { listenerReport } from '../base/listener-report.ts';
import { handled } from '../base/promises.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { NameAddr } from '../message/name-addr.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import { quote } from '../message/quoted-string.ts';
import { reasonPhrase } from '../message/status.ts';
import type { ClientRequest } from './client-request.ts';
import { ProbedInvite } from './probed-invite.ts';
import { ResponseError } from './request-errors.ts';
import type { UserAgentCore } from './user-agent-core.ts';

/** Events of a request we send, with the arguments of their listeners (document 004). */
export interface ClientContextEvents {
  /** A provisional response came; `cause` is what its status means. */
  readonly progress: readonly [response: IncomingResponse, cause: string];
  /** A 2xx came. */
  readonly accepted: readonly [response: IncomingResponse, cause: string];
  /** A final response of 300 or more came; `failed` follows. */
  readonly rejected: readonly [response: IncomingResponse, cause: string];
  /** There will be no success: refused, timed out, not sent, or given up. */
  readonly failed: readonly [response: IncomingResponse | null, cause: string];
}

/** How a request is given up; the names are those of document 004. */
export interface CancelOptions {
  readonly status_code?: number;
  readonly statusCode?: number;
  readonly reason_phrase?: string;
  readonly reasonPhrase?: string;
}

/** We gave a request up before its final response. */
export class RequestCanceledError extends SipError {
  override readonly code = 'CANCELED';

  constructor(method: string) {
    super(`${method} was given up before it was answered.`);
  }
}

/** The classic word for a request that we gave up (`C.causes.CANCELED`). */
const CANCELED = 'Canceled';

/** What a {@link ClientContext} is made from. */
export interface ClientContextParts<Owner> {
  readonly core: UserAgentCore;
  readonly ua: Owner;
  readonly request: OutgoingRequest;
  /** The classic word (`C.causes`) for why a request failed. */
  readonly causeOf: (error: SipError) => string;
  /** Calls `send` when the request may go; at once by default. What `send` returns settles with the answer. */
  readonly gate?: ((send: () => Promise<unknown>) => void) | undefined;
}

/**
 * A request we send outside any dialog, and what comes of it (document 004). It can be awaited: that gives the 2xx, or
 * throws ResponseError, RequestTimeoutError, ConnectionError or {@link RequestCanceledError}.
 *
 * @example
 * ```ts
 * const context = ua.request('OPTIONS', 'bob');
 * context.on('failed', (response, cause) => console.log(cause));
 * const { allow } = await context;
 * ```
 */
export class ClientContext<Owner = unknown> implements PromiseLike<IncomingResponse> {
  readonly ua: Owner;
  readonly method: string;
  /** For the application; the library never looks inside. */
  readonly data: Record<string, unknown> = {};
  /** The final response; rejects unless it is a 2xx. Nobody has to await it. */
  readonly response: Promise<IncomingResponse>;
  readonly #core: UserAgentCore;
  readonly #events: Emitter<ClientContextEvents>;
  readonly #first: OutgoingRequest;
  #causeOf: (error: SipError) => string;
  #client: ClientRequest | undefined;
  #probe: ProbedInvite | undefined;
  #settle: { resolve: (response: IncomingResponse) => void; reject: (error: SipError) => void };
  #state: 'waiting' | 'canceled' | 'done' = 'waiting';

  /** @internal */
  constructor(parts: ClientContextParts<Owner>) {
    const { core, request } = parts;
    this.ua = parts.ua;
    this.method = request.method;
    this.#core = core;
    this.#causeOf = parts.causeOf;
    this.#first = request;
    this.#events = new Emitter<ClientContextEvents>(listenerReport(core.platform.logger, 'request'));
    this.#settle = { resolve: () => undefined, reject: () => undefined };
    this.response = handled(
      new Promise((resolve, reject) => {
        this.#settle = { resolve, reject };
      }),
    );
    const send = (): Promise<unknown> => {
      this.#send();
      return this.response;
    };
    if (parts.gate === undefined) void send();
    else parts.gate(send);
  }

  /** The request as last sent, or as it is going to be. */
  get request(): OutgoingRequest {
    return this.#client?.request ?? this.#first;
  }

  /** Our From. */
  get localIdentity(): NameAddr {
    return this.request.from;
  }

  /** The To. */
  get remoteIdentity(): NameAddr {
    return this.request.to;
  }

  /** Adds a listener; returns a function that removes it. */
  on<Name extends keyof ClientContextEvents>(name: Name, listener: Listener<ClientContextEvents[Name]>): () => void {
    return this.#events.on(name, listener);
  }

  /** Adds a listener for the next event only. */
  once<Name extends keyof ClientContextEvents>(name: Name, listener: Listener<ClientContextEvents[Name]>): () => void {
    return this.#events.once(name, listener);
  }

  /** Removes a listener. */
  off<Name extends keyof ClientContextEvents>(name: Name, listener: Listener<ClientContextEvents[Name]>): void {
    this.#events.off(name, listener);
  }

  /** Makes the context awaitable: what `response` gives. */
  then<Result1 = IncomingResponse, Result2 = never>(
    onFulfilled?: ((response: IncomingResponse) => Result1 | PromiseLike<Result1>) | null,
    onRejected?: ((error: unknown) => Result2 | PromiseLike<Result2>) | null,
  ): PromiseLike<Result1 | Result2> {
    return this.response.then(onFulfilled, onRejected);
  }

  /**
   * Gives the request up. An INVITE is canceled (RFC 3261 section 9.1) and fails when that is answered. No other
   * request may be canceled on the wire; it fails at once, and what it is answered is not told any more.
   *
   * @throws InvalidStateError when it has its final response, or was given up before
   */
  cancel(options: CancelOptions = {}): this {
    if (this.#state !== 'waiting') throw new InvalidStateError('cancel the request', this.#state);
    const statusCode = options.statusCode ?? options.status_code;
    const phrase = options.reasonPhrase ?? options.reason_phrase;
    if (this.method === 'INVITE' && this.#client !== undefined) {
      const text = phrase === undefined ? '' : `;text=${quote(phrase)}`;
      this.#client.cancel(statusCode === undefined ? [] : [['Reason', `SIP;cause=${statusCode}${text}`]]);
      this.#state = 'canceled';
      return this;
    }
    this.#client?.release();
    this.#state = 'canceled';
    this.#fail(null, new RequestCanceledError(this.method));
    return this;
  }

  #send(): void {
    if (this.#state !== 'waiting') return;
    this.#client = this.#core.send(this.#first, {
      onProvisional: (response) => {
        if (this.#state !== 'done') this.#events.emit('progress', response, reasonPhrase(response.statusCode));
      },
      onFinal: (response) => {
        this.#answered(response);
      },
      onFailure: (error) => {
        this.#fail(null, error);
      },
    });
  }

  #answered(response: IncomingResponse): void {
    if (response.statusCode >= 300) {
      this.#fail(response, new ResponseError(this.method, response));
      return;
    }
    if (this.method === 'INVITE') {
      this.#probe ??= new ProbedInvite(this.#core, this.request);
      // A 2xx that came before is no news (RFC 6026).
      if (!this.#probe.hangUp(response)) return;
    }
    this.#state = 'done';
    this.#settle.resolve(response);
    this.#events.emit('accepted', response, reasonPhrase(response.statusCode));
  }

  #fail(response: IncomingResponse | null, error: SipError): void {
    if (this.#state === 'done') return;
    const cause = this.#state === 'canceled' ? CANCELED : this.#causeOf(error);
    this.#state = 'done';
    this.#settle.reject(error);
    if (response !== null) this.#events.emit('rejected', response, cause);
    this.#events.emit('failed', response, cause);
  }
}
