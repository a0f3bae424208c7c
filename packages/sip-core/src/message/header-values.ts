import { DIGIT, isAll, isIn, lowerSlice, readNumber, skip, skipSpace, SLASH, TOKEN, VISIBLE } from './characters.ts';
import { areParams, type Params, readParams } from './params.ts';

/** Sequence number and method of a request (RFC 3261 section 20.16). */
export interface CSeq {
  readonly seq: number;
  readonly method: string;
}

/** A value with parameters, as Event, Reason, Subscription-State, Session-Expires and others have it. */
export interface ParameterisedValue {
  /** What comes before the first semicolon. */
  readonly value: string;
  readonly params: Params;
}

/** A media type with its parameters. */
export interface MediaType {
  /** Lowercase, such as `application/sdp`. */
  readonly type: string;
  readonly params: Params;
}

/** When to try again (RFC 3261 section 20.33). */
export interface RetryAfter {
  readonly seconds: number;
  /** How long the called party will be reachable from then on, in seconds. */
  readonly duration: number | undefined;
}

/** What a PRACK acknowledges (RFC 3262 section 7.2). */
export interface RAck extends CSeq {
  readonly rseq: number;
}

/** Seconds and who refreshes (RFC 4028 section 4). */
export interface SessionExpires {
  readonly seconds: number;
  readonly refresher: 'uac' | 'uas' | undefined;
}

/** The largest CSeq number: below 2^31 (RFC 3261 section 8.1.1.5). */
const MOST_CSEQ: number = 0x7fff_ffff;
/** The largest number of seconds: 2^32-1 (RFC 3261 section 20.19). */
const MOST_SECONDS: number = 0xffff_ffff;

/** Reads `CSeq`. */
export function readCSeq(text: string, start: number, end: number): CSeq | undefined {
  const digits = skip(text, start, end, DIGIT);
  const seq = readNumber(text, start, digits, MOST_CSEQ);
  const methodStart = skipSpace(text, digits, end);
  if (seq < 0 || methodStart === digits || methodStart >= end) return undefined;
  if (skip(text, methodStart, end, TOKEN) !== end) return undefined;
  return { seq, method: text.slice(methodStart, end) };
}

/** Reads `RAck`. */
export function readRAck(text: string, start: number, end: number): RAck | undefined {
  const digits = skip(text, start, end, DIGIT);
  const rseq = readNumber(text, start, digits, MOST_SECONDS);
  const next = skipSpace(text, digits, end);
  const cseq = next === digits ? undefined : readCSeq(text, next, end);
  return rseq < 0 || cseq === undefined ? undefined : { rseq, seq: cseq.seq, method: cseq.method };
}

/** Reads a Call-ID: looser than the RFC, which allows one `@` only; space and what is beyond ASCII are refused. */
export function readCallId(text: string, start: number, end: number): string | undefined {
  return end > start && skip(text, start, end, VISIBLE) === end ? text.slice(start, end) : undefined;
}

/** Reads a number of seconds, or any other number up to 2^32-1. */
export function readSeconds(text: string, start: number, end: number): number | undefined {
  const seconds = readNumber(text, start, end, MOST_SECONDS);
  return seconds < 0 ? undefined : seconds;
}

/** Reads `Max-Forwards`: 0 to 255 (RFC 3261 section 20.22). */
export function readMaxForwards(text: string, start: number, end: number): number | undefined {
  const hops = readNumber(text, start, end, 255);
  return hops < 0 ? undefined : hops;
}

/** Reads a token as it is. */
export function readToken(text: string, start: number, end: number): string | undefined {
  return end > start && skip(text, start, end, TOKEN) === end ? text.slice(start, end) : undefined;
}

/** Reads a token in lower case. */
export function readLowerToken(text: string, start: number, end: number): string | undefined {
  return end > start && skip(text, start, end, TOKEN) === end ? lowerSlice(text, start, end) : undefined;
}

/** Reads a media type (RFC 3261 section 20.15). */
export function readMediaType(text: string, start: number, end: number): MediaType | undefined {
  const slash = skip(text, start, end, TOKEN);
  const main = lowerSlice(text, start, slash);
  const beforeSub = skipSpace(text, slash, end);
  if (main === '' || beforeSub >= end || text.charCodeAt(beforeSub) !== SLASH) return undefined;
  const subStart = skipSpace(text, beforeSub + 1, end);
  const subEnd = skip(text, subStart, end, TOKEN);
  const after = skipSpace(text, subEnd, end);
  if (subEnd === subStart || !areParams(text, after, end)) return undefined;
  return { type: `${main}/${lowerSlice(text, subStart, subEnd)}`, params: readParams(text.slice(after, end)) };
}

/** Reads a token (or, for Replaces and Join, a Call-ID) with parameters. */
export function readParameterised(text: string, start: number, end: number): ParameterisedValue | undefined {
  let stop = start;
  while (stop < end && isIn(text.charCodeAt(stop), VISIBLE) && text.charCodeAt(stop) !== 59) stop++;
  const after = skipSpace(text, stop, end);
  if (stop === start || !areParams(text, after, end)) return undefined;
  return { value: text.slice(start, stop), params: readParams(text.slice(after, end)) };
}

/** Reads seconds with parameters, such as Min-SE. */
export function readSecondsWithParams(text: string, start: number, end: number): number | undefined {
  const parts = readParameterised(text, start, end);
  return parts === undefined ? undefined : readSeconds(parts.value, 0, parts.value.length);
}

/** Reads `Session-Expires`. */
export function readSessionExpires(text: string, start: number, end: number): SessionExpires | undefined {
  const parts = readParameterised(text, start, end);
  const seconds = parts === undefined ? undefined : readSeconds(parts.value, 0, parts.value.length);
  if (parts === undefined || seconds === undefined) return undefined;
  const refresher = parts.params.get('refresher')?.toLowerCase();
  return { seconds, refresher: refresher === 'uac' || refresher === 'uas' ? refresher : undefined };
}

/** Reads `Retry-After`, stepping over a comment. */
export function readRetryAfter(text: string, start: number, end: number): RetryAfter | undefined {
  const digits = skip(text, start, end, DIGIT);
  const seconds = readNumber(text, start, digits, MOST_SECONDS);
  if (seconds < 0) return undefined;
  let pos = skipSpace(text, digits, end);
  if (pos < end && text.charCodeAt(pos) === 40) pos = skipSpace(text, skipComment(text, pos, end), end);
  if (!areParams(text, pos, end)) return undefined;
  const duration = readParams(text.slice(pos, end)).get('duration') ?? '';
  return { seconds, duration: isAll(duration, DIGIT) ? readSeconds(duration, 0, duration.length) : undefined };
}

/** The place after a comment in parentheses, which may nest; `end` when it never closes. */
function skipComment(text: string, pos: number, end: number): number {
  let depth = 0;
  for (; pos < end; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 92) pos++;
    else if (code === 40) depth++;
    else if (code === 41 && --depth === 0) return pos + 1;
  }
  return end;
}
