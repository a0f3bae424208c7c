import { errorInfo, InvalidStateError, type SipError } from '../base/errors.ts';
import { newTag } from '../base/identifiers.ts';
import { handled } from '../base/promises.ts';
import type { Dialog } from '../dialog/dialog.ts';
import { parseExtraHeaders } from '../message/extra-headers.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import { NameAddr } from '../message/name-addr.ts';
import type { Body, OutgoingRequest } from '../message/outgoing-message.ts';
import { Uri } from '../message/uri.ts';
import { RequestTimeoutError } from '../user-agent/request-errors.ts';
import { Ack, ackRequest } from './ack.ts';
import { type TerminateOptions, reasonHeaders, sendBye } from './bye.ts';
import { causeOfMediaError, causeOfResponse } from './cause-of.ts';
import { CLASSIC_CAUSES, endCause } from './end-cause.ts';
import type { DescriptionOptions } from './exchange.ts';
import type { ExtensionUse } from './extension-use.ts';
import { inviteAgain, inviteRequest } from './invite-request.ts';
import { OutgoingExchange } from './outgoing-exchange.ts';
import { OutgoingInvite, type OutgoingInviteUser } from './outgoing-invite.ts';
import { isReliable } from './received-provisionals.ts';
import { reinvite } from './reinvite.ts';
import { SessionEndedError } from './session-errors.ts';
import { SessionContext } from './session-context.ts';
import type { SessionOwner } from './session-owner.ts';
import type { SessionTimerOptions } from './session-timer-options.ts';
import { Session } from './session.ts';

/** How a call is placed. */
export interface InviterOptions extends DescriptionOptions {
  /** Header fields for the INVITE, each a whole line such as `X-Ticket: 42`. */
  readonly extraHeaders?: readonly string[];
  /** Name of whom we call, as our contacts have it: for the To header field and the screen; any text. Default none. */
  readonly displayName?: string;
  /** Hide who we are: an anonymous From and `Privacy: id` (RFC 3323, 3325); default false. */
  readonly anonymous?: boolean;
  /** Let the far end make the offer; default false. */
  readonly inviteWithoutSdp?: boolean;
  /** Play what the far end sends before it answers; default true. */
  readonly earlyMedia?: boolean;
  /** Reliable provisional responses (RFC 3262), a value of `C.supported`; default `none`. */
  readonly rel100?: ExtensionUse;
  /** The call that this one goes on from, as after a transfer: it keeps our half of its Session-ID (RFC 7989). */
  readonly continues?: Session | undefined;
  /** Session timer of this call (RFC 4028), over that of the user agent. */
  readonly sessionTimers?: SessionTimerOptions;
}

/** Options of `Inviter.invite`. */
export interface InviterInviteOptions {
  readonly requestOptions?: { readonly extraHeaders?: readonly string[] };
  readonly requestDelegate?: {
    onTrying?(response: IncomingResponse): void;
    onProgress?(response: IncomingResponse): void;
    onAccept?(response: IncomingResponse): void;
    onReject?(response: IncomingResponse): void;
  };
}

/**
 * A call we place (RFC 3261 section 13.2).
 *
 * @example
 * ```ts
 * const inviter = new Inviter(userAgent, UserAgent.makeURI('sip:bob@example.com')!);
 * inviter.stateChange.addListener((state) => console.log(state));
 * await inviter.invite();
 * ```
 */
export class Inviter extends Session implements OutgoingInviteUser {
  readonly #target: Uri;
  readonly #options: InviterOptions;
  #delegate: InviterInviteOptions['requestDelegate'];
  #invite: OutgoingInvite | undefined;
  #request: OutgoingRequest | undefined;
  readonly #exchange: OutgoingExchange;
  /** The ACK, until the call stands. */
  #ack: OutgoingRequest | undefined;
  #negotiateAnew = false;

  constructor(owner: SessionOwner, target: Uri, options: InviterOptions = {}) {
    const { core } = owner;
    const tag = newTag(core.platform.random);
    const local = options.anonymous === true ? anonymous(tag) : core.identity.from(tag);
    const { displayName } = options;
    const remote = NameAddr.from({
      uri: target.withoutHeaders(),
      ...(displayName === undefined ? {} : { displayName }),
    }).detached();
    super(new SessionContext({ owner, direction: 'outgoing', local, remote }));
    // Checked before anything is sent or captured, so that a bad line fails at once.
    parseExtraHeaders(options.extraHeaders ?? []);
    this.#target = target;
    this.#options = options;
    this.#exchange = new OutgoingExchange(this.context, options);
    this.context.sessionTimer.configure(options.sessionTimers);
  }

  /** The INVITE as last sent; `undefined` until it is. */
  override get request(): OutgoingRequest | undefined {
    return this.#invite?.request ?? this.#request;
  }

