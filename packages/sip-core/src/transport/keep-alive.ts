import { randomFraction } from '../base/identifiers.ts';
import type { Platform, TimerHandle } from '../platform.ts';

/** How a connection is kept alive and watched. */
export interface KeepAliveOptions {
  /**
   * - `crlf` a double CRLF, answered by a CRLF (RFC 5626 section 4.4.1); the default
   * - `options` the request that was given to `setPing`, such as an OPTIONS
   * - `none` nothing
   */
  readonly mode?: 'crlf' | 'options' | 'none';
  /** The longest time between two pings, in seconds; each wait is drawn from 80 to 100 % of it. Default 30. */
  readonly interval?: number;
  /** Seconds the server has to answer a ping; default 10 (RFC 5626 section 4.4.1). */
  readonly pongTimeout?: number;
  /**
   * - `learned` a missing answer counts once this server has answered a ping: many never do; the default
   * - `always` it counts from the first ping on
   * - `never` pings only keep the way open
   */
  readonly requirePong?: 'learned' | 'always' | 'never';
}

/** Whose connection a {@link KeepAlive} watches. */
export interface KeepAliveUser {
  /** Writes a frame; what it throws is taken for silence. */
  send(frame: string): void;
  /** The server did not answer in time. */
  onDead(): void;
  /** A keep-alive frame crossed the connection. */
  onKeepAlive?(direction: 'sent' | 'received'): void;
}

const PING = '\r\n\r\n';
const PONG = '\r\n';

/** Milliseconds until the first double CRLF at the most: whether the server answers is then known from the beginning on. */
const FIRST = 2_000;

/** A deadline that fires this much too late tells of a frozen page, not of a dead server. */
const FROZEN = 2_000;

/** Pings one connection and watches for the answers. */
export class KeepAlive {
  /** What is sent. */
  readonly mode: 'crlf' | 'options' | 'none';
  readonly #pongTimeout: number;
  readonly #platform: Pick<Platform, 'clock' | 'random'>;
  readonly #user: KeepAliveUser;
  #interval: number;
  #requirePong: 'learned' | 'always' | 'never';
  #ping: (() => Promise<unknown>) | undefined;
  #running = false;
  /** Counts the connections, so that the answer to an old one's ping is told apart. */
  #connection = 0;
  #answered = false;
  #next: TimerHandle | undefined;
  #deadline: TimerHandle | undefined;

  constructor(platform: Pick<Platform, 'clock' | 'random'>, user: KeepAliveUser, options: KeepAliveOptions = {}) {
    this.#platform = platform;
    this.#user = user;
    this.mode = options.mode ?? 'crlf';
    this.#interval = (options.interval ?? 30) * 1000;
    this.#pongTimeout = (options.pongTimeout ?? 10) * 1000;
    this.#requirePong = options.requirePong ?? 'learned';
  }

  /** What mode `options` sends; a promise that resolves when anything was answered, whatever its status. */
  setPing(ping: (() => Promise<unknown>) | undefined): void {
    this.#ping = ping;
  }

  /**
   * Takes over the Flow-Timer of a registration: the server promises pongs and wants pings at least this often
   * (RFC 5626 section 4.4).
   *
   * @param seconds - the header field's value
   */
  setFlowTimer(seconds: number): void {
    if (!(seconds > 0)) return;
    this.#interval = Math.min(this.#interval, seconds * 1000);
    if (this.#requirePong !== 'never') this.#requirePong = 'always';
    if (this.#running) this.#schedule();
  }

  /** The connection stands: starts to ping. Whether its server answers is learned anew. */
  start(): void {
    this.stop();
    if (this.mode === 'none') return;
    this.#running = true;
    this.#schedule(this.mode === 'crlf' ? Math.min(FIRST, this.#interval) : this.#interval);
  }

  /** The connection is gone: no timer is left. */
  stop(): void {
    this.#running = false;
    this.#answered = false;
    this.#connection += 1;
    this.#platform.clock.clearTimeout(this.#next);
    this.#alive();
  }

  /** Pings now, unless a ping is out already. */
  check(): void {
    if (!this.#running || this.#deadline !== undefined) return;
    this.#schedule();
    this.#sendPing();
  }

  /**
   * Sees each frame first: any frame is a sign of life.
   *
   * @returns whether it was a keep-alive frame, and no message
   */
  received(frame: string | Uint8Array): boolean {
    this.#alive();
    if (!isBlank(frame)) return false;
    this.#user.onKeepAlive?.('received');
    if (frame.length === PING.length) {
      // A ping from the other side, or our own come back.
      this.#write(PONG);
    }
    this.#answered = true;
    return true;
  }

  /** @param longest - milliseconds until the next ping at the most */
  #schedule(longest: number = this.#interval): void {
    const { clock, random } = this.#platform;
    clock.clearTimeout(this.#next);
    this.#next = clock.setTimeout(
      () => {
        this.#schedule();
        if (this.#deadline === undefined) this.#sendPing();
      },
      longest * (0.8 + 0.2 * randomFraction(random)),
    );
  }

  #sendPing(): void {
    const ping = this.#ping;
    if (this.mode === 'options') {
      if (ping === undefined) return;
      const connection = this.#connection;
      this.#await();
      new Promise((resolve) => resolve(ping())).then(
        () => {
          if (connection !== this.#connection) return;
          this.#answered = true;
          this.#alive();
        },
        // Silence: the deadline decides.
        () => undefined,
      );
      return;
    }
    this.#await();
    this.#write(PING);
  }

  /** Sets the deadline for an answer. */
  #await(): void {
    const { clock } = this.#platform;
    const due = clock.now() + this.#pongTimeout;
    this.#deadline = clock.setTimeout(() => {
      this.#deadline = undefined;
      if (!this.#counts()) return;
      // After a freeze the answer may wait behind this very timer: ask once more instead of judging.
      if (clock.now() - due > FROZEN) this.#sendPing();
      else this.#user.onDead();
    }, this.#pongTimeout);
  }

  #counts(): boolean {
    return this.#requirePong === 'always' || (this.#requirePong === 'learned' && this.#answered);
  }

  #alive(): void {
    this.#platform.clock.clearTimeout(this.#deadline);
    this.#deadline = undefined;
  }

  #write(frame: string): void {
    try {
      this.#user.send(frame);
      this.#user.onKeepAlive?.('sent');
    } catch {
      // The deadline, or the socket itself, will tell.
    }
  }
}

/** Nothing but line breaks, and few of them: what lies between messages (RFC 5626 section 4.4.1). */
function isBlank(frame: string | Uint8Array): boolean {
  if (frame.length > PING.length) return false;
  if (typeof frame === 'string') return frame === PONG || frame === PING || frame === '' || frame === '\n';
  return frame.every((octet) => octet === 13 || octet === 10);
}
