import { Emitter, type Listener } from '../base/emitter.ts';
import { InvalidStateError, InvalidValueError, SipError } from '../base/errors.ts';
import { randomFraction } from '../base/identifiers.ts';
import { listenerReport } from '../base/listener-report.ts';
import { handled } from '../base/promises.ts';
import { TimerSet } from '../base/timer-set.ts';
import { parseExtraHeaders } from '../message/extra-headers.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import { serializeRequest } from '../message/serialize.ts';
import type { Uri } from '../message/uri.ts';
import { LONGEST_EXPIRES, refreshDelay, SHORTEST_INTERVAL } from '../registration/registration-timing.ts';
import { ResponseError } from '../user-agent/request-errors.ts';
import { type EventId, eventHeader, eventId } from './event-id.ts';
import type { SubscriptionOwner } from './subscriber-options.ts';
import { failureDelay } from './subscription-timing.ts';
import type { Ending } from './subscriptions.ts';

/** The states of a publisher. */
export const PublisherState = {
  Initial: 'Initial',
  Published: 'Published',
  Unpublished: 'Unpublished',
  Terminated: 'Terminated',
} as const;

/** One of {@link PublisherState}. */
export type PublisherState = (typeof PublisherState)[keyof typeof PublisherState];

/** How a publisher is set up. */
export interface PublisherOptions {
  /** Seconds a publication is asked to last; default 3600. */
  readonly expires?: number | undefined;
  /** Default `text/plain`. */
  readonly contentType?: string | undefined;
  /** Header lines for each PUBLISH. */
  readonly extraHeaders?: readonly string[] | undefined;
  /** Try again by itself after a failure that may pass; default true. */
  readonly retry?: boolean | undefined;
}

/** Events of a publisher. */
export interface PublisherEvents {
  readonly stateChange: readonly [state: PublisherState];
  /** The state is published, or its time is extended. */
  readonly published: readonly [response: IncomingResponse];
  /** It was removed, or its time has run out. */
  readonly unpublished: readonly [response: IncomingResponse | undefined];
  readonly failed: readonly [error: SipError];
}

interface Document {
  readonly body: string;
  readonly contentType: string;
}

/**
 * Publishes a state of ours, such as presence, to a server that tells others (RFC 3903): keeps it alive and replaces
 * it, one request at a time.
 *
 * @example
 * ```ts
 * const publisher = ua.publish('alice', 'presence', writePidf(away), { contentType: PIDF });
 * await publisher.publish(writePidf(back));
 * await publisher.unpublish();
 * ```
 */
export class Publisher implements Ending {
  readonly target: Uri;
  readonly event: string;
  /** For the application; the library never looks inside. */
  readonly data: Record<string, unknown> = {};
  readonly #owner: SubscriptionOwner;
  readonly #eventId: EventId;
  readonly #options: PublisherOptions;
  readonly #lines: readonly (readonly [name: string, value: string])[];
  readonly #events: Emitter<PublisherEvents>;
  readonly #timers: TimerSet<'refresh' | 'expire'>;
  readonly #stopWatching: () => void;
  #state: PublisherState = 'Initial';
  /** Settles when the request before has its answer (section 4: one at a time). */
  #last: Promise<unknown> = Promise.resolve();
  #document: Document | undefined;
  #entityTag: string | undefined;
  #expires: number;
  #failures = 0;

