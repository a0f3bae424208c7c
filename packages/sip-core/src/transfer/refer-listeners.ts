import { Emitter, type Listener } from '../base/emitter.ts';
import { listenerReport } from '../base/listener-report.ts';
import type { Logger } from '../platform.ts';
import type { ReferEvents } from './refer-events.ts';

/** What both kinds of transfer share: their listeners. */
export abstract class ReferListeners<Self> {
  /** @internal */
  protected readonly events: Emitter<ReferEvents<Self>>;

  protected constructor(logger: Logger) {
    this.events = new Emitter(listenerReport(logger, 'transfer'));
  }

  /** Adds a listener; returns a function that removes it. */
  on<Name extends keyof ReferEvents<Self>>(name: Name, listener: Listener<ReferEvents<Self>[Name]>): () => void {
    return this.events.on(name, listener);
  }

  /** Adds a listener for the next event only. */
  once<Name extends keyof ReferEvents<Self>>(name: Name, listener: Listener<ReferEvents<Self>[Name]>): () => void {
    return this.events.once(name, listener);
  }

  /** Removes a listener. */
  off<Name extends keyof ReferEvents<Self>>(name: Name, listener: Listener<ReferEvents<Self>[Name]>): void {
    this.events.off(name, listener);
  }
}
