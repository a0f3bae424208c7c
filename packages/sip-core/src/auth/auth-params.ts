import { COMMA, EQUALS, lowerSlice, QUOTE, skip, skipSpace, TOKEN, VALUE } from '../message/characters.ts';
import { skipQuoted, unescape } from '../message/quoted-string.ts';

/** A challenge or credentials, taken apart: `Scheme name=value, name="value"` (RFC 3261 section 25.1). */
export interface AuthParams {
  /** Lowercase, such as `digest`. */
  readonly scheme: string;
  /** Values without quotes and escapes, by lowercase name; of a name that comes twice the first counts. */
  readonly params: ReadonlyMap<string, string>;
}

/** Takes a header value apart; `undefined` when it is malformed. */
export function readAuthParams(text: string): AuthParams | undefined {
  const end = text.length;
  const start = skipSpace(text, 0, end);
  const schemeEnd = skip(text, start, end, TOKEN);
  let pos = skipSpace(text, schemeEnd, end);
  if (schemeEnd === start || (pos === schemeEnd && pos < end)) return undefined;
  const scheme = lowerSlice(text, start, schemeEnd);
  const params = new Map<string, string>();
  while (pos < end) {
    const nameEnd = skip(text, pos, end, TOKEN);
    const equals = skipSpace(text, nameEnd, end);
    if (nameEnd === pos || equals >= end || text.charCodeAt(equals) !== EQUALS) return undefined;
    const valueStart = skipSpace(text, equals + 1, end);
    const quoted = valueStart < end && text.charCodeAt(valueStart) === QUOTE;
    const valueEnd = quoted ? skipQuoted(text, valueStart, end) : skip(text, valueStart, end, VALUE);
    if (valueEnd < 0) return undefined;
    const name = lowerSlice(text, pos, nameEnd);
    const value = quoted ? unescape(text.slice(valueStart + 1, valueEnd - 1)) : text.slice(valueStart, valueEnd);
    if (!params.has(name)) params.set(name, value);
    pos = skipSpace(text, valueEnd, end);
    if (pos < end && text.charCodeAt(pos) !== COMMA) return undefined;
    // A comma too many does no harm.
    while (pos < end && text.charCodeAt(pos) === COMMA) pos = skipSpace(text, pos + 1, end);
  }
  return { scheme, params };
}
