import type { Dialog } from '../dialog/dialog.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { Body, OutgoingRequest } from '../message/outgoing-message.ts';
import type { ClientRequest } from '../user-agent/client-request.ts';
import { ConnectionError, RequestTimeoutError, ResponseError } from '../user-agent/request-errors.ts';
import { Ack, ackRequest } from './ack.ts';
import { sendBye } from './bye.ts';
import { causeOfMediaError } from './cause-of.ts';
import { dialogIsGone } from './dialog-request.ts';
import { answerOffer, describe, type DescriptionOptions, rollBack, takeDescription } from './exchange.ts';
import { extensionHeaders } from './extension-use.ts';
import type { Turn } from './negotiation.ts';
import { isReliable, ReceivedProvisionals } from './received-provisionals.ts';
import type { ReinviteOptions } from './reinvite.ts';
import { readSessionBody } from './session-body.ts';
import type { SessionContext } from './session-context.ts';
import { SessionEndedError } from './session-errors.ts';

/**
 * Milliseconds a re-INVITE that is being worked on may take: as long as a proxy gives it (RFC 3261 section 16.6, Timer
 * C). Its final response may have been lost, and nobody hangs up on a hold that hangs.
 */
const PATIENCE = 180_000;

/** One re-INVITE of ours: one exchange, one INVITE transaction, one outcome (RFC 3261 section 14.1). */
export class OutgoingReinvite {
  readonly #context: SessionContext;
  readonly #dialog: Dialog;
  readonly #turn: Turn;
  readonly #options: ReinviteOptions;
  readonly #extraHeaders: readonly (readonly [string, string])[];
  readonly #media: DescriptionOptions;
  readonly #provisionals: ReceivedProvisionals;
  /** Number of the far end's last request when this one began. */
  readonly #heard: number | undefined;
  #client: ClientRequest | undefined;
  #ack: Ack | undefined;
  #acknowledged = false;
  /** What a reliable provisional response brought is being taken. */
  #taking: Promise<unknown> = Promise.resolve();