  /**
   * Captures the media and sends the INVITE. Resolves when it is sent; what comes of it, state and events tell.
   *
   * @throws {@link InvalidStateError} when called twice
   * @throws MediaError when there is nothing to offer; the session has ended then
   * @throws {@link SessionEndedError} when the call was given up before the INVITE was sent
   */
  invite(options: InviterInviteOptions = {}): Promise<void> {
    return handled(this.#start(options));
  }

  async #start(options: InviterInviteOptions): Promise<void> {
    const { context } = this;
    if (context.state !== 'Initial') throw new InvalidStateError('invite', context.state);
    const extraHeaders = parseExtraHeaders([
      ...(this.#options.extraHeaders ?? []),
      ...(options.requestOptions?.extraHeaders ?? []),
    ]);
    this.#delegate = options.requestDelegate;
    context.owner.adopt(this);
    context.move('establish');
    if (context.isEnded()) throw new SessionEndedError('be placed', context.cause);
    const request = inviteRequest(context, this.#target, this.#options, extraHeaders);
    context.metadata.open(request.callId, this.#options.continues?.context.metadata.half);
    try {
      const offer = await this.#exchange.offer();
      if (offer !== undefined) request.body = offer;
    } catch (error) {
      // The cause knows a few words for the media; which of them it was, the error tells.
      context.snapshots.update({ lastError: errorInfo(error) });
      if (!context.isEnded()) this.#fail(causeOfMediaError(error), null);
      throw context.cause?.code === 'CANCELED' ? new SessionEndedError('be placed', context.cause) : error;
    }
    if (context.isEnding()) throw new SessionEndedError('be placed', context.cause);
    this.#request = request;
    this.#invite = new OutgoingInvite(context, request, this);
  }

  /**
   * Gives the call up before it is answered (RFC 3261 section 9.1). An answer that crosses the CANCEL is acknowledged
   * and hung up. Resolves when the session has ended.
   *
   * @throws {@link InvalidStateError} when it was answered already, or has ended
   */
  cancel(options: TerminateOptions = {}): Promise<void> {
    const { context } = this;
    if (context.state !== 'Initial' && context.state !== 'Establishing') {
      throw new InvalidStateError('cancel', context.state);
    }
    const headers = reasonHeaders(options);
    if (this.#invite === undefined || context.dialog !== undefined) {
      const { dialog } = context;
      if (dialog !== undefined) {
        if (this.#invite !== undefined) this.#acknowledge(this.#invite, dialog);
        return handled(sendBye(context, dialog, options));
      }
      this.#fail(context.endsAs ?? endCause('CANCELED', 'local'), null, true);
      return Promise.resolve();
    }
    context.move('terminate');
    context.events.emit('cancel');
    const ended = new Promise<void>((resolve) => {
      context.atEnd(resolve);
    });
    this.#invite.cancel(headers);
    return ended;
  }

  protected override giveUp(options: TerminateOptions): Promise<void> {
    return this.cancel(options);
  }

  /** @internal */
  onProgress(response: IncomingResponse, dialog: Dialog | undefined): void {
    const { context } = this;
    if (response.statusCode !== 100) context.metadata.learn(response);
    if (response.statusCode === 100) this.#delegate?.onTrying?.(response);
    else this.#delegate?.onProgress?.(response);
    if (context.isEnding()) return;
    if (response.statusCode !== 100 && context.phase !== 'early') context.setPhase('ringing');
    if (dialog !== undefined) {
      context.peer.learn(response);
      if (!context.negotiation.initial.exchanged) context.earlyDialog = dialog;
      context.trickle.responded(response);
    }
    if (dialog !== undefined && !isReliable(response)) void this.#exchange.preview(response);
    context.events.emit('progress', response);
  }

  /** @returns the answer for the PRACK @internal */
  async onReliable(response: IncomingResponse, dialog: Dialog): Promise<Body | undefined> {
    const { context } = this;
    try {
      return await this.#exchange.takeReliable(response, dialog);
    } catch (error) {
      context.platform.logger.log('warn', 'session', 'a reliable early answer could not be used', error);
      if (context.state === 'Establishing' && context.dialog === undefined) {
        // The far end takes it for agreed: there is no call to be had here.
        context.endsAs = causeOfMediaError(error);
        void this.cancel();
      }
      return undefined;
    }
  }

  /** @internal */
  onAnswer(response: IncomingResponse, dialog: Dialog): void {
    void this.#answered(response, dialog);
  }

  async #answered(response: IncomingResponse, dialog: Dialog): Promise<void> {
    const { context } = this;
    if (context.isEnded()) return;
    const crossed = context.isEnding();
    context.metadata.learn(response);
    if (!crossed) this.#confirm(response, dialog);
    this.#delegate?.onAccept?.(response);
    context.events.emit('accepted', { code: response.statusCode, response });
    if (crossed) {
      // The answer crossed our CANCEL; the invite has acknowledged it and hung up.
      context.end(context.endsAs ?? endCause('CANCELED', 'local'), response);
      return;
    }
    // Whoever was told has hung up at once.
    if (context.isEnding()) return;
    context.setPhase('connecting');
    try {
      const ack = await this.#takeAnswer(response, dialog);
      if (ack === undefined) return;
      context.negotiation.initial.finish();
      context.move('answered');
      this.#ack = undefined;
      context.events.emit('confirmed', ack);
      if (this.#negotiateAnew || context.handler.misdirected === true) this.#offerAnew(dialog);
    } catch (error) {
      if (context.isEnding()) return;
      context.platform.logger.log('warn', 'session', 'the answer could not be used', error);
      const cause = causeOfMediaError(error);
      await sendBye(context, dialog, { statusCode: 488, reasonPhrase: 'Not Acceptable Here' }, cause);
    }
  }

  /** The dialog stands from here on, and the start time has its value (document 001). */
  #confirm(response: IncomingResponse, dialog: Dialog): void {
    const { context } = this;
    context.dialog = dialog;
    context.earlyDialog = undefined;
    context.peer.learn(response);
    context.trickle.responded(response);
    if (this.#invite !== undefined) context.sessionTimer.accepted(this.#invite.request, response);
    context.setAnswered();
  }

  /** Acknowledges the answer, once; with an answer of ours where the offer came in it. */
  #acknowledge(invite: OutgoingInvite, dialog: Dialog, answer?: Body): OutgoingRequest {
    if (this.#ack !== undefined) return this.#ack;
    const request = ackRequest(dialog, invite.request, answer);
    this.#ack = request;
    invite.acknowledge(new Ack(this.context, request));
    return request;
  }

  /** @returns the ACK, or nothing when the session ended meanwhile */
  async #takeAnswer(response: IncomingResponse, dialog: Dialog): Promise<OutgoingRequest | undefined> {
    const { context } = this;
    const invite = this.#invite;
    if (invite === undefined) return undefined;
    const acknowledge = (answer?: Body): OutgoingRequest => this.#acknowledge(invite, dialog, answer);
    if (!this.#exchange.answersInAck(response, dialog)) {
      const ack = acknowledge();
      const { outOfStep } = await this.#exchange.takeFinal(response, dialog);
      if (outOfStep) this.#negotiateAnew = true;
      return context.isEnding() ? undefined : ack;
    }
    try {
      const { answer } = await this.#exchange.takeFinal(response, dialog);
      const ack = acknowledge(context.isEnding() ? undefined : answer);
      return context.isEnding() ? undefined : ack;
    } catch (error) {
      acknowledge();
      throw error;
    }
  }

  /**
   * Another fork had the media before this one answered (RFC 3261 section 13.2.2.4): it gets them by a new offer. Where
   * they were agreed with the other one there is no call without it; an answer that came after early media holds, and the
   * path may still turn by itself, or by an offer that was made before this one.
   */
  #offerAnew(dialog: Dialog): void {
    const { context } = this;
    const options = { sessionDescriptionHandlerOptions: { iceRestart: true, newParty: true } };
    const isDue = (): boolean => this.#negotiateAnew || context.handler.misdirected === true;
    reinvite(context, options, () => (isDue() ? context.localHold : undefined)).catch((error: unknown) => {
      if (this.#negotiateAnew && !context.isEnding()) void sendBye(context, dialog, {}, causeOfMediaError(error));
    });
  }

  /** @returns the INVITE to send instead of one that was refused @internal */
  again(response: IncomingResponse): OutgoingRequest | undefined {
    const { context } = this;
    if (response.statusCode !== 422 || context.isEnding() || this.#invite === undefined) return undefined;
    return context.sessionTimer.raise(response) ? inviteAgain(context, this.#invite.request) : undefined;
  }

  /** @internal */
  onRefused(response: IncomingResponse): void {
    this.#delegate?.onReject?.(response);
    const { context } = this;
    context.metadata.learn(response);
    const canceled = context.state === 'Terminating';
    const cause = canceled
      ? (context.endsAs ?? endCause('CANCELED', 'local', { statusCode: response.statusCode }))
      : causeOfResponse(response);
    context.end(cause, response, () => {
      context.events.emit('rejected', response, response.reasonPhrase);
      context.events.emit('failed', response, canceled ? CLASSIC_CAUSES[cause.code] : response.reasonPhrase);
    });
  }

  /** @internal */
  onFailure(error: SipError): void {
    const { context } = this;
    if (context.state === 'Terminating') this.#fail(context.endsAs ?? endCause('CANCELED', 'local'), null);
    else if (error instanceof RequestTimeoutError)
      this.#fail(endCause('REQUEST_TIMEOUT', 'system', { statusCode: 408 }), null);
    else this.#fail(endCause('CONNECTION_ERROR', 'system'), null);
  }

  #fail(cause: ReturnType<typeof endCause>, response: IncomingResponse | null, canceled = false): void {
    const { context } = this;
    context.end(cause, response, () => {
      if (canceled) context.events.emit('cancel');
      context.events.emit('failed', response, CLASSIC_CAUSES[cause.code]);
    });
  }
}

function anonymous(tag: string): NameAddr {
  const uri = Uri.from({ scheme: 'sip', user: 'anonymous', host: 'anonymous.invalid' });
  return NameAddr.from({ displayName: 'Anonymous', uri, params: { tag } });
}
