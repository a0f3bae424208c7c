import { browserPlatform, type Platform } from '@hookswitch/sip-core';
import { WebSocket } from 'ws';

/** What differs from a plain connection. */
export interface NodePlatformOptions {
  /** Value of the Origin header field; default none. Servers that serve pages only may ask for one (RFC 6455 section 10.2). */
  readonly origin?: string | undefined;
  /** Take any certificate, for a server in a laboratory; default false. */
  readonly insecure?: boolean | undefined;
}

/** No SIP message is longer than this; a longer frame ends the connection. */
const MAX_OCTETS = 1024 * 1024;

/**
 * What a UA needs of Node: sockets. There is no WebRTC in Node: give the UA a `sessionDescriptionHandlerFactory` of your
 * own for calls.
 *
 * @example
 * ```ts
 * import { UA } from '@hookswitch/sip-core';
 * import { nodePlatform } from '@hookswitch/sip-core/node';
 *
 * const ua = new UA({ uri: 'alice@example.com', password, wsServers: 'wss://sip.example.com', platform: nodePlatform() });
 * await ua.start();
 * ```
 */
export function nodePlatform({ origin, insecure = false }: NodePlatformOptions = {}): Platform {
  return {
    ...browserPlatform(),
    createWebSocket: (url, protocols) =>
      new WebSocket(url, protocols, {
        maxPayload: MAX_OCTETS,
        rejectUnauthorized: !insecure,
        ...(origin === undefined ? {} : { origin }),
      }),
  };
}
