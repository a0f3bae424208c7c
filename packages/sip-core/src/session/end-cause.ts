/** Why a session ended, one literal for each cause of the classic table (`C.causes`). */
export type EndCauseCode =
  | 'HUNG_UP'
  | 'CANCELED'
  | 'ANSWERED_ELSEWHERE'
  | 'BUSY'
  | 'REJECTED'
  | 'REDIRECTED'
  | 'UNAVAILABLE'
  | 'NOT_FOUND'
  | 'ADDRESS_INCOMPLETE'
  | 'INCOMPATIBLE_SDP'
  | 'AUTHENTICATION_ERROR'
  | 'SIP_FAILURE_CODE'
  | 'NO_ANSWER'
  | 'EXPIRES'
  | 'NO_ACK'
  | 'NO_PRACK'
  | 'REQUEST_TIMEOUT'
  | 'CONNECTION_ERROR'
  | 'DIALOG_ERROR'
  | 'MEDIA_DENIED'
  | 'MEDIA_ERROR'
  | 'BAD_MEDIA_DESCRIPTION'
  | 'RTP_TIMEOUT'
  | 'NOT_RESUMED'
  | 'REPLACED'
  | 'TRANSFERRED'
  | 'INTERNAL_ERROR';

/** A Reason header field value (RFC 3326). */
export interface ReasonValue {
  readonly protocol: string;
  readonly cause: number | null;
  readonly text: string | null;
}

/** Who ended a session and why; serialisable. */
export interface EndCause {
  readonly code: EndCauseCode;
  /** `local` is us, `remote` the far end or a server on its behalf, `system` a timeout, the network or the media. */
  readonly by: 'local' | 'remote' | 'system';
  /** SIP status that ended it, where one did. */
  readonly statusCode: number | null;
  readonly reasonPhrase: string | null;
  /** The Reason header field of the BYE, CANCEL or response, where it had one. */
  readonly reason: ReasonValue | null;
  /** Seconds after which the server says to try again. */
  readonly retryAfter: number | null;
}

/** The words of the classic table for each cause (`C.causes` of documents 000 and 001). */
export const CLASSIC_CAUSES: { readonly [Code in EndCauseCode]: string } = {
  HUNG_UP: 'Terminated',
  CANCELED: 'Canceled',
  ANSWERED_ELSEWHERE: 'Answered Elsewhere',
  BUSY: 'Busy',
  REJECTED: 'Rejected',
  REDIRECTED: 'Redirected',
  UNAVAILABLE: 'Unavailable',
  NOT_FOUND: 'Not Found',
  ADDRESS_INCOMPLETE: 'Address Incomplete',
  INCOMPATIBLE_SDP: 'Incompatible SDP',
  AUTHENTICATION_ERROR: 'Authentication Error',
  SIP_FAILURE_CODE: 'SIP Failure Code',
  NO_ANSWER: 'No Answer',
  EXPIRES: 'Expires',
  NO_ACK: 'No ACK',
  NO_PRACK: 'No PRACK',
  REQUEST_TIMEOUT: 'Request Timeout',
  CONNECTION_ERROR: 'Connection Error',
  DIALOG_ERROR: 'Dialog Error',
  MEDIA_DENIED: 'User Denied Media Access',
  MEDIA_ERROR: 'WebRTC Error',
  BAD_MEDIA_DESCRIPTION: 'Bad Media Description',
  RTP_TIMEOUT: 'RTP Timeout',
  NOT_RESUMED: 'Not Resumed',
  REPLACED: 'Replaced',
  TRANSFERRED: 'Transferred',
  INTERNAL_ERROR: 'Internal Error',
};

/** The cause that a final response stands for. */
export function codeOfStatus(statusCode: number): EndCauseCode {
  if (statusCode >= 300 && statusCode < 400) return 'REDIRECTED';
  switch (statusCode) {
    case 401:
    case 407:
      return 'AUTHENTICATION_ERROR';
    case 403:
    case 603:
    case 607:
    case 608:
      return 'REJECTED';
    case 404:
    case 604:
      return 'NOT_FOUND';
    case 408:
    case 410:
    case 430:
    case 480:
      return 'UNAVAILABLE';
    case 484:
    case 424:
      return 'ADDRESS_INCOMPLETE';
    case 486:
    case 600:
      return 'BUSY';
    case 487:
      return 'CANCELED';
    case 488:
    case 606:
      return 'INCOMPATIBLE_SDP';
    default:
      return 'SIP_FAILURE_CODE';
  }
}

/** Builds a cause; what is not given is unknown. */
export function endCause(code: EndCauseCode, by: EndCause['by'], details: Partial<EndCause> = {}): EndCause {
  return Object.freeze({
    statusCode: null,
    reasonPhrase: null,
    reason: null,
    retryAfter: null,
    ...details,
    code,
    by,
  });
}
