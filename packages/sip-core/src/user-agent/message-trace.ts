import { Emitter } from '../base/emitter.ts';
import { listenerReport } from '../base/listener-report.ts';
import { maskSecrets } from '../message/mask-secrets.ts';
import { decodeUtf8 } from '../message/utf8.ts';
import type { Platform } from '../platform.ts';

/** One message as it crossed the connection. Secrets are masked. */
export interface TracedSipMessage {
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly direction: 'sent' | 'received';
  /** The server at the other end of the connection. */
  readonly server: string | null;
  /** The whole message. */
  readonly text: string;
}

/**
 * Tells every message that is sent and received, once, as it crosses the connection. Keep-alives are none. Costs nothing
 * while nobody listens.
 *
 * @example
 * ```ts
 * const stop = ua.userAgent.core.trace.on(({ direction, text }) => console.log(direction, text));
 * ```
 */
export class MessageTrace {
  readonly #platform: Platform;
  /** Made for the first listener: most phones have none. */
  #events: Emitter<{ readonly message: readonly [message: TracedSipMessage] }> | undefined;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** Adds a listener; returns a function that removes it. */
  on(listener: (message: TracedSipMessage) => void): () => void {
    this.#events ??= new Emitter(listenerReport(this.#platform.logger, 'trace'));
    return this.#events.on('message', listener);
  }

  /** @internal */
  note(direction: TracedSipMessage['direction'], data: string | Uint8Array, server: string | undefined): void {
    if (this.#events === undefined || this.#events.count() === 0) return;
    const text = maskSecrets(typeof data === 'string' ? data : decodeUtf8(data));
    const time = this.#platform.clock.now();
    this.#events.emit('message', Object.freeze({ time, direction, server: server ?? null, text }));
  }
}
