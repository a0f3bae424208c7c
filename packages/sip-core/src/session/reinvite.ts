import { InvalidStateError } from '../base/errors.ts';
import { randomFraction } from '../base/identifiers.ts';
import type { Dialog } from '../dialog/dialog.ts';
import type {
  SessionDescriptionHandlerModifier,
  SessionDescriptionHandlerOptions,
} from '../media/session-description-handler.ts';
import { parseExtraHeaders } from '../message/extra-headers.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import type { ClientRequest } from '../user-agent/client-request.ts';
import { ConnectionError, RequestTimeoutError, ResponseError } from '../user-agent/request-errors.ts';
import { Ack } from './ack.ts';
import { sendBye } from './bye.ts';
import { causeOfMediaError } from './cause-of.ts';
import { endCause } from './end-cause.ts';
import { readSessionBody } from './session-body.ts';
import type { SessionContext } from './session-context.ts';
import { SessionEndedError } from './session-errors.ts';

/** How an established call is negotiated anew. */
export interface ReinviteOptions {
  readonly extraHeaders?: readonly string[];
  /** Let the far end make the offer; default false. */
  readonly inviteWithoutSdp?: boolean;
  readonly sessionDescriptionHandlerOptions?: SessionDescriptionHandlerOptions;
  readonly sessionDescriptionHandlerModifiers?: readonly SessionDescriptionHandlerModifier[];
}

/** How often a 491 is answered by trying again before the caller is told. */
const GLARE_ATTEMPTS = 10;

/**
 * Sends a re-INVITE and sees it through (RFC 3261 section 14.1). One that is refused leaves the call and its media as
 * they were; one that crosses another waits its turn and is sent again.
 *
 * @param hold - whether the far end is to be on hold afterwards; unchanged by default
 * @throws {@link ResponseError} when it was refused
 * @throws {@link SessionEndedError} when the call ended meanwhile
 */
export async function reinvite(
  context: SessionContext,
  options: ReinviteOptions,
  hold?: () => boolean | undefined,
): Promise<void> {
  const extraHeaders = parseExtraHeaders(options.extraHeaders ?? []);
  for (let attempt = 1; ; attempt += 1) {
    await context.negotiation.takeFloor();
    let refusal: ResponseError | undefined;
    try {
      const dialog = assertEstablished(context);
      const wanted = hold?.();
      if (hold !== undefined && wanted === undefined) return;
      refusal = await new Reinvite(context, dialog, options, extraHeaders, wanted).run();
      if (refusal === undefined && wanted !== undefined) context.setLocalHold(wanted);
    } finally {
      context.offersHold = false;
      context.negotiation.finish();
    }
    if (refusal === undefined) return;
    if (refusal.statusCode !== 491 || attempt === GLARE_ATTEMPTS) throw refusal;
    await context.wait('glare', glareDelay(context), 'be changed');
  }
}

function assertEstablished(context: SessionContext): Dialog {
  if (context.isEnding()) throw new SessionEndedError('be changed', context.cause);
  if (context.state === 'Established' && context.dialog !== undefined) return context.dialog;
  throw new InvalidStateError('change the call', context.state);
}

/** Section 14.1: who made the Call-ID waits 2.1 to 4 s, the other 0 to 2 s, in steps of 10 ms. */
function glareDelay(context: SessionContext): number {
  const steps = (least: number, most: number): number =>
    least + Math.floor(randomFraction(context.platform.random) * (most - least + 1));
  return 10 * (context.direction === 'outgoing' ? steps(210, 400) : steps(0, 200));
}

/** One attempt: one offer, one INVITE transaction, one outcome. */
class Reinvite {
  readonly #context: SessionContext;
  readonly #dialog: Dialog;
  readonly #options: ReinviteOptions;
  readonly #extraHeaders: readonly (readonly [string, string])[];
  readonly #media: SessionDescriptionHandlerOptions;
  #client: ClientRequest | undefined;
  #ack: Ack | undefined;
  #acknowledged = false;

  constructor(
    context: SessionContext,
    dialog: Dialog,
    options: ReinviteOptions,
    extraHeaders: readonly (readonly [string, string])[],
    hold: boolean | undefined,
  ) {
    this.#context = context;
    this.#dialog = dialog;
    this.#options = options;
    this.#extraHeaders = extraHeaders;
    this.#media = { ...options.sessionDescriptionHandlerOptions, hold: hold ?? context.localHold };
  }

