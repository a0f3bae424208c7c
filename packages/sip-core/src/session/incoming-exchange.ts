import type { Body } from '../message/outgoing-message.ts';
import { describe, type DescriptionOptions, rollBack, takeDescription } from './exchange.ts';
import type { SessionBody } from './session-body.ts';
import type { SessionContext } from './session-context.ts';

const NO_OPTIONS: DescriptionOptions = {};

/**
 * The first offer and answer of a call that comes in: in the INVITE and our 2xx, or earlier in a reliable provisional
 * response and its PRACK (RFC 3261 section 13.2.1, RFC 3262 section 5).
 */
export class IncomingExchange {
  /** Whether the INVITE came without an offer, so that we make it. */
  readonly offerless: boolean;
  readonly #context: SessionContext;
  #offer: SessionBody | undefined;
  #made: Promise<Body> | undefined;
  #options: DescriptionOptions = NO_OPTIONS;
  #complete = false;

  constructor(context: SessionContext, offer: SessionBody) {
    this.#context = context;
    this.#offer = offer;
    this.offerless = offer.kind !== 'description';
    if (this.offerless) context.negotiation.initial.asksForOffer();
  }

  /** Whether both descriptions have gone over reliably; the 2xx then has none. */
  get complete(): boolean {
    return this.#complete;
  }

  /**
   * Our description. It is made once: every response that carries it has the same (RFC 3261 section 13.2.1). What
   * failed may be tried again.
   *
   * @throws MediaError when there is nothing to say
   */
  describe(options: DescriptionOptions): Promise<Body> {
    this.#made ??= this.#make(options);
    return this.#made;
  }

  /** Both descriptions have arrived and are not asked for again: what they were is let go. */
  release(): void {
    this.#offer = undefined;
    this.#made = undefined;
    this.#options = NO_OPTIONS;
  }

  /** A reliable response with our description arrived. */
  delivered(): void {
    this.#complete = true;
    this.#context.negotiation.initial.answered();
  }

  /**
   * Takes the answer to our offer.
   *
   * @throws MediaError when it cannot be used
   */
  takeAnswer(sdp: string): Promise<void> {
    return takeDescription(this.#context, sdp, this.#options);
  }

  async #make(options: DescriptionOptions): Promise<Body> {
    const context = this.#context;
    this.#options = options;
    try {
      if (this.#offer?.kind === 'description') await takeDescription(context, this.#offer.sdp, options);
      return await describe(context, options);
    } catch (error) {
      this.#made = undefined;
      await rollBack(context);
      throw error;
    }
  }
}
