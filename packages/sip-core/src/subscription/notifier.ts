import { Emitter, type Listener } from '../base/emitter.ts';
import { InvalidStateError, InvalidValueError } from '../base/errors.ts';
import { listenerReport } from '../base/listener-report.ts';
import { TimerSet } from '../base/timer-set.ts';
import { Dialog } from '../dialog/dialog.ts';
import { parseExtraHeaders } from '../message/extra-headers.ts';
import type { IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';
import type { NameAddr } from '../message/name-addr.ts';
import { OutgoingRequest } from '../message/outgoing-message.ts';
import { serializeRequest } from '../message/serialize.ts';
import { LONGEST_EXPIRES } from '../registration/registration-timing.ts';
import { answerOptions } from '../user-agent/dispatch.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import type { DialogUsage } from '../user-agent/user-agent-core.ts';
import { type EventId, eventHeader } from './event-id.ts';
import type {
  NotifierAcceptOptions,
  NotifierEvents,
  NotifierState,
  NotifyBody,
  TerminationReason,
} from './notifier-state.ts';
import type { SubscriptionOwner } from './subscriber-options.ts';
import type { Ending } from './subscriptions.ts';

/** Answers to a NOTIFY that end the subscription (RFC 6665 section 4.2.2). */
const FATAL: ReadonlySet<number> = new Set([404, 405, 410, 416, 480, 481, 482, 483, 484, 485, 489, 501, 604]);
/** Seconds that a SUBSCRIBE without Expires asks for. */
const USUAL_EXPIRES = 3600;
/** Seconds; who asks for as much as this is never told that it is too brief (section 4.2.1.1). */
const ALWAYS_ENOUGH = 3600;

/**
 * Somebody wants to follow a state of ours (RFC 6665 section 4.2). Nothing is told unless the application accepts; what
 * it neither accepts nor refuses at once is refused with 489.
 *
 * @example
 * ```ts
 * ua.on('subscribe', (notifier) => {
 *   if (notifier.event !== 'presence' || !isFriend(notifier.remoteIdentity)) return notifier.reject({ statusCode: 403 });
 *   notifier.accept({ state: { body: writePidf(me), contentType: PIDF } });
 * });
 * ```
 */
export class Notifier implements DialogUsage, Ending {
  /** The event package that is asked for. */
  readonly event: string;
  /** The SUBSCRIBE that made it. */
  readonly request: IncomingRequest;
  /** For the application; the library never looks inside. */
  readonly data: Record<string, unknown> = {};
  readonly #owner: SubscriptionOwner;
  readonly #server: ServerRequest;
  readonly #eventId: EventId;
  readonly #events: Emitter<NotifierEvents>;
  readonly #timers: TimerSet<'expire'>;
  #state: NotifierState = 'Initial';
  #options: NotifierAcceptOptions = {};
  #dialog: Dialog | undefined;
  #expiresAt = 0;

  /** @internal */
  constructor(owner: SubscriptionOwner, server: ServerRequest, event: EventId) {
    const { logger, clock } = owner.core.platform;
    this.#owner = owner;
    this.#server = server;
    this.#eventId = event;
    this.event = event.type;
    this.request = server.message;
    this.#events = new Emitter<NotifierEvents>(listenerReport(logger, 'subscription'));
    this.#timers = new TimerSet(clock);
  }

  get state(): NotifierState {
    return this.#state;
  }

  /** Who asks, by their own word. */
  get remoteIdentity(): NameAddr {
    return this.request.from;
  }

  get localIdentity(): NameAddr {
    return this.request.to;
  }

  /** When it ends unless they refresh it, milliseconds since the epoch. */
  get expiresAt(): number {
    return this.#expiresAt;
  }

  /** Whether it was accepted or refused. */
  get answered(): boolean {
    return this.#server.answered;
  }

  /** Adds a listener; returns a function that removes it. */
  on<Name extends keyof NotifierEvents>(name: Name, listener: Listener<NotifierEvents[Name]>): () => void {
    return this.#events.on(name, listener);
  }

  /**
   * Accepts, or grants what was pending, and tells the state at once (section 4.2.1.2).
   *
   * @throws InvalidStateError when it was refused or is over
   */
  accept(options: NotifierAcceptOptions = {}): this {
    return this.#grant('Active', options);
  }

  /**
   * Accepts without telling anything yet: a person has to decide (section 4.2.1.3). Then `accept()`, or
   * `terminate('rejected')`.
   *
   * @throws InvalidStateError when it was answered before
   */
  pending(options: NotifierAcceptOptions = {}): this {
    if (this.#state !== 'Initial') throw new InvalidStateError('put the subscription off', this.#state);
    return this.#grant('Pending', options);
  }

  /**
   * Refuses.
   *
   * @param options - `statusCode` 300 to 699, default 603
   * @throws InvalidStateError when it was answered before
   */
  reject(options: { readonly statusCode?: number; readonly reasonPhrase?: string } = {}): this {
    const { statusCode = 603, reasonPhrase } = options;
    if (this.answered) throw new InvalidStateError('refuse the subscription', this.#state);
    if (!(statusCode >= 300 && statusCode <= 699))
      throw new InvalidValueError('statusCode', `${statusCode} is no refusal`);
    this.#server.reply(statusCode, { reasonPhrase });
    this.#state = 'Terminated';
    return this;
  }

  /**
   * Tells a new state.
   *
   * @throws InvalidStateError unless it is active
   * @throws InvalidValueError when the content type cannot be sent
   */
  notify(state: NotifyBody): this {
    if (this.#state !== 'Active') throw new InvalidStateError('notify', this.#state);
    if (typeof this.#options.state !== 'function') this.#options = { ...this.#options, state };
    this.#send(this.#word(), state);
    return this;
  }

  /**
   * Ends it, with a last NOTIFY.
   *
   * @param reason - what they are to make of it (section 4.1.3); default `noresource`
   * @param options - `retryAfter` seconds, and a last state to tell
   */
  terminate(
    reason: TerminationReason = 'noresource',
    options: { readonly retryAfter?: number; readonly state?: NotifyBody } = {},
  ): this {
    if (this.#dialog === undefined) return this;
    const retry = options.retryAfter === undefined ? '' : `;retry-after=${Math.max(0, Math.floor(options.retryAfter))}`;
    this.#finish(reason, `terminated;reason=${reason}${retry}`, options.state);
    return this;
  }

  /** Ends it as one that may be moved elsewhere. */
  end(): Promise<void> {
    this.terminate('deactivated');
    return Promise.resolve();
  }

  dispose(): void {
    this.#drop();
  }

  receive(request: ServerRequest): void {
    const { core } = this.#owner;
    switch (request.message.method) {
      case 'SUBSCRIBE':
        this.#refresh(request);
        return;
      case 'OPTIONS':
        answerOptions(core, request);
        return;
      case 'BYE':
      case 'NOTIFY':
        request.reply(481);
        return;
      default:
        request.reply(405, { headers: [['Allow', core.allow]] });
    }
  }

  receiveAck(): void {
    // There is no INVITE here that it could belong to.
  }

  #grant(state: 'Active' | 'Pending', options: NotifierAcceptOptions): this {
    if (this.#state === 'Pending') {
      this.#options = { ...this.#options, ...options };
      this.#move(state);
      this.#send(this.#word(), this.#current());
      return this;
    }
    if (this.answered || this.#state !== 'Initial') throw new InvalidStateError('accept the subscription', this.#state);
    this.#check(options);
    this.#options = options;
    if (!this.#reply(this.#server)) {
      this.#state = 'Terminated';
      return this;
    }
    this.#dialog = Dialog.fromRequest(this.request, this.#server.localTag);
    this.#dialog.confirm();
    this.#owner.core.dialogs.add(this.#dialog, this);
    this.#owner.subscriptions.adopt(this);
    this.#move(state);
    this.#tellAfterReply(this.request);
    return this;
  }

  /** Answers a SUBSCRIBE with the time we grant; false when that is too brief. */
  #reply(server: ServerRequest): boolean {
    const { expires: most = LONGEST_EXPIRES, minExpires = 0, extraHeaders = [] } = this.#options;
    const asked = server.message.expires ?? USUAL_EXPIRES;
    if (asked > 0 && asked < ALWAYS_ENOUGH && asked < minExpires) {
      server.reply(423, { headers: [['Min-Expires', String(Math.ceil(minExpires))]] });
      return false;
    }
    const granted = Math.min(asked, Math.max(1, Math.floor(most)), LONGEST_EXPIRES);
    const { clock } = this.#owner.core.platform;
    this.#expiresAt = clock.now() + granted * 1000;
    this.#timers.start('expire', granted * 1000, () => {
      this.terminate('timeout');
    });
    server.reply(200, {
      contact: this.#owner.core.identity.contact,
      headers: [['Expires', String(granted)], ...parseExtraHeaders(extraHeaders)],
    });
    return true;
  }

  #refresh(request: ServerRequest): void {
    const { message } = request;
    const named = message.event;
    if (named?.value !== this.#eventId.type || (named.params.get('id') ?? undefined) !== this.#eventId.id) {
      request.reply(489);
      return;
    }
    this.#dialog?.refreshTarget(message);
    if (!this.#reply(request)) return;
    this.#tellAfterReply(message);
    if (this.#dialog !== undefined) this.#events.emit('refreshed');
  }

  /** A NOTIFY follows each 2xx; with Expires 0 it is the last (sections 4.2.1.2 and 4.2.1.4). */
  #tellAfterReply(subscribe: IncomingRequest): void {
    if (subscribe.expires === 0) this.#finish('timeout', 'terminated;reason=timeout', this.#current());
    else this.#send(this.#word(), this.#current());
  }

  /** What is told now: nothing while it is pending. */
  #current(): NotifyBody | undefined {
    if (this.#state !== 'Active') return undefined;
    const { state } = this.#options;
    return typeof state === 'function' ? state() : state;
  }

  #word(): string {
    const left = Math.max(0, Math.ceil((this.#expiresAt - this.#owner.core.platform.clock.now()) / 1000));
    return `${this.#state === 'Pending' ? 'pending' : 'active'};expires=${left}`;
  }

  #finish(reason: string, word: string, body: NotifyBody | undefined): void {
    this.#send(word, body);
    this.#over(reason);
  }

  #send(word: string, body: NotifyBody | undefined): void {
    const dialog = this.#dialog;
    if (dialog === undefined) return;
    const notify = dialog.createRequest('NOTIFY');
    this.#write(notify, word, body);
    this.#owner.core.send(
      notify,
      {
        onFinal: (response) => {
          this.#answered(response);
        },
        // Nobody there takes it any more (section 4.2.2).
        onFailure: () => {
          this.#over('giveup');
        },
      },
      dialog,
    );
  }

  #write(notify: OutgoingRequest, word: string, body: NotifyBody | undefined): void {
    notify.headers.set('Contact', this.#owner.core.identity.contact.toString());
    notify.headers.set('Event', eventHeader(this.#eventId));
    notify.headers.set('Subscription-State', word);
    notify.headers.set('Allow-Events', [...this.#owner.subscriptions.packages].join(', ') || this.event);
    if (body !== undefined) notify.body = { content: body.body, contentType: body.contentType };
  }

  /** Finds out before anything is answered whether the state can be sent. */
  #check(options: NotifierAcceptOptions): void {
    const { state } = options;
    parseExtraHeaders(options.extraHeaders ?? []);
    if (state === undefined || typeof state === 'function') return;
    const probe = new OutgoingRequest({ method: 'NOTIFY', uri: this.request.from.uri });
    this.#write(probe, 'active', state);
    serializeRequest(probe);
  }

  #answered(response: IncomingResponse): void {
    if (FATAL.has(response.statusCode)) this.#over('giveup');
  }

  #over(reason: string): void {
    if (this.#dialog === undefined) return;
    this.#drop();
    this.#events.emit('terminated', reason);
  }

  #drop(): void {
    const dialog = this.#dialog;
    this.#dialog = undefined;
    this.#timers.stopAll();
    this.#owner.subscriptions.forget(this);
    if (dialog === undefined) return;
    dialog.terminate();
    this.#owner.core.dialogs.remove(dialog);
    this.#move('Terminated');
  }

  #move(state: NotifierState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#events.emit('stateChange', state);
  }
}
