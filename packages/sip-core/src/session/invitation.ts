import { InvalidStateError, InvalidValueError } from '../base/errors.ts';
import { handled } from '../base/promises.ts';
import { Dialog } from '../dialog/dialog.ts';
import type {
  SessionDescriptionHandlerModifier,
  SessionDescriptionHandlerOptions,
} from '../media/session-description-handler.ts';
import { parseExtraHeaders } from '../message/extra-headers.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import type { Body } from '../message/outgoing-message.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import { AnswerRepetition } from './answer-repetition.ts';
import { type TerminateOptions, sendBye } from './bye.ts';
import { causeOfMediaError } from './cause-of.ts';
import { CLASSIC_CAUSES, codeOfStatus, type EndCause, endCause, type EndCauseCode } from './end-cause.ts';
import { isAnsweredElsewhere, readReason } from './reason.ts';
import { readSessionBody, refusesDescriptions, type SessionBody } from './session-body.ts';
import { SessionEndedError } from './session-errors.ts';
import { SessionContext } from './session-context.ts';
import type { SessionOwner } from './session-owner.ts';
import { Session } from './session.ts';

/** Options of `Invitation.accept`. */
export interface InvitationAcceptOptions {
  readonly extraHeaders?: readonly string[];
  readonly sessionDescriptionHandlerOptions?: SessionDescriptionHandlerOptions;
  readonly sessionDescriptionHandlerModifiers?: readonly SessionDescriptionHandlerModifier[];
}

/** Options of `Invitation.progress`. */
export interface InvitationProgressOptions extends TerminateOptions {
  /** 101 to 199; default 180. */
  readonly statusCode?: number;
}

/** Options of `Invitation.reject`. */
export interface InvitationRejectOptions extends TerminateOptions {
  /** 300 to 699; default 480. */
  readonly statusCode?: number;
  /** Where the caller should go instead; needed for 3xx (RFC 3261 section 13.3.1.2). */
  readonly contacts?: readonly string[];
}

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
export class Invitation extends Session {
  /** The call whose place this one takes once it is answered (RFC 3891). */
  replacing: Session | undefined;
  readonly #incoming: ServerRequest;
  #offer: SessionBody = { kind: 'none' };
  #repetition: AnswerRepetition | undefined;
  #hangUpAfterAck: (() => void) | undefined;
  #answerOptions: InvitationAcceptOptions = {};

  constructor(owner: SessionOwner, incoming: ServerRequest) {
    const { message } = incoming;
    const dialog = Dialog.fromRequest(message, incoming.localTag);
    super(new SessionContext({ owner, direction: 'incoming', local: dialog.local, remote: message.from }));
    this.#incoming = incoming;
    this.context.dialog = dialog;
  }

  /** The INVITE. */
  override get request(): IncomingRequest {
    return this.#incoming.message;
  }

