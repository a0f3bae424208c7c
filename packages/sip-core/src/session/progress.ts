import { InvalidStateError, InvalidValueError } from '../base/errors.ts';
import type { Body } from '../message/outgoing-message.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import { causeOfMediaError } from './cause-of.ts';
import { type EndCause, endCause } from './end-cause.ts';
import { infoPackages } from './extension-use.ts';
import type { IncomingExchange } from './incoming-exchange.ts';
import { answerPrack } from './incoming-prack.ts';
import type { InvitationProgressOptions } from './invitation-options.ts';
import { awaitLatePrack } from './late-pracks.ts';
import { responseContent } from './response-content.ts';
import { SentProvisionals, type Unacknowledged } from './sent-provisionals.ts';
import type { SessionContext } from './session-context.ts';

/** Milliseconds after which a plain provisional response is repeated, and a reliable one. */
const PLAIN_AGAIN = 60_000;
const RELIABLE_AGAIN = 150_000;

/** Whose call a {@link Progress} tells of. */
export interface ProgressUser {
  /** Refuses the call: a response was never acknowledged, or its answer cannot be used. */
  giveUpRinging(statusCode: number, cause: EndCause): void;
}

/** What a call that comes in says before it is answered: plain or reliable, with or without early media. */
export class Progress {
  readonly #context: SessionContext;
  readonly #incoming: ServerRequest;
  readonly #exchange: IncomingExchange;
  readonly #user: ProgressUser;
  /** Made with the first reliable response. */
  #reliable: SentProvisionals | undefined;
  /** A reliable response with our description is out, or about to be. */
  #describing = false;

  constructor(context: SessionContext, incoming: ServerRequest, exchange: IncomingExchange, user: ProgressUser) {
    this.#context = context;
    this.#incoming = incoming;
    this.#exchange = exchange;
    this.#user = user;
  }

  /** Whether the caller takes no unreliable provisional response (RFC 3262 section 3). */
  get mustBeReliable(): boolean {
    return this.#incoming.message.require.includes('100rel');
  }

  /**
   * Sends a provisional response. Resolves when it is sent; a reliable one, when it is acknowledged.
   *
   * @throws InvalidStateError when a final response came first
   * @throws InvalidValueError when there can be no such response
   */
  async send(options: InvitationProgressOptions): Promise<void> {
    this.#assertOpen();
    const statusCode = options.statusCode ?? options.status_code ?? 180;
    if (statusCode < 101 || statusCode > 199) throw new InvalidValueError('statusCode', 'must be 101 to 199');
    const supported = this.#incoming.message.supported.includes('100rel');
    if (this.mustBeReliable || (supported && (options.rel100 ?? 'none') !== 'none')) {
      await this.#sendReliable(statusCode, options);
    } else {
      await this.#sendPlain(statusCode, options);
    }
  }

  /** Answers a PRACK (section 3). */
  receivePrack(request: ServerRequest): void {
    const { rack } = request.message;
    if (rack === undefined) {
      request.reply(400, { reasonPhrase: 'Missing RAck Header Field' });
      return;
    }
    const acknowledged = this.#reliable?.acknowledge(rack);
    if (acknowledged === undefined) request.reply(481);
    else void this.#acknowledged(request, acknowledged);
  }

  /** Resolves when nothing that carries our description waits for its PRACK: the 2xx may go (section 5). */
  async allDescribed(): Promise<void> {
    await this.#reliable?.allDescribed();
  }

  /** The 2xx goes out. */
  stop(): void {
    this.#context.timers.stop('stillRinging');
    this.#reliable?.stop();
  }

  /** Our address, and what is told in every response where it matters before the 2xx (RFC 8840 section 4). */
  get #headers(): readonly (readonly [string, string])[] {
    const { core } = this.#context;
    const packages = infoPackages(core.optionTags);
    const supported = packages.length === 0 ? [] : [['Supported', core.supported] as const];
    return [['Contact', core.identity.contact.toString()], ...supported, ...packages];
  }

  async #sendPlain(statusCode: number, options: InvitationProgressOptions): Promise<void> {
    const describes = options.sessionDescription === true;
    if (describes && this.#exchange.offerless) {
      throw new InvalidValueError('sessionDescription', 'an offer can only go in a reliable response');
    }
    const body = describes ? await this.#exchange.describe(options) : undefined;
    this.#assertOpen();
    this.#incoming.reply(statusCode, responseContent(options, this.#headers, body));
    this.#stillRinging(statusCode, PLAIN_AGAIN);
    this.#context.events.emit('progress', undefined);
  }

  async #sendReliable(statusCode: number, options: InvitationProgressOptions): Promise<void> {
    const context = this.#context;
    // Section 5: to an INVITE without an offer, the first reliable response carries one.
    const wanted = options.sessionDescription === true || this.#exchange.offerless;
    const describes = wanted && !this.#describing;
    if (describes) this.#describing = true;
    this.#reliable ??= this.#makeReliable();
    await this.#reliable.send(describes, async () => {
      const body = describes ? await this.#describe(options) : undefined;
      this.#assertOpen();
      this.#stillRinging(statusCode, RELIABLE_AGAIN);
      if (describes && this.#exchange.offerless) context.negotiation.initial.offering();
      context.events.emit('progress', undefined);
      return { statusCode, ...responseContent(options, this.#headers, body) };
    });
  }

  #makeReliable(): SentProvisionals {
    const context = this.#context;
    const incoming = this.#incoming;
    const reliable = new SentProvisionals(context, incoming, () => {
      // RFC 3262 section 3: after 64*T1 without PRACK the call is refused with a 5xx.
      this.#user.giveUpRinging(504, endCause('NO_PRACK', 'system', { statusCode: 504 }));
    });
    context.atEnd(() => {
      const { dialog } = context;
      const refused = (incoming.finalCode ?? 0) >= 300 && context.core.transport.state === 'connected';
      if (refused && dialog !== undefined && reliable.isWaiting) awaitLatePrack(context, dialog, reliable);
    });
    return reliable;
  }

  /** What cannot be described now, the next response or the 2xx may. */
  async #describe(options: InvitationProgressOptions): Promise<Body> {
    try {
      return await this.#exchange.describe(options);
    } catch (error) {
      this.#describing = false;
      throw error;
    }
  }

  /** Says it again from time to time, or proxies give the call up (RFC 3261 section 13.3.1.1, RFC 3262 section 3). */
  #stillRinging(statusCode: number, interval: number): void {
    const { timers, core } = this.#context;
    timers.start('stillRinging', interval, () => {
      if (this.#incoming.answered) return;
      this.#stillRinging(statusCode, interval);
      if (core.transport.state !== 'connected' || this.#reliable?.isWaiting === true) return;
      const again = { statusCode, headers: this.#headers };
      if (interval === PLAIN_AGAIN) this.#incoming.reply(statusCode, again);
      else this.#reliable?.send(false, () => Promise.resolve(again)).catch(() => undefined);
    });
  }

  async #acknowledged(request: ServerRequest, { describes, done }: Unacknowledged): Promise<void> {
    const context = this.#context;
    try {
      await answerPrack(context, request, this.#exchange, describes);
    } catch (error) {
      context.platform.logger.log('warn', 'session', 'the answer in a PRACK could not be used', error);
      if (!this.#incoming.answered && !context.isEnding()) this.#user.giveUpRinging(488, causeOfMediaError(error));
    }
    done();
  }

  #assertOpen(): void {
    const context = this.#context;
    if (this.#incoming.answered || context.isEnding()) throw new InvalidStateError('report progress', context.state);
  }
}