  /**
   * Sends nothing yet.
   *
   * @param target - whose state it is; usually our own address
   * @throws InvalidValueError when a value cannot be sent
   */
  constructor(owner: SubscriptionOwner, target: string | Uri, event: string, options: PublisherOptions = {}) {
    const { core } = owner;
    const { expires = 3600 } = options;
    if (!Number.isSafeInteger(expires) || expires <= 0) throw new InvalidValueError('expires', `${expires} is no time`);
    this.#owner = owner;
    this.#options = options;
    this.#expires = Math.min(expires, 2 ** 32 - 1);
    this.target = owner.target(target);
    this.event = event;
    this.#eventId = eventId(event);
    this.#lines = parseExtraHeaders(options.extraHeaders ?? []).filter(([name]) => !OURS.includes(name));
    this.#timers = new TimerSet(core.platform.clock);
    this.#events = new Emitter<PublisherEvents>(listenerReport(core.platform.logger, 'subscription'));
    this.#stopWatching = core.transport.events.on('connected', () => {
      if (this.#overdue) this.#refreshIn(500 + 1000 * randomFraction(core.platform.random));
    });
    owner.subscriptions.adopt(this);
  }

  get state(): PublisherState {
    return this.#state;
  }

  /** Adds a listener; returns a function that removes it. */
  on<Name extends keyof PublisherEvents>(name: Name, listener: Listener<PublisherEvents[Name]>): () => void {
    return this.#events.on(name, listener);
  }

  /**
   * Publishes a state, in place of the one before. Resolves with the 2xx.
   *
   * @param contentType - default that of the options
   * @throws ResponseError when it was refused, RequestTimeoutError or ConnectionError when nobody answered,
   * InvalidStateError after the end, InvalidValueError when it cannot be sent
   */
  publish(body: string, contentType: string = this.#options.contentType ?? 'text/plain'): Promise<IncomingResponse> {
    if (this.#state === 'Terminated') return handled(Promise.reject(new InvalidStateError('publish', 'terminated')));
    const document = { body, contentType };
    serializeRequest(this.#request(document, this.#expires));
    this.#document = document;
    return this.#enqueue(() => this.#publish(document));
  }

  /**
   * Removes what is published (RFC 3903 section 4.5). Resolves when that is answered; rejects as `publish()` does. When
   * nothing is published it does nothing.
   */
  async unpublish(): Promise<void> {
    if (this.#state === 'Terminated') return;
    this.#document = undefined;
    this.#timers.stopAll();
    await this.#enqueue(() => this.#remove());
  }

  /** Removes what is published as far as that is possible, and ends. Never rejects. */
  async end(): Promise<void> {
    if (this.#owner.core.transport.state === 'connected') await this.unpublish().catch(() => undefined);
    this.dispose();
  }

  /** Ends without a word: what is published runs out. */
  dispose(): void {
    if (this.#state === 'Terminated') return;
    this.#timers.stopAll();
    this.#stopWatching();
    this.#document = undefined;
    this.#owner.subscriptions.forget(this);
    this.#move('Terminated');
  }

  #enqueue<Value>(work: () => Promise<Value>): Promise<Value> {
    const next = this.#last.then(work, work);
    this.#last = next.catch(() => undefined);
    return handled(next);
  }

  /** Sends a state; 412 and 423 are dealt with here (section 5). */
  async #publish(document: Document | undefined): Promise<IncomingResponse> {
    this.#timers.stop('refresh');
    try {
      let body = this.#entityTag === undefined ? (document ?? this.#document) : document;
      for (let attempt = 0; ; attempt += 1) {
        const response = await this.#send(body, this.#expires);
        if (response.statusCode < 300) {
          this.#published(response);
          return response;
        }
        if (response.statusCode === 412 && this.#entityTag !== undefined) {
          // They have forgotten it: it is published anew, whole.
          this.#entityTag = undefined;
          body = document ?? this.#document;
        } else if (response.statusCode !== 423 || attempt >= 3 || !this.#adoptMinExpires(response)) {
          throw new ResponseError('PUBLISH', response);
        }
      }
    } catch (error) {
      if (error instanceof SipError) this.#failed(error);
      throw error;
    }
  }

  async #remove(): Promise<void> {
    this.#timers.stopAll();
    const known = this.#entityTag !== undefined;
    const response = known ? await this.#send(undefined, 0) : undefined;
    this.#entityTag = undefined;
    if (this.#state === 'Published') this.#unpublished(response);
    // 412: it is gone already.
    if (response !== undefined && response.statusCode >= 300 && response.statusCode !== 412) {
      throw new ResponseError('PUBLISH', response);
    }
  }

  #send(document: Document | undefined, expires: number): Promise<IncomingResponse> {
    const { core } = this.#owner;
    return new Promise((resolve, reject) => {
      core.send(this.#request(document, expires), { onFinal: resolve, onFailure: reject });
    });
  }

  /** Table 1 of section 4.1: a body to begin and to modify, an entity tag to refresh, modify and remove. */
  #request(document: Document | undefined, expires: number): OutgoingRequest {
    const request = this.#owner.core.newRequest('PUBLISH', this.target);
    const { headers } = request;
    headers.set('Event', eventHeader(this.#eventId));
    headers.set('Expires', String(expires));
    if (this.#entityTag !== undefined) headers.set('SIP-If-Match', this.#entityTag);
    for (const [name, value] of this.#lines) headers.add(name, value);
    if (document !== undefined) request.body = { content: document.body, contentType: document.contentType };
    return request;
  }

  #published(response: IncomingResponse): void {
    if (this.#state === 'Terminated') return;
    const { random } = this.#owner.core.platform;
    this.#failures = 0;
    this.#entityTag = response.header('SIP-ETag')?.trim();
    const expires = Math.min(response.expires ?? this.#expires, this.#expires, LONGEST_EXPIRES);
    this.#refreshIn(refreshDelay(expires, random));
    this.#timers.start('expire', Math.max(expires * 1000, SHORTEST_INTERVAL + 1), () => {
      this.#entityTag = undefined;
      this.#unpublished(undefined);
    });
    this.#move('Published');
    this.#events.emit('published', response);
  }

  #failed(error: SipError): void {
    if (this.#state === 'Terminated') return;
    this.#failures += 1;
    const { core } = this.#owner;
    const delay = failureDelay(error, this.#failures, randomFraction(core.platform.random));
    const retries = this.#options.retry !== false && this.#document !== undefined;
    if (retries && delay !== undefined && core.transport.state === 'connected') this.#refreshIn(delay);
    // What is published lives on by itself until its time; when that is not known, it counts as gone.
    if (this.#state === 'Published' && error instanceof ResponseError && delay === undefined) {
      this.#entityTag = undefined;
      this.#unpublished(undefined);
    }
    this.#events.emit('failed', error);
  }

  #unpublished(response: IncomingResponse | undefined): void {
    this.#timers.stop('expire');
    if (this.#state === 'Terminated') return;
    this.#move('Unpublished');
    this.#events.emit('unpublished', response);
  }

  get #overdue(): boolean {
    return this.#document !== undefined && this.#options.retry !== false && !this.#timers.has('refresh');
  }

  #refreshIn(delay: number): void {
    this.#timers.start('refresh', Math.max(delay, SHORTEST_INTERVAL), () => {
      if (this.#document === undefined || this.#owner.core.transport.state !== 'connected') return;
      void this.#enqueue(async () => {
        if (this.#document !== undefined) await this.#publish(undefined);
      });
    });
  }

  #adoptMinExpires(response: IncomingResponse): boolean {
    const least = response.minExpires;
    if (least === undefined || least <= this.#expires || least > LONGEST_EXPIRES) return false;
    this.#expires = least;
    return true;
  }

  #move(state: PublisherState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#events.emit('stateChange', state);
  }
}

/** Written by the publisher, not from extra headers. */
const OURS: readonly string[] = ['Event', 'Expires', 'SIP-If-Match', 'Content-Type'];
