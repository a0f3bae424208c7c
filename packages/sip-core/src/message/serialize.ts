import { InvalidValueError } from '../base/errors.ts';
import { isAll, TOKEN } from './characters.ts';
import type { HeaderFields } from './header-fields.ts';
import { readMediaType } from './header-values.ts';
import type { Body, OutgoingRequest, OutgoingResponse } from './outgoing-message.ts';
import { refuseBreaks } from './params.ts';
import { decodeUtf8, utf8Length } from './utf8.ts';

/**
 * Writes a request as text.
 *
 * @param via - our own hop, to stand above all that the request has
 * @throws InvalidValueError when a field holds what would end its line: CR, LF or NUL
 */
export function serializeRequest(request: OutgoingRequest, via?: string): string {
  if (!isAll(request.method, TOKEN))
    throw new InvalidValueError('method', `${JSON.stringify(request.method)} is no token`);
  const startLine = `${request.method} ${request.uri.toRequestUri()} SIP/2.0`;
  if (via === undefined) return write(startLine, 1, request.headers, request.body);
  return write(`${startLine}\r\nVia: ${via}`, 2, request.headers, request.body);
}

/**
 * Writes a response as text.
 *
 * @throws InvalidValueError when a field holds what would end its line: CR, LF or NUL
 */
export function serializeResponse(response: OutgoingResponse): string {
  const { statusCode, reasonPhrase } = response;
  if (!Number.isInteger(statusCode) || statusCode < 100 || statusCode > 699) {
    throw new InvalidValueError('status code', `${statusCode} is none`);
  }
  refuseBreaks(reasonPhrase, 'reason phrase');
  return write(`SIP/2.0 ${statusCode} ${reasonPhrase}`, 1, response.headers, response.body);
}

function write(startLine: string, startLines: number, headers: HeaderFields, body: Body | undefined): string {
  const content = body === undefined ? '' : contentText(body.content);
  let head = `${startLine}\r\n${headers.toString()}`;
  let lines = headers.size + startLines;
  if (body !== undefined) {
    checkMediaType(body.contentType);
    head += `Content-Type: ${body.contentType}\r\n`;
    lines++;
    if (body.disposition !== undefined) {
      head += `Content-Disposition: ${body.disposition}\r\n`;
      lines++;
    }
  }
  // One look over all of it: as many line breaks as lines, or some field has one of its own.
  if (!hasLines(head, lines)) refuseCulprit(headers, body);
  return `${head}Content-Length: ${utf8Length(content)}\r\n\r\n${content}`;
}

/** Whether a head has exactly so many line breaks, no CR or LF beside them, and NUL in quoted pairs only. */
function hasLines(head: string, lines: number): boolean {
  let count = 0;
  for (let cr = head.indexOf('\r'); cr >= 0; cr = head.indexOf('\r', cr + 1)) count++;
  if (count !== lines) return false;
  count = 0;
  for (let lf = head.indexOf('\n'); lf >= 0; lf = head.indexOf('\n', lf + 1)) count++;
  return count === lines && !head.includes('\0');
}

/** Finds the field that is at fault. NUL may be in a quoted pair, where what we received has it (section 25.1). */
function refuseCulprit(headers: HeaderFields, body: Body | undefined): void {
  for (const [name, value] of headers) refuseBreaks(value.replaceAll('\\\0', ''), name);
  if (body?.disposition !== undefined) refuseBreaks(body.disposition, 'Content-Disposition');
}

/** The content type that was last found to be one: nearly all messages have the same. */
let checked = '';

function checkMediaType(contentType: string): void {
  if (contentType === checked) return;
  refuseBreaks(contentType, 'content type');
  if (readMediaType(contentType, 0, contentType.length) === undefined) {
    throw new InvalidValueError('content type', `${JSON.stringify(contentType)} is none`);
  }
  checked = contentType;
}

/** Text frames carry UTF-8 only, so octets must be that. */
function contentText(content: string | Uint8Array): string {
  if (typeof content === 'string') return content;
  const text = decodeUtf8(content);
  if (text.includes('\ufffd') && utf8Length(text) !== content.length) {
    throw new InvalidValueError('body', 'is not UTF-8 text, which is all that a text frame can carry');
  }
  return text;
}
