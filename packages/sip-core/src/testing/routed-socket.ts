import type { AcceptedSocket } from './accepted-socket.ts';

/** The part of a `WebSocketRoute` of Playwright that is used. */
export interface RoutedWebSocket {
  send(message: string): void;
  close(options?: { readonly code?: number; readonly reason?: string }): unknown;
  onMessage(handler: (message: string | { toString(): string }) => unknown): void;
  onClose(handler: (code: number | undefined, reason: string | undefined) => unknown): void;
}

/**
 * Makes a WebSocket that Playwright took from a page one that {@link FakeNetwork.accept} takes: the page talks to a network
 * in the test, and neither it nor its configuration changes.
 *
 * @example
 * ```ts
 * await page.routeWebSocket('wss://sip.example.com', (route) => network.accept(routedSocket(route)));
 * ```
 */
export function routedSocket(route: RoutedWebSocket): AcceptedSocket {
  return {
    send: (text) => route.send(text),
    close: (code, reason) =>
      void route.close({ ...(code === undefined ? {} : { code }), ...(reason === undefined ? {} : { reason }) }),
    on: (event: 'message' | 'close' | 'error', listener: (value: never) => void): void => {
      const tell = listener as (value: unknown) => void;
      if (event === 'message') route.onMessage(tell);
      else if (event === 'close') route.onClose((code) => tell(code ?? 1005));
    },
  };
}
