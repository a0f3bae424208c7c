import { InvalidValueError } from '../base/errors.ts';
import { encodePercent, decodePercent } from './percent.ts';
import { EQUALS, PARAM, QUOTE, SEMICOLON, skipEscaped, URI_HEADER } from './characters.ts';
import { skipQuoted, unquote } from './quoted-string.ts';
import { NO_PARAMS, type ParamEntries, type Params } from './params.ts';

/** The header fields a URI asks for, by lowercase name. */
export type UriHeaders = ReadonlyMap<string, readonly string[]>;

const NO_HEADERS: UriHeaders = /* @__PURE__ */ new Map();
const AMPERSAND = 38;

/**
 * Scans `;name[=value]` of a URI (RFC 3261 section 25.1, uri-parameters). Quoted and empty values are not in the RFC,
 * but are met.
 *
 * @returns the place after the last parameter, or -1 when one is malformed
 */
export function skipUriParams(text: string, pos: number, end: number): number {
  while (pos < end && text.charCodeAt(pos) === SEMICOLON) {
    const name = pos + 1;
    pos = skipEscaped(text, name, end, PARAM);
    if (pos === name) return -1;
    if (pos >= end || text.charCodeAt(pos) !== EQUALS) continue;
    pos++;
    pos = text.charCodeAt(pos) === QUOTE ? skipQuoted(text, pos, end) : skipEscaped(text, pos, end, PARAM);
    if (pos < 0) return -1;
  }
  return pos;
}

/** Reads the parameters that {@link skipUriParams} let through, decoded; of a name that comes twice the first counts. */
export function readUriParams(text: string): Params {
  if (text === '') return NO_PARAMS;
  const params = new Map<string, string | null>();
  for (let pos = 1; pos < text.length;) {
    const nameEnd = skipEscaped(text, pos, text.length, PARAM);
    const name = decodePercent(text.slice(pos, nameEnd)).toLowerCase();
    let value: string | null = null;
    pos = nameEnd;
    if (text.charCodeAt(pos) === EQUALS) {
      const start = pos + 1;
      const quoted = text.charCodeAt(start) === QUOTE;
      pos = quoted ? skipQuoted(text, start, text.length) : skipEscaped(text, start, text.length, PARAM);
      value = quoted ? unquote(text.slice(start, pos)) : decodePercent(text.slice(start, pos));
    }
    if (!params.has(name)) params.set(name, value);
    pos++;
  }
  return params;
}

/** Writes parameters, escaping what they may not hold. Without `method` when they go into a Request-URI. */
export function formatUriParams(params: ParamEntries, except?: string): string {
  let out = '';
  for (const [name, value] of params) {
    if (name === except) continue;
    if (name === '') throw new InvalidValueError('URI', 'a parameter has no name');
    out += `;${encodePercent(name, PARAM)}`;
    if (value !== null) out += `=${encodePercent(value, PARAM)}`;
  }
  return out;
}

/**
 * Scans `name=value&name=value` after the question mark.
 *
 * @returns the place after the last, or -1 when one is malformed
 */
export function skipUriHeaders(text: string, pos: number, end: number): number {
  while (true) {
    const name = pos;
    pos = skipEscaped(text, pos, end, URI_HEADER);
    if (pos === name || pos >= end || text.charCodeAt(pos) !== EQUALS) return -1;
    pos = skipEscaped(text, pos + 1, end, URI_HEADER);
    if (pos >= end || text.charCodeAt(pos) !== AMPERSAND) return pos;
    pos++;
  }
}

/** Reads the headers that {@link skipUriHeaders} let through, decoded. */
export function readUriHeaders(text: string): UriHeaders {
  if (text === '') return NO_HEADERS;
  const headers = new Map<string, string[]>();
  for (const pair of text.split('&')) {
    const equals = pair.indexOf('=');
    const name = decodePercent(pair.slice(0, equals)).toLowerCase();
    const value = decodePercent(pair.slice(equals + 1));
    const values = headers.get(name);
    if (values === undefined) headers.set(name, [value]);
    else values.push(value);
  }
  return headers;
}

/** Writes headers, escaping what they may not hold. */
export function formatUriHeaders(headers: UriHeaders): string {
  const pairs: string[] = [];
  for (const [name, values] of headers) {
    if (name === '') throw new InvalidValueError('URI', 'a header has no name');
    for (const value of values) pairs.push(`${encodePercent(name, URI_HEADER)}=${encodePercent(value, URI_HEADER)}`);
  }
  return pairs.join('&');
}
