import {
  CLOSE_BRACKET,
  COLON,
  HOST,
  IPV6,
  isIn,
  lowerSlice,
  OPEN_BRACKET,
  readNumber,
  skip,
  DIGIT,
} from './characters.ts';

const DOT = 46;

/**
 * Reads `host` of RFC 3261 section 25.1: a name, an IPv4 address, or an IPv6 address in brackets. Only the characters
 * of an IPv6 address are checked, since faulty ones with three colons are about (RFC 5118 section 4.10).
 *
 * @returns the host in lower case, as long as it is written; `undefined` when there is none
 */
export function readHost(text: string, pos: number, end: number): string | undefined {
  if (pos < end && text.charCodeAt(pos) === OPEN_BRACKET) {
    const close = skip(text, pos + 1, end, IPV6);
    const closed = close > pos + 2 && close < end && text.charCodeAt(close) === CLOSE_BRACKET;
    return closed ? lowerSlice(text, pos, close + 1) : undefined;
  }
  const start = pos;
  let last = DOT;
  let hasCapitals = false;
  for (; pos < end; pos++) {
    const code = text.charCodeAt(pos);
    if (!isIn(code, HOST)) break;
    // No label is empty; one dot at the very end is allowed.
    if (code === DOT && last === DOT) return undefined;
    if (code >= 65 && code <= 90) hasCapitals = true;
    last = code;
  }
  if (pos === start) return undefined;
  const host = text.slice(start, pos);
  return hasCapitals ? host.toLowerCase() : host;
}

/** Whether all of a text is a host. */
export function isHost(text: string): boolean {
  return readHost(text, 0, text.length)?.length === text.length;
}

/** The place after `:port`, or `pos` itself when there is none. */
export function skipPort(text: string, pos: number, end: number): number {
  if (pos + 1 >= end || text.charCodeAt(pos) !== COLON || !isIn(text.charCodeAt(pos + 1), DIGIT)) return pos;
  return skip(text, pos + 1, end, DIGIT);
}

/** Reads the digits of a port; -1 when they are no number from 0 to 65535. */
export function readPort(text: string, start: number, end: number): number {
  return readNumber(text, start, end, 65535);
}
