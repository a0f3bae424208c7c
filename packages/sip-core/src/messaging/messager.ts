import type { IncomingResponse } from '../message/incoming-message.ts';
import type { Uri } from '../message/uri.ts';
import { ResponseError } from '../user-agent/request-errors.ts';
import type { Messaging } from './messaging.ts';

/** What a {@link Messager} needs of the user agent. `UserAgent` is one. */
export interface MessagingOwner {
  readonly messaging: Messaging;
  target(text: string | Uri): Uri;
}

/** How a {@link Messager} is set up. */
export interface MessagerOptions {
  readonly extraHeaders?: readonly string[];
}

/** Options of one `message()`. */
export interface MessagerMessageOptions {
  readonly requestDelegate?: {
    onAccept?(response: IncomingResponse): void;
    onReject?(response: IncomingResponse): void;
  };
  readonly requestOptions?: { readonly extraHeaders?: readonly string[] };
}

/**
 * Sends a text (RFC 3428): the building block under `ua.message()`.
 *
 * @example
 * ```ts
 * await new Messager(userAgent, 'sip:bob@example.com', 'Hello, Bob!').message();
 * ```
 */
export class Messager {
  readonly #owner: MessagingOwner;
  readonly #target: Uri;
  readonly #content: string;
  readonly #contentType: string;
  readonly #options: MessagerOptions;

  /**
   * @param contentType - default `text/plain`
   * @throws InvalidValueError when the target cannot be an address
   */
  constructor(
    owner: MessagingOwner,
    target: string | Uri,
    content: string,
    contentType: string = 'text/plain',
    options: MessagerOptions = {},
  ) {
    this.#owner = owner;
    this.#target = owner.target(target);
    this.#content = content;
    this.#contentType = contentType;
    this.#options = options;
  }

  /**
   * Sends it. Resolves with the 2xx when it is delivered (200) or kept for delivery (202).
   *
   * @throws ResponseError when it was refused, RequestTimeoutError or ConnectionError when
   * nobody answered, InvalidValueError when it cannot be written
   */
  async message(options: MessagerMessageOptions = {}): Promise<IncomingResponse> {
    const { requestDelegate, requestOptions } = options;
    const message = this.#owner.messaging.send(this.#owner, this.#target, this.#content, {
      contentType: this.#contentType,
      extraHeaders: [...(this.#options.extraHeaders ?? []), ...(requestOptions?.extraHeaders ?? [])],
    });
    try {
      const response = await message.response;
      requestDelegate?.onAccept?.(response);
      return response;
    } catch (error) {
      if (error instanceof ResponseError) requestDelegate?.onReject?.(error.response);
      throw error;
    }
  }
}
