import { DIGIT, isIn, readNumber, isName, skip, SPACE, TOKEN } from './characters.ts';
import { Fault } from './parse-failure.ts';
import { findLineEnd } from './scan-head.ts';
import { Uri } from './uri.ts';

/** The first line of a request, and where the second starts. */
export interface RequestLine {
  readonly method: string;
  readonly uri: Uri;
  readonly next: number;
}

/** The first line of a response, and where the second starts. */
export interface StatusLine {
  readonly statusCode: number;
  readonly reasonPhrase: string;
  readonly next: number;
}

const VERSION = 'sip/2.0';

/** Reads the start line (RFC 3261 section 7.1 and 7.2); single spaces, and nothing left over. */
export function readStartLine(text: string, pos: number): RequestLine | StatusLine | Fault {
  const end = findLineEnd(text, pos);
  if (end < 0) return new Fault('NOT_SIP', 400, 'No start line');
  const tokenEnd = skip(text, pos, end, TOKEN);
  // A method holds no slash, so this can only be the version of a response.
  if (isName(text, pos, pos + 4, 'sip/')) return readStatusLine(text, pos, end);
  if (tokenEnd === pos || tokenEnd >= end || text.charCodeAt(tokenEnd) !== SPACE) {
    return new Fault('NOT_SIP', 400, 'Not a SIP message');
  }
  return readRequestLine(text, pos, tokenEnd, end);
}

function readRequestLine(text: string, pos: number, methodEnd: number, end: number): RequestLine | Fault {
  const uriStart = methodEnd + 1;
  const uriEnd = text.indexOf(' ', uriStart);
  const version = uriEnd + 1;
  if (uriEnd <= uriStart || !isName(text, version, end, VERSION)) {
    return uriEnd > uriStart && isVersion(text, version, end)
      ? new Fault('BAD_VERSION', 505, 'SIP version not supported')
      : new Fault('BAD_START_LINE', 400, 'Malformed request line');
  }
  const uri = Uri.read(text, uriStart, uriEnd);
  if (uri === undefined) return new Fault('BAD_URI', 400, 'Malformed Request-URI');
  return { method: text.slice(pos, methodEnd), uri, next: end + 2 };
}

function readStatusLine(text: string, pos: number, end: number): StatusLine | Fault {
  let versionEnd = pos;
  while (versionEnd < end && text.charCodeAt(versionEnd) !== SPACE) versionEnd++;
  if (!isName(text, pos, versionEnd, VERSION)) return new Fault('BAD_VERSION', 505, 'SIP version not supported');
  const codeEnd = versionEnd + 4;
  const statusCode = codeEnd > end ? -1 : readNumber(text, versionEnd + 1, codeEnd, 699);
  // A phrase is optional, and so is, in practice, the space before it.
  const separated = codeEnd === end || text.charCodeAt(codeEnd) === SPACE;
  if (statusCode < 100 || !separated) return new Fault('BAD_START_LINE', 400, 'Malformed status line');
  return { statusCode, reasonPhrase: text.slice(Math.min(codeEnd + 1, end), end), next: end + 2 };
}

/** Whether `text[start, end)` is `SIP/` with a number, a dot and a number. */
function isVersion(text: string, start: number, end: number): boolean {
  if (end - start < 7 || !isName(text, start, start + 4, 'sip/')) return false;
  const dot = skip(text, start + 4, end, DIGIT);
  if (dot === start + 4 || text.charAt(dot) !== '.' || !isIn(text.charCodeAt(dot + 1), DIGIT)) return false;
  return skip(text, dot + 1, end, DIGIT) === end;
}
