import type { SipError } from '../base/errors.ts';
import { TimerSet } from '../base/timer-set.ts';
import type { Dialog } from '../dialog/dialog.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import { LONGEST_EXPIRES, refreshDelay, SHORTEST_INTERVAL } from '../registration/registration-timing.ts';
import type { ClientRequest } from '../user-agent/client-request.ts';
import { answerOptions } from '../user-agent/dispatch.ts';
import { ResponseError } from '../user-agent/request-errors.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import type { DialogUsage } from '../user-agent/user-agent-core.ts';
import { acceptNotify, type Notification } from './notification.ts';
import type { SubscriptionHost } from './subscription-host.ts';
import { TIMER_N } from './subscription-timing.ts';

/** Answers to a refresh that end the subscription (RFC 6665 section 4.1.2.2). */
const FATAL: ReadonlySet<number> = new Set([404, 405, 410, 416, 480, 481, 482, 483, 484, 485, 489, 501, 604]);

/** One subscription: the dialog that a notifier made by its first NOTIFY (RFC 6665 section 4.4.1). */
export class SubscriptionDialog implements DialogUsage {
  readonly dialog: Dialog;
  /** When it was made, in milliseconds. */
  readonly since: number;
  readonly #host: SubscriptionHost;
  readonly #timers: TimerSet<'refresh' | 'expire' | 'N'>;
  #state: 'active' | 'pending' = 'active';
  #expiresAt = 0;
  #leaving = false;
  #over = false;
  #client: ClientRequest | undefined;

  constructor(host: SubscriptionHost, dialog: Dialog, first: Notification) {
    const { clock } = host.core.platform;
    this.#host = host;
    this.dialog = dialog;
    this.since = clock.now();
    this.#timers = new TimerSet(clock);
    host.core.dialogs.add(dialog, this);
    this.#adopt(first, host.expires);
  }

  get state(): 'active' | 'pending' {
    return this.#state;
  }

  /** When it ends unless it is refreshed, milliseconds since the epoch. */
  get expiresAt(): number {
    return this.#expiresAt;
  }

  receive(request: ServerRequest): void {
    const { core } = this.#host;
    switch (request.message.method) {
      case 'NOTIFY':
        this.#notify(request);
        return;
      case 'OPTIONS':
        answerOptions(core, request);
        return;
      case 'BYE':
        // It ends calls, and there is none here (RFC 5057 section 5.2).
        request.reply(481);
        return;
      default:
        request.reply(405, { headers: [['Allow', core.allow]] });
    }
  }

  receiveAck(): void {
    // There is no INVITE here that it could belong to.
  }

  /** Asks for the whole state, and for more time. */
  refresh(): void {
    if (this.#over || this.#leaving || this.#client !== undefined) return;
    this.#timers.stop('refresh');
    this.#send(this.#host.expires, (response) => {
      this.#refreshed(response);
    });
  }

  /** As {@link refresh}, as soon as another SUBSCRIBE may go. */
  refreshSoon(): void {
    if (this.#over || this.#leaving || this.#client !== undefined) return;
    this.#timers.start('refresh', this.#host.soonest(), () => {
      this.refresh();
    });
  }

  /** Ends it; it is over when the last NOTIFY has come (RFC 6665 section 4.1.2.3), or when none comes. */
  unsubscribe(): void {
    if (this.#over || this.#leaving) return;
    this.#leaving = true;
    this.#timers.stopAll();
    this.#client?.release();
    this.#send(0, (response) => {
      if (response.statusCode >= 300) this.#end('timeout');
    });
  }

  /** Forgets it without a word. */
  drop(): void {
    if (this.#over) return;
    this.#over = true;
    this.#timers.stopAll();
    this.#client?.release();
    this.dialog.terminate();
    this.#host.core.dialogs.remove(this.dialog);
  }

  #send(expires: number, answered: (response: IncomingResponse) => void): void {
    const { core } = this.#host;
    const request = this.dialog.createRequest('SUBSCRIBE');
    this.#host.prepare(request, expires);
    this.#timers.start('N', TIMER_N, () => {
      this.#end('gone');
    });
    const client: ClientRequest = core.send(
      request,
      {
        onFinal: (response) => {
          if (this.#over || this.#client !== client) return;
          this.#client = undefined;
          answered(response);
        },
        // No answer means no NOTIFY either: Timer N, or the loss of the connection, says what comes of it.
        onFailure: () => {
          if (this.#client === client) this.#client = undefined;
        },
      },
      this.dialog,
    );
    this.#client = client;
  }

  #refreshed(response: IncomingResponse): void {
    const { statusCode } = response;
    if (statusCode < 300) {
      this.dialog.refreshTarget(response);
      // No NOTIFY follows this one (RFC 5839).
      if (statusCode === 204) this.#timers.stop('N');
      const { expires } = this.#host;
      this.#lasts(Math.min(response.expires ?? expires, expires));
      return;
    }
    this.#timers.stop('N');
    if (FATAL.has(statusCode)) {
      const error = new ResponseError('SUBSCRIBE', response);
      if (statusCode === 481) this.#end('gone');
      else this.#end('', error);
    } else if (statusCode === 423 && this.#host.adoptMinExpires(response)) this.refresh();
    else this.#refreshLater(response);
  }

  /** Any other refusal leaves the subscription as it was for the time that it has. */
  #refreshLater(response: IncomingResponse): void {
    const { clock } = this.#host.core.platform;
    const asked = (response.retryAfter?.seconds ?? 0) * 1000;
    const left = this.#expiresAt - clock.now();
    this.#timers.start('refresh', Math.max(SHORTEST_INTERVAL, asked, left / 2), () => {
      this.refresh();
    });
  }

  #notify(request: ServerRequest): void {
    const notification = acceptNotify(request, this.#host.event);
    if (notification === undefined) return;
    this.dialog.refreshTarget(request.message);
    request.reply(200, { contact: this.#host.core.identity.contact });
    if (notification.state === 'terminated') {
      this.drop();
      this.#host.notified(notification);
      this.#host.over(this, notification);
      return;
    }
    // After we have left only the last one counts.
    if (!this.#leaving) {
      this.#timers.stop('N');
      this.#adopt(notification);
      this.#host.changed(this);
    }
    this.#host.notified(notification);
  }

  #adopt(notification: Notification, usual?: number): void {
    if (notification.state !== 'terminated') this.#state = notification.state;
    const expires = notification.expires ?? usual;
    if (expires !== undefined) this.#lasts(expires);
  }

  #lasts(seconds: number): void {
    const { clock, random } = this.#host.core.platform;
    const lasting = Math.min(seconds, LONGEST_EXPIRES);
    this.#expiresAt = clock.now() + lasting * 1000;
    this.#timers.start('expire', lasting * 1000, () => {
      this.#end('timeout');
    });
    if (this.#host.refreshes) {
      this.#timers.start('refresh', Math.max(this.#host.soonest(), refreshDelay(lasting, random)), () => {
        this.refresh();
      });
    }
    this.#host.changed(this);
  }

  #end(reason: string, error?: SipError): void {
    if (this.#over) return;
    this.drop();
    this.#host.over(this, { reason, retryAfter: null }, error);
  }
}
