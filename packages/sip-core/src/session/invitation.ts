import { InvalidStateError, InvalidValueError } from '../base/errors.ts';
import { handled } from '../base/promises.ts';
import { Dialog } from '../dialog/dialog.ts';
import { parseExtraHeaders } from '../message/extra-headers.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import type { Body } from '../message/outgoing-message.ts';
import type { ServerTransactionUser } from '../transaction/server-transaction.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import { AnswerRepetition } from './answer-repetition.ts';
import { type TerminateOptions, sendBye } from './bye.ts';
import { causeOfMediaError } from './cause-of.ts';
import { CLASSIC_CAUSES, codeOfStatus, type EndCause, endCause, type EndCauseCode } from './end-cause.ts';
import { infoPackages } from './extension-use.ts';
import { noteOffer } from './exchange.ts';
import { IncomingExchange } from './incoming-exchange.ts';
import type {
  InvitationAcceptOptions,
  InvitationProgressOptions,
  InvitationRejectOptions,
} from './invitation-options.ts';
import { Progress, type ProgressUser } from './progress.ts';
import { responseContent } from './response-content.ts';
import { isAnsweredElsewhere, readReason } from './reason.ts';
import { readSessionBody, refusesDescriptions, type SessionBody } from './session-body.ts';
import { SessionEndedError } from './session-errors.ts';
import { SessionContext } from './session-context.ts';
import type { SessionOwner } from './session-owner.ts';
import { Session } from './session.ts';

/**
 * A call that comes in (RFC 3261 section 13.3).
 *
 * @example
 * ```ts
 * userAgent.delegate = {
 *   onInvite(invitation) {
 *     void invitation.accept({ sessionDescriptionHandlerOptions: { constraints: { audio: true, video: false } } });
 *   },
 * };
 * ```
 */
export class Invitation extends Session implements ServerTransactionUser, ProgressUser {
  /** The call whose place this one takes once it is answered (RFC 3891). */
  replacing: Session | undefined;
  readonly #incoming: ServerRequest;
  readonly #progress: Progress;
  #offer: SessionBody | undefined;
  readonly #exchange: IncomingExchange;
  #repetition: AnswerRepetition | undefined;
  #hangUpAfterAck: (() => void) | undefined;
  /** Our 2xx carried an offer: the ACK brings the answer. */
  #offersInAnswer = false;

