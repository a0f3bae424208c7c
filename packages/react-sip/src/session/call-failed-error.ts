'use client';

import { type EndCause, type EndCauseCode, SipError } from '@hookswitch/sip-core';

/** A call that we placed ended before it was answered; `code` says why, `statusCode` what the far end said. */
export class CallFailedError extends SipError {
  override readonly code: EndCauseCode;
  /** Who ended it. */
  readonly by: EndCause['by'];

  constructor(cause: EndCause) {
    const said = [cause.statusCode, cause.reasonPhrase].filter((part) => part !== null).join(' ');
    super(`The call was not answered: ${cause.code}${said === '' ? '' : ` (${said})`}.`, {
      statusCode: cause.statusCode ?? undefined,
      retryable: cause.retryAfter !== null || cause.code === 'CONNECTION_ERROR',
    });
    this.code = cause.code;
    this.by = cause.by;
  }
}
