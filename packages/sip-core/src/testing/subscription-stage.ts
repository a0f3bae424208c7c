import type { IncomingRequest } from '../message/incoming-message.ts';
import type { Subscriber } from '../subscription/subscriber.ts';
import type { SubscribeOptions } from '../ua/ua.ts';
import { outcomeIn } from './outcome.ts';
import { type Phone, PhoneBox, type PhoneBoxOptions } from './phones.ts';
import type { RespondOptions, ScriptedPeer } from './scripted-peer.ts';
import type { ScriptedDialog } from './scripted-dialog.ts';

/** What {@link Stage.leaks} gives when nothing is left. */
export const NOTHING: Readonly<Record<string, number>> = {
  timers: 0,
  sessions: 0,
  dialogs: 0,
  transactions: 0,
  handlers: 0,
  tracks: 0,
  sockets: 0,
  subscriptions: 0,
  attempts: 0,
};

/** How a NOTIFY of a scripted notifier looks. */
export interface NotifyOptions {
  readonly event?: string;
  readonly headers?: readonly string[];
  readonly body?: string;
  readonly contentType?: string;
}

/** Alice, a real phone, and Dave, a notifier played by the test. */
export class Stage {
  readonly box: PhoneBox;
  readonly dave: ScriptedPeer;
  alice!: Phone;

  constructor(options: PhoneBoxOptions = {}) {
    this.box = new PhoneBox(options);
    this.dave = this.box.network.scriptedPeer('dave');
  }

  static async open(options: PhoneBoxOptions = {}): Promise<Stage> {
    const stage = new Stage(options);
    stage.alice = await stage.box.phone('alice');
    return stage;
  }

  /** What is left after the box was closed. */
  leaks(): Readonly<Record<string, number>> {
    const { subscriptions } = this.alice.ua.userAgent;
    return { ...this.box.leaks(), subscriptions: subscriptions.size, attempts: subscriptions.attempts.size };
  }

  outcomeOf(promise: PromiseLike<unknown>): Promise<unknown> {
    return outcomeIn(this.box, promise);
  }

  /** Accepts a SUBSCRIBE with 200 and its Expires, or another one. */
  accept(subscribe: IncomingRequest, expires: number = subscribe.expires ?? 0, options: RespondOptions = {}): void {
    this.dave.respond(subscribe, 200, { ...options, headers: [`Expires: ${expires}`, ...(options.headers ?? [])] });
  }

  /** Sends a NOTIFY and waits for its answer; gives the status. */
  async notify(dialog: ScriptedDialog, state: string, options: NotifyOptions = {}): Promise<number> {
    const { event = 'presence', headers = [], ...rest } = options;
    const sent = dialog.send('NOTIFY', {
      headers: [`Event: ${event}`, `Subscription-State: ${state}`, ...headers],
      ...rest,
    });
    return (await this.dave.expectResponse('*', sent)).statusCode;
  }

  /** A subscription of Alice to Dave's presence that is active. */
  async subscribed(
    expires = 3600,
    options: SubscribeOptions = {},
  ): Promise<{ readonly subscription: Subscriber; readonly dialog: ScriptedDialog; readonly first: IncomingRequest }> {
    const subscription = this.alice.ua.subscribe('dave', 'presence', { expires, allowShortExpires: true, ...options });
    const first = await this.dave.expect('SUBSCRIBE');
    this.accept(first);
    const dialog = this.dave.dialog(first);
    await this.notify(dialog, `active;expires=${expires}`);
    return { subscription, dialog, first };
  }
}
