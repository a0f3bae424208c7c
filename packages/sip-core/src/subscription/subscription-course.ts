import type { Emitter } from '../base/emitter.ts';
import { errorInfo, InvalidStateError, type SipError } from '../base/errors.ts';
import { randomFraction } from '../base/identifiers.ts';
import { handled } from '../base/promises.ts';
import type { SnapshotStore } from '../base/snapshot.ts';
import { TimerSet } from '../base/timer-set.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import { reasonPhrase } from '../message/status.ts';
import { causeWord } from '../messaging/message.ts';
import { CLASSIC_CAUSES } from '../session/end-cause.ts';
import { ConnectionError, ResponseError } from '../user-agent/request-errors.ts';
import type { UserAgentCore } from '../user-agent/user-agent-core.ts';
import { eventPackage } from './event-id.ts';
import { type AttemptTable, SubscribeAttempt } from './subscribe-attempt.ts';
import type { SubscribeRequests } from './subscribe-requests.ts';
import type { SubscriberEvents, SubscriberOptions } from './subscriber-options.ts';
import type { SubscriptionDialog } from './subscription-dialog.ts';
import type { SubscriptionHost } from './subscription-host.ts';
import { stateOfStatus, type SubscriptionSnapshot, type SubscriptionStatus } from './subscription-state.ts';
import { failureDelay, resubscribeDelay, SHORT_LIFE, type SubscriptionEnd } from './subscription-timing.ts';

/** How many notifiers may answer one SUBSCRIBE. */
const MOST_FORKS = 16;

/** What a course is made from. */
export interface SubscriptionCourseParts {
  readonly core: UserAgentCore;
  readonly attempts: AttemptTable;
  readonly requests: SubscribeRequests;
  readonly options: SubscriberOptions;
  readonly events: Emitter<SubscriberEvents>;
  readonly snapshots: SnapshotStore<SubscriptionSnapshot>;
  /** Called once, before the end is told. */
  readonly atEnd: () => void;
}

/**
 * The course of one subscriber from the first SUBSCRIBE to the last NOTIFY: one attempt at a time, the dialogs that come
 * of it, and when to try again (RFC 6665 section 4.1).
 */
export class SubscriptionCourse {
  /** The answer to the first SUBSCRIBE. */
  readonly response: Promise<IncomingResponse>;
  readonly #parts: SubscriptionCourseParts;
  readonly #host: SubscriptionHost;
  readonly #timers: TimerSet<'retry'>;
  readonly #dialogs = new Set<SubscriptionDialog>();
  readonly #stops: readonly (() => void)[];
  readonly #first: OutgoingRequest;
  #settle: { resolve: (response: IncomingResponse) => void; reject: (error: SipError) => void };
  #leaving: { readonly promise: Promise<void>; readonly resolve: () => void } | undefined;
  #attempt: SubscribeAttempt | undefined;
  #status: SubscriptionStatus = 'idle';
  #failures = 0;
  #shortLives = 0;

  constructor(parts: SubscriptionCourseParts) {
    const { core, requests } = parts;
    this.#parts = parts;
    this.#first = requests.initial();
    this.#timers = new TimerSet(core.platform.clock);
    this.#settle = { resolve: () => undefined, reject: () => undefined };
    this.response = handled(
      new Promise((resolve, reject) => {
        this.#settle = { resolve, reject };
      }),
    );
    this.#host = this.#makeHost(eventPackage(requests.event.type).forks);
    this.#stops = [
      core.transport.events.on('disconnected', () => {
        this.#connectionLost();
      }),
      core.transport.events.on('connected', () => {
        // A moment later, so that the registration goes first and not all phones of a server come at once.
        if (this.#status === 'waiting' && !this.#timers.has('retry')) this.#retryIn(500 + 1000 * this.#fraction());
      }),
    ];
  }

  get status(): SubscriptionStatus {
    return this.#status;
  }

