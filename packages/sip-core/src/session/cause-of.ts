import { SipError } from '../base/errors.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import { RequestTimeoutError, ResponseError } from '../user-agent/request-errors.ts';
import { CLASSIC_CAUSES, codeOfStatus, type EndCause, endCause } from './end-cause.ts';
import { isAnsweredElsewhere, readReason } from './reason.ts';

/** Why a final response of 300 or more ends a call. */
export function causeOfResponse(response: IncomingResponse): EndCause {
  const reason = readReason(response);
  const code = isAnsweredElsewhere(reason) ? 'ANSWERED_ELSEWHERE' : codeOfStatus(response.statusCode);
  return endCause(code, 'remote', {
    statusCode: response.statusCode,
    reasonPhrase: response.reasonPhrase,
    reason,
    retryAfter: response.retryAfter?.seconds ?? null,
  });
}

/** Why a failure of the media ends a call. */
export function causeOfMediaError(error: unknown): EndCause {
  const code = error instanceof SipError ? error.code : undefined;
  switch (code) {
    case 'MEDIA_DENIED':
      return endCause('MEDIA_DENIED', 'local');
    case 'MEDIA_NOT_FOUND':
    case 'MEDIA_IN_USE':
    case 'MEDIA_CONSTRAINTS':
    case 'MEDIA_NOTHING_ASKED':
    case 'MEDIA_UNSUPPORTED':
    case 'MEDIA_INSECURE':
    case 'MEDIA_UNKNOWN':
      return endCause('MEDIA_ERROR', 'system');
    default:
      return endCause('BAD_MEDIA_DESCRIPTION', 'system', { statusCode: 488 });
  }
}

/** The classic word for why a request failed; without an error, the connection was lost. */
export function causeOfRequestError(error: SipError | undefined): string {
  if (error instanceof ResponseError) return CLASSIC_CAUSES[codeOfStatus(error.statusCode)];
  return CLASSIC_CAUSES[error instanceof RequestTimeoutError ? 'REQUEST_TIMEOUT' : 'CONNECTION_ERROR'];
}
