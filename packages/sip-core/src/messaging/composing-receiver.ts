import { TimerSet } from '../base/timer-set.ts';
import type { Clock } from '../platform.ts';
import { IS_COMPOSING, readIsComposing } from './is-composing.ts';

/** Seconds that `active` lasts when the sender does not say (RFC 3994 section 3.3). */
const USUAL_REFRESH = 120;

/**
 * Knows whether the other end is writing (RFC 3994 section 3.3). Give it every message of theirs.
 *
 * @example
 * ```ts
 * const composing = new ComposingReceiver(clock, (state) => setTyping(state === 'active'));
 * ua.on('message', (message) => {
 *   if (!composing.receive(message.contentType, message.body)) show(message.body);
 * });
 * ```
 */
export class ComposingReceiver {
  readonly #timers: TimerSet<'refresh'>;
  readonly #changed: (state: 'idle' | 'active') => void;
  #state: 'idle' | 'active' = 'idle';

  /** @param changed - told of each change of the state */
  constructor(clock: Clock, changed: (state: 'idle' | 'active') => void) {
    this.#timers = new TimerSet(clock);
    this.#changed = changed;
  }

  get state(): 'idle' | 'active' {
    return this.#state;
  }

  /**
   * Takes a message.
   *
   * @param contentType - media type in lower case
   * @returns whether it told of typing; otherwise it is one to show
   */
  receive(contentType: string, body: string): boolean {
    const status = contentType === IS_COMPOSING;
    const composing = status ? readIsComposing(body) : undefined;
    this.#timers.stopAll();
    if (composing?.state === 'active') {
      this.#timers.start('refresh', (composing.refresh ?? USUAL_REFRESH) * 1000, () => {
        this.#move('idle');
      });
      this.#move('active');
    } else this.#move('idle');
    return status;
  }

  dispose(): void {
    this.#timers.stopAll();
  }

  #move(state: 'idle' | 'active'): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#changed(state);
  }
}
