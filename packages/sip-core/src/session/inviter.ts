import type { SipError } from '../base/errors.ts';
import { InvalidStateError } from '../base/errors.ts';
import { newTag } from '../base/identifiers.ts';
import { handled } from '../base/promises.ts';
import type { Dialog } from '../dialog/dialog.ts';
import type {
  SessionDescriptionHandlerModifier,
  SessionDescriptionHandlerOptions,
} from '../media/session-description-handler.ts';
import { parseExtraHeaders } from '../message/extra-headers.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import { NameAddr } from '../message/name-addr.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import { Uri } from '../message/uri.ts';
import { RequestTimeoutError } from '../user-agent/request-errors.ts';
import { Ack } from './ack.ts';
import { type TerminateOptions, reasonHeaders, sendBye } from './bye.ts';
import { causeOfMediaError, causeOfResponse } from './cause-of.ts';
import { CLASSIC_CAUSES, endCause } from './end-cause.ts';
import { OutgoingInvite } from './outgoing-invite.ts';
import { readSessionBody } from './session-body.ts';
import { SessionEndedError } from './session-errors.ts';
import { SessionContext } from './session-context.ts';
import type { SessionOwner } from './session-owner.ts';
import { Session } from './session.ts';

/** How a call is placed. */
export interface InviterOptions {
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
  readonly sessionDescriptionHandlerOptions?: SessionDescriptionHandlerOptions;
  readonly sessionDescriptionHandlerModifiers?: readonly SessionDescriptionHandlerModifier[];
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
export class Inviter extends Session {
  readonly #target: Uri;
  readonly #options: InviterOptions;
  #delegate: InviterInviteOptions['requestDelegate'];
  #invite: OutgoingInvite | undefined;
  #request: OutgoingRequest | undefined;

  constructor(owner: SessionOwner, target: Uri, options: InviterOptions = {}) {
    const { core } = owner;
    const tag = newTag(core.platform.random);
    const local = options.anonymous === true ? anonymous(tag) : core.identity.from(tag);
    const { displayName } = options;
    const remote = NameAddr.from({
      uri: target.withoutHeaders(),
      ...(displayName === undefined ? {} : { displayName }),
    });
    super(new SessionContext({ owner, direction: 'outgoing', local, remote }));
    // Checked before anything is sent or captured, so that a bad line fails at once.
    parseExtraHeaders(options.extraHeaders ?? []);
    this.#target = target;
    this.#options = options;
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
    const request = this.#buildRequest(extraHeaders);
    if (this.#options.inviteWithoutSdp !== true) {
      try {
        const offer = await context.handler.getDescription(
          this.#options.sessionDescriptionHandlerOptions,
          this.#options.sessionDescriptionHandlerModifiers,
        );
        request.body = { content: offer.body, contentType: offer.contentType };
      } catch (error) {
        if (!context.isEnded()) this.#fail(causeOfMediaError(error), null);
        throw context.cause?.code === 'CANCELED' ? new SessionEndedError('be placed', context.cause) : error;
      }
    }
    if (context.isEnding()) throw new SessionEndedError('be placed', context.cause);
    this.#request = request;
    this.#invite = new OutgoingInvite(context, request, {
      onProgress: (response, dialog) => {
        this.#progress(response, dialog);
      },
      onAnswer: (response, dialog) => void this.#answered(response, dialog),
      onRefused: (response) => {
        this.#refused(response);
      },
      onFailure: (error) => {
        this.#failed(error);
      },
    });
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
      if (dialog !== undefined) return handled(sendBye(context, dialog, options));
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

  #buildRequest(extraHeaders: readonly (readonly [string, string])[]): OutgoingRequest {
    const { core, local, remote } = this.context;
    // RFC 3261 section 19.1.1, table 1: no port and no transport in To.
    const to = remote.with({ uri: remote.uri.with({ port: undefined, params: {} }) });
    const request = core.newRequest('INVITE', this.#target, { from: local, to });
    request.headers.set('Contact', core.identity.contact.toString());
    request.headers.set('Allow', core.allow);
    if (core.supported !== '') request.headers.set('Supported', core.supported);
    if (this.#options.anonymous === true) {
      request.headers.set('Privacy', 'id');
      request.headers.set('P-Preferred-Identity', core.identity.from('').with({ params: {} }).toString());
    }
    for (const [name, value] of extraHeaders) request.headers.add(name, value);
    return request;
  }