  /**
   * Takes the call in: checks what it asks for, starts its timers, listens for its CANCEL.
   *
   * @returns false when it was refused at once
   * @internal
   */
  begin(): boolean {
    const { context } = this;
    this.#offer = readSessionBody(this.request, context.handler);
    if (this.#offer.kind === 'unsupported') {
      this.#incoming.reply(415, {
        headers: [
          ['Accept', 'application/sdp'],
          ['Accept-Encoding', 'identity'],
        ],
      });
      context.existingHandler?.close();
      return false;
    }
    if (refusesDescriptions(this.request)) {
      this.#incoming.reply(406);
      context.existingHandler?.close();
      return false;
    }
    context.owner.adopt(this);
    if (context.dialog !== undefined) context.addDialog(context.dialog);
    this.#incoming.listen({
      onCancel: (cancel) => {
        this.#canceled(cancel);
      },
    });
    context.atEnd(
      context.core.transport.events.on('disconnected', () => {
        if (!this.#incoming.answered) this.#fail(endCause('CONNECTION_ERROR', 'system'), null);
      }),
    );
    this.#startTimers();
    return true;
  }

  /** Says that we ring, unless the application has answered meanwhile. @internal */
  ring(): void {
    if (this.context.state === 'Initial') void this.progress();
  }

  /**
   * Sends a provisional response (RFC 3261 section 13.3.1.1).
   *
   * @throws {@link InvalidStateError} once the call is answered, refused or gone
   */
  progress(options: InvitationProgressOptions = {}): Promise<void> {
    return handled(this.#sendProgress(options));
  }

  /**
   * Answers. Resolves when the 2xx is sent; `confirmed` tells of its ACK.
   *
   * @throws {@link InvalidStateError} when it was answered before
   * @throws MediaError when there is no microphone or no common codec; the call has been refused then
   * @throws {@link SessionEndedError} when the caller gave up meanwhile
   */
  accept(options: InvitationAcceptOptions = {}): Promise<void> {
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

  override receiveAck(ack: IncomingRequest): void {
    if (this.#repetition?.acknowledge(ack.cseq.seq) !== true) {
      super.receiveAck(ack);
      return;
    }
    this.#repetition = undefined;
    void this.#confirm(ack);
  }

  /** A BYE before our answer ends the INVITE too (RFC 3261 section 15.1.2). */
  protected override beforeBye(): void {
    this.#incoming.reply(487);
  }

  protected override giveUp(options: TerminateOptions): Promise<void> {
    if (!this.#incoming.answered) return this.reject(options);
    return this.bye(options);
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

  async #sendProgress(options: InvitationProgressOptions): Promise<void> {
    const { context } = this;
    if (this.#incoming.answered || context.isEnding()) throw new InvalidStateError('report progress', context.state);
    const statusCode = options.statusCode ?? options.status_code ?? 180;
    if (statusCode < 101 || statusCode > 199) throw new InvalidValueError('statusCode', 'must be 101 to 199');
    this.#respond(statusCode, options, [['Contact', context.core.identity.contact.toString()]]);
    context.events.emit('progress', undefined);
    await Promise.resolve();
  }

  async #accept(options: InvitationAcceptOptions): Promise<void> {
    const { context } = this;
    if (context.state !== 'Initial') throw new InvalidStateError('answer', context.state);
    const extraHeaders = parseExtraHeaders(options.extraHeaders ?? []);
    this.#answerOptions = options;
    context.timers.stop('noAnswer');
    context.timers.stop('expires');
    context.move('establish');
    context.setPhase('connecting');
    let body: Body;
    try {
      body = await this.#describe(options);
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
        ...extraHeaders,
      ],
      body,
    });
    context.negotiation.initial.awaitAck(this.#offer.kind === 'none');
    context.dialog?.confirm();
    if (response !== undefined) {
      this.#repetition = new AnswerRepetition(context, this.#incoming, response, () => {
        this.#noAck();
      });
    }
    context.setAnswered();
    context.move('answered');
    context.events.emit('accepted');
  }

  async #describe(options: InvitationAcceptOptions): Promise<Body> {
    const { handler } = this.context;
    const { sessionDescriptionHandlerOptions: sdh, sessionDescriptionHandlerModifiers: modifiers } = options;
    if (this.#offer.kind === 'description') await handler.setDescription(this.#offer.sdp, sdh, modifiers);
    const { body, contentType } = await handler.getDescription(sdh, modifiers);
    return { content: body, contentType };
  }

  /** The ACK is here; it carries the answer when our 2xx carried the offer. */
  async #confirm(ack: IncomingRequest): Promise<void> {
    const { context } = this;
    if (this.#offer.kind === 'none' && !context.isEnding()) {
      const body = readSessionBody(ack, context.handler);
      try {
        if (body.kind !== 'description') throw new InvalidValueError('ACK', 'brought no answer');
        const { sessionDescriptionHandlerOptions: options, sessionDescriptionHandlerModifiers: modifiers } =
          this.#answerOptions;
        await context.handler.setDescription(body.sdp, options, modifiers);
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
    this.#hangUpAfterAck?.();
    if (!context.isEnded()) context.events.emit('confirmed', ack);
  }

  async #reject(options: InvitationRejectOptions): Promise<void> {
    const { context } = this;
    if (this.#incoming.answered || context.isEnding()) throw new InvalidStateError('refuse', context.state);
    const statusCode = options.statusCode ?? options.status_code ?? 480;
    if (statusCode < 300 || statusCode > 699) throw new InvalidValueError('statusCode', 'must be 300 to 699');
    const contacts = (options.contacts ?? []).map((contact) => ['Contact', contact] as const);
    this.#respond(statusCode, options, contacts);
    this.#fail(endCause(codeOfRefusal(statusCode), 'local', { statusCode }), null, true);
    await Promise.resolve();
  }

  #respond(statusCode: number, options: TerminateOptions, headers: readonly (readonly [string, string])[]): void {
    const extra = parseExtraHeaders(options.extraHeaders ?? []);
    const contentType = extra.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'text/plain';
    const reasonPhrase = options.reasonPhrase ?? options.reason_phrase;
    this.#incoming.reply(statusCode, {
      ...(reasonPhrase === undefined ? {} : { reasonPhrase }),
      ...(options.body === undefined ? {} : { body: { content: options.body, contentType } }),
      headers: [...headers, ...extra.filter(([name]) => name.toLowerCase() !== 'content-type')],
    });
  }

  #startTimers(): void {
    const { context } = this;
    const expires = this.request.expires;
    if (expires !== undefined) {
      context.timers.start('expires', expires * 1000, () => {
        this.#giveUpRinging(487, endCause('EXPIRES', 'system', { statusCode: 487 }));
      });
    }
    if (context.owner.noAnswerTimeout > 0) {
      context.timers.start('noAnswer', context.owner.noAnswerTimeout, () => {
        this.#giveUpRinging(480, endCause('NO_ANSWER', 'system', { statusCode: 480 }));
      });
    }
  }

  #giveUpRinging(statusCode: number, cause: EndCause): void {
    this.#incoming.reply(statusCode);
    this.#fail(cause, null, true);
  }

  /** The transaction has answered the CANCEL; what is left is the INVITE (RFC 3261 section 9.2). */
  #canceled(cancel: IncomingRequest): void {
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
