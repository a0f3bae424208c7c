import { CR, LF, trimEnd } from './characters.ts';
import * as Field from './field.ts';
import { headerName } from './header-names.ts';
import { HeaderPlaces, type Reader, TWICE } from './header-places.ts';
import { readCallId, readCSeq, readMaxForwards, readSeconds } from './header-values.ts';
import { IncomingBody } from './incoming-body.ts';
import { IncomingRequest, IncomingResponse, type Mandatory } from './incoming-message.ts';
import { itemEnd } from './list.ts';
import { readNameAddr } from './name-addr.ts';
import { Fault, type ParseFailure, salvage } from './parse-failure.ts';
import { scanHead } from './scan-head.ts';
import { readStartLine } from './start-line.ts';
import { decodeUtf8 } from './utf8.ts';
import { readVia, type Via } from './via.ts';

/** How much is read before a message is refused. */
export interface ParseLimits {
  /** Characters of start line and header; default 65536. */
  readonly maxHeadLength: number;
  /** Header field lines; default 512. */
  readonly maxHeaderFields: number;
  /** Octets of the body; default 8 MiB. */
  readonly maxBodyLength: number;
}

/** A message, or why it is none. */
export type ParsedMessage =
  | { readonly ok: true; readonly message: IncomingRequest | IncomingResponse }
  | { readonly ok: false; readonly failure: ParseFailure };

/** The limits that hold when none are given. */
const DEFAULT_PARSE_LIMITS: ParseLimits = {
  maxHeadLength: 65536,
  maxHeaderFields: 512,
  maxBodyLength: 8_388_608,
};

/**
 * Parses one message (RFC 3261 sections 7 and 25). Start line, the form of every header line, and the values that
 * every message must have are checked at once; other values when they are read. Takes time linear in the length of the
 * message and never throws.
 *
 * @param data - text of a text frame, or octets of a binary one
 * @example
 * ```ts
 * const parsed = parseMessage(frame);
 * if (parsed.ok) handle(parsed.message);
 * else answer(responseToFailure(parsed.failure));
 * ```
 */
export function parseMessage(data: string | Uint8Array, limits: ParseLimits = DEFAULT_PARSE_LIMITS): ParsedMessage {
  const tooLong = data.length > limits.maxHeadLength + limits.maxBodyLength;
  const bodyStart = typeof data === 'string' ? -1 : findBody(data);
  const text = typeof data === 'string' ? data : decodeUtf8(bodyStart < 0 ? data : data.subarray(0, bodyStart));
  const start = skipEmptyLines(text);
  const message = tooLong ? TOO_LARGE : readMessage(text, start, data, bodyStart, limits);
  return message instanceof Fault
    ? { ok: false, failure: message.toFailure(salvage(text, start)) }
    : { ok: true, message };
}

const TOO_LARGE = /* @__PURE__ */ new Fault('TOO_LARGE', 513, 'Message too large');

/**
 * @param bodyStart - where the body starts among the octets; -1 for text, whose head tells it
 */
function readMessage(
  text: string,
  start: number,
  data: string | Uint8Array,
  bodyStart: number,
  limits: ParseLimits,
): IncomingRequest | IncomingResponse | Fault {
  const line = readStartLine(text, start);
  if (line instanceof Fault) return line;
  const head = scanHead(text, line.next, start + limits.maxHeadLength, limits.maxHeaderFields);
  if (head instanceof Fault) return head;
  if (hasBareNul(text, head.end)) return new Fault('BAD_HEADER', 400, 'NUL in the header');

  const places = new HeaderPlaces(text, head.places);
  const isRequest = 'method' in line;
  const mandatory = readMandatory(places, isRequest);
  if (mandatory instanceof Fault) return mandatory;
  const { contentLength } = mandatory;
  const body = new IncomingBody(data, bodyStart < 0 ? head.end : bodyStart, contentLength);
  if (!body.isComplete) return new Fault('BAD_LENGTH', 400, 'Body shorter than Content-Length', 'Content-Length');
  if (body.isLongerThan(limits.maxBodyLength)) return new Fault('TOO_LARGE', 413, 'Body too large');

  if (!isRequest) return new IncomingResponse(line.statusCode, line.reasonPhrase, places, mandatory, body);
  if (mandatory.cseq.method !== line.method) {
    return new Fault('CSEQ_MISMATCH', 400, 'CSeq method does not match the request', 'CSeq');
  }
  return new IncomingRequest(line.method, line.uri, places, mandatory, body);
}

