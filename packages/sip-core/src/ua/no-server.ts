import { Emitter } from '../base/emitter.ts';
import { ConfigurationError } from '../base/errors.ts';
import { TransportError } from '../transport/transport-error.ts';
import type { Transport, TransportEvents } from '../transport/transport.ts';

/** Stands in for a transport when no server is configured: it cannot connect, and says what to do. */
export class NoServer implements Transport {
  readonly state = 'disconnected' as const;
  readonly viaTransport = 'WS' as const;
  readonly reliable = true;
  readonly server = undefined;
  readonly events: Emitter<TransportEvents> = new Emitter<TransportEvents>();

  connect(): Promise<void> {
    return Promise.reject(
      new ConfigurationError('wsServers', undefined, 'name a WebSocket server, such as "wss://sip.example.com".'),
    );
  }

  disconnect(): Promise<void> {
    return Promise.resolve();
  }

  send(): void {
    throw new TransportError('NOT_CONNECTED', 'No server is configured.');
  }

  dispose(): void {
    this.events.clear();
  }
}
