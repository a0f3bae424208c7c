import { LazySet } from '../base/lazy-set.ts';
import type { Uri } from '../message/uri.ts';
import type { TimerHandle } from '../platform.ts';
import { plainRequest } from '../user-agent/plain-request.ts';
import type { MethodUser } from '../user-agent/method-user.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import type { UserAgentCore } from '../user-agent/user-agent-core.ts';
import { InboundMessage } from './inbound-message.ts';
import { MessageQueue } from './message-queue.ts';
import { Message } from './message.ts';

/** Octets of a MESSAGE beyond which it may be lost on the way (RFC 3428 section 8). */
const SAFE_SIZE = 1300;
/** Milliseconds in which a message that was not answered at once has to be: well before the sender gives up. */
const ANSWER_TIME = 20_000;

/** Options of a message. */
export interface MessageOptions {
  /** Default `text/plain`. */
  readonly contentType?: string | undefined;
  readonly extraHeaders?: readonly string[] | undefined;
}

/** Who may take texts that come in. */
export interface MessageReceiver {
  /** Whether anybody listens there; when nobody does, MESSAGE is answered 405 and left out of Allow. */
  takesMessages(): boolean;
  /** May answer the message. */
  receiveMessage(message: InboundMessage): void;
}

/** The texts of one user agent, in both directions (RFC 3428). */
export class Messaging implements MethodUser {
  readonly #asked: { readonly receivers: Iterable<MessageReceiver> };
  readonly #core: UserAgentCore;
  readonly #owner: object;
  readonly #queue = new MessageQueue();
  /** Of messages that were not answered at once. */
  readonly #timers = new LazySet<TimerHandle>();

  /**
   * @param owner - what messages that come in name as their `ua`
   * @param asked - who is asked about those; read anew for each
   */
  constructor(core: UserAgentCore, owner: object, asked: { readonly receivers: Iterable<MessageReceiver> }) {
    this.#core = core;
    this.#owner = owner;
    this.#asked = asked;
  }

  /**
   * Sends a text; returns at once. Messages to one address go one after the other.
   *
   * @param owner - what the message names as its `ua`
   * @throws InvalidValueError when a header line or the content type cannot be written
   */
  send<Owner>(owner: Owner, target: Uri, body: string, options: MessageOptions = {}): Message<Owner> {
    const request = plainRequest(this.#core, 'MESSAGE', target, { ...options, body });
    if (body.length > SAFE_SIZE) {
      this.#core.platform.logger.log('warn', 'message', `${body.length} characters are more than MESSAGE is made for`);
    }
    return new Message<Owner>({
      core: this.#core,
      ua: owner,
      request,
      gate: (send) => {
        this.#queue.enter(target.toString(), send);
      },
    });
  }

  /** Lets go of every timer. */
  dispose(): void {
    for (const timer of this.#timers) this.#core.platform.clock.clearTimeout(timer);
    this.#timers.clear();
  }

  /** @internal */
  receiveInDialog(request: ServerRequest): boolean {
    this.receive(request);
    return true;
  }

  /** @internal */
  receive(request: ServerRequest): void {
    const message = new InboundMessage(this.#owner, request);
    for (const receiver of this.#listeners()) this.#hand(receiver, message);
    if (message.answered) return;
    if (!message.deferred) {
      message.accept();
      return;
    }
    const timer = this.#core.platform.clock.setTimeout(() => {
      this.#timers.delete(timer);
      if (!message.answered) message.reject();
    }, ANSWER_TIME);
    this.#timers.add(timer);
  }

  #hand(receiver: MessageReceiver, message: InboundMessage): void {
    try {
      receiver.receiveMessage(message);
    } catch (error) {
      this.#core.platform.logger.log('error', 'message', 'a receiver of messages threw', error);
    }
  }

  #listeners(): readonly MessageReceiver[] {
    return [...this.#asked.receivers].filter((receiver) => receiver.takesMessages());
  }
}
