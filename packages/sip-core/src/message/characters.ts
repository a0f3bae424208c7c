/*
 * Character classes of RFC 3261 section 25.1 as bits of one table. A class is wider than the RFC where phones and
 * servers are known to send more and the meaning stays clear; each such place says so.
 */

/** `token`. */
export const TOKEN = 1;
/** `user`, without `%`; `#` is not in the RFC but common. */
export const USER = 2;
/** `password`, without `%`. */
export const PASSWORD = 4;
/** Letters, digits, `-` and `.` of a host name; `_` is not in the RFC but common. */
export const HOST = 8;
/** `paramchar` of a URI, without `%`. */
export const PARAM = 16;
/** Names and values of the headers of a URI, without `%`. */
export const URI_HEADER = 32;
/** An unquoted value of a header parameter: wider than `token` and `host`, since tags with `=` or `/` exist. */
export const VALUE = 64;
/** An unquoted display name: wider than `token`. Letters beyond ASCII are let through by the scanner. */
export const DISPLAY = 128;
/** What may follow the colon of a URI whose scheme we do not know. */
export const OPAQUE = 256;
/** Characters of a URI scheme after the first. */
export const SCHEME = 512;
/** Decimal digits. */
export const DIGIT = 1024;
/** Hexadecimal digits. */
const HEX = 2048;
/** Inside the brackets of an IPv6 address. */
export const IPV6 = 4096;
/** Letters. */
export const ALPHA = 8192;
/** Every visible ASCII character. */
export const VISIBLE = 16384;

export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const QUOTE = 34;
export const PERCENT = 37;
export const COMMA = 44;
export const SLASH = 47;
export const COLON = 58;
export const SEMICOLON = 59;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const QUESTION = 63;
export const AT = 64;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSE_BRACKET = 93;

/** What all letters and digits belong to. */
const ALPHANUMERIC = TOKEN | USER | PASSWORD | HOST | PARAM | URI_HEADER | VALUE | DISPLAY | OPAQUE | SCHEME | VISIBLE;

/** Characters with classes they belong to; most stand in several lines. */
const MEMBERS: readonly (readonly [bits: number, characters: string])[] = [
  [ALPHANUMERIC | DIGIT | HEX | IPV6, '0123456789'],
  [ALPHANUMERIC | ALPHA | HEX | IPV6, 'abcdefABCDEF'],
  [ALPHANUMERIC | ALPHA, 'ghijklmnopqrstuvwxyzGHIJKLMNOPQRSTUVWXYZ'],
  [TOKEN, "-.!%*_+`'~"],
  // `unreserved`, and what else each takes.
  [USER | PASSWORD | PARAM | URI_HEADER, "-_.!~*'()"],
  [USER, '&=+$,;?/#'],
  [PASSWORD, '&=+$,'],
  [PARAM, '[]/:&+$'],
  [URI_HEADER, '[]/?:+$'],
  [HOST, '-._'],
  [SCHEME, '+-.'],
  [IPV6, ':.'],
  // All that is visible, but for what ends such a text.
  [VISIBLE | VALUE | DISPLAY | OPAQUE, "!#$%&'()*+-./=[]_~"],
  [VISIBLE, '",:;<>?@\\^`{|}'],
  [VALUE, ':@^`{|}'],
  [DISPLAY, '?^`{|}'],
  [OPAQUE, ',:;?@'],
];

const CLASSES: Uint16Array = /* @__PURE__ */ makeClasses();

function makeClasses(): Uint16Array {
  const classes = new Uint16Array(128);
  for (const [bits, characters] of MEMBERS) {
    for (let i = 0; i < characters.length; i++) {
      const code = characters.charCodeAt(i);
      classes[code] = (classes[code] ?? 0) | bits;
    }
  }
  return classes;
}

/** Whether a character code belongs to any of the classes whose bits are given. */
export function isIn(code: number, bits: number): boolean {
  return code < 128 && ((CLASSES[code] ?? 0) & bits) !== 0;
}

/** The first place from `pos` on whose character is not in the classes; `end` when all are. */
export function skip(text: string, pos: number, end: number, bits: number): number {
  while (pos < end) {
    const code = text.charCodeAt(pos);
    if (code > 127 || ((CLASSES[code] ?? 0) & bits) === 0) break;
    pos++;
  }
  return pos;
}

/** Like {@link skip}, and steps over `%` with two hexadecimal digits; stops at a `%` without them. */
export function skipEscaped(text: string, pos: number, end: number, bits: number): number {
  while (true) {
    pos = skip(text, pos, end, bits);
    if (pos + 2 >= end || text.charCodeAt(pos) !== PERCENT) return pos;
    if (!isIn(text.charCodeAt(pos + 1), HEX) || !isIn(text.charCodeAt(pos + 2), HEX)) return pos;
    pos += 3;
  }
}

/** The first place from `pos` on that is neither SP nor HTAB. */
export function skipSpace(text: string, pos: number, end: number): number {
  while (pos < end) {
    const code = text.charCodeAt(pos);
    if (code !== SPACE && code !== TAB) break;
    pos++;
  }
  return pos;
}

/** Steps back over SP and HTAB before `end`. */
export function trimEnd(text: string, start: number, end: number): number {
  while (end > start) {
    const code = text.charCodeAt(end - 1);
    if (code !== SPACE && code !== TAB) break;
    end--;
  }
  return end;
}

/** Whether all of a text, and at least one character, is in the classes. */
export function isAll(text: string, bits: number): boolean {
  return text.length > 0 && skip(text, 0, text.length, bits) === text.length;
}

/** The character code in lower case, as far as it is an ASCII letter. */
export function lower(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

/** Whether `text[start, end)` is `name`, which is in lower case, regardless of the case of ASCII letters. */
export function isName(text: string, start: number, end: number, name: string): boolean {
  if (end - start !== name.length) return false;
  // Most often it is just that, and engines compare strings quicker than we do character by character.
  if (text.slice(start, end) === name) return true;
  for (let i = 0; i < name.length; i++) {
    const code = text.charCodeAt(start + i);
    if (code !== name.charCodeAt(i) && lower(code) !== name.charCodeAt(i)) return false;
  }
  return true;
}

/** `text[start, end)` in lower case, copying only when it has capitals. */
export function lowerSlice(text: string, start: number, end: number): string {
  const slice = text.slice(start, end);
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 65 && code <= 90) return slice.toLowerCase();
  }
  return slice;
}

/**
 * Reads `1*DIGIT`.
 *
 * @returns the number, or -1 when there are no digits, something else among them, or the value is above `most`
 */
export function readNumber(text: string, start: number, end: number, most: number): number {
  if (start >= end) return -1;
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
    if (value > most) return -1;
  }
  return value;
}

/**
 * Copies a piece of a message so that it no longer keeps the whole message in memory: engines cut strings by pointing
 * into the one they were cut from. Whatever outlives its message (Call-ID, tags, branch) goes through here.
 */
export function detach(text: string): string {
  // Engines make one string of two joined pieces, without the text they were cut from, once a character is asked for.
  const joined = text.slice(0, 1) + text.slice(1);
  return joined.charCodeAt(0) >= 0 ? joined : '';
}
