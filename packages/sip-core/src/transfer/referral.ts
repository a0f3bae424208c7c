import { InvalidStateError } from '../base/errors.ts';
import type { Dialog } from '../dialog/dialog.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import type { NameAddr } from '../message/name-addr.ts';
import type { Uri } from '../message/uri.ts';
import { Inviter, type InviterOptions } from '../session/inviter.ts';
import type { SessionOwner } from '../session/session-owner.ts';
import type { ReferContext } from '../session/session-parts.ts';
import type { Session } from '../session/session.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import { ReferListeners } from './refer-listeners.ts';
import { ReferReports } from './refer-reports.ts';
import type { ReferTarget } from './refer-target.ts';
import { writeReplaces } from './replaces.ts';

/** Milliseconds after which a REFER that nobody decided on gets a 202, so that it does not time out. */
const DECISION = 15_000;

/** What a referral is made from. @internal */
export interface ReferralParts {
  readonly owner: SessionOwner;
  readonly server: ServerRequest;
  readonly target: ReferTarget;
  /** The call it came in; none for one outside of any dialog. */
  readonly session?: Session | undefined;
  /** The dialog that reports go by; asked for when there is something to report. */
  readonly dialog: () => Dialog | undefined;
  /** Told once nothing more will be reported. */
  readonly over?: () => void;
}

/**
 * The far end asks us to call somebody (RFC 3515). Nothing happens until the application accepts.
 *
 * One that nobody decides on is answered 202 after 15 seconds, as RFC 3515 section 2.4.2 wants it, and waits on.
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
export class Referral extends ReferListeners<Referral> implements ReferContext {
  readonly direction = 'incoming' as const;
  /** Whom to call, without headers. */
  readonly referTo: Uri;
  /** The dialog there that the call is to replace, as a Replaces header field value; for an attended transfer. */
  readonly replaces: string | undefined;
  /** Who asks, by their own word (RFC 3892). */
  readonly referredBy: NameAddr | undefined;
  readonly request: IncomingRequest;
  /** The call that is to be transferred; none when the REFER came outside of any. */
  readonly session: Session | undefined;
  readonly #parts: ReferralParts;
  #decision: 'accepted' | 'refused' | undefined;
  #reports: ReferReports | undefined;
  #finished = false;

  /** @internal */
  constructor(parts: ReferralParts) {
    const { owner, server, target } = parts;
    const { clock, logger } = owner.core.platform;
    super(logger);
    this.#parts = parts;
    this.request = server.message;
    this.session = parts.session;
    this.referTo = target.uri;
    this.replaces = target.replaces === undefined ? undefined : writeReplaces(target.replaces);
    this.referredBy = server.message.referredBy;
    const timer = clock.setTimeout(() => {
      this.#acknowledge('pending');
    }, DECISION);
    server.listen({
      onTerminated: () => {
        clock.clearTimeout(timer);
      },
    });
  }

  /** Whether it was accepted or refused. */
  get answered(): boolean {
    return this.#decision !== undefined;
  }

  /**
   * Says that we will try, with 202 and a first report (RFC 3515 section 2.4.4). Whoever asks for no reports gets none
   * (RFC 4488).
   *
   * @throws {@link InvalidStateError} when it was answered before
   */
  accept(): Promise<void> {
    if (this.answered) return Promise.reject(new InvalidStateError('accept the transfer', 'answered'));
    this.#decision = 'accepted';
    if (this.#reports === undefined) this.#acknowledge('active');
    else this.#reports.send(100, 'active');
    this.events.emit('referRequestAccepted', this, undefined);
    return Promise.resolve();
  }

  /**
   * Refuses.
   *
   * @param options - `statusCode` 300 to 699, default 603
   */
  reject(options: { readonly statusCode?: number; readonly reasonPhrase?: string } = {}): Promise<void> {
    if (this.answered) return Promise.reject(new InvalidStateError('refuse the transfer', 'answered'));
    const { statusCode = 603, reasonPhrase } = options;
    this.#parts.server.reply(statusCode, { reasonPhrase });
    this.#decision = 'refused';
    this.#reports?.send(statusCode, 'rejected', reasonPhrase);
    this.events.emit('referRequestRejected', this, undefined);
    return Promise.resolve();
  }

  /**
   * The call that the far end asked for; to be placed with `invite()`. What comes of it is reported to the far end. Of
   * the headers that Refer-To asks for only Replaces is taken over.
   *
   * @param options - the media are those of the transferred call, unless `sessionDescriptionHandlerOptions` says else
   */
  makeInviter(options: InviterOptions = {}): Inviter {
    const extraHeaders = [...(options.extraHeaders ?? [])];
    // RFC 5589 section 7.3: whoever does not know Replaces should refuse, and not ring for a second call.
    if (this.replaces !== undefined) extraHeaders.push(`Replaces: ${this.replaces}`, 'Require: replaces');
    if (this.referredBy !== undefined) extraHeaders.push(`Referred-By: ${this.referredBy.toString()}`);
    const media = options.sessionDescriptionHandlerOptions ?? sameMedia(this.session);
    const inviter = new Inviter(this.#parts.owner, this.referTo, {
      ...options,
      continues: options.continues ?? this.session,
      extraHeaders,
      sessionDescriptionHandlerOptions: media,
    });
    inviter.on('progress', (response) => {
      if (response === undefined || response.statusCode === 100) return;
      this.#reports?.send(response.statusCode, 'active');
      this.events.emit('referProgress', this);
    });
    inviter.on('accepted', (data) => {
      this.#finish(data?.code ?? 200);
    });
    inviter.on('terminated', () => {
      this.#finish(inviter.cause?.statusCode ?? 503);
    });
    return inviter;
  }

  /** The call it came in is over: whoever asks must not wait for an answer. @internal */
  sessionEnded(): void {
    if (this.answered) return;
    this.#decision = 'refused';
    this.#parts.server.reply(487);
    this.#reports?.send(487, 'rejected');
  }

  #finish(statusCode: number): void {
    if (this.#finished) return;
    this.#finished = true;
    this.#reports?.send(statusCode, 'noresource');
    this.events.emit(statusCode < 300 ? 'referAccepted' : 'referRejected', this);
  }

  #acknowledge(state: 'active' | 'pending'): void {
    const { owner, server, dialog, over } = this.#parts;
    if (server.answered) return;
    const silent = this.request.header('Refer-Sub')?.split(';', 1)[0]?.trim().toLowerCase() === 'false';
    server.reply(202, {
      headers: [
        ['Contact', owner.core.identity.contact.toString()],
        ...(silent ? ([['Refer-Sub', 'false']] as const) : []),
      ],
    });
    const path = silent ? undefined : dialog();
    if (path === undefined) return;
    this.#reports = new ReferReports(owner.core, path, this.request.cseq.seq, over);
    this.#reports.send(100, state);
  }
}

/** What to capture for a call that goes on from another. */
export function sameMedia(
  session: Session | undefined,
): NonNullable<InviterOptions['sessionDescriptionHandlerOptions']> {
  const video = session?.getSnapshot().media.video;
  return { constraints: { audio: true, video: video !== null && video !== undefined } };
}
