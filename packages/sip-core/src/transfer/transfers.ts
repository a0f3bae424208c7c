import { NameAddr } from '../message/name-addr.ts';
import { Uri } from '../message/uri.ts';
import { sendBye } from '../session/bye.ts';
import { endCause } from '../session/end-cause.ts';
import type { SessionContext } from '../session/session-context.ts';
import type { ReferOptions, TransferPart } from '../session/session-parts.ts';
import { Session } from '../session/session.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import { OutgoingRefer } from './outgoing-refer.ts';
import { referToSession } from './replaces.ts';
import { Referral } from './referral.ts';

/** What transfers need to know of the user agent. */
export interface TransferOptions {
  /** Turns what a person types into an address. */
  readonly target: (text: string) => Uri;
  /** Follow every REFER of the far end without asking; default false. */
  readonly autoFollow: boolean;
}

/** The transfers of one session, in both directions (RFC 3515, RFC 5589). */
export class Transfers implements TransferPart {
  readonly #context: SessionContext;
  readonly #session: Session;
  readonly #options: TransferOptions;
  #outgoing: readonly OutgoingRefer[] = [];

  constructor(context: SessionContext, session: Session, options: TransferOptions) {
    this.#context = context;
    this.#session = session;
    this.#options = options;
  }

  async refer(target: string | Uri | Session, options: ReferOptions = {}): Promise<void> {
    const context = this.#context;
    const refer = new OutgoingRefer(context, this.#referTo(target), options);
    this.#outgoing = [...this.#outgoing, refer];
    try {
      const outcome = refer.send();
      context.events.emit('referRequested', refer);
      await outcome;
    } finally {
      this.#outgoing = this.#outgoing.filter((other) => other !== refer);
    }
    if (options.activeAfterTransfer === true || context.dialog === undefined || context.isEnding()) return;
    await sendBye(context, context.dialog, {}, endCause('TRANSFERRED', 'local'));
  }

  receiveRefer(request: ServerRequest): void {
    const { events } = this.#context;
    const targets = request.message.headers('Refer-To');
    const target = request.message.referTo?.uri;
    if (targets.length !== 1 || target === undefined) {
      request.reply(400, { reasonPhrase: 'Bad Refer-To Header Field' });
      return;
    }
    if (target.opaque !== undefined) {
      request.reply(416);
      return;
    }
    const referral = new Referral(this.#context, request, target);
    const asked = events.count('referRequested') > 0 || this.#session.delegate?.onRefer !== undefined;
    events.emit('referRequested', referral);
    this.#session.delegate?.onRefer?.(referral);
    if (referral.answered || asked) return;
    if (this.#options.autoFollow) void this.#follow(referral);
    else void referral.reject();
  }

  receiveNotify(request: ServerRequest): boolean {
    const { event } = request.message;
    if (event?.value.toLowerCase() !== 'refer') return false;
    const refer = this.#outgoing.find((each) => each.matches(event.params.get('id')));
    if (refer === undefined) return false;
    request.reply(200);
    refer.report(request.message);
    return true;
  }

  #referTo(target: string | Uri | Session): NameAddr {
    if (target instanceof Session) return referToSession(target);
    return NameAddr.from({ uri: target instanceof Uri ? target : this.#options.target(target) });
  }

  async #follow(referral: Referral): Promise<void> {
    await referral.accept();
    await referral.makeInviter().invite();
  }
}
