'use client';

import { type EndCause, type EndCauseCode, type ErrorInfo, type MediaError, SipError } from '@hookswitch/sip-core';

/**
 * A call that we placed ended before it was answered; `code` says why, `statusCode` what the far end said. When it was
 * the microphone or camera, the code is that of the `MediaError`, which says more than the cause.
 */
export class CallFailedError extends SipError {
  override readonly code: EndCauseCode | MediaError['code'];
  /** Who ended it. */
  readonly by: EndCause['by'];

  constructor(cause: EndCause, lastError: ErrorInfo | null = null) {
    const code = lastError !== null && isMediaCode(lastError.code) ? lastError.code : cause.code;
    const said = [cause.statusCode, cause.reasonPhrase].filter((part) => part !== null).join(' ');
    super(`The call was not answered: ${code}${said === '' ? '' : ` (${said})`}.`, {
      statusCode: cause.statusCode ?? undefined,
      retryable: cause.retryAfter !== null || cause.code === 'CONNECTION_ERROR',
    });
    this.code = code;
    this.by = cause.by;
  }
}

/** Whether a call failed because we gave it up; a microphone that may not be used is our doing too, and nobody's wish. */
export function wasTakenBack(error: unknown): boolean {
  return error instanceof CallFailedError && error.by === 'local' && error.code !== 'MEDIA_DENIED';
}

/** By its prefix, which no other code has. */
function isMediaCode(code: string): code is MediaError['code'] {
  return code.startsWith('MEDIA_');
}
