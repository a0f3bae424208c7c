import type { LazySet } from '../base/lazy-set.ts';
import type { Dialog } from '../dialog/dialog.ts';
import { NameAddr } from '../message/name-addr.ts';
import { Uri } from '../message/uri.ts';
import { endCause } from '../session/end-cause.ts';
import type { SessionContext } from '../session/session-context.ts';
import { SessionEndedError } from '../session/session-errors.ts';
import type { ReferOptions, TransferPart } from '../session/session-parts.ts';
import { Session } from '../session/session.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import { OutgoingRefer } from './outgoing-refer.ts';
import { readReferTarget } from './refer-target.ts';
import { referToSession } from './refer-to-session.ts';
import { Referral } from './referral.ts';
import { TransferFailedError } from './transfer-failed-error.ts';

/** What transfers need to know of the user agent. */
export interface TransferOptions {
  /** Turns what a person types into an address. */
  target(text: string): Uri;
  /** Follow every REFER of the far end without asking; default false. */
  readonly autoFollow: boolean;
  /** Run when the user agent is disposed of. */
  readonly releases: LazySet<() => void>;
}

/** The transfers of one session, in both directions (RFC 3515, RFC 5589). */
export class Transfers implements TransferPart {
  readonly #context: SessionContext;
  readonly #session: Session;
  readonly #options: TransferOptions;
  #outgoing: readonly OutgoingRefer[] = [];
  #incoming: readonly Referral[] = [];
  #release: (() => void) | undefined;

  constructor(context: SessionContext, session: Session, options: TransferOptions) {
    this.#context = context;
    this.#session = session;
    this.#options = options;
  }

  async refer(target: string | Uri | Session, options: ReferOptions = {}): Promise<void> {
    const context = this.#context;
    if (target instanceof Session) await this.#answered(target);
    const { dialog } = context;
    if (dialog === undefined || context.isEnding()) throw new SessionEndedError('be transferred', context.cause);
    const refer = new OutgoingRefer(context, dialog, this.#referTo(target), options);
    if (this.#outgoing.length === 0) this.#watchEnd(dialog);
    this.#outgoing = [...this.#outgoing, refer];
    try {
      const outcome = refer.send();
      context.events.emit('referRequested', refer);
      await outcome;
    } finally {
      this.#outgoing = this.#outgoing.filter((other) => other !== refer);
      if (this.#outgoing.length === 0) this.#release?.();
    }
    if (options.activeAfterTransfer === true) return;
    await Promise.all([this.#leave(this.#session), target instanceof Session ? this.#leave(target) : undefined]);
  }

  receiveRefer(request: ServerRequest): void {
    const context = this.#context;
    const target = readReferTarget(request.message);
    if ('statusCode' in target) {
      request.reply(target.statusCode, target);
      return;
    }
    const referral = new Referral({
      owner: context.owner,
      server: request,
      target,
      session: this.#session,
      dialog: () => context.dialog,
    });
    if (this.#incoming.length === 0) {
      context.atEnd(() => {
        for (const each of this.#incoming) each.sessionEnded();
      });
    }
    this.#incoming = [...this.#incoming, referral];
    const { events } = context;
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

  /**
   * Waits until a call that still rings is answered: its dialog may not be replaced before (RFC 3891 section 4), and
   * giving it up instead would race with its answer (RFC 5589 section 7.6).
   */
  async #answered(target: Session): Promise<void> {
    const context = this.#context;
    const placed = target.direction === 'outgoing';
    if (!placed || (target.state !== 'Initial' && target.state !== 'Establishing')) return;
    const address = target.remoteIdentity.uri.toString();
    context.setTransfer(Object.freeze({ target: address, state: 'requested', statusCode: null }));
    await new Promise<void>((resolve, reject) => {
      const stops = [
        target.on('stateChange', (state) => {
          if (state === 'Established') settle(resolve);
          else if (state === 'Terminated') {
            const statusCode = target.cause?.statusCode ?? null;
            context.setTransfer(Object.freeze({ target: address, state: 'failed', statusCode }));
            settle(() => {
              reject(new TransferFailedError(address, statusCode ?? undefined));
            });
          }
        }),
        context.atEnd(() => {
          settle(() => {
            reject(new SessionEndedError('be transferred', context.cause));
          });
        }),
      ];
      const settle = (how: () => void): void => {
        for (const stop of stops) stop();
        how();
      };
    });
  }

  #referTo(target: string | Uri | Session): NameAddr {
    if (target instanceof Session) return referToSession(target);
    return NameAddr.from({ uri: target instanceof Uri ? target : this.#options.target(target) });
  }

  /** Ends a call that the transfer has made needless. */
  async #leave(session: Session): Promise<void> {
    if (session.state !== 'Established') return;
    session.context.endsAs = endCause('TRANSFERRED', 'local');
    await session.bye();
  }

  async #follow(referral: Referral): Promise<void> {
    await referral.accept();
    // A call that cannot be placed ends, and its end is reported.
    await referral
      .makeInviter()
      .invite()
      .catch(() => undefined);
  }

  /** Reports may still come when the call is over: its dialog lives on for them (RFC 5057 section 4.2). */
  #watchEnd(dialog: Dialog): void {
    const { core } = this.#context;
    const { releases } = this.#options;
    const dispose = (): void => {
      for (const refer of this.#outgoing) refer.dispose();
    };
    const forget = this.#context.atEnd(() => {
      const usage = {
        receive: (request: ServerRequest): void => {
          if (request.message.method !== 'NOTIFY' || !this.receiveNotify(request)) request.reply(481);
        },
        receiveAck: (): void => undefined,
      };
      core.dialogs.add(dialog, usage);
      releases.add(dispose);
      for (const refer of this.#outgoing) refer.sessionEnded();
    });
    this.#release = () => {
      forget();
      releases.delete(dispose);
      if (this.#context.isEnded()) core.dialogs.remove(dialog);
    };
  }
}