  /** @returns the refusal, or nothing when it was accepted */
  async run(): Promise<ResponseError | undefined> {
    const context = this.#context;
    context.offersHold = this.#media.hold === true;
    const response = await this.#exchange();
    if (response === undefined) return undefined;
    if (response.statusCode === 481 || response.statusCode === 408) await this.#dialogIsGone();
    return new ResponseError('INVITE', response);
  }

  async #exchange(): Promise<IncomingResponse | undefined> {
    const context = this.#context;
    const request = this.#buildRequest();
    if (this.#options.inviteWithoutSdp !== true) {
      const offer = await context.handler.getDescription(this.#media, this.#options.sessionDescriptionHandlerModifiers);
      if (context.isEnding()) throw new SessionEndedError('be changed', context.cause);
      request.body = { content: offer.body, contentType: offer.contentType };
    }
    let response: IncomingResponse;
    try {
      response = await this.#send(request);
    } catch (error) {
      if (!context.isEnded()) await this.#rollback();
      if (error instanceof RequestTimeoutError) await this.#dialogIsGone();
      throw error;
    }
    if (context.isEnded()) throw new SessionEndedError('be changed', context.cause);
    if (response.statusCode >= 300) {
      await this.#rollback();
      return response;
    }
    await this.#accepted(response);
    return undefined;
  }

  #buildRequest(): OutgoingRequest {
    const { core } = this.#context;
    const request = this.#dialog.createRequest('INVITE');
    request.headers.set('Contact', core.identity.contact.toString());
    request.headers.set('Allow', core.allow);
    if (core.supported !== '') request.headers.set('Supported', core.supported);
    for (const [name, value] of this.#extraHeaders) request.headers.add(name, value);
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
          onFinal: (response) => {
            forget();
            // A repeated 2xx wants its ACK again; one that comes when all is over wants one too.
            if (response.statusCode < 300 && (this.#acknowledged || context.isEnded())) this.#acknowledge().send();
            resolve(response);
          },
          onFailure: (error) => {
            forget();
            reject(error);
          },
        },
        this.#dialog,
      );
    });
  }

  async #accepted(response: IncomingResponse): Promise<void> {
    const context = this.#context;
    const { sessionDescriptionHandlerModifiers: modifiers, inviteWithoutSdp } = this.#options;
    // RFC 3261 section 12.2.1.2: the 2xx brings the peer's present target.
    this.#dialog.refreshTarget(response);
    const body = readSessionBody(response, context.handler);
    try {
      if (inviteWithoutSdp !== true) {
        this.#acknowledge().send();
        if (body.kind === 'description') await context.handler.setDescription(body.sdp, this.#media, modifiers);
        else await this.#rollback();
        return;
      }
      if (body.kind !== 'description') {
        this.#acknowledge().send();
        return;
      }
      await context.handler.setDescription(body.sdp, this.#media, modifiers);
      const answer = await context.handler.getDescription(this.#media, modifiers);
      this.#ack = new Ack(context, this.#dialog, this.#sent(), answer);
      this.#acknowledge().send();
    } catch (error) {
      if (!this.#acknowledged) this.#acknowledge().send();
      if (context.isEnding()) throw new SessionEndedError('be changed', context.cause);
      const reason = { statusCode: 488, reasonPhrase: 'Not Acceptable Here' };
      await sendBye(context, this.#dialog, reason, causeOfMediaError(error));
      throw error;
    }
  }

  #acknowledge(): Ack {
    this.#acknowledged = true;
    this.#ack ??= new Ack(this.#context, this.#dialog, this.#sent());
    return this.#ack;
  }

  #sent(): OutgoingRequest {
    if (this.#client === undefined) throw new ConnectionError('INVITE');
    return this.#client.request;
  }

  async #rollback(): Promise<void> {
    if (this.#options.inviteWithoutSdp === true) return;
    try {
      await this.#context.handler.rollbackDescription();
    } catch (error) {
      this.#context.platform.logger.log('warn', 'session', 'rollback failed', error);
    }
  }

  /** Section 12.2.1.2: a 481 or no answer at all says that the peer's side of the call no longer exists. */
  async #dialogIsGone(): Promise<void> {
    if (this.#context.isEnding()) return;
    await sendBye(this.#context, this.#dialog, {}, endCause('DIALOG_ERROR', 'system', { statusCode: 481 }));
  }
}
