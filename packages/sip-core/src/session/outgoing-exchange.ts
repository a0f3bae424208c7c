import { LazySet } from '../base/lazy-set.ts';
import type { Dialog } from '../dialog/dialog.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { Body } from '../message/outgoing-message.ts';
import { answerOffer, describe, type DescriptionOptions, noteOffer, takeDescription } from './exchange.ts';
import { readSessionBody } from './session-body.ts';
import type { SessionContext } from './session-context.ts';

/** How the first offer and answer of a call of ours are made. */
export interface OutgoingExchangeOptions extends DescriptionOptions {
  readonly inviteWithoutSdp?: boolean;
  readonly earlyMedia?: boolean;
}

/** What the 2xx left to be done. */
export interface FinalExchange {
  /** The answer that the ACK is to carry. */
  readonly answer: Body | undefined;
  /** The media were agreed with another fork: they must be negotiated anew with the one that answered. */
  readonly outOfStep: boolean;
}

/**
 * The first offer and answer of a call of ours, with all its forks (RFC 3261 section 13.2.1, RFC 3262 section 5). The
 * first reliable answer gets the media; a fork that answers the call later than that gets them by a new offer.
 */
export class OutgoingExchange {
  readonly #context: SessionContext;
  readonly #options: OutgoingExchangeOptions;
  /** Forks whose exchange is done. */
  readonly #complete = new LazySet<Dialog>();
  /** The one that the media are set to. */
  #current: Dialog | undefined;
  /** One response after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(context: SessionContext, options: OutgoingExchangeOptions) {
    this.#context = context;
    this.#options = options;
    if (this.#offerless) context.negotiation.initial.asksForOffer();
  }

  /** Our offer; none when the far end is to make it. */
  async offer(): Promise<Body | undefined> {
    if (this.#offerless) return undefined;
    const body = await describe(this.#context, this.#options);
    if (!this.#context.isEnded()) noteOffer(this.#context, String(body.content));
    return body;
  }

  /** A description in an unreliable provisional response is a preview of the answer (RFC 3261 section 13.2.1). */
  preview(response: IncomingResponse): Promise<void> {
    return this.#inTurn(async () => {
      const context = this.#context;
      if (this.#options.earlyMedia === false || this.#offerless || this.#current !== undefined) return;
      if (context.isEnding() || context.dialog !== undefined) return;
      const body = readSessionBody(response, context.handler);
      if (body.kind !== 'description') return;
      try {
        const media = { ...this.#options.sessionDescriptionHandlerOptions, provisional: true };
        await takeDescription(context, body.sdp, { ...this.#options, sessionDescriptionHandlerOptions: media });
        this.#early();
      } catch (error) {
        context.platform.logger.log('info', 'session', 'early media not played', error);
      }
    });
  }

  /**
   * Takes the description of a reliable provisional response (RFC 3262 section 5).
   *
   * @returns the answer that its PRACK is to carry
   * @throws MediaError when it cannot be used
   */
  takeReliable(response: IncomingResponse, dialog: Dialog): Promise<Body | undefined> {
    return this.#inTurn(async () => {
      const context = this.#context;
      const body = readSessionBody(response, context.handler);
      if (body.kind !== 'description' || context.isEnding() || this.#complete.has(dialog)) return undefined;
      if (this.#offerless) {
        const answer = await answerOffer(context, body.sdp, this.#options);
        this.#agree(dialog);
        return answer;
      }
      // Another fork has the media already; this one waits until it answers the call.
      if (this.#current !== undefined) this.#complete.add(dialog);
      else {
        await takeDescription(context, body.sdp, this.#options);
        this.#agree(dialog);
      }
      return undefined;
    });
  }

  /**
   * Takes the description of the 2xx.
   *
   * @throws MissingDescription or MediaError when there is none, or none that can be used
   */
  takeFinal(response: IncomingResponse, dialog: Dialog): Promise<FinalExchange> {
    return this.#inTurn(async () => {
      const context = this.#context;
      // What was agreed reliably stands; a 2xx can only repeat it (RFC 3261 section 13.2.1).
      if (this.#complete.has(dialog)) return { answer: undefined, outOfStep: this.#current !== dialog };
      const body = readSessionBody(response, context.handler);
      if (body.kind !== 'description') throw new MissingDescription();
      if (this.#offerless) return { answer: await answerOffer(context, body.sdp, this.#options), outOfStep: false };
      if (this.#current !== undefined) return { answer: undefined, outOfStep: true };
      await takeDescription(context, body.sdp, this.#options);
      return { answer: undefined, outOfStep: false };
    });
  }

  /** Whether the ACK to a 2xx in this dialog must wait for our answer. */
  answersInAck(response: IncomingResponse, dialog: Dialog): boolean {
    if (!this.#offerless || this.#complete.has(dialog)) return false;
    return readSessionBody(response, this.#context.handler).kind === 'description';
  }

  get #offerless(): boolean {
    return this.#options.inviteWithoutSdp === true;
  }

  #agree(dialog: Dialog): void {
    const context = this.#context;
    this.#complete.add(dialog);
    this.#current = dialog;
    context.earlyDialog = dialog;
    context.negotiation.initial.answered();
    if (this.#options.earlyMedia !== false) this.#early();
  }

  #early(): void {
    const context = this.#context;
    if (context.state !== 'Establishing' || context.dialog !== undefined) return;
    context.setPhase('early');
    context.setEarlyMedia(true);
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}

/** The 2xx brought no description where one was due. */
class MissingDescription extends Error {}
