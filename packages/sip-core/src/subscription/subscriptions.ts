import { LazyMap } from '../base/lazy-map.ts';
import { LazySet } from '../base/lazy-set.ts';
import type { MethodUser } from '../user-agent/method-user.ts';
import { ServerContext } from '../user-agent/server-context.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import type { UserAgentCore } from '../user-agent/user-agent-core.ts';
import { readEvent } from './event-id.ts';
import { Notifier } from './notifier.ts';
import { type AttemptTable, attemptKey } from './subscribe-attempt.ts';
import type { SubscriptionOwner } from './subscriber-options.ts';

/** A NOTIFY that belongs to no subscription of ours. It gets 481 unless it is accepted at once. */
export type UnsolicitedNotify = ServerContext;

/** Who may take what comes in outside any subscription. */
export interface EventReceiver {
  /** May accept the NOTIFY. */
  receiveNotify?(notify: UnsolicitedNotify): void;
  /** Whether anybody decides about subscribers; when nobody does, SUBSCRIBE gets 405 and is left out of Allow. */
  takesSubscribers?(): boolean;
  /** May accept, put off or refuse the subscription. */
  receiveSubscriber?(notifier: Notifier): void;
}

/** What lives until it is ended: a subscription, a publication. */
export interface Ending {
  /** Ends it with a word to the other side. Never rejects; bounded by 64*T1. */
  end(): Promise<void>;
  /** Ends it without. */
  dispose(): void;
}

/** How many subscriptions, theirs and ours, one user agent has before it refuses further ones of theirs. */
const MOST = 500;

/** The subscriptions, notifiers and publications of one user agent (RFC 6665, RFC 3903). */
export class Subscriptions implements MethodUser {
  /** SUBSCRIBEs that NOTIFYs may answer. */
  readonly attempts: AttemptTable = new LazyMap<string, (request: ServerRequest) => void>();
  /** Event packages that we tell the state of, for Allow-Events (RFC 6665 section 4.4.4). */
  readonly packages: LazySet<string> = new LazySet<string>();
  readonly #core: UserAgentCore;
  readonly #owner: Omit<SubscriptionOwner, 'subscriptions'>;
  readonly #asked: { readonly receivers: Iterable<EventReceiver> };
  readonly #live = new LazySet<Ending>();

  /**
   * @param owner - what requests that come in name as their `ua`
   * @param asked - who is asked about those; read anew for each
   */
  constructor(
    core: UserAgentCore,
    owner: Omit<SubscriptionOwner, 'subscriptions'>,
    asked: { readonly receivers: Iterable<EventReceiver> },
  ) {
    this.#core = core;
    this.#owner = owner;
    this.#asked = asked;
  }

  /** How many there are. */
  get size(): number {
    return this.#live.size;
  }

  adopt(ending: Ending): void {
    this.#live.add(ending);
  }

  forget(ending: Ending): void {
    this.#live.delete(ending);
  }

  /** Ends them all. */
  async end(): Promise<void> {
    await Promise.all([...this.#live].map((each) => each.end()));
  }

  /** Forgets them all without a word. */
  dispose(): void {
    for (const each of [...this.#live]) each.dispose();
  }

  /** @internal */
  receive(request: ServerRequest): void {
    if (request.message.method === 'NOTIFY') this.#receiveNotify(request);
    else this.#receiveSubscribe(request);
  }

  /** @internal */
  makeDialog(request: ServerRequest): boolean {
    const { method, callId, toTag } = request.message;
    const attempt = method === 'NOTIFY' ? this.attempts.get(attemptKey(callId, toTag ?? '')) : undefined;
    attempt?.(request);
    return attempt !== undefined;
  }

  /** RFC 6665 section 4.1.3: what nobody asked for is refused, unless the application has a use for it. */
  #receiveNotify(request: ServerRequest): void {
    const notify = new ServerContext(this.#owner, request);
    this.#ask((receiver) => receiver.receiveNotify?.(notify));
    if (!notify.answered) request.reply(481);
  }

  /** Section 4.2.1.1: a package that nobody here knows is refused with 489. */
  #receiveSubscribe(request: ServerRequest): void {
    const event = readEvent(request.message.event);
    const bad = (): void => {
      const known = [...this.packages].join(', ');
      request.reply(489, { headers: known === '' ? [] : [['Allow-Events', known]] });
    };
    if (event === undefined || (this.packages.size > 0 && !this.packages.has(event.type))) {
      bad();
      return;
    }
    if (this.#live.size >= MOST) {
      request.reply(480, { headers: [['Retry-After', '300']] });
      return;
    }
    const owner = { core: this.#core, subscriptions: this, target: this.#owner.target.bind(this.#owner) };
    const notifier = new Notifier(owner, request, event);
    this.#ask((receiver) => receiver.receiveSubscriber?.(notifier));
    if (!notifier.answered) bad();
  }

  #ask(ask: (receiver: EventReceiver) => void): void {
    for (const receiver of this.#asked.receivers) {
      try {
        ask(receiver);
      } catch (error) {
        this.#core.platform.logger.log('error', 'subscription', 'a receiver threw', error);
      }
    }
  }
}