  constructor(
    context: SessionContext,
    dialog: Dialog,
    turn: Turn,
    options: ReinviteOptions,
    extraHeaders: readonly (readonly [string, string])[],
    hold: boolean | undefined,
  ) {
    this.#context = context;
    this.#dialog = dialog;
    this.#turn = turn;
    this.#heard = dialog.remoteSequence;
    this.#options = options;
    this.#extraHeaders = extraHeaders;
    this.#provisionals = new ReceivedProvisionals(context, dialog);
    this.#media = {
      ...options,
      sessionDescriptionHandlerOptions: {
        ...options.sessionDescriptionHandlerOptions,
        hold: hold ?? context.localHold,
      },
    };
  }

  /** @returns the refusal, or nothing when it was accepted */
  async run(): Promise<ResponseError | undefined> {
    const context = this.#context;
    context.offersHold = this.#media.sessionDescriptionHandlerOptions?.hold === true;
    const offer = this.#options.inviteWithoutSdp === true ? undefined : await describe(context, this.#media);
    if (context.isEnding()) throw new SessionEndedError('be changed', context.cause);
    const request = this.#buildRequest(offer);
    let response: IncomingResponse;
    try {
      response = await this.#send(request);
    } catch (error) {
      await this.#takeBack();
      if (error instanceof RequestTimeoutError) await this.#silence();
      throw error;
    }
    await this.#taking;
    if (context.isEnded()) throw new SessionEndedError('be changed', context.cause);
    if (response.statusCode < 300) {
      await this.#accepted(response);
      return undefined;
    }
    await this.#takeBack();
    if (response.statusCode === 408) await this.#silence();
    if (response.statusCode === 481) await dialogIsGone(context, this.#dialog);
    return new ResponseError('INVITE', response);
  }

  #buildRequest(offer: Body | undefined): OutgoingRequest {
    const { core, sessionTimer } = this.#context;
    const request = this.#dialog.createRequest('INVITE');
    request.headers.set('Contact', core.identity.contact.toString());
    request.headers.set('Allow', core.allow);
    for (const [name, value] of extensionHeaders(core.optionTags, this.#options.rel100))
      request.headers.set(name, value);
    for (const [name, value] of this.#extraHeaders) request.headers.add(name, value);
    sessionTimer.describe(request);
    if (offer !== undefined) request.body = offer;
    return request;
  }

  #send(request: OutgoingRequest): Promise<IncomingResponse> {
    const context = this.#context;
    return new Promise((resolve, reject) => {
      const forget = context.atEnd(() => {
        reject(new SessionEndedError('be changed', context.cause));
      });
      this.#client = context.core.send(
        request,
        {
          onProvisional: (response) => {
            if (!context.isEnded()) context.timers.start('reinvite', PATIENCE, () => this.#client?.cancel());
            this.#provisional(response);
          },
          onFinal: (response) => {
            context.timers.stop('reinvite');
            forget();
            // A repeated 2xx wants its ACK again; one that comes when all is over wants one too.
            if (response.statusCode < 300 && (this.#acknowledged || context.isEnded())) this.#acknowledge().send();
            resolve(response);
          },
          onFailure: (error) => {
            context.timers.stop('reinvite');
            forget();
            reject(error);
          },
        },
        this.#dialog,
      );
    });
  }

  /** The exchange may be done before the final response (RFC 3262 section 5, RFC 6141 section 3.1). */
  #provisional(response: IncomingResponse): void {
    if (!isReliable(response)) return;
    const isNew = this.#provisionals.receive(response, (taken) => {
      const work = this.#takeEarly(taken);
      this.#taking = work;
      return work;
    });
    if (isNew) this.#dialog.refreshTarget(response);
  }

  async #takeEarly(response: IncomingResponse): Promise<Body | undefined> {
    const context = this.#context;
    if (context.isEnding() || this.#turn.exchanged) return undefined;
    const body = readSessionBody(response, context.handler);
    if (body.kind !== 'description') return undefined;
    try {
      let answer: Body | undefined;
      if (this.#options.inviteWithoutSdp === true) answer = await answerOffer(context, body.sdp, this.#media);
      else await takeDescription(context, body.sdp, this.#media);
      this.#turn.answered();
      return answer;
    } catch (error) {
      if (!context.isEnding()) await this.#hangUp(error);
      return undefined;
    }
  }

  async #accepted(response: IncomingResponse): Promise<void> {
    const context = this.#context;
    // RFC 3261 section 12.2.1.2: the 2xx brings the peer's present target.
    this.#dialog.refreshTarget(response);
    context.peer.learn(response);
    context.sessionTimer.accepted(this.#sent(), response);
    const body = readSessionBody(response, context.handler);
    try {
      if (this.#turn.exchanged) {
        this.#acknowledge().send();
      } else if (this.#options.inviteWithoutSdp !== true) {
        this.#acknowledge().send();
        if (body.kind === 'description') await takeDescription(context, body.sdp, this.#media);
        else await rollBack(context);
      } else if (body.kind === 'description') {
        const answer = await answerOffer(context, body.sdp, this.#media);
        this.#ack = new Ack(context, ackRequest(this.#dialog, this.#sent(), answer));
      }
      if (!this.#acknowledged) this.#acknowledge().send();
    } catch (error) {
      if (!this.#acknowledged) this.#acknowledge().send();
      if (context.isEnding()) throw new SessionEndedError('be changed', context.cause);
      await this.#hangUp(error);
      throw error;
    }
  }

  #acknowledge(): Ack {
    this.#acknowledged = true;
    this.#ack ??= new Ack(this.#context, ackRequest(this.#dialog, this.#sent()));
    return this.#ack;
  }

  #sent(): OutgoingRequest {
    if (this.#client === undefined) throw new ConnectionError('INVITE');
    return this.#client.request;
  }

  /** What a refusal leaves to be undone. */
  async #takeBack(): Promise<void> {
    // What was exchanged already cannot be: `reinvite` then brings both sides back to one view.
    if (this.#turn.exchanged || this.#options.inviteWithoutSdp === true) return;
    await rollBack(this.#context);
  }

  /**
   * RFC 3261 section 12.2.1.2: no answer says that the far end's side of the call no longer exists. One that has sent a
   * request meanwhile proves that it does: it has come back over another connection.
   */
  async #silence(): Promise<void> {
    const heard = this.#dialog.remoteSequence !== this.#heard;
    if (this.#options.keepOnSilence !== true && !heard) await dialogIsGone(this.#context, this.#dialog);
  }

  async #hangUp(error: unknown): Promise<void> {
    const reason = { statusCode: 488, reasonPhrase: 'Not Acceptable Here' };
    await sendBye(this.#context, this.#dialog, reason, causeOfMediaError(error));
  }
}
