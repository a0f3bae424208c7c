import { Emitter, type Listener } from '../base/emitter.ts';
import { InvalidStateError } from '../base/errors.ts';
import { randomHex } from '../base/identifiers.ts';
import { handled } from '../base/promises.ts';
import { listenerReport } from '../base/listener-report.ts';
import { SnapshotStore } from '../base/snapshot.ts';
import { StateChange } from '../base/state-change.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { NameAddr } from '../message/name-addr.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import type { Uri } from '../message/uri.ts';
import { eventId } from './event-id.ts';
import { SubscribeRequests } from './subscribe-requests.ts';
import type { SubscriberEvents, SubscriberOptions, SubscriptionOwner } from './subscriber-options.ts';
import { SubscriptionCourse } from './subscription-course.ts';
import type { SubscriptionSnapshot, SubscriptionState } from './subscription-state.ts';
import type { Ending } from './subscriptions.ts';

/**
 * Follows somebody's state (RFC 6665): subscribes, takes what is notified, refreshes, and subscribes again after a
 * loss of the connection and after an end that need not be the last.
 *
 * @example
 * ```ts
 * const subscription = ua.subscribe('bob', 'presence');
 * subscription.on('notify', (request) => console.log(readPidf(request.body)));
 * subscription.on('terminated', (reason) => console.log(reason));
 * ```
 */
export class Subscriber implements Ending {
  readonly id: string;
  readonly event: string;
  /** Whose state it is. */
  readonly target: Uri;
  readonly method = 'SUBSCRIBE';
  readonly ua: object;
  /** For the application; the library never looks inside. */
  readonly data: Record<string, unknown> = {};
  readonly stateChange: StateChange<SubscriptionState>;
  readonly #events: Emitter<SubscriberEvents>;
  readonly #snapshots: SnapshotStore<SubscriptionSnapshot>;
  readonly #course: SubscriptionCourse;

  /**
   * Sends nothing yet.
   *
   * @param target - a name or number at our domain, `user@host`, a SIP or tel URI
   * @param event - the event package, such as `presence`, `dialog`, `message-summary`, `conference`
   * @throws InvalidValueError when a value cannot be sent
   */
  constructor(owner: SubscriptionOwner, target: string | Uri, event: string, options: SubscriberOptions = {}) {
    const { core } = owner;
    const report = listenerReport(core.platform.logger, 'subscription');
    this.ua = options.ua ?? owner;
    this.target = owner.target(target);
    this.event = event;
    this.id = randomHex(core.platform.random, 8);
    this.#events = new Emitter<SubscriberEvents>(report);
    this.#snapshots = new SnapshotStore<SubscriptionSnapshot>(
      {
        id: this.id,
        event,
        target: this.target.withoutHeaders().toString(),
        state: 'Initial',
        status: 'idle',
        expiresAt: null,
        retryAt: null,
        notifiers: 0,
        error: null,
      },
      report,
    );
    this.stateChange = new StateChange<SubscriptionState>(this.#events);
    this.#course = new SubscriptionCourse({
      core,
      attempts: owner.subscriptions.attempts,
      requests: new SubscribeRequests(core, this.target, eventId(event, options.id), options),
      options,
      events: this.#events,
      snapshots: this.#snapshots,
      atEnd: () => {
        owner.subscriptions.forget(this);
      },
    });
    owner.subscriptions.adopt(this);
  }

  /** The answer to the first SUBSCRIBE; rejects unless it is a 2xx. Nobody has to await it. */
  get response(): Promise<IncomingResponse> {
    return this.#course.response;
  }

  get state(): SubscriptionState {
    return this.#snapshots.get().state;
  }

  /** The SUBSCRIBE that made it, as last sent, or as it is going to be. */
  get request(): OutgoingRequest {
    return this.#course.request;
  }

  /** Our From. */
  get localIdentity(): NameAddr {
    return this.request.from;
  }

  /** The To. */
  get remoteIdentity(): NameAddr {
    return this.request.to;
  }

  getSnapshot(): SubscriptionSnapshot {
    return this.#snapshots.get();
  }

  /** Adds a listener; returns a function that removes it. */
  on<Name extends keyof SubscriberEvents>(name: Name, listener: Listener<SubscriberEvents[Name]>): () => void {
    return this.#events.on(name, listener);
  }

  /** Adds a listener for the next event only. */
  once<Name extends keyof SubscriberEvents>(name: Name, listener: Listener<SubscriberEvents[Name]>): () => void {
    return this.#events.once(name, listener);
  }

  /** Removes a listener. */
  off<Name extends keyof SubscriberEvents>(name: Name, listener: Listener<SubscriberEvents[Name]>): void {
    this.#events.off(name, listener);
  }

  /**
   * Subscribes; when subscribed, asks for the state anew. Resolves with the 2xx to the first SUBSCRIBE.
   *
   * @throws ResponseError when it was refused, RequestTimeoutError, NoNotifyError or ConnectionError when nobody
   * answered, InvalidStateError when it is over
   */
  subscribe(): Promise<IncomingResponse>;
  /** Calls `listener` after each change of the snapshot; returns a function that ends that. */
  subscribe(listener: () => void): () => void;
  subscribe(listener?: () => void): Promise<IncomingResponse> | (() => void) {
    if (listener !== undefined) return this.#snapshots.subscribe(listener);
    if (this.#course.status === 'ended')
      return handled(Promise.reject(new InvalidStateError('subscribe', 'terminated')));
    if (this.#course.status === 'idle') this.#course.begin();
    else this.refresh();
    return this.response;
  }

  /** Asks each notifier for the whole state, at most every two seconds; nothing happens unless it is subscribed. */
  refresh(): void {
    this.#course.refresh();
  }

  /**
   * Ends the subscription. Resolves when the last NOTIFY has come, or when it is clear that none will: it never takes
   * longer than 64*T1, and never rejects.
   */
  unsubscribe(): Promise<void> {
    return this.#course.unsubscribe();
  }

  /**
   * Gives it up before it was accepted. No SUBSCRIBE is ever canceled (RFC 6665 section 4.6): it is ended as soon as it
   * stands.
   *
   * @throws InvalidStateError when it was accepted, or is over
   */
  cancel(): this {
    const { status } = this.#course;
    if (status !== 'subscribing' && status !== 'waiting') {
      throw new InvalidStateError('cancel the subscription', this.state);
    }
    void this.unsubscribe();
    return this;
  }

  /** As {@link unsubscribe}. */
  end(): Promise<void> {
    return this.unsubscribe();
  }

  /** Forgets it without a word to anybody; NOTIFYs that still come get 481. */
  dispose(): void {
    this.#course.terminate('');
  }
}