  #progress(response: IncomingResponse, dialog: Dialog | undefined): void {
    const { context } = this;
    if (response.statusCode === 100) this.#delegate?.onTrying?.(response);
    else this.#delegate?.onProgress?.(response);
    if (context.isEnding()) return;
    if (response.statusCode !== 100 && context.phase !== 'early') context.setPhase('ringing');
    if (dialog !== undefined) void this.#earlyMedia(response);
    context.events.emit('progress', response);
  }

  /** A description in a provisional response is a preview of the answer (RFC 3261 section 13.2.1, RFC 3960). */
  async #earlyMedia(response: IncomingResponse): Promise<void> {
    const { context } = this;
    if (this.#options.earlyMedia === false || this.#options.inviteWithoutSdp === true) return;
    const body = readSessionBody(response, context.handler);
    if (body.kind !== 'description') return;
    try {
      await context.handler.setDescription(
        body.sdp,
        { ...this.#options.sessionDescriptionHandlerOptions, provisional: true },
        this.#options.sessionDescriptionHandlerModifiers,
      );
      if (context.state !== 'Establishing' || context.dialog !== undefined) return;
      context.setPhase('early');
      context.setEarlyMedia(true);
    } catch (error) {
      context.platform.logger.log('info', 'session', 'early media not played', error);
    }
  }

  async #answered(response: IncomingResponse, dialog: Dialog): Promise<void> {
    const { context } = this;
    if (context.isEnded()) return;
    this.#delegate?.onAccept?.(response);
    context.events.emit('accepted', { code: response.statusCode, response });
    if (context.isEnding()) {
      // The answer crossed our CANCEL; the invite has acknowledged it and hung up.
      context.end(context.endsAs ?? endCause('CANCELED', 'local'), response);
      return;
    }
    context.dialog = dialog;
    context.setAnswered();
    context.setPhase('connecting');
    try {
      const ack = await this.#takeAnswer(response, dialog);
      if (ack === undefined) return;
      context.negotiation.initial.finish();
      context.move('answered');
      context.events.emit('confirmed', ack);
    } catch (error) {
      context.platform.logger.log('warn', 'session', 'the answer could not be used', error);
      if (context.isEnding()) return;
      const cause = causeOfMediaError(error);
      await sendBye(context, dialog, { statusCode: 488, reasonPhrase: 'Not Acceptable Here' }, cause);
    }
  }

  /** @returns the ACK, or nothing when the session ended meanwhile */
  async #takeAnswer(response: IncomingResponse, dialog: Dialog): Promise<OutgoingRequest | undefined> {
    const { context } = this;
    const invite = this.#invite;
    if (invite === undefined) return undefined;
    const { sessionDescriptionHandlerOptions: options, sessionDescriptionHandlerModifiers: modifiers } = this.#options;
    const body = readSessionBody(response, context.handler);
    if (this.#options.inviteWithoutSdp !== true || body.kind !== 'description') {
      const ack = invite.acknowledge(new Ack(context, dialog, invite.request));
      if (body.kind !== 'description') throw new MissingDescription();
      await context.handler.setDescription(body.sdp, options, modifiers);
      return context.isEnding() ? undefined : ack;
    }
    try {
      await context.handler.setDescription(body.sdp, options, modifiers);
      const answer = await context.handler.getDescription(options, modifiers);
      if (!context.isEnding())
        return invite.acknowledge(
          new Ack(context, dialog, invite.request, { content: answer.body, contentType: answer.contentType }),
        );
    } catch (error) {
      invite.acknowledge(new Ack(context, dialog, invite.request));
      throw error;
    }
    invite.acknowledge(new Ack(context, dialog, invite.request));
    return undefined;
  }

  #refused(response: IncomingResponse): void {
    this.#delegate?.onReject?.(response);
    const { context } = this;
    const canceled = context.state === 'Terminating';
    const cause = canceled
      ? (context.endsAs ?? endCause('CANCELED', 'local', { statusCode: response.statusCode }))
      : causeOfResponse(response);
    context.end(cause, response, () => {
      context.events.emit('rejected', response, response.reasonPhrase);
      context.events.emit('failed', response, canceled ? CLASSIC_CAUSES[cause.code] : response.reasonPhrase);
    });
  }

  #failed(error: SipError): void {
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

/** The 2xx brought no description where one was due. */
class MissingDescription extends Error {}

function anonymous(tag: string): NameAddr {
  const uri = Uri.from({ scheme: 'sip', user: 'anonymous', host: 'anonymous.invalid' });
  return NameAddr.from({ displayName: 'Anonymous', uri, params: { tag } });
}
