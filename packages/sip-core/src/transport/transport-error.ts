import { SipError, type SipErrorOptions } from '../base/errors.ts';

/**
 * Why a connection could not be made, was lost or did not carry a message:
 *
 * - `CONNECT_FAILED` no server could be reached; `cause` is the last server's error
 * - `CONNECT_TIMEOUT` the server did not open the connection in time
 * - `BAD_SUBPROTOCOL` the server opened the connection without the `sip` subprotocol (RFC 7118 section 4)
 * - `NO_WEBSOCKET` the platform has no WebSocket
 * - `CLOSED` the server, or the network, closed the connection; or the transport was disposed of
 * - `KEEP_ALIVE_TIMEOUT` the server stopped answering pings (RFC 5626 section 4.4.1)
 * - `REPLACED` it was given up for a connection to a better server
 * - `ABORTED` a disconnect was asked for before the connection was made
 * - `NOT_CONNECTED` there is no connection to send over
 * - `SEND_FAILED` the connection refused the message
 */
export type TransportErrorCode =
  | 'CONNECT_FAILED'
  | 'CONNECT_TIMEOUT'
  | 'BAD_SUBPROTOCOL'
  | 'NO_WEBSOCKET'
  | 'CLOSED'
  | 'KEEP_ALIVE_TIMEOUT'
  | 'REPLACED'
  | 'ABORTED'
  | 'NOT_CONNECTED'
  | 'SEND_FAILED';

/** A failure of the connection to the server. */
export class TransportError extends SipError {
  override readonly code: TransportErrorCode;

  constructor(code: TransportErrorCode, message: string, options: SipErrorOptions = {}) {
    super(message, { retryable: code !== 'NO_WEBSOCKET', ...options });
    this.code = code;
  }
}