/** Reads what every message must have (RFC 3261 section 8.1.1), once each but for Via. */
function readMandatory(places: HeaderPlaces, isRequest: boolean): Mandatory | Fault {
  const lines = places.survey(Field.ContentLength + 1);
  const viaAt = places.find(Field.Via);
  const via = viaAt < 0 ? missing(Field.Via) : (places.read(viaAt, readTopVia) ?? malformed(Field.Via));
  if (via instanceof Fault) return via;
  const from = readSingle(places, lines, Field.From, readNameAddr) ?? missing(Field.From);
  if (from instanceof Fault) return from;
  const to = readSingle(places, lines, Field.To, readNameAddr) ?? missing(Field.To);
  if (to instanceof Fault) return to;
  const callId = readSingle(places, lines, Field.CallId, readCallId) ?? missing(Field.CallId);
  if (callId instanceof Fault) return callId;
  const cseq = readSingle(places, lines, Field.CSeq, readCSeq) ?? missing(Field.CSeq);
  if (cseq instanceof Fault) return cseq;
  const contentLength = readSingle(places, lines, Field.ContentLength, readSeconds);
  if (contentLength instanceof Fault) return contentLength;
  // What a response says of it means nothing.
  const maxForwards = isRequest ? readSingle(places, lines, Field.MaxForwards, readMaxForwards) : undefined;
  if (maxForwards instanceof Fault) return maxForwards;
  return { via, from, to, callId, cseq, maxForwards, contentLength };
}

/** Reads a field that may be there once; `undefined` when it is not there. */
function readSingle<Value>(
  places: HeaderPlaces,
  lines: readonly number[],
  id: number,
  read: Reader<Value>,
): Value | Fault | undefined {
  const at = lines[id] ?? -1;
  if (at === -1) return undefined;
  if (at === TWICE) {
    return new Fault('BAD_HEADER', 400, `${headerName(id)} is there more than once`, headerName(id));
  }
  return places.read(at, read) ?? malformed(id);
}

function missing(id: number): Fault {
  return new Fault('MISSING_HEADER', 400, `${headerName(id)} is missing`, headerName(id));
}

function malformed(id: number): Fault {
  return new Fault('BAD_HEADER', 400, `${headerName(id)} is malformed`, headerName(id));
}

function readTopVia(text: string, start: number, end: number): Via | undefined {
  const via = readVia(text, start, end) ?? readVia(text, start, trimEnd(text, start, itemEnd(text, start, end)));
  // Transactions are told apart by what follows the cookie (RFC 3261 section 8.1.1.7).
  return via?.branch === 'z9hG4bK' ? undefined : via;
}

/** Empty lines before the start line are ignored (RFC 3261 section 7.5). */
function skipEmptyLines(text: string): number {
  let pos = 0;
  while (text.charCodeAt(pos) === CR && text.charCodeAt(pos + 1) === LF) pos += 2;
  return pos;
}

/** Whether there is a NUL in the head other than in a quoted pair, the one place that may hold it (section 25.1). */
function hasBareNul(text: string, end: number): boolean {
  for (let at = text.indexOf('\0'); at >= 0 && at < end; at = text.indexOf('\0', at + 1)) {
    if (text.charAt(at - 1) !== '\\') return true;
  }
  return false;
}

/** The place after the empty line that ends the head, or -1. */
function findBody(octets: Uint8Array): number {
  let start = 0;
  while (octets[start] === CR && octets[start + 1] === LF) start += 2;
  for (let at = octets.indexOf(CR, start); at >= 0; at = octets.indexOf(CR, at + 1)) {
    if (octets[at + 1] === LF && octets[at + 2] === CR && octets[at + 3] === LF) return at + 4;
  }
  return -1;
}
