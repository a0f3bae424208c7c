import { HeaderBlock } from './header-block.ts';
import * as Field from './field.ts';
import { HeaderPlaces } from './header-places.ts';
import { type MediaType, type ParameterisedValue, readMediaType, readParameterised } from './header-values.ts';
import type { IncomingMessage } from './incoming-message.ts';
import { Fault } from './parse-failure.ts';
import { scanHead } from './scan-head.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

/** One part of a multipart body (RFC 2046 section 5.1), with the header fields of its own. */
export class BodyPart extends HeaderBlock {
  readonly octets: Uint8Array;

  constructor(places: HeaderPlaces, octets: Uint8Array) {
    super(places);
    this.octets = octets;
  }

  /** The content as text; octets that are no UTF-8 become U+FFFD. */
  get text(): string {
    return decodeUtf8(this.octets);
  }

  /** Absent means `text/plain`. */
  get contentType(): MediaType | undefined {
    return this.places.readFirst(Field.ContentType, readMediaType);
  }

  get contentDisposition(): ParameterisedValue | undefined {
    return this.places.readFirst(Field.ContentDisposition, readParameterised);
  }
}

/** More than anybody means to send. */
const MOST_PARTS = 1000;

/** Header fields that tell of a body. */
const BODY_FIELDS = ['Content-Type', 'Content-Disposition', 'Content-ID', 'Content-Encoding', 'Content-Language'];

/**
 * The parts of a message's body: those of a multipart one, or the whole body as the only part (RFC 5621).
 *
 * @example
 * ```ts
 * const sdp = parts(request).find((part) => part.contentType?.type === 'application/sdp')?.text;
 * ```
 */
export function parts(message: IncomingMessage): readonly BodyPart[] {
  if (!message.hasBody) return [];
  const { contentType, bodyBytes } = message;
  const boundary = contentType?.type.startsWith('multipart/') === true ? contentType.params.get('boundary') : undefined;
  if (typeof boundary === 'string') return parseMultipart(bodyBytes, boundary) ?? [];
  let head = '';
  for (const name of BODY_FIELDS) {
    for (const value of message.headers(name)) head += `${name}: ${value}\r\n`;
  }
  return [makePart(`${head}\r\n`, bodyBytes)];
}

/**
 * Parses a multipart body. What comes before the first delimiter and after the last is dropped; a last delimiter that
 * is missing is forgiven. Parts beyond the thousandth are dropped too.
 *
 * @param boundary - the parameter of Content-Type, without the dashes
 * @returns `undefined` when there is no delimiter
 */
export function parseMultipart(body: string | Uint8Array, boundary: string): readonly BodyPart[] | undefined {
  const octets = typeof body === 'string' ? encodeUtf8(body) : body;
  // One character for each octet, whatever it is, so that places in one are places in the other.
  const text = new TextDecoder('windows-1252').decode(octets);
  const delimiter = `\r\n--${boundary}`;
  if (boundary === '') return undefined;
  let pos = text.startsWith(delimiter.slice(2)) ? delimiter.length - 2 : after(text, delimiter, 0);
  if (pos < 0) return undefined;
  const found: BodyPart[] = [];
  while (found.length < MOST_PARTS && !text.startsWith('--', pos)) {
    const lineEnd = text.indexOf('\r\n', pos);
    if (lineEnd < 0) break;
    // A part without header fields starts with the empty line that ends them.
    const next = text.indexOf(delimiter, lineEnd);
    const end = next < 0 ? text.length : next;
    const part = readPart(octets, text, Math.min(lineEnd + 2, end), end);
    if (part !== undefined) found.push(part);
    if (next < 0) break;
    pos = next + delimiter.length;
  }
  return found;
}

function after(text: string, delimiter: string, from: number): number {
  const at = text.indexOf(delimiter, from);
  return at < 0 ? -1 : at + delimiter.length;
}

function readPart(octets: Uint8Array, text: string, start: number, end: number): BodyPart | undefined {
  const part = text.slice(start, end);
  const empty = part.indexOf('\r\n\r\n');
  if (empty < 0 && !part.startsWith('\r\n')) return undefined;
  const headEnd = part.startsWith('\r\n') ? start + 2 : start + empty + 4;
  return makePart(decodeUtf8(octets.subarray(start, headEnd)), octets.subarray(headEnd, end));
}

/** A part whose header cannot be understood has none. */
function makePart(head: string, octets: Uint8Array): BodyPart {
  const scanned = scanHead(head, 0, head.length, head.length);
  return new BodyPart(new HeaderPlaces(head, scanned instanceof Fault ? [] : scanned.places), octets);
}
