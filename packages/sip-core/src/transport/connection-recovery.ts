import { Emitter, type Observer } from '../base/emitter.ts';
import { ConfigurationError } from '../base/errors.ts';
import { randomFraction } from '../base/identifiers.ts';
import { listenerReport } from '../base/listener-report.ts';
import type { Platform, TimerHandle } from '../platform.ts';
import { backoff, spread } from './backoff.ts';
import { TransportError } from './transport-error.ts';
import type { Transport, TransportEvents } from './transport.ts';

/** How a {@link ConnectionRecovery} is set up. */
export interface ConnectionRecoveryOptions {
  readonly transport: Transport;
  readonly platform: Pick<Platform, 'clock' | 'random' | 'logger' | 'network'>;
  /** Whether to connect again after a loss; default true. */
  readonly enabled?: boolean;
  /** The shortest wait between two attempts, in seconds; default 2. */
  readonly minInterval?: number;
  /** The longest wait between two attempts, in seconds; default 30. */
  readonly maxInterval?: number;
  /**
   * The longest wait, in seconds, before the first attempt after the loss of a connection that had stood for a while;
   * the wait is drawn from zero up. Default 0.5.
   */
  readonly firstRetry?: number;
  /**
   * Whether somebody is waiting, as while a call is up: the waits then do not grow, and are drawn from half the shortest
   * one to all of it. Default never.
   */
  readonly hurry?: () => boolean;
  /**
   * Whether nobody is waiting: the waits are then long, and so drawn that many clients of one server return evenly.
   * Default never.
   */
  readonly idle?: () => boolean;
}

/** What a {@link ConnectionRecovery} tells. */
export type ConnectionRecoveryEvents = {
  /** When the next attempt is due, in milliseconds since the epoch; `undefined` when none is. */
  readonly retryAt: readonly [at: number | undefined];
  /** The device or the page goes on after a pause in which timers may have stood still. */
  readonly awake: readonly [];
};

/** A connection that stood this long, in milliseconds, was a success: the waits start from the shortest again. */
const STABLE = 10_000;

/**
 * Brings a transport back after a loss: waits that grow and are drawn at random, a try at once when the network or the
 * page comes back, none while the device is offline, and none after a disconnect that was asked for.
 *
 * Connect and disconnect through it, so that it knows what is wanted.
 *
 * @example
 * ```ts
 * const recovery = new ConnectionRecovery({ transport, platform });
 * await recovery.connect();
 * recovery.events.on('retryAt', (at) => showCountdown(at));
 * ```
 */
export class ConnectionRecovery implements Observer<TransportEvents> {
  readonly events: Emitter<ConnectionRecoveryEvents>;
  readonly #transport: Transport;
  readonly #platform: ConnectionRecoveryOptions['platform'];
  readonly #bounds: { readonly min: number; readonly max: number };
  readonly #firstRetry: number;
  readonly #hurry: () => boolean;
  readonly #idle: () => boolean;
  #enabled: boolean;
  #wanted = false;
  #stopWatching: (() => void) | undefined;
  /** Connects that were asked for here and have not settled. */
  #pending = 0;
  /** Counts the calls, so that the outcome of an old one is told apart. */
  #calls = 0;
  #failures = 0;
  #connectedAt: number | undefined;
  #lastAttempt: number | undefined;
  #timer: TimerHandle | undefined;
  #retryAt: number | undefined;

  /**
   * @throws ConfigurationError when the intervals are negative, not numbers or the wrong way round
   */
  constructor(options: ConnectionRecoveryOptions) {
    const { transport, platform, enabled = true, minInterval = 2, maxInterval = 30, firstRetry = 0.5 } = options;
    if (!(minInterval >= 0)) throw new ConfigurationError('minInterval', minInterval, 'use seconds from 0 up');
    if (!(maxInterval >= minInterval)) {
      throw new ConfigurationError('maxInterval', maxInterval, 'use seconds, not fewer than the shortest wait');
    }
    this.events = new Emitter(listenerReport(platform.logger, 'transport'));
    this.#transport = transport;
    this.#platform = platform;
    this.#enabled = enabled;
    this.#bounds = { min: minInterval * 1000, max: maxInterval * 1000 };
    this.#firstRetry = firstRetry * 1000;
    this.#hurry = options.hurry ?? ((): boolean => false);
    this.#idle = options.idle ?? ((): boolean => false);
    transport.events.watch(this);
  }

  /** @internal */
  onConnecting(): void {
    this.#lastAttempt = this.#platform.clock.now();
    this.#setRetry(undefined);
  }

  /** @internal */
  onConnected(): void {
    this.#want(true);
    this.#connectedAt = this.#platform.clock.now();
    this.#setRetry(undefined);
  }

