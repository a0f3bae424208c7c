import type { SipError } from '../base/errors.ts';
import type { LazyMap } from '../base/lazy-map.ts';
import { TimerSet } from '../base/timer-set.ts';
import { Dialog } from '../dialog/dialog.ts';
import { detach } from '../message/characters.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import type { ClientRequest } from '../user-agent/client-request.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import { acceptNotify, type Notification } from './notification.ts';
import { NoNotifyError } from './no-notify-error.ts';
import { SubscriptionDialog } from './subscription-dialog.ts';
import type { SubscriptionHost } from './subscription-host.ts';
import { TIMER_N } from './subscription-timing.ts';

/** What becomes of an attempt. */
export interface SubscribeAttemptUser {
  progress(response: IncomingResponse): void;
  accepted(response: IncomingResponse): void;
  rejected(response: IncomingResponse): void;
  /** No answer, or no NOTIFY. */
  failed(error: SipError): void;
  established(dialog: SubscriptionDialog): void;
  /** The first NOTIFY was the last as well. */
  ended(notification: Notification): void;
}

/** Where NOTIFYs that make a dialog are handed to the SUBSCRIBE they belong to, by Call-ID and From tag. */
export type AttemptTable = LazyMap<string, (request: ServerRequest) => void>;

/** The key of a SUBSCRIBE in an {@link AttemptTable}. */
export function attemptKey(callId: string, localTag: string): string {
  return `${callId}\n${localTag}`;
}

/**
 * A SUBSCRIBE outside any dialog. For 64*T1 each NOTIFY that answers it makes a subscription of its own, be it before
 * the 200 or after it, from one notifier or from several (RFC 6665 sections 4.1.2.4 and 4.4.1).
 */
export class SubscribeAttempt {
  readonly #host: SubscriptionHost;
  readonly #user: SubscribeAttemptUser;
  readonly #table: AttemptTable;
  readonly #key: string;
  readonly #timers: TimerSet<'N'>;
  readonly #client: ClientRequest;
  /** Dialogs that wait for the 200, which may bring their route. */
  readonly #unrouted = new Map<string, Dialog>();
  #response: IncomingResponse | undefined;
  #end: Notification | undefined;
  #notified = false;
  #closed = false;

  constructor(host: SubscriptionHost, request: OutgoingRequest, table: AttemptTable, user: SubscribeAttemptUser) {
    this.#host = host;
    this.#user = user;
    this.#table = table;
    this.#key = attemptKey(request.callId, request.fromTag ?? '');
    this.#timers = new TimerSet(host.core.platform.clock);
    this.#client = host.core.send(request, {
      onProvisional: (response) => {
        user.progress(response);
      },
      onFinal: (response) => {
        if (response.statusCode < 300) this.#accepted(response);
        else if (!this.#notified) this.#fail(() => user.rejected(response));
        else this.#tellEnd();
      },
      onFailure: (error) => {
        if (!this.#notified) this.#fail(() => user.failed(error));
        else this.#tellEnd();
      },
    });
    table.set(this.#key, (notify) => {
      this.#notify(notify);
    });
    this.#timers.start('N', TIMER_N, () => {
      if (this.#notified) {
        this.close();
        this.#tellEnd();
      } else this.#fail(() => user.failed(new NoNotifyError()));
    });
  }

  /** The SUBSCRIBE as last sent. */
  get request(): OutgoingRequest {
    return this.#client.request;
  }

  /** Whether it may still be answered by a NOTIFY. */
  get open(): boolean {
    return !this.#closed;
  }

  /** Takes no more NOTIFYs. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#timers.stopAll();
    this.#table.delete(this.#key);
    this.#unrouted.clear();
  }

  /** As {@link close}, and nothing more is told. */
  abandon(): void {
    this.close();
    this.#client.release();
  }

  #fail(tell: () => void): void {
    this.abandon();
    tell();
  }

  #accepted(response: IncomingResponse): void {
    this.#response = response;
    const dialog = this.#unrouted.get(response.toTag ?? '');
    if (dialog !== undefined) dialog.confirm(response.recordRoutes.length > 0 ? response : undefined);
    this.#unrouted.clear();
    this.#user.accepted(response);
    this.#tellEnd();
  }

  /** What ended before the answer came is told after it. */
  #tellEnd(): void {
    const end = this.#end;
    this.#end = undefined;
    if (end !== undefined) this.#user.ended(end);
  }

  #notify(request: ServerRequest): void {
    const { core } = this.#host;
    const notification = acceptNotify(request, this.#host.event);
    if (notification === undefined) return;
    if (notification.state !== 'terminated' && !this.#host.mayFork()) {
      // Section 5.4.9: this package has one notifier, and that is another one.
      request.reply(481);
      return;
    }
    this.#notified = true;
    request.reply(200, { contact: core.identity.contact });
    if (notification.state === 'terminated') {
      this.#host.notified(notification);
      this.#end = notification;
      if (this.#response !== undefined) this.#tellEnd();
      return;
    }
    this.#user.established(new SubscriptionDialog(this.#host, this.#makeDialog(request), notification));
    this.#host.notified(notification);
  }

  /**
   * Its route is the one that the NOTIFY recorded (section 4.4.1). Proxies of RFC 3265 record it in the SUBSCRIBE alone,
   * so that only the 200 of the same notifier tells it.
   */
  #makeDialog(notify: ServerRequest): Dialog {
    const { message } = notify;
    const remoteTag = detach(message.fromTag ?? '');
    const response = this.#response?.toTag === remoteTag ? this.#response : undefined;
    const unrouted = message.recordRoutes.length === 0;
    const dialog = new Dialog({
      callId: this.request.callId,
      localTag: this.request.fromTag ?? '',
      remoteTag,
      local: this.request.from,
      remote: message.from.detached(),
      remoteTarget: message.contacts[0]?.uri ?? this.request.uri,
      routeSet: unrouted && response !== undefined ? [...response.recordRoutes].reverse() : message.recordRoutes,
      localSequence: this.request.cseq.seq,
      remoteSequence: message.cseq.seq,
      state: this.#response === undefined ? 'early' : 'confirmed',
    });
    if (this.#response === undefined && unrouted) this.#unrouted.set(remoteTag, dialog);
    return dialog;
  }
}
