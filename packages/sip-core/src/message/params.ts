import { InvalidValueError } from '../base/errors.ts';
import {
  EQUALS,
  isAll,
  isName,
  lowerSlice,
  OPEN_BRACKET,
  QUOTE,
  SEMICOLON,
  skip,
  skipSpace,
  TOKEN,
  VALUE,
} from './characters.ts';
import { quote, skipQuoted, unescape } from './quoted-string.ts';

/** Parameters by lowercase name; `null` when there is a name only. Quoted values come without quotes and escapes. */
export type Params = ReadonlyMap<string, string | null>;

/** What parameters are made from: by name, `null` for one without a value. */
export type ParamInit = Params | Readonly<Record<string, string | null>>;

/** Name and value of each of several parameters. */
export type ParamEntries = Iterable<readonly [name: string, value: string | null]>;

/** Name and value of each parameter, however they were given. */
export function entriesOf(params: ParamInit): ParamEntries {
  return isMap(params) ? params : Object.entries(params);
}

/** One of the parameters, by its name as it was given. */
export function paramOf(params: ParamInit, name: string): string | null | undefined {
  return isMap(params) ? params.get(name) : params[name];
}

function isMap(params: ParamInit): params is Params {
  return params instanceof Map;
}

/** No parameters. */
export const NO_PARAMS: Params = /* @__PURE__ */ new Map();

/** The places of the parameter that was scanned last; one record, so that scanning allocates nothing. */
const found = { nameStart: 0, nameEnd: 0, valueStart: -1, valueEnd: -1 };

/**
 * Scans one `;name[=value]` with white space where RFC 3261 section 25.1 has SEMI and EQUAL, and fills `found`.
 *
 * @returns the place after it, or -1 when it is malformed
 */
function scanParam(text: string, pos: number, end: number): number {
  pos = skipSpace(text, pos, end);
  if (pos >= end || text.charCodeAt(pos) !== SEMICOLON) return -1;
  found.nameStart = skipSpace(text, pos + 1, end);
  found.nameEnd = skip(text, found.nameStart, end, TOKEN);
  if (found.nameEnd === found.nameStart) return -1;
  found.valueStart = -1;
  pos = skipSpace(text, found.nameEnd, end);
  if (pos >= end || text.charCodeAt(pos) !== EQUALS) return pos;
  const start = skipSpace(text, pos + 1, end);
  const valueEnd =
    start < end && text.charCodeAt(start) === QUOTE ? skipQuoted(text, start, end) : skip(text, start, end, VALUE);
  if (valueEnd <= start) return -1;
  found.valueStart = start;
  found.valueEnd = valueEnd;
  return skipSpace(text, valueEnd, end);
}

function foundValue(text: string): string | null {
  if (found.valueStart < 0) return null;
  const quoted = text.charCodeAt(found.valueStart) === QUOTE;
  return quoted
    ? unescape(text.slice(found.valueStart + 1, found.valueEnd - 1))
    : text.slice(found.valueStart, found.valueEnd);
}

/**
 * Checks that `text[pos, end)` is nothing but well-formed parameters, each with its semicolon, and picks one of them on
 * the way.
 *
 * @param wanted - the name of the one to pick, in lower case
 * @returns its value; empty when it has none or is not there; `null` when the parameters are malformed
 */
export function checkParams(text: string, pos: number, end: number, wanted: string): string | null {
  let value = '';
  while (pos < end) {
    pos = scanParam(text, pos, end);
    if (pos < 0) return null;
    if (value === '' && isName(text, found.nameStart, found.nameEnd, wanted)) value = foundValue(text) ?? '';
  }
  return value;
}

/** Whether `text[pos, end)` is nothing but well-formed parameters, each with its semicolon. */
export function areParams(text: string, pos: number, end: number): boolean {
  return checkParams(text, pos, end, '') !== null;
}

/** Reads parameters; of a name that comes twice the first counts. Stops at what is malformed. */
export function readParams(text: string): Params {
  if (text === '') return NO_PARAMS;
  const params = new Map<string, string | null>();
  for (let pos = scanParam(text, 0, text.length); pos >= 0; pos = scanParam(text, pos, text.length)) {
    const name = lowerSlice(text, found.nameStart, found.nameEnd);
    if (!params.has(name)) params.set(name, foundValue(text));
    if (pos >= text.length) break;
  }
  return params;
}

/**
 * Writes header parameters, quoting each value that is neither a token nor a host.
 *
 * @throws InvalidValueError for a name that is no token or a value with a line break in it
 */
export function formatParams(params: ParamEntries, field: string): string {
  let out = '';
  for (const [name, value] of params) {
    if (!isAll(name, TOKEN)) throw new InvalidValueError(field, `${JSON.stringify(name)} cannot be a parameter name`);
    out += value === null ? `;${name}` : `;${name}=${formatValue(name, value, field)}`;
  }
  return out;
}

function formatValue(name: string, value: string, field: string): string {
  if (isAll(value, TOKEN)) return value;
  refuseBreaks(value, `${field} parameter ${name}`);
  // A tag goes back as it came, even where it holds more than a token may; an IPv6 address needs no quotes.
  const bare = name === 'tag' || value.charCodeAt(0) === OPEN_BRACKET;
  return bare && isAll(value, VALUE) ? value : quote(value);
}

/**
 * Refuses what no field of a message can carry.
 *
 * @throws InvalidValueError for CR, LF or NUL
 */
export function refuseBreaks(text: string, field: string): void {
  if (text.includes('\r') || text.includes('\n')) throw new InvalidValueError(field, 'must not contain a line break');
  if (text.includes('\0')) throw new InvalidValueError(field, 'must not contain NUL');
}
