import { SipError } from '../base/errors.ts';
import { parseExtraHeaders } from '../message/extra-headers.ts';
import type { IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';
import type { NameAddr } from '../message/name-addr.ts';
import type { Uri } from '../message/uri.ts';
import type { SessionContext } from '../session/session-context.ts';
import { SessionEndedError } from '../session/session-errors.ts';
import type { ReferContext, ReferOptions } from '../session/session-parts.ts';
import type { TransferSnapshot } from '../session/session-snapshot.ts';
import { ResponseError } from '../user-agent/request-errors.ts';
import { readSipFragment } from './sipfrag.ts';

/** The far end tried, and the transfer did not come about; `statusCode` is what the third party answered. */
export class TransferFailedError extends SipError {
  override readonly code = 'TRANSFER_FAILED';

  constructor(target: string, statusCode: number | undefined) {
    const answer = statusCode === undefined ? 'reported no outcome' : `was answered ${statusCode}`;
    super(`The transfer to ${target} ${answer}.`, { statusCode });
  }
}

/** A transfer that we ask for: one REFER and the reports that follow it (RFC 3515). */
export class OutgoingRefer implements ReferContext {
  readonly direction = 'outgoing' as const;
  readonly referTo: Uri;
  /** The `id` of the reports: the CSeq number of the REFER (RFC 3515 section 2.4.6). */
  id = '';
  readonly #context: SessionContext;
  readonly #target: NameAddr;
  readonly #options: ReferOptions;
  #settle: { readonly resolve: () => void; readonly reject: (error: Error) => void } | undefined;

  constructor(context: SessionContext, target: NameAddr, options: ReferOptions) {
    this.#context = context;
    this.#target = target;
    this.#options = options;
    this.referTo = target.uri.withoutHeaders();
  }

  /** Sends the REFER. Resolves when the far end reports success; rejects when it refuses or fails. */
  send(): Promise<void> {
    const context = this.#context;
    const { dialog } = context;
    if (dialog === undefined) return Promise.reject(new SessionEndedError('be transferred', context.cause));
    const { extraHeaders = [], requestOptions, requestDelegate, receiveResponse } = this.#options;
    const lines = parseExtraHeaders([...extraHeaders, ...(requestOptions?.extraHeaders ?? [])]);
    const request = dialog.createRequest('REFER');
    request.headers.set('Refer-To', this.#target.toString());
    request.headers.set('Referred-By', context.core.identity.from('').with({ params: {} }).toString());
    request.headers.set('Contact', context.core.identity.contact.toString());
    for (const [name, value] of lines) request.headers.add(name, value);
    this.#show('requested', null);
    const outcome = new Promise<void>((resolve, reject) => {
      this.#settle = { resolve, reject };
      context.atEnd(() => {
        reject(new SessionEndedError('be transferred', context.cause));
      });
    });
    const client = context.core.send(
      request,
      {
        onFinal: (response) => {
          receiveResponse?.(response);
          if (response.statusCode < 300) requestDelegate?.onAccept?.(response);
          else requestDelegate?.onReject?.(response);
          this.#answered(response);
        },
        onFailure: (error) => {
          this.#fail(error, null);
        },
      },
      dialog,
    );
    this.id = String(client.request.cseq.seq);
    this.#number = () => String(client.request.cseq.seq);
    return outcome;
  }

  /** Whether a report belongs to this REFER; without an id it belongs to the first. */
  matches(id: string | null | undefined): boolean {
    return id === null || id === undefined || id === this.#number();
  }

  /** Takes a report. @returns whether it was the last */
  report(notify: IncomingRequest): boolean {
    this.#options.onNotify?.(notify);
    const fragment = readSipFragment(notify.body);
    const over = notify.subscriptionState?.value.toLowerCase() === 'terminated';
    if (fragment !== undefined && fragment.statusCode >= 300) {
      this.#fail(new TransferFailedError(this.referTo.toString(), fragment.statusCode), fragment.statusCode);
      return true;
    }
    if (fragment !== undefined && fragment.statusCode >= 200) {
      this.#show('accepted', fragment.statusCode);
      this.#settle?.resolve();
      return true;
    }
    if (over) {
      this.#fail(new TransferFailedError(this.referTo.toString(), undefined), null);
      return true;
    }
    if (fragment !== undefined) this.#show(fragment.statusCode === 100 ? 'trying' : 'ringing', fragment.statusCode);
    return false;
  }

  #number: () => string = () => this.id;

  #answered(response: IncomingResponse): void {
    if (response.statusCode >= 300) this.#fail(new ResponseError('REFER', response), response.statusCode);
    else if (this.#context.snapshots.get().transfer?.state === 'requested') this.#show('trying', null);
  }

  #fail(error: Error, statusCode: number | null): void {
    if (!this.#context.isEnded()) this.#show('failed', statusCode);
    this.#settle?.reject(error);
  }

  #show(state: TransferSnapshot['state'], statusCode: number | null): void {
    this.#context.setTransfer(Object.freeze({ target: this.referTo.toString(), state, statusCode }));
  }
}