  /** The last SUBSCRIBE outside a dialog, or the first that is to be. */
  get request(): OutgoingRequest {
    return this.#attempt?.request ?? this.#first;
  }

  begin(): void {
    const { attempts, requests, events } = this.#parts;
    const request = this.#status === 'idle' ? this.#first : requests.initial();
    this.#attempt?.abandon();
    requests.note();
    this.#show('subscribing');
    this.#attempt = new SubscribeAttempt(this.#host, request, attempts, {
      progress: (response) => {
        events.emit('progress', response, reasonPhrase(response.statusCode));
      },
      accepted: (response) => {
        this.#failures = 0;
        this.#settle.resolve(response);
        if (this.#status !== 'ended') events.emit('accepted', response, reasonPhrase(response.statusCode));
      },
      rejected: (response) => {
        const brief = response.statusCode === 423 && this.#leaving === undefined;
        if (brief && requests.adoptMinExpires(response)) this.begin();
        else this.#failed(new ResponseError('SUBSCRIBE', response), response);
      },
      failed: (error) => {
        this.#failed(error, null);
      },
      established: (dialog) => {
        this.#dialogs.add(dialog);
        this.#failures = 0;
        if (this.#leaving === undefined) this.#showDialogs();
        else dialog.unsubscribe();
      },
      ended: (end) => {
        if (this.#dialogs.size === 0) this.#over(end, 0);
      },
    });
  }

  refresh(): void {
    for (const dialog of this.#dialogs) dialog.refreshSoon();
  }

  unsubscribe(): Promise<void> {
    if (this.#status === 'ended') return Promise.resolve();
    if (this.#leaving !== undefined) return this.#leaving.promise;
    let resolve = (): void => undefined;
    const promise = new Promise<void>((done) => {
      resolve = done;
    });
    this.#leaving = { promise, resolve };
    this.#timers.stopAll();
    const asked = this.#dialogs.size > 0 || this.#attempt?.open === true;
    if (asked && this.#parts.core.transport.state === 'connected') {
      this.#show('unsubscribing');
      for (const dialog of [...this.#dialogs]) dialog.unsubscribe();
    } else this.terminate('');
    return promise;
  }

  /** Lets go of everything, then tells that it is over. */
  terminate(reason: string, tell?: () => void): void {
    if (this.#status === 'ended') return;
    this.#timers.stopAll();
    this.#attempt?.abandon();
    for (const dialog of this.#dialogs) dialog.drop();
    this.#dialogs.clear();
    for (const stop of this.#stops) stop();
    this.#parts.atEnd();
    this.#show('ended');
    tell?.();
    this.#settle.reject(new InvalidStateError('subscribe', 'terminated'));
    this.#leaving?.resolve();
    this.#parts.events.emit('terminated', reason);
  }

  #failed(error: SipError, response: IncomingResponse | null): void {
    const { core, snapshots } = this.#parts;
    this.#failures += 1;
    this.#settle.reject(error);
    snapshots.update({ error: errorInfo(error) });
    const tell = (): void => {
      this.#tellFailure(error, response);
    };
    const connected = core.transport.state === 'connected';
    const delay = connected ? failureDelay(error, this.#failures, this.#fraction()) : undefined;
    if (this.#mayRetry && (delay !== undefined || !connected)) {
      this.#wait(delay);
      tell();
    } else this.terminate('', tell);
  }

  #tellFailure(error: SipError, response: IncomingResponse | null): void {
    const { events } = this.#parts;
    const cause = error.code === 'NO_NOTIFY' ? CLASSIC_CAUSES.REQUEST_TIMEOUT : causeWord(error);
    if (response !== null) events.emit('rejected', response, cause);
    events.emit('failed', response, cause);
  }

  get #mayRetry(): boolean {
    return this.#parts.options.retry !== false && this.#leaving === undefined;
  }

  #makeHost(forks: boolean): SubscriptionHost {
    const { core, requests, options, events, snapshots } = this.#parts;
    return {
      core,
      event: requests.event,
      get expires(): number {
        return requests.expires;
      },
      refreshes: options.refresh !== false && requests.expires > 0,
      mayFork: () => this.#dialogs.size === 0 || (forks && this.#dialogs.size < MOST_FORKS),
      prepare: (request, expires) => {
        requests.prepare(request, expires);
        requests.note();
      },
      soonest: () => requests.soonest(),
      adoptMinExpires: (response) => requests.adoptMinExpires(response),
      notified: (notification) => {
        events.emit('notify', notification.request, notification);
      },
      changed: (dialog) => {
        if (this.#dialogs.has(dialog) && this.#leaving === undefined) this.#showDialogs();
      },
      over: (dialog, end, error) => {
        this.#dialogs.delete(dialog);
        if (error !== undefined) snapshots.update({ error: errorInfo(error) });
        if (this.#dialogs.size === 0) this.#over(end, core.platform.clock.now() - dialog.since, error);
        else if (this.#leaving === undefined) this.#showDialogs();
      },
    };
  }

  /** The last dialog is gone. */
  #over(end: SubscriptionEnd, lived: number, error?: SipError): void {
    if (this.#status === 'ended') return;
    const { options, requests } = this.#parts;
    this.#attempt?.close();
    this.#shortLives = lived < SHORT_LIFE ? this.#shortLives + 1 : 0;
    const delay =
      error === undefined
        ? resubscribeDelay(end, this.#shortLives, this.#fraction())
        : failureDelay(error, Math.max(1, this.#shortLives), this.#fraction());
    const again = this.#mayRetry && options.refresh !== false && requests.expires > 0;
    const tell = (): void => {
      if (error instanceof ResponseError) this.#tellFailure(error, error.response);
    };
    if (again && delay !== undefined) {
      this.#wait(delay);
      tell();
    } else this.terminate(end.reason, tell);
  }

  #connectionLost(): void {
    if (this.#status === 'idle' || this.#status === 'ended' || this.#status === 'waiting') return;
    const asking = this.#status === 'subscribing';
    this.#attempt?.abandon();
    for (const dialog of this.#dialogs) dialog.drop();
    this.#dialogs.clear();
    if (asking) this.#failed(new ConnectionError('SUBSCRIBE'), null);
    else if (this.#mayRetry) this.#wait(undefined);
    else this.terminate('');
  }

  /** @param delay - milliseconds; without it, until there is a connection */
  #wait(delay: number | undefined): void {
    this.#show('waiting');
    if (delay !== undefined) this.#retryIn(delay);
  }

  #retryIn(delay: number): void {
    const { core, requests, snapshots } = this.#parts;
    const wait = Math.max(delay, requests.soonest());
    this.#timers.start('retry', wait, () => {
      snapshots.update({ retryAt: null });
      if (core.transport.state === 'connected') this.begin();
    });
    snapshots.update({ retryAt: core.platform.clock.now() + wait });
  }

  #showDialogs(): void {
    this.#show([...this.#dialogs].some((dialog) => dialog.state === 'active') ? 'active' : 'pending');
  }

  #show(status: SubscriptionStatus): void {
    const { events, snapshots } = this.#parts;
    const before = snapshots.get().state;
    this.#status = status;
    const ends = [...this.#dialogs].map((dialog) => dialog.expiresAt);
    const state = stateOfStatus(status, ends.length > 0);
    snapshots.update({
      state,
      status,
      notifiers: ends.length,
      expiresAt: ends.length === 0 ? null : Math.min(...ends),
      retryAt: null,
      ...(status === 'active' || status === 'pending' ? { error: null } : {}),
    });
    if (state !== before) events.emit('stateChange', state);
  }

  #fraction(): number {
    return randomFraction(this.#parts.core.platform.random);
  }
}
