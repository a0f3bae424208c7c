import type { IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import { refreshSession } from './refresh.ts';
import type { SessionContext } from './session-context.ts';
import { sendBye } from './bye.ts';
import { endCause } from './end-cause.ts';
import { DEFAULT_INTERVAL, LEAST_INTERVAL, type SessionTimerOptions } from './session-timer-options.ts';

/** The session interval that is agreed. */
export interface Agreement {
  /** Seconds. */
  readonly interval: number;
  readonly refresher: 'local' | 'remote';
  /** Nobody but us knows of it: the far end does not support session timers (RFC 4028 section 7.2). */
  readonly own: boolean;
}

/** A 422 may ask for this many seconds at the most: a day. */
const LONGEST_ACCEPTED = 86_400;

/**
 * The session timer of one call (RFC 4028): reads and writes its header fields, refreshes at half the interval when
 * that is up to us, and ends the call when nobody did.
 */
export class SessionTimer {
  readonly #context: SessionContext;
  #options: SessionTimerOptions;
  /** The largest Min-SE met, in seconds (section 7.4). */
  #minSe: number;
  #agreed: Agreement | undefined;
  #expiresAt = 0;

  constructor(context: SessionContext, options: SessionTimerOptions = {}) {
    this.#context = context;
    this.#options = options;
    this.#minSe = this.#ownMinSe;
  }

  /** Options of this call, over those of the user agent. */
  configure(options: SessionTimerOptions | undefined): void {
    if (options === undefined) return;
    this.#options = { ...this.#options, ...options };
    this.#minSe = Math.max(this.#minSe, this.#ownMinSe);
  }

  /** The interval in seconds and who refreshes; `undefined` without a session timer. */
  get agreed(): Agreement | undefined {
    return this.#agreed;
  }

  /** Milliseconds until the session expires. */
  get remaining(): number {
    return this.#expiresAt - this.#context.platform.clock.now();
  }

  /** Takes over what another page had agreed; it runs from now on, as the re-INVITE that follows renews it. */
  restore(agreed: Agreement): void {
    this.#agree(agreed);
  }

  /** The device slept, and timers with it: what fell due meanwhile is done now (section 10). */
  awake(): void {
    if (this.#agreed?.refresher !== 'local' || !this.#context.timers.has('refresh')) return;
    const half = this.#agreed.interval * 500;
    const due = Math.max(0, this.remaining - half);
    // A clock that was put back is no reason to wait longer.
    if (due <= half) this.refreshAfter(due);
  }

  /** Adds the header fields of a session refresh request (sections 7.1 and 7.4). */
  describe(request: OutgoingRequest): void {
    if (request.headers.has('Session-Expires')) return;
    if (this.#minSe > LEAST_INTERVAL) request.headers.set('Min-SE', String(this.#minSe));
    if (this.#agreed === undefined && this.#options.enabled === false) return;
    const interval = Math.max(this.#minSe, this.#agreed?.interval ?? this.#wish);
    const refresher = this.#agreed === undefined ? this.#wishedRefresher(request) : roleInRequest(this.#agreed);
    request.headers.set('Session-Expires', `${interval}${refresher === undefined ? '' : `;refresher=${refresher}`}`);
  }

  /** Reads the 2xx to a session refresh request of ours (section 7.2). */
  accepted(request: OutgoingRequest, response: IncomingResponse): void {
    // Section 7.4: with the dialog, what proxies of other forks asked for no longer counts.
    if (this.#agreed === undefined) this.#minSe = this.#ownMinSe;
    const given = response.sessionExpires;
    const asked = Number.parseInt(request.headers.get('Session-Expires') ?? '', 10);
    if (given !== undefined) {
      const interval = Math.max(given.seconds, LEAST_INTERVAL);
      this.#agree({ interval, refresher: given.refresher === 'uas' ? 'remote' : 'local', own: false });
    } else if (Number.isInteger(asked) && this.#options.enabled !== false && !this.#context.peer.supports('timer')) {
      this.#agree({ interval: asked, refresher: 'local', own: true });
    } else {
      this.#agree(undefined);
    }
  }

  /**
   * Reads a 422 (section 7.3).
   *
   * @returns whether it is worth another try, with the longer interval
   */
  raise(response: IncomingResponse): boolean {
    const { minSe } = response;
    if (minSe === undefined || minSe <= this.#minSe || minSe > LONGEST_ACCEPTED) return false;
    this.#minSe = minSe;
    return true;
  }

  /**
   * Refuses a session refresh request whose interval is too short (section 9).
   *
   * @returns whether it was answered
   */
  refuse(request: ServerRequest): boolean {
    const { sessionExpires, supported } = request.message;
    if (sessionExpires === undefined || !supported.includes('timer')) return false;
    if (sessionExpires.seconds >= this.#ownMinSe) return false;
    request.reply(422, { headers: [['Min-SE', String(this.#ownMinSe)]] });
    return true;
  }

  /** Agrees to a session refresh request of theirs; gives the header fields of the 2xx (section 9). */
  answer(message: IncomingRequest): readonly (readonly [string, string])[] {
    const least = Math.max(LEAST_INTERVAL, message.minSe ?? 0);
    this.#minSe = Math.max(this.#minSe, least);
    const supports = message.supported.includes('timer');
    const given = message.sessionExpires;
    const interval = this.#intervalFor(given?.seconds, least, supports);
    if (interval === undefined) {
      // A refresh for our own benefit goes on: their request was as good as one.
      this.#agree(this.#agreed?.own === true ? this.#agreed : undefined);
      return [];
    }
    const refresher = supports ? (given?.refresher ?? this.#refresherInAnswer()) : 'uas';
    this.#agree({ interval, refresher: refresher === 'uas' ? 'local' : 'remote', own: false });
    return [
      ['Session-Expires', `${interval};refresher=${refresher}`],
      ...(supports ? ([['Require', 'timer']] as const) : []),
    ];
  }

  get #ownMinSe(): number {
    return Math.max(LEAST_INTERVAL, this.#options.minSe ?? 0);
  }

  get #wish(): number {
    return Math.max(this.#ownMinSe, this.#options.expires ?? DEFAULT_INTERVAL);
  }

  #intervalFor(given: number | undefined, least: number, supports: boolean): number | undefined {
    const enabled = this.#options.enabled !== false;
    // The value may be made smaller, not larger, and never falls below the least.
    if (given !== undefined)
      return given < least ? undefined : enabled ? Math.min(given, Math.max(least, this.#wish)) : given;
    return supports && enabled ? Math.max(least, this.#agreed?.interval ?? this.#wish) : undefined;
  }

  #wishedRefresher(request: OutgoingRequest): 'uac' | 'uas' | undefined {
    return request.toTag === undefined ? this.#options.refresher : undefined;
  }

  #refresherInAnswer(): 'uac' | 'uas' {
    if (this.#agreed !== undefined) return this.#agreed.refresher === 'local' ? 'uas' : 'uac';
    return this.#options.refresher ?? 'uac';
  }

  #agree(agreed: Agreement | undefined): void {
    const { timers, platform } = this.#context;
    this.#agreed = agreed;
    timers.stop('refresh');
    timers.stop('sessionExpires');
    if (agreed === undefined) return;
    const { interval, refresher } = agreed;
    this.#expiresAt = platform.clock.now() + interval * 1000;
    if (refresher === 'local') this.refreshAfter(interval * 500);
    // Section 10: whoever waits in vain hangs up slightly before, so that firewalls still let the BYE through.
    const early = refresher === 'remote' ? Math.min(32, interval / 3) : 0;
    timers.start('sessionExpires', (interval - early) * 1000, () => {
      this.#expire();
    });
  }

  /** Sends the next refresh after some milliseconds. */
  refreshAfter(delay: number): void {
    this.#context.timers.start('refresh', delay, () => void refreshSession(this.#context, this));
  }

  #expire(): void {
    const context = this.#context;
    context.timers.stop('refresh');
    if (context.dialog === undefined || context.isEnding()) return;
    const reason = { statusCode: 408, reasonPhrase: 'Session timer expired' };
    void sendBye(context, context.dialog, reason, endCause('EXPIRES', 'system', { statusCode: 408 }));
  }
}

function roleInRequest(agreed: Agreement): 'uac' | 'uas' {
  return agreed.refresher === 'local' ? 'uac' : 'uas';
}
