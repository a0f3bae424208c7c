import { SipError } from '../base/errors.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';

/**
 * A request was answered with a final response of 300 or more.
 *
 * `statusCode` is the response's; the whole response is at hand for header fields such as Retry-After.
 */
export class ResponseError extends SipError {
  override readonly code = 'RESPONSE';
  override readonly statusCode: number;
  readonly response: IncomingResponse;

  constructor(method: string, response: IncomingResponse) {
    const retryable = [408, 480, 486, 491, 500, 503, 504].includes(response.statusCode);
    super(`${method} was answered ${response.statusCode} ${response.reasonPhrase}.`, { retryable });
    this.response = response;
    this.statusCode = response.statusCode;
  }
}

/** A request got no final response in time; RFC 3261 section 8.1.3.1 treats it as a 408. */
export class RequestTimeoutError extends SipError {
  override readonly code = 'REQUEST_TIMEOUT';

  constructor(method: string) {
    super(`${method} was not answered in time.`, { statusCode: 408, retryable: true });
  }
}

/** A request could not be sent, or the connection was lost before its answer (RFC 3261 section 8.1.3.1: a 503). */
export class ConnectionError extends SipError {
  override readonly code = 'CONNECTION';

  constructor(method: string, cause?: unknown) {
    super(`${method} could not be sent: there is no connection to the server.`, { cause, retryable: true });
  }
}
