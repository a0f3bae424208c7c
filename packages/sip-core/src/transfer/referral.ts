import { InvalidStateError } from '../base/errors.ts';
import type { IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';
import type { NameAddr } from '../message/name-addr.ts';
import { reasonPhrase } from '../message/status.ts';
import type { Uri } from '../message/uri.ts';
import { Inviter, type InviterOptions } from '../session/inviter.ts';
import type { SessionContext } from '../session/session-context.ts';
import type { ReferContext } from '../session/session-parts.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import { writeSipFragment } from './sipfrag.ts';

/** Seconds that we report on a transfer at the most. */
const SUBSCRIPTION = 180;

/**
 * The far end asks us to call somebody (RFC 3515). Nothing happens until the application accepts.
 *
 * @example
 * ```ts
 * session.delegate = {
 *   onRefer(referral) {
 *     if (!(referral instanceof Referral)) return;
 *     void referral.accept().then(() => referral.makeInviter().invite());
 *   },
 * };
 * ```
 */
export class Referral implements ReferContext {
  readonly direction = 'incoming' as const;
  /** Whom to call, without headers. */
  readonly referTo: Uri;
  /** Who asks, by their own word (RFC 3892). */
  readonly referredBy: NameAddr | undefined;
  readonly request: IncomingRequest;
  readonly #context: SessionContext;
  readonly #server: ServerRequest;
  readonly #target: Uri;
  #done = false;

  /** @internal */
  constructor(context: SessionContext, server: ServerRequest, target: Uri) {
    this.#context = context;
    this.#server = server;
    this.#target = target;
    this.request = server.message;
    this.referTo = target.withoutHeaders();
    this.referredBy = server.message.referredBy;
  }

  /** Whether it was accepted or refused. */
  get answered(): boolean {
    return this.#server.answered;
  }

  /**
   * Says that we will try, with 202 and a first report (RFC 3515 section 2.4.4).
   *
   * @throws {@link InvalidStateError} when it was answered before
   */
  accept(): Promise<void> {
    if (this.answered) return Promise.reject(new InvalidStateError('accept the transfer', 'answered'));
    this.#server.reply(202, { headers: [['Contact', this.#context.core.identity.contact.toString()]] });
    this.#report(100, 'Trying', false);
    return Promise.resolve();
  }

  /**
   * Refuses.
   *
   * @param options - `statusCode` 300 to 699, default 603
   */
  reject(options: { readonly statusCode?: number; readonly reasonPhrase?: string } = {}): Promise<void> {
    if (this.answered) return Promise.reject(new InvalidStateError('refuse the transfer', 'answered'));
    this.#server.reply(options.statusCode ?? 603, { reasonPhrase: options.reasonPhrase });
    return Promise.resolve();
  }

  /**
   * The call that the far end asked for; to be placed with `invite()`. What comes of it is reported to the far end. Of
   * the headers that Refer-To asks for only Replaces is taken over.
   */
  makeInviter(options: InviterOptions = {}): Inviter {
    const extraHeaders = [...(options.extraHeaders ?? [])];
    const replaces = this.#target.headers.get('replaces')?.[0];
    if (replaces !== undefined) extraHeaders.push(`Replaces: ${replaces}`);
    if (this.referredBy !== undefined) extraHeaders.push(`Referred-By: ${this.referredBy.toString()}`);
    const inviter = new Inviter(this.#context.owner, this.referTo, { ...options, extraHeaders });
    inviter.on('progress', (response) => {
      if (response !== undefined && response.statusCode > 100) this.#reportResponse(response, false);
    });
    inviter.on('accepted', (data) => {
      if (data !== undefined) this.#reportResponse(data.response, true);
    });
    inviter.on('rejected', (response) => {
      if (response !== null) this.#reportResponse(response, true);
    });
    inviter.on('terminated', () => {
      this.#report(503, reasonPhrase(503), true);
    });
    return inviter;
  }

  #reportResponse(response: IncomingResponse, final: boolean): void {
    // A To tag, a route, a Contact of the third party are nobody's business here: the status line alone.
    this.#report(response.statusCode, reasonPhrase(response.statusCode), final);
  }

  #report(statusCode: number, phrase: string, final: boolean): void {
    const context = this.#context;
    if (this.#done || context.isEnded() || context.dialog === undefined) return;
    this.#done = final;
    const notify = context.dialog.createRequest('NOTIFY');
    notify.headers.set('Contact', context.core.identity.contact.toString());
    notify.headers.set('Event', `refer;id=${this.request.cseq.seq}`);
    notify.headers.set('Subscription-State', final ? 'terminated;reason=noresource' : `active;expires=${SUBSCRIPTION}`);
    notify.body = {
      content: writeSipFragment({ statusCode, reasonPhrase: phrase }),
      contentType: 'message/sipfrag;version=2.0',
    };
    const refused = (): void => {
      this.#done = true;
    };
    context.core.send(
      notify,
      {
        onFinal: (response) => {
          if (response.statusCode >= 300) refused();
        },
        onFailure: refused,
      },
      context.dialog,
    );
  }
}
