import { Messaging } from '../messaging/messaging.ts';
import { Subscriptions } from '../subscription/subscriptions.ts';
import { OutOfDialogRefers } from '../transfer/out-of-dialog-refers.ts';
import { OPTIONS_USER } from '../user-agent/dispatch.ts';
import type { MethodTable, MethodUser } from '../user-agent/method-user.ts';
import { DelegateReceiver, type OutsideReceiver } from './delegate-receiver.ts';
import { type IncomingCallOptions, IncomingCalls } from './incoming-calls.ts';
import type { UserAgent } from './user-agent.ts';

/**
 * What a user agent does with requests from outside of dialogs. Whoever takes them is made with the first one: most
 * phones wait for a long time, and there may be thousands of them.
 */
export class OutsideRequests implements MethodTable {
  readonly names: readonly string[] = METHODS;
  /** Who is asked about what comes from outside of calls. */
  receivers: readonly OutsideReceiver[];
  readonly #userAgent: UserAgent;
  readonly #callOptions: IncomingCallOptions;
  #calls: IncomingCalls | undefined;
  #refers: OutOfDialogRefers | undefined;
  #messaging: Messaging | undefined;
  #subscriptions: Subscriptions | undefined;

  constructor(userAgent: UserAgent, callOptions: IncomingCallOptions) {
    this.#userAgent = userAgent;
    this.#callOptions = callOptions;
    this.receivers = [new DelegateReceiver(userAgent)];
  }

  /** Has another one asked. */
  ask(receiver: OutsideReceiver): void {
    this.receivers = this.receivers.concat(receiver);
  }

  takes(method: string): boolean {
    if (method === 'MESSAGE') return this.receivers.some((receiver) => receiver.takesMessages());
    if (method === 'SUBSCRIBE') return this.receivers.some((receiver) => receiver.takesSubscribers());
    return METHODS.includes(method);
  }

  get(method: string): MethodUser | undefined {
    switch (method) {
      case 'INVITE':
        return this.calls;
      case 'MESSAGE':
        return this.messaging;
      case 'NOTIFY':
      case 'SUBSCRIBE':
        return this.subscriptions;
      case 'REFER':
        return (this.#refers ??= new OutOfDialogRefers(this.#userAgent, this));
      case 'OPTIONS':
        return OPTIONS_USER;
      default:
        return undefined;
    }
  }

  get calls(): IncomingCalls {
    return (this.#calls ??= new IncomingCalls(this.#userAgent, this.#callOptions));
  }

  get messaging(): Messaging {
    return (this.#messaging ??= new Messaging(this.#userAgent.core, this.#userAgent, this));
  }

  get subscriptions(): Subscriptions {
    return (this.#subscriptions ??= new Subscriptions(this.#userAgent.core, this.#userAgent, this));
  }

  dispose(): void {
    this.#messaging?.dispose();
    this.#subscriptions?.dispose();
  }
}

const METHODS: readonly string[] = ['MESSAGE', 'NOTIFY', 'SUBSCRIBE', 'REFER', 'INVITE', 'OPTIONS'];
