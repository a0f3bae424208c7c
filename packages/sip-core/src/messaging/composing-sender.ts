import { TimerSet } from '../base/timer-set.ts';
import type { Clock } from '../platform.ts';
import { ResponseError } from '../user-agent/request-errors.ts';
import { type IsComposing, writeIsComposing } from './is-composing.ts';

/** How a {@link ComposingSender} is set up. */
export interface ComposingSenderOptions {
  readonly clock: Clock;
  /** Sends a document; a rejection with status 415 ends it all. */
  readonly send: (body: string) => PromiseLike<unknown>;
  /** Seconds without a key after which we are idle; default 15 (RFC 3994 section 3.2). */
  readonly idleTimeout?: number;
  /** Seconds between two `active`; default none is repeated. No less than 60. */
  readonly refresh?: number;
  /** What is being written; default `text/plain`. */
  readonly contentType?: string;
}

/**
 * Tells the other end that we are writing: once when we begin, now and then while we go on, and once when we stop
 * without having sent anything (RFC 3994 section 3.2).
 *
 * @example
 * ```ts
 * const composing = new ComposingSender({
 *   clock: ua.userAgent.platform.clock,
 *   send: (body) => ua.message('bob', body, { contentType: IS_COMPOSING }),
 * });
 * input.oninput = () => composing.typed();
 * form.onsubmit = () => composing.sent();
 * ```
 */
export class ComposingSender {
  readonly #options: ComposingSenderOptions;
  readonly #timers: TimerSet<'idle' | 'refresh'>;
  readonly #refresh: number | undefined;
  #state: 'idle' | 'active' = 'idle';
  #unwanted = false;

  constructor(options: ComposingSenderOptions) {
    this.#options = options;
    this.#timers = new TimerSet(options.clock);
    this.#refresh = options.refresh === undefined ? undefined : Math.max(60, options.refresh);
  }

  get state(): 'idle' | 'active' {
    return this.#state;
  }

  /** Something was written. */
  typed(): void {
    if (this.#unwanted) return;
    this.#timers.start('idle', (this.#options.idleTimeout ?? 15) * 1000, () => {
      this.#stop();
      this.#tell('idle');
    });
    if (this.#state === 'active') return;
    this.#state = 'active';
    this.#sayActive();
  }

  /** The message was sent: that says enough. */
  sent(): void {
    this.#stop();
  }

  /** Stops all timers and tells nothing more. */
  dispose(): void {
    this.#unwanted = true;
    this.#stop();
  }

  #sayActive(): void {
    if (this.#refresh !== undefined) {
      this.#timers.start('refresh', this.#refresh * 1000, () => {
        this.#sayActive();
      });
    }
    this.#tell('active');
  }

  #stop(): void {
    this.#timers.stopAll();
    this.#state = 'idle';
  }

  #tell(state: IsComposing['state']): void {
    const contentType = this.#options.contentType ?? 'text/plain';
    const refresh = state === 'active' ? this.#refresh : undefined;
    this.#options.send(writeIsComposing({ state, contentType, refresh })).then(undefined, (error: unknown) => {
      // Section 4: whoever does not know the type is told no more.
      if (error instanceof ResponseError && error.statusCode === 415) this.dispose();
    });
  }
}
