import { randomFraction } from '../base/identifiers.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import type { Body } from '../message/outgoing-message.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import { AnswerRepetition } from './answer-repetition.ts';
import { sendBye } from './bye.ts';
import { causeOfMediaError } from './cause-of.ts';
import { endCause } from './end-cause.ts';
import { readSessionBody } from './session-body.ts';
import type { SessionContext } from './session-context.ts';

/** A re-INVITE from the peer, from its arrival to its ACK (RFC 3261 section 14.2). */
export class IncomingReinvite {
  readonly #context: SessionContext;
  readonly #request: ServerRequest;
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
    if (context.isEnding() || context.dialog?.state !== 'confirmed') {
      request.reply(context.isEnding() ? 487 : 491);
      return false;
    }
    const admission = context.negotiation.beginRemote();
    if (admission === 'glare') request.reply(491);
    if (admission === 'busy') {
      const seconds = Math.floor(randomFraction(context.platform.random) * 10);
      request.reply(500, { headers: [['Retry-After', String(seconds)]] });
    }
    if (admission !== 'go') return false;
    // A request that still waits when the call ends is answered all the same.
    const forget = context.atEnd(() => {
      request.reply(487);
    });
    request.listen({
      onCancel: () => {
        request.reply(487);
      },
    });
    const body = await this.#describe();
    forget();
    if (request.answered || body === undefined) {
      if (!context.isEnded()) await this.#giveUp(request.finalCode === 487);
      return false;
    }
    this.#accept(body);
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
        if (body.kind === 'description') await context.handler.setDescription(body.sdp, { hold: context.localHold });
        else await context.handler.rollbackDescription();
      } catch (error) {
        if (context.isEnding() || context.dialog === undefined) return true;
        const reason = { statusCode: 488, reasonPhrase: 'Not Acceptable Here' };
        void sendBye(context, context.dialog, reason, causeOfMediaError(error));
        return true;
      }
    }
    context.negotiation.finish();
    return true;
  }

  /** Our description: the answer to their offer, or the offer they let us make. */
  async #describe(): Promise<Body | undefined> {
    const context = this.#context;
    const offer = readSessionBody(this.#request.message, context.handler);
    const media = { hold: context.localHold };
    if (offer.kind === 'unsupported') {
      this.#request.reply(415, { headers: [['Accept', 'application/sdp']] });
      return undefined;
    }
    this.#offerInAnswer = offer.kind === 'none';
    try {
      if (offer.kind === 'description') await context.handler.setDescription(offer.sdp, media);
      const { body, contentType } = await context.handler.getDescription(media);
      return { content: body, contentType };
    } catch (error) {
      context.platform.logger.log('info', 'session', 'an offer was refused', error);
      this.#request.reply(488);
      return undefined;
    }
  }

  #accept(body: Body): void {
    const context = this.#context;
    const { dialog } = context;
    // Section 12.2.2: the target changes with the request, and only when we take it.
    dialog?.refreshTarget(this.#request.message);
    const response = this.#request.reply(200, {
      headers: [
        ['Contact', context.core.identity.contact.toString()],
        ['Allow', context.core.allow],
      ],
      body,
    });
    if (response === undefined) return;
    context.negotiation.awaitAck(this.#offerInAnswer);
    this.#repetition = new AnswerRepetition(context, this.#request, response, () => {
      if (dialog !== undefined && !context.isEnding()) void sendBye(context, dialog, {}, endCause('NO_ACK', 'system'));
    });
  }

  async #giveUp(canceled: boolean): Promise<void> {
    const context = this.#context;
    try {
      await context.handler.rollbackDescription();
    } catch (error) {
      // A handler that refused the offer may have nothing to take back.
      if (canceled) context.platform.logger.log('warn', 'session', 'rollback failed', error);
    }
    context.negotiation.finish();
  }
}
