import type { IncomingRequest } from '../message/incoming-message.ts';
import type { Body } from '../message/outgoing-message.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import { AnswerRepetition } from './answer-repetition.ts';
import { sendBye } from './bye.ts';
import { causeOfMediaError } from './cause-of.ts';
import { endCause } from './end-cause.ts';
import { answerOffer, describe, type DescriptionOptions, rollBack, takeDescription } from './exchange.ts';
import { extensionHeaders } from './extension-use.ts';
import { refuseCrossing } from './glare.ts';
import type { Turn } from './negotiation.ts';
import { readSessionBody } from './session-body.ts';
import type { SessionContext } from './session-context.ts';

/** A re-INVITE from the peer, from its arrival to its ACK (RFC 3261 section 14.2). */
export class IncomingReinvite {
  readonly #context: SessionContext;
  readonly #request: ServerRequest;
  #turn: Turn | undefined;
  #repetition: AnswerRepetition | undefined;
  #offerInAnswer = false;

  constructor(context: SessionContext, request: ServerRequest) {
    this.#context = context;
    this.#request = request;
  }

  /**
   * Answers it.
   *
   * @returns whether it changed the session
   */
  async answer(): Promise<boolean> {
    const context = this.#context;
    const request = this.#request;
    if (context.sessionTimer.refuse(request)) return false;
    const turn = context.negotiation.beginRemote();
    if (typeof turn === 'string') {
      refuseCrossing(context, request, turn);
      return false;
    }
    this.#turn = turn;
    // A request that still waits when the call ends is answered all the same.
    const forget = context.atEnd(() => {
      request.reply(487);
    });
    request.listen({
      onCancel: () => {
        request.reply(487);
        // What was begun is taken back now, not when it is done (RFC 6141 section 3.1).
        void rollBack(context);
      },
    });
    const body = await this.#describe();
    forget();
    if (request.answered || body === undefined) {
      await rollBack(context);
      turn.finish();
      return false;
    }
    this.#accept(turn, body);
    return true;
  }

  /** @returns whether the ACK belongs to this re-INVITE */
  async receiveAck(ack: IncomingRequest): Promise<boolean> {
    const context = this.#context;
    if (this.#repetition?.acknowledge(ack.cseq.seq) !== true) return false;
    this.#repetition = undefined;
    if (this.#offerInAnswer && !context.isEnding()) {
      const body = readSessionBody(ack, context.handler);
      try {
        if (body.kind === 'description') await takeDescription(context, body.sdp, this.#media);
        else await rollBack(context);
      } catch (error) {
        if (context.isEnding() || context.dialog === undefined) return true;
        const reason = { statusCode: 488, reasonPhrase: 'Not Acceptable Here' };
        void sendBye(context, context.dialog, reason, causeOfMediaError(error));
        return true;
      }
    }
    this.#turn?.finish();
    return true;
  }

  get #media(): DescriptionOptions {
    return { sessionDescriptionHandlerOptions: { hold: this.#context.localHold } };
  }

  /** Our description: the answer to their offer, or the offer they let us make. */
  async #describe(): Promise<Body | undefined> {
    const context = this.#context;
    const offer = readSessionBody(this.#request.message, context.handler);
    if (offer.kind === 'unsupported') {
      this.#request.reply(415, { headers: [['Accept', 'application/sdp']] });
      return undefined;
    }
    this.#offerInAnswer = offer.kind === 'none';
    try {
      if (offer.kind === 'description') return await answerOffer(context, offer.sdp, this.#media);
      return await describe(context, this.#media);
    } catch {
      this.#request.reply(context.isEnding() ? 487 : 488);
      return undefined;
    }
  }

  #accept(turn: Turn, body: Body): void {
    const context = this.#context;
    const { core, dialog } = context;
    const { message } = this.#request;
    // Section 12.2.2: the target changes with the request, and only when we take it.
    dialog?.refreshTarget(message);
    context.peer.learn(message);
    const response = this.#request.reply(200, {
      headers: [
        ['Contact', core.identity.contact.toString()],
        ['Allow', core.allow],
        ...extensionHeaders(core.optionTags),
        ...context.sessionTimer.answer(message),
      ],
      body,
    });
    if (response === undefined) return;
    turn.awaitAck(this.#offerInAnswer);
    this.#repetition = new AnswerRepetition(context, this.#request, response, () => {
      if (dialog !== undefined && !context.isEnding()) void sendBye(context, dialog, {}, endCause('NO_ACK', 'system'));
    });
  }
}
