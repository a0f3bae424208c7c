import type { Dialog } from '../dialog/dialog.ts';
import { parseExtraHeaders } from '../message/extra-headers.ts';
import type { IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';
import type { NameAddr } from '../message/name-addr.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import type { Uri } from '../message/uri.ts';
import type { TimerHandle } from '../platform.ts';
import type { SessionContext } from '../session/session-context.ts';
import { SessionEndedError } from '../session/session-errors.ts';
import type { ReferContext, ReferOptions } from '../session/session-parts.ts';
import type { TransferSnapshot } from '../session/session-snapshot.ts';
import type { ClientRequest } from '../user-agent/client-request.ts';
import { ResponseError } from '../user-agent/request-errors.ts';
import { ReferListeners } from './refer-listeners.ts';
import { readSipFragment } from './sipfrag.ts';
import { TransferFailedError } from './transfer-failed-error.ts';

/** Milliseconds to wait for the first report, or for the last once the call is over: timer N of RFC 6665. */
const PATIENCE = 32_000;
/** Seconds a far end that names none is taken to go on reporting; and the most that is believed. */
const SUBSCRIPTION = { usual: 180, most: 3600 };

/** How the promise of a transfer is settled. */
interface Settlement {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * A transfer that we ask for: one REFER and the reports that follow it (RFC 3515).
 *
 * @example
 * ```ts
 * session.on('referRequested', (context) => {
 *   if (context instanceof OutgoingRefer) context.on('referProgress', () => showRinging());
 * });
 * ```
 */
export class OutgoingRefer extends ReferListeners<OutgoingRefer> implements ReferContext {
  readonly direction = 'outgoing' as const;
  readonly referTo: Uri;
  readonly #context: SessionContext;
  readonly #dialog: Dialog;
  readonly #target: NameAddr;
  readonly #options: ReferOptions;
  #client: ClientRequest | undefined;
  #accepted = false;
  #reported = false;
  #timer: TimerHandle | undefined;
  #settle: Settlement | undefined;

  /** @internal */
  constructor(context: SessionContext, dialog: Dialog, target: NameAddr, options: ReferOptions) {
    super(context.platform.logger);
    this.#context = context;
    this.#dialog = dialog;
    this.#target = target;
    this.#options = options;
    this.referTo = target.uri.withoutHeaders();
  }

  /** The REFER as last sent. */
  get request(): OutgoingRequest | undefined {
    return this.#client?.request;
  }

  /** The `id` of the reports: the CSeq number of the REFER (RFC 3515 section 2.4.6). */
  get id(): string {
    return String(this.#client?.request.cseq.seq ?? '');
  }

  /**
   * Sends the REFER. Resolves when the far end reports success; rejects when it refuses or fails, or nothing is heard
   * of it. @internal
   */
  send(): Promise<void> {
    const request = this.#buildRequest();
    this.#show('requested', null);
    const outcome = new Promise<void>((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    const { requestDelegate, receiveResponse } = this.#options;
    this.#client = this.#context.core.send(
      request,
      {
        onProvisional: (response) => {
          this.events.emit('referRequestProgress', this, response);
        },
        onFinal: (response) => {
          receiveResponse?.(response);
          if (response.statusCode < 300) requestDelegate?.onAccept?.(response);
          else requestDelegate?.onReject?.(response);
          this.#answered(response);
        },
        onFailure: (error) => {
          this.events.emit('referRequestRejected', this, undefined);
          this.#fail(error, null);
        },
      },
      this.#dialog,
    );
    return outcome;
  }

  /** Whether a report belongs to this REFER; without an id it belongs to the first. @internal */
  matches(id: string | null | undefined): boolean {
    return id === null || id === undefined || id === this.id;
  }

  /** Takes a report. @internal */
  report(notify: IncomingRequest): void {
    this.#reported = true;
    this.#options.onNotify?.(notify);
    this.events.emit('notify', notify);
    const statusCode = readSipFragment(notify.body)?.statusCode;
    const state = notify.subscriptionState;
    if (statusCode !== undefined && statusCode >= 200 && statusCode < 300) this.#succeed(statusCode);
    else if (statusCode !== undefined && statusCode >= 300) this.#failed(statusCode);
    else if (state?.value.toLowerCase() === 'terminated') this.#failed(undefined);
    else {
      const asked = Number(state?.params.get('expires') ?? SUBSCRIPTION.usual);
      const seconds = Number.isInteger(asked) ? Math.min(asked, SUBSCRIPTION.most) : SUBSCRIPTION.usual;
      this.#wait(this.#context.isEnded() ? PATIENCE : seconds * 1000);
      if (statusCode === undefined) return;
      this.#show(statusCode === 100 ? 'trying' : 'ringing', statusCode);
      this.events.emit('referProgress', this);
    }
  }

  /**
   * The call is over. Many a far end hangs up before it reports, so that one which accepted the REFER is listened to
   * for a while. @internal
   */
  sessionEnded(): void {
    if (this.#accepted) this.#wait(PATIENCE);
    else this.#fail(new SessionEndedError('be transferred', this.#context.cause), null);
  }

  /** Stops waiting. @internal */
  dispose(): void {
    this.#fail(new SessionEndedError('be transferred', this.#context.cause), null);
  }

  #buildRequest(): OutgoingRequest {
    const { core } = this.#context;
    const { extraHeaders = [], requestOptions, norefersub } = this.#options;
    const lines = parseExtraHeaders([...extraHeaders, ...(requestOptions?.extraHeaders ?? [])]);
    const request = this.#dialog.createRequest('REFER');
    request.headers.set('Refer-To', this.#target.toString());
    request.headers.set('Referred-By', core.identity.from('').with({ params: {} }).toString());
    request.headers.set('Contact', core.identity.contact.toString());
    if (core.supported !== '') request.headers.set('Supported', core.supported);
    if (norefersub === true) request.headers.set('Refer-Sub', 'false');
    for (const [name, value] of lines) {
      if (name === 'Referred-By') request.headers.set(name, value);
      else request.headers.add(name, value);
    }
    return request;
  }

  #answered(response: IncomingResponse): void {
    const { statusCode } = response;
    if (statusCode >= 300) {
      this.events.emit('referRequestRejected', this, response);
      this.#fail(new ResponseError('REFER', response), statusCode);
      return;
    }
    this.#accepted = true;
    this.events.emit('referRequestAccepted', this, response);
    if (response.header('Refer-Sub')?.split(';', 1)[0]?.trim().toLowerCase() === 'false') {
      this.#succeed(statusCode);
      return;
    }
    // A report may have come before the response (RFC 6665 section 4.1.2.4).
    if (this.#reported || this.#settle === undefined) return;
    this.#show('trying', null);
    this.#wait(PATIENCE);
  }

  #wait(delay: number): void {
    const { clock } = this.#context.platform;
    clock.clearTimeout(this.#timer);
    this.#timer = clock.setTimeout(() => {
      if (this.#context.isEnded()) this.dispose();
      else this.#failed(undefined);
    }, delay);
  }

  #succeed(statusCode: number): void {
    const settle = this.#end();
    if (settle === undefined) return;
    this.#show('accepted', statusCode);
    this.events.emit('referAccepted', this);
    settle.resolve();
  }

  #failed(statusCode: number | undefined): void {
    this.events.emit('referRejected', this);
    this.#fail(new TransferFailedError(this.referTo.toString(), statusCode), statusCode ?? null);
  }

  #fail(error: Error, statusCode: number | null): void {
    const settle = this.#end();
    if (settle === undefined) return;
    this.#show('failed', statusCode);
    settle.reject(error);
  }

  #end(): Settlement | undefined {
    const settle = this.#settle;
    this.#settle = undefined;
    this.#context.platform.clock.clearTimeout(this.#timer);
    return settle;
  }

  #show(state: TransferSnapshot['state'], statusCode: number | null): void {
    this.#context.setTransfer(Object.freeze({ target: this.referTo.toString(), state, statusCode }));
  }
}
