import { CR, LF, skip, skipSpace, SPACE, TAB, TOKEN, trimEnd } from './characters.ts';
import * as Field from './field.ts';
import { headerId } from './header-names.ts';
import { FOLDED, STRIDE } from './header-places.ts';
import { Fault } from './parse-failure.ts';

/** A head that was scanned. */
export interface ScannedHead {
  readonly places: number[];
  /** Where the body starts. */
  readonly end: number;
}

/** Where places are gathered before their number is known, so that no list has to grow. */
const scratch: number[] = [];
const MOST_SCRATCH = 4096;

/**
 * Scans header field lines up to the empty line (RFC 3261 section 7.3.1), once, noting places only.
 *
 * @param pos - start of the first line
 * @param furthest - the place that no line may go beyond
 * @param mostLines - how many there may be
 */
export function scanHead(text: string, pos: number, furthest: number, mostLines: number): ScannedHead | Fault {
  let count = 0;
  while (true) {
    if (text.charCodeAt(pos) === CR) {
      if (text.charCodeAt(pos + 1) !== LF) return LONE_BREAK;
      return { places: take(count), end: pos + 2 };
    }
    const colon = text.indexOf(':', pos);
    if (colon < 0) return text.indexOf('\r\n', pos) < 0 ? NO_END : NO_NAME;
    const nameEnd = trimEnd(text, pos, colon);
    let id = headerId(text, pos, nameEnd);
    // Known names are tokens anyway.
    if (id === Field.Other && (nameEnd === pos || skip(text, pos, nameEnd, TOKEN) !== nameEnd)) return NO_NAME;
    let start = skipSpace(text, colon + 1, text.length);
    let lineEnd = findLineEnd(text, start);
    if (lineEnd < 0) return lineEnd === -1 ? NO_END : LONE_BREAK;
    let next = text.charCodeAt(lineEnd + 2);
    while (next === SPACE || next === TAB) {
      id |= FOLDED;
      lineEnd = findLineEnd(text, lineEnd + 2);
      if (lineEnd < 0) return lineEnd === -1 ? NO_END : LONE_BREAK;
      next = text.charCodeAt(lineEnd + 2);
    }
    if (lineEnd > furthest || count >= mostLines * STRIDE) return TOO_LARGE;
    let end = trimEnd(text, start, lineEnd);
    if (id >= FOLDED) {
      while (start < end && isBlank(text.charCodeAt(start))) start++;
      while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    }
    scratch[count] = id;
    scratch[count + 1] = pos;
    scratch[count + 2] = start;
    scratch[count + 3] = end;
    count += STRIDE;
    pos = lineEnd + 2;
  }
}

const LONE_BREAK = /* @__PURE__ */ new Fault('BAD_HEADER', 400, 'Line break other than CRLF');
const NO_END = /* @__PURE__ */ new Fault('BAD_HEADER', 400, 'No empty line after the header');
const NO_NAME = /* @__PURE__ */ new Fault('BAD_HEADER', 400, 'Header line without a name and colon');
const TOO_LARGE = /* @__PURE__ */ new Fault('TOO_LARGE', 513, 'Message too large');

/** A copy of what was gathered. What a giant message made of the scratch list is let go. */
function take(count: number): number[] {
  const places = scratch.slice(0, count);
  if (scratch.length > MOST_SCRATCH) scratch.length = MOST_SCRATCH;
  return places;
}

/** The place of the CRLF that ends a line; -1 when there is none, -2 when a CR or LF stands alone before it. */
export function findLineEnd(text: string, pos: number): number {
  const lf = text.indexOf('\n', pos);
  if (lf < 0) return -1;
  const cr = text.indexOf('\r', pos);
  return cr === lf - 1 ? cr : -2;
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || code === CR || code === LF;
}