  /** @internal */
  onDisconnected({ error }: { readonly error?: TransportError }): void {
    if (error !== undefined) this.#lost();
    // The end of a disconnect that a connect follows upon is no wish to stay away.
    else if (this.#pending === 0) this.#intended();
  }

  /** Attempts that have failed, or led to connections that did not last, since the last one that did. */
  get failures(): number {
    return this.#failures;
  }

  /** When the next attempt is due, in milliseconds since the epoch. */
  get retryAt(): number | undefined {
    return this.#retryAt;
  }

  /** Whether lost connections are made again. */
  get enabled(): boolean {
    return this.#enabled;
  }

  set enabled(enabled: boolean) {
    this.#enabled = enabled;
    if (!enabled) this.#setRetry(undefined);
    else if (this.#wanted && this.#transport.state === 'disconnected') this.#lost();
  }

  /**
   * Connects now. When this first attempt fails the promise rejects, and further ones follow in the background until
   * `disconnect`.
   *
   * @throws TransportError as the transport's `connect`
   */
  connect(): Promise<void> {
    this.#want(true);
    this.#setRetry(undefined);
    this.#pending += 1;
    this.#calls += 1;
    const call = this.#calls;
    const settled = (error?: unknown): void => {
      this.#pending -= 1;
      // Somebody disconnected the transport itself.
      const aborted = error instanceof TransportError && error.code === 'ABORTED';
      if (aborted && call === this.#calls) this.#intended();
    };
    const connecting = this.#transport.connect();
    connecting.then(() => settled(), settled);
    return connecting;
  }

  /** Disconnects, and stays so. */
  disconnect(): Promise<void> {
    this.#calls += 1;
    this.#intended();
    return this.#transport.disconnect();
  }

  /** Tries now instead of when the wait is over. Does nothing unless a connection is wanted and missing. */
  retryNow(): void {
    if (!this.#wanted || !this.#enabled || this.#transport.state !== 'disconnected') return;
    this.#setRetry(undefined);
    // A failure is told by the transport, which leads to the next wait.
    this.#transport.connect().catch(() => undefined);
  }

  /** Stops; no timer and no listener is left. The transport itself is left as it is. */
  dispose(): void {
    this.#intended();
    this.#transport.events.unwatch(this);
    this.events.clear();
  }

  /** The device is listened to only while a connection is wanted, so that a recovery never used holds nothing. */
  #want(wanted: boolean): void {
    if (this.#wanted === wanted) return;
    this.#wanted = wanted;
    this.#stopWatching?.();
    this.#stopWatching = wanted ? this.#watchNetwork() : undefined;
  }

  #watchNetwork(): (() => void) | undefined {
    const { network } = this.#platform;
    const transport = this.#transport;
    return network?.watch((event) => {
      if (event === 'offline') this.#setRetry(undefined);
      else if (network.online()) this.retryNow();
      // A connection that still seems to stand may have died with the old network, or while the page slept.
      if (transport.state === 'connected') transport.verify?.();
      if (event !== 'offline') this.events.emit('awake');
    });
  }

  #intended(): void {
    this.#want(false);
    this.#failures = 0;
    this.#connectedAt = undefined;
    this.#setRetry(undefined);
  }

  #lost(): void {
    const now = this.#platform.clock.now();
    const stood = this.#connectedAt === undefined ? undefined : now - this.#connectedAt;
    this.#connectedAt = undefined;
    const stable = stood !== undefined && stood >= STABLE;
    if (stable) this.#failures = 0;
    const wait = this.#wait(stable, now);
    if (!stable) this.#failures += 1;
    if (!this.#wanted || !this.#enabled || this.#platform.network?.online() === false) return;
    this.#setRetry(now + wait);
  }

  #wait(stable: boolean, now: number): number {
    const { random } = this.#platform;
    if (stable) return this.#firstRetry * randomFraction(random);
    if (this.#hurry()) return this.#bounds.min * (0.5 + 0.5 * randomFraction(random));
    if (this.#idle()) return spread(this.#failures === 0, this.#bounds.max, random);
    // Counted from the last attempt, as a slow refusal was waiting enough; but never less than half the shortest wait.
    const sinceAttempt = now - (this.#lastAttempt ?? now);
    return Math.max(this.#bounds.min / 2, backoff(this.#failures, this.#bounds, random) - sinceAttempt);
  }

  #setRetry(at: number | undefined): void {
    const { clock } = this.#platform;
    clock.clearTimeout(this.#timer);
    this.#timer = at === undefined ? undefined : clock.setTimeout(() => this.retryNow(), at - clock.now());
    if (this.#retryAt === at) return;
    this.#retryAt = at;
    this.events.emit('retryAt', at);
    this.#transport.events.emit('retryAt', at);
  }
}
