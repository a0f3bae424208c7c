import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FakeNetwork } from '@hookswitch/sip-core/testing';
import { WebSocketServer } from 'ws';

/** Where phones connect to. */
export const SIP_PATH = '/sip';

/** No SIP message is longer than this. */
const MAX_OCTETS = 256 * 1024;

/**
 * Takes WebSockets with the subprotocol `sip` (RFC 7118) at {@link SIP_PATH} into the network. Those of Vite's hot reload
 * are left to it.
 */
export function attachSip(http: Server, network: FakeNetwork): { close(): void } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_OCTETS,
    handleProtocols: (protocols) => (protocols.has('sip') ? 'sip' : false),
  });
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const protocols = request.headers['sec-websocket-protocol'] ?? '';
    if (protocols.startsWith('vite-')) return;
    if (pathOf(request) !== SIP_PATH) refuse(socket, '404 Not Found', `SIP is at ${SIP_PATH}.`);
    else if (!offersSip(request)) {
      refuse(socket, '400 Bad Request', 'Offer the WebSocket subprotocol "sip" (RFC 7118).');
    } else if (!isOwnPage(request)) {
      refuse(socket, '403 Forbidden', 'Only pages of this machine may connect.');
    } else {
      sockets.handleUpgrade(request, socket, head, (accepted) => {
        network.accept(accepted);
      });
    }
  };
  http.on('upgrade', upgrade);
  return {
    close: () => {
      http.off('upgrade', upgrade);
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?')[0] ?? '/';
}

function offersSip(request: IncomingMessage): boolean {
  const offered = request.headers['sec-websocket-protocol'] ?? '';
  return offered.split(',').some((name) => name.trim() === 'sip');
}

/** Browsers let any page open a WebSocket to any server: those of other sites are kept out. */
function isOwnPage(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  try {
    const from = new URL(origin);
    return from.host === host || ['localhost', '127.0.0.1', '[::1]'].includes(from.hostname);
  } catch {
    return false;
  }
}

function refuse(socket: Duplex, status: string, reason: string): void {
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain\r\n` +
      `Content-Length: ${String(Buffer.byteLength(reason))}\r\n\r\n${reason}`,
  );
}
