import { ServerContext } from '../user-agent/server-context.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import type { UserAgentCore } from '../user-agent/user-agent-core.ts';
import { type AttemptTable, attemptKey } from './subscribe-attempt.ts';

/** A NOTIFY that belongs to no subscription of ours. It gets 481 unless it is accepted at once. */
export type UnsolicitedNotify = ServerContext;

/** Who may take what comes in outside any subscription. */
export interface EventReceiver {
  /** May accept the NOTIFY. */
  notify(notify: UnsolicitedNotify): void;
}

/** What lives until it is ended: a subscription, a publication. */
export interface Ending {
  /** Ends it with a word to the other side. Never rejects; bounded by 64*T1. */
  end(): Promise<void>;
  /** Ends it without. */
  dispose(): void;
}

/** The subscriptions, notifiers and publications of one user agent (RFC 6665, RFC 3903). */
export class Subscriptions {
  /** SUBSCRIBEs that NOTIFYs may answer. */
  readonly attempts: AttemptTable = new Map<string, (request: ServerRequest) => void>();
  readonly receivers: Set<EventReceiver> = new Set<EventReceiver>();
  readonly #core: UserAgentCore;
  readonly #owner: object;
  readonly #live = new Set<Ending>();

  /** @param owner - what requests that come in name as their `ua` */
  constructor(core: UserAgentCore, owner: object) {
    this.#core = core;
    this.#owner = owner;
    core.methods.set('NOTIFY', (request) => {
      this.#receiveNotify(request);
    });
    core.dialogMakers.set('NOTIFY', (request) => {
      const attempt = this.attempts.get(attemptKey(request.message.callId, request.message.toTag ?? ''));
      attempt?.(request);
      return attempt !== undefined;
    });
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

  /** RFC 6665 section 4.1.3: what nobody asked for is refused, unless the application has a use for it. */
  #receiveNotify(request: ServerRequest): void {
    const notify = new ServerContext(this.#owner, request);
    for (const receiver of this.receivers) {
      try {
        receiver.notify(notify);
      } catch (error) {
        this.#core.platform.logger.log('error', 'subscription', 'a receiver of NOTIFY threw', error);
      }
    }
    if (!notify.answered) request.reply(481);
  }
}
