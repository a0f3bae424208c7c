import { InvalidStateError, InvalidValueError } from '../base/errors.ts';
import { parseExtraHeaders } from '../message/extra-headers.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import type { NameAddr } from '../message/name-addr.ts';
import { type ResponseOptions, responseTo } from '../message/response-to.ts';
import { serializeResponse } from '../message/serialize.ts';
import type { ServerRequest } from './server-request.ts';

/** How a request is answered; the snake_case names are those of the classic documents. */
export interface ReplyOptions {
  readonly statusCode?: number | undefined;
  readonly status_code?: number | undefined;
  readonly reasonPhrase?: string | undefined;
  readonly reason_phrase?: string | undefined;
  readonly extraHeaders?: readonly string[] | undefined;
  readonly body?: string | undefined;
  /** Default `text/plain`. */
  readonly contentType?: string | undefined;
}

/**
 * A request that came in and that the application may answer (document 000). It gets one final response whatever the
 * application does; a second one throws.
 */
export class ServerContext<Owner = unknown> {
  readonly ua: Owner;
  readonly request: IncomingRequest;
  /** For the application; the library never looks inside. */
  readonly data: Record<string, unknown> = {};
  readonly #server: ServerRequest;
  #deferred = false;

  /** @internal */
  constructor(ua: Owner, server: ServerRequest) {
    this.ua = ua;
    this.request = server.message;
    this.#server = server;
  }

  get method(): string {
    return this.request.method;
  }

  /** The To: us. */
  get localIdentity(): NameAddr {
    return this.request.to;
  }

  /** The From: who says to have sent it. */
  get remoteIdentity(): NameAddr {
    return this.request.from;
  }

  /** The body as text. */
  get body(): string {
    return this.request.body;
  }

  /** The media type of the body in lower case, such as `text/plain`; empty without one. */
  get contentType(): string {
    return this.request.contentType?.type ?? '';
  }

  /** Whether it has its final response. */
  get answered(): boolean {
    return this.#server.answered;
  }

  /**
   * Says that the answer comes later. It is `100 Trying`: no other provisional response is allowed here (RFC 4320
   * section 4.1), and the answer must come within a few seconds.
   *
   * @throws InvalidStateError when it was answered before
   */
  progress(): this {
    this.#deferred = true;
    return this.reply({ statusCode: 100 });
  }

  /** Whether {@link progress} said that the answer comes later. */
  get deferred(): boolean {
    return this.#deferred;
  }

  /**
   * Accepts.
   *
   * @param options - `statusCode` 200 to 299, default 200
   * @throws InvalidStateError when it was answered before
   */
  accept(options: ReplyOptions = {}): this {
    return this.#final(200, 299, 200, options);
  }

  /**
   * Refuses.
   *
   * @param options - `statusCode` 300 to 699, default 480
   * @throws InvalidStateError when it was answered before
   */
  reject(options: ReplyOptions = {}): this {
    return this.#final(300, 699, 480, options);
  }

  /**
   * Answers with any status.
   *
   * @throws InvalidStateError when it was answered before
   * @throws InvalidValueError when the response cannot be written
   */
  reply(options: ReplyOptions): this {
    if (this.answered) throw new InvalidStateError(`answer the ${this.method}`, 'answered');
    const statusCode = codeOf(options) ?? 200;
    const { body, contentType = 'text/plain' } = options;
    const response: ResponseOptions = {
      reasonPhrase: options.reasonPhrase ?? options.reason_phrase,
      headers: parseExtraHeaders(options.extraHeaders ?? []),
      body: body === undefined ? undefined : { content: body, contentType },
    };
    // What cannot be written throws here, and the request can still be answered.
    serializeResponse(responseTo(this.request, statusCode, response));
    this.#server.reply(statusCode, response);
    return this;
  }

  #final(least: number, most: number, usual: number, options: ReplyOptions): this {
    const statusCode = codeOf(options) ?? usual;
    if (!(statusCode >= least && statusCode <= most)) {
      throw new InvalidValueError('statusCode', `${statusCode} is not one of ${least} to ${most}`);
    }
    return this.reply({ ...options, statusCode });
  }
}

function codeOf(options: ReplyOptions): number | undefined {
  return options.statusCode ?? options.status_code;
}