  constructor(owner: SessionOwner, incoming: ServerRequest) {
    const { message } = incoming;
    const dialog = Dialog.fromRequest(message, incoming.localTag);
    super(new SessionContext({ owner, direction: 'incoming', local: dialog.local, remote: dialog.remote }));
    this.#incoming = incoming;
    this.context.dialog = dialog;
    this.context.peer.learn(message);
    this.#offer = readSessionBody(message, this.context.handler);
    this.#exchange = new IncomingExchange(this.context, this.#offer);
    if (this.#offer.kind === 'description') noteOffer(this.context, this.#offer.sdp);
    this.#progress = new Progress(this.context, incoming, this.#exchange, this);
  }

  /** The INVITE. */
  override get request(): IncomingRequest {
    return this.#incoming.message;
  }

  /**
   * Takes the call in: checks what it asks for, starts its timers, listens for its CANCEL.
   *
   * @returns false when it was refused at once, or ended by whoever was told of it
   * @internal
   */
  begin(): boolean {
    const { context } = this;
    context.metadata.open(this.request.callId, this.replacing?.context.metadata.half);
    context.metadata.learn(this.request);
    if (this.#refuseAtOnce()) {
      // Nobody was told of it, so nobody is told that it is over.
      context.end(endCause('INCOMPATIBLE_SDP', 'local', { statusCode: this.#incoming.finalCode ?? null }));
      return false;
    }
    context.owner.adopt(this);
    if (context.isEnded()) return false;
    if (context.dialog !== undefined) context.addDialog(context.dialog);
    this.#incoming.listen(this);
    this.#startTimers();
    return true;
  }

  /** Says that we ring, unless the application has answered meanwhile. @internal */
  ring(): void {
    if (this.context.state !== 'Initial') return;
    // The first reliable response would have to carry our offer (RFC 3262 section 5), and so open the microphone of
    // somebody who has not answered. Such a caller hears of us when the application reports progress, or answers.
    if (this.#progress.mustBeReliable && this.#exchange.offerless) return;
    void this.progress();
  }

  /**
   * Sends a provisional response (RFC 3261 section 13.3.1.1).
   *
   * @throws {@link InvalidStateError} once the call is answered, refused or gone
   */
  progress(options: InvitationProgressOptions = {}): Promise<void> {
    return handled(this.#progress.send(options));
  }

  /**
   * Answers. Resolves when the 2xx is sent; `confirmed` tells of its ACK.
   *
   * @throws {@link InvalidStateError} when it was answered before
   * @throws MediaError when there is no microphone or no common codec; the call has been refused then
   * @throws {@link SessionEndedError} when the caller gave up meanwhile
   */
  override accept(options: InvitationAcceptOptions = {}): Promise<void> {
    return handled(this.context.perform('answer', () => this.#accept(options)));
  }

  /**
   * Refuses (RFC 3261 section 13.3.1.3).
   *
   * @throws {@link InvalidStateError} once the call is answered or gone
   */
  reject(options: InvitationRejectOptions = {}): Promise<void> {
    return handled(this.#reject(options));
  }

  /** Sends whatever response is asked for: provisional, 2xx or refusal (document 001). */
  reply(options: TerminateOptions = {}): Promise<void> {
    const statusCode = options.statusCode ?? options.status_code ?? 200;
    if (statusCode < 200) return this.progress({ ...options, statusCode });
    if (statusCode < 300)
      return this.accept(options.extraHeaders === undefined ? {} : { extraHeaders: options.extraHeaders });
    return this.reject({ ...options, statusCode });
  }

  override receivePrack(request: ServerRequest): void {
    this.#progress.receivePrack(request);
  }

  override receiveAck(ack: IncomingRequest): void {
    if (this.#repetition?.acknowledge(ack.cseq.seq) !== true) {
      super.receiveAck(ack);
      return;
    }
    this.#repetition = undefined;
    this.#incoming.release();
    void this.#confirm(ack);
  }

  /** @internal */
  override connectionLost(): void {
    if (!this.#incoming.answered) this.#fail(endCause('CONNECTION_ERROR', 'system'), null);
  }

  /** A BYE before our answer ends the INVITE too (RFC 3261 section 15.1.2). @internal */
  override beforeBye(): void {
    this.#incoming.reply(487);
  }

  protected override giveUp(options: TerminateOptions): Promise<void> {
    return this.#incoming.answered ? this.hangUp(options) : this.reject(options);
  }

  /** The callee waits with its BYE until its 2xx is acknowledged (RFC 3261 section 15). */
  protected override async hangUp(options: TerminateOptions): Promise<void> {
    const { context } = this;
    if (this.#repetition !== undefined) {
      context.existingHandler?.close();
      context.move('terminate');
      await new Promise<void>((resolve) => {
        this.#hangUpAfterAck = resolve;
        context.atEnd(resolve);
      });
    }
    if (context.dialog !== undefined && !context.isEnded()) await sendBye(context, context.dialog, options);
  }

  async #accept(options: InvitationAcceptOptions): Promise<void> {
    const { context } = this;
    if (context.state !== 'Initial') throw new InvalidStateError('answer', context.state);
    const extraHeaders = parseExtraHeaders(options.extraHeaders ?? []);
    context.sessionTimer.configure(options.sessionTimers);
    context.timers.stop('noAnswer');
    context.timers.stop('expires');
    context.move('establish');
    context.setPhase('connecting');
    let body: Body | undefined;
    try {
      // RFC 3262 section 5: what carries our description must have arrived before the 2xx goes.
      await this.#progress.allDescribed();
      if (!this.#exchange.complete && !context.isEnding()) body = await this.#exchange.describe(options);
    } catch (error) {
      if (context.isEnded()) throw new SessionEndedError('be answered', context.cause);
      const cause = causeOfMediaError(error);
      this.#incoming.reply(cause.code === 'BAD_MEDIA_DESCRIPTION' ? 488 : 480);
      this.#fail(cause, null);
      throw error;
    }
    if (context.isEnding()) throw new SessionEndedError('be answered', context.cause);
    const response = this.#incoming.reply(200, {
      headers: [
        ['Contact', context.core.identity.contact.toString()],
        ['Allow', context.core.allow],
        ...(context.core.supported === '' ? [] : ([['Supported', context.core.supported]] as const)),
        ...infoPackages(context.core.optionTags),
        ...context.sessionTimer.answer(this.request),
        ...extraHeaders,
      ],
      body,
    });
    this.#progress.stop();
    this.#offersInAnswer = this.#exchange.offerless && !this.#exchange.complete;
    context.negotiation.initial.awaitAck(this.#offersInAnswer);
    context.dialog?.confirm();
    if (response !== undefined) {
      this.#repetition = new AnswerRepetition(context, this.#incoming, response, () => {
        this.#noAck();
      });
    }
    context.setAnswered();
    context.move('answered');
    if (!context.isEnded()) context.events.emit('accepted');
  }

  /** The ACK is here; it carries the answer when our 2xx carried the offer. */
  async #confirm(ack: IncomingRequest): Promise<void> {
    const { context } = this;
    if (this.#offersInAnswer && !context.isEnding()) {
      const body = readSessionBody(ack, context.handler);
      try {
        if (body.kind !== 'description') throw new InvalidValueError('ACK', 'brought no answer');
        await this.#exchange.takeAnswer(body.sdp);
      } catch (error) {
        if (context.isEnding() || context.dialog === undefined) return;
        await sendBye(
          context,
          context.dialog,
          { statusCode: 488, reasonPhrase: 'Not Acceptable Here' },
          causeOfMediaError(error),
        );
        return;
      }
    }
    if (context.state === 'Established') context.negotiation.initial.finish();
    this.#exchange.release();
    this.#offer = undefined;
    this.#hangUpAfterAck?.();
    if (!context.isEnded()) context.events.emit('confirmed', ack);
  }

  async #reject(options: InvitationRejectOptions): Promise<void> {
    const { context } = this;
    if (this.#incoming.answered || context.isEnding()) throw new InvalidStateError('refuse', context.state);
    const statusCode = options.statusCode ?? options.status_code ?? 480;
    if (statusCode < 300 || statusCode > 699) throw new InvalidValueError('statusCode', 'must be 300 to 699');
    const contacts = (options.contacts ?? []).map((contact) => ['Contact', contact] as const);
    this.#incoming.reply(statusCode, responseContent(options, contacts));
    this.#fail(endCause(codeOfRefusal(statusCode), 'local', { statusCode }), null, true);
    await Promise.resolve();
  }

  /** @returns whether it was answered with a refusal */
  #refuseAtOnce(): boolean {
    if (this.#offer?.kind === 'unsupported') {
      this.#incoming.reply(415, {
        headers: [
          ['Accept', 'application/sdp'],
          ['Accept-Encoding', 'identity'],
        ],
      });
      return true;
    }
    if (!refusesDescriptions(this.request)) return this.context.sessionTimer.refuse(this.#incoming);
    this.#incoming.reply(406);
    return true;
  }

  #startTimers(): void {
    const { context } = this;
    const expires = this.request.expires;
    if (expires !== undefined) {
      context.timers.start('expires', expires * 1000, () => {
        this.giveUpRinging(487, endCause('EXPIRES', 'system', { statusCode: 487 }));
      });
    }
    if (context.owner.noAnswerTimeout > 0) {
      context.timers.start('noAnswer', context.owner.noAnswerTimeout, () => {
        this.giveUpRinging(480, endCause('NO_ANSWER', 'system', { statusCode: 480 }));
      });
    }
  }

  /** Refuses, for a reason of our own. @internal */
  giveUpRinging(statusCode: number, cause: EndCause): void {
    this.#incoming.reply(statusCode);
    this.#fail(cause, null, true);
  }

  /** The transaction has answered the CANCEL; what is left is the INVITE (RFC 3261 section 9.2). @internal */
  onCancel(cancel: IncomingRequest): void {
    if (this.#incoming.answered) return;
    this.#incoming.reply(487);
    const reason = readReason(cancel);
    const code = isAnsweredElsewhere(reason) ? 'ANSWERED_ELSEWHERE' : 'CANCELED';
    this.context.end(endCause(code, 'remote', { reason, statusCode: 487 }), cancel, () => {
      this.context.events.emit('cancel');
      this.context.events.emit('failed', cancel, CLASSIC_CAUSES[code]);
    });
  }

  #noAck(): void {
    const { context } = this;
    this.#repetition = undefined;
    this.#hangUpAfterAck?.();
    if (context.dialog === undefined || context.state !== 'Established') return;
    // RFC 3261 section 13.3.1.4: without an ACK the session should end.
    void sendBye(context, context.dialog, {}, endCause('NO_ACK', 'system'));
  }

  #fail(cause: EndCause, message: IncomingRequest | null, rejected = false): void {
    this.context.end(cause, message, () => {
      if (rejected) this.context.events.emit('rejected', null, CLASSIC_CAUSES[cause.code]);
      this.context.events.emit('failed', message, CLASSIC_CAUSES[cause.code]);
    });
  }
}

/** Why a call ended that we refused ourselves: who declines with 480 is there, whatever the caller is told. */
function codeOfRefusal(statusCode: number): EndCauseCode {
  if (statusCode === 480) return 'REJECTED';
  return statusCode === 487 ? 'CANCELED' : codeOfStatus(statusCode);
}
