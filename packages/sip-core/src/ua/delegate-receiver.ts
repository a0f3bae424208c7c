import type { InboundMessage } from '../messaging/inbound-message.ts';
import type { MessageReceiver } from '../messaging/messaging.ts';
import type { Notifier } from '../subscription/notifier.ts';
import type { EventReceiver, UnsolicitedNotify } from '../subscription/subscriptions.ts';
import type { ReferReceiver } from '../transfer/out-of-dialog-refers.ts';
import type { Referral } from '../transfer/referral.ts';
import type { UserAgentDelegate } from './user-agent-delegate.ts';

/** Who is asked about what comes from outside of calls: texts, notifications, subscribers, transfers. */
export interface OutsideReceiver extends MessageReceiver, EventReceiver, ReferReceiver {
  takesSubscribers(): boolean;
}

/** Asks the delegate that a user agent has at the moment. */
export class DelegateReceiver implements OutsideReceiver {
  readonly #owner: { readonly delegate: UserAgentDelegate | undefined };

  constructor(owner: { readonly delegate: UserAgentDelegate | undefined }) {
    this.#owner = owner;
  }

  takesMessages(): boolean {
    return this.#owner.delegate?.onMessage !== undefined;
  }

  receiveMessage(message: InboundMessage): void {
    this.#owner.delegate?.onMessage?.(message);
  }

  receiveNotify(notify: UnsolicitedNotify): void {
    this.#owner.delegate?.onNotify?.(notify);
  }

  takesSubscribers(): boolean {
    return this.#owner.delegate?.onSubscribe !== undefined;
  }

  receiveSubscriber(notifier: Notifier): void {
    this.#owner.delegate?.onSubscribe?.(notifier);
  }

  takesRefers(): boolean {
    return this.#owner.delegate?.onRefer !== undefined;
  }

  receiveRefer(referral: Referral): void {
    this.#owner.delegate?.onRefer?.(referral);
  }
}
