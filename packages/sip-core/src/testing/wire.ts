import { Emitter } from '../base/emitter.ts';
import type { Transport, TransportEvents } from '../transport/transport.ts';

/**
 * A transport that is only its two ends: a test puts frames in and reads what comes out. For what must be sent octet by
 * octet; calls are better tested on a network.
 */
export class Wire implements Transport {
  readonly viaTransport = 'WS' as const;
  readonly reliable = true;
  readonly events: Emitter<TransportEvents> = new Emitter<TransportEvents>();
  /** Every message sent, oldest first. */
  readonly sent: string[] = [];
  state: Transport['state'] = 'connected';

  connect(): Promise<void> {
    return Promise.resolve();
  }

  disconnect(): Promise<void> {
    return Promise.resolve();
  }

  send(text: string): void {
    this.sent.push(text);
  }

  /** Lets a frame arrive. */
  deliver(data: string | Uint8Array): void {
    this.events.emit('message', data);
  }

  /** Status codes of the responses sent, without the 100 Trying of transactions. */
  get statuses(): readonly number[] {
    return this.sent
      .filter((text) => text.startsWith('SIP/2.0 '))
      .map((text) => Number(text.slice(8, 11)))
      .filter((status) => status > 100);
  }

  dispose(): void {
    this.events.clear();
  }
}
