import { describe, expect, it } from 'vitest';
import { parseChallenge } from '../auth/challenge.ts';
import { parseMessage } from './parse-message.ts';
import { parts } from './multipart.ts';
import { responseTo, responseToFailure } from './response-to.ts';
import { serializeResponse } from './serialize.ts';

const LIMITLESS = { maxHeadLength: 2 ** 26, maxHeaderFields: 2 ** 26, maxBodyLength: 2 ** 26 };
const SMALL = 2 ** 15;
const FACTOR = 16;
/** How much more than its share a large message may take; quadratic growth takes 16 times as much. */
const MOST_GROWTH = 2.5;
/** What a large message may take though it takes more than its share: shorter times are mostly noise. */
const UNNOTICED_MS = 4;

/** A message with something of a wanted length in it. */
interface Frame {
  readonly startLine?: string;
  readonly via?: string;
  readonly from?: string;
  readonly extra?: string;
  readonly body?: string;
}

function frame({ startLine, via, from, extra, body = '' }: Frame): string {
  return [
    startLine ?? 'INVITE sip:bob@example.com SIP/2.0',
    via ?? 'Via: SIP/2.0/WS a.invalid;branch=z9hG4bK1',
    from ?? 'From: <sip:alice@example.com>;tag=1',
    'To: <sip:bob@example.com>',
    'Call-ID: 1',
    `CSeq: 1 INVITE${extra === undefined ? '' : `\r\n${extra}`}`,
    `\r\n${body}`,
  ].join('\r\n');
}

/** Repeats a piece until it has a length, numbering it where it has a `#`. */
function fill(piece: string, length: number): string {
  if (!piece.includes('#')) return piece.repeat(Math.ceil(length / piece.length));
  let text = '';
  for (let i = 0; text.length < length; i++) text += piece.replace('#', `${i}`);
  return text;
}

const lines = (piece: string) => (length: number) => frame({ extra: fill(`${piece}\r\n`, length).slice(0, -2) });
const list =
  (name: string, piece: string, end: string = '') =>
  (length: number) =>
    frame({ extra: `${name}: ${fill(piece, length)}${end}` });

/** Everything that took a peer more than its share, and more. */
const shapes: Readonly<Record<string, (length: number) => string>> = {
  'Via lines': lines('Via: SIP/2.0/UDP host.example.com;branch=z9hG4bK#'),
  'Via list': list('Via', 'SIP/2.0/UDP host.example.com;branch=z9hG4bK#,', 'SIP/2.0/UDP a'),
  'top Via with slashes': (length) => frame({ via: `Via: ${fill('SIP/2.0/', length)}` }),
  'top Via with parameters': (length) => frame({ via: `Via: SIP/2.0/UDP a${fill(';p#=1', length)}` }),
  'Record-Route lines': lines('Record-Route: <sip:a#.example.com;lr>'),
  'Record-Route list': list('Record-Route', '<sip:a#.example.com;lr>,', '<sip:b>'),
  'Contact lines': lines('Contact: <sip:a#@example.com>'),
  'Contact list': list('Contact', '<sip:a@example.com>;q=0.#,', 'sip:b'),
  'Contact lines with < only': lines('m: <'),
  'Contact list that ends in <': list('Contact', '<sip:a@example.com>,', '<'),
  'Contact list of <': list('Contact', '<,'),
  'Contact list of quotes': list('Contact', '",'),
  'commas only': list('Contact', ','),
  'comma and space': list('Supported', ' ,\t'),
  'option tags': list('Supported', 'tag#, '),
  'long display name': (length) => frame({ from: `From: "${fill('abc ', length)}" <sip:a@b>;tag=1` }),
  'unquoted display name': (length) => frame({ from: `From: ${fill('abc ', length)} <sip:a@b>;tag=1` }),
  'escapes in a display name': (length) => frame({ from: `From: "${fill('\\"', length)}" <sip:a@b>;tag=1` }),
  'letters and escapes in a display name': (length) =>
    frame({ from: `From: "${fill('a\\"', length)}" <sip:a@b>;tag=1` }),
  'letters and escapes in a parameter': (length) =>
    frame({ from: `From: <sip:a@b>;tag=1;a="${fill('a\\"', length)}"` }),
  'escapes that never end': (length) => frame({ from: `From: "${fill('\\a', length)}` }),
  'escaped NULs': (length) => frame({ from: `From: "${fill('\\\0', length)}" <sip:a@b>` }),
  'spaces and junk': (length) => frame({ from: `From: ${fill(' ', length)}x` }),
  'junk and spaces': (length) => frame({ from: `From: x${fill(' ', length)}` }),
  'one parameter repeated': (length) => frame({ from: `From: <sip:a@b>${fill(';a=b', length)}` }),
  'parameters of many names': (length) => frame({ from: `From: <sip:a@b>${fill(';a#=b', length)}` }),
  'semicolons and spaces': (length) => frame({ from: `From: <sip:a@b>${fill(' ;', length)}` }),
  'parameters of the URI': (length) => frame({ from: `From: <sip:a@b${fill(';a#=%41', length)}>` }),
  'headers of the URI': (length) => frame({ from: `From: <sip:a@b?x=1${fill('&a=%41', length)}>` }),
  'quotes in the URI': (length) => frame({ from: `From: <sip:a@b${fill(';a="b"', length)}>` }),
  'escapes in the user': (length) => frame({ startLine: `INVITE sip:${fill('%ff%41', length)}@b SIP/2.0` }),
  'broken escapes in the user': (length) => frame({ startLine: `INVITE sip:${fill('%4', length)}@b SIP/2.0` }),
  'colons in the user': (length) => frame({ startLine: `INVITE sip:${fill('a:', length)}@b SIP/2.0` }),
  'at signs': (length) => frame({ startLine: `INVITE sip:${fill('a@', length)} SIP/2.0` }),
  'dots in the host': (length) => frame({ startLine: `INVITE sip:${fill('a.', length)} SIP/2.0` }),
  'open brackets': (length) => frame({ startLine: `INVITE sip:${fill('[:', length)} SIP/2.0` }),
  'spaces in the request line': (length) => frame({ startLine: `INVITE${fill(' ', length)}sip:a SIP/2.0` }),
  'spaces in the status line': (length) => frame({ startLine: `SIP/2.0 200${fill(' ', length)}\nx\ny` }),
  'long reason phrase': (length) => frame({ startLine: `SIP/2.0 200 ${fill('OK ', length)}` }),
  'long method': (length) => frame({ startLine: `${fill('A', length)} sip:a SIP/2.0` }),
  'blank lines': (length) => fill('\r\n', length),
  'carriage returns': (length) => fill('\r', length),
  'line feeds': (length) => fill('\n', length),
  'lone line feeds': lines('X: a\nY: b'),
  'folded lines': (length) => frame({ extra: `Subject: a${fill('\r\n b', length)}` }),
  'folds of space': (length) => frame({ extra: `Subject: a${fill('\r\n ', length)}\r\n\tb` }),
  'folded From': (length) => frame({ from: `From: <sip:a@b>${fill('\r\n ;a=b', length)}` }),
  'distinct header names': lines('X-Header-#: a'),
  'header names without a colon': lines('X-Header-#'),
  'one long header name': (length) => frame({ extra: `${fill('X', length)}: a` }),
  'one long value': (length) => frame({ extra: `X: ${fill('abc def, ', length)}` }),
  digits: (length) => frame({ extra: `Expires: ${fill('0', length)}\r\nContent-Length: ${fill('0', length)}` }),
  'nested comments': (length) => frame({ extra: `Retry-After: 1 ${fill('(', length)}` }),
  'a media type of semicolons': (length) =>
    frame({ extra: `Content-Type: multipart/mixed${fill(';', length)}`, body: '\r\n' }),
  'Require lines': lines('Require: a#'),
  'parts of a body': (length) => multipart(fill('\r\n--x\r\nContent-Type: text/plain\r\n\r\n#', length)),
  'empty parts': (length) => multipart(fill('\r\n--x\r\n', length)),
  'parts without an end': (length) => multipart(fill('\r\n--x\r\nA', length)),
  'almost delimiters': (length) => multipart(`--x\r\n\r\n${fill('\r\n--', length)}`),
  'headers of a part': (length) => multipart(`--x\r\n${fill('A#: b\r\n', length)}\r\n`),
  'a body of letters beyond ASCII': (length) => frame({ extra: 'Content-Length: 10', body: fill('ж', length) }),
};

function multipart(body: string): string {
  return frame({ extra: 'Content-Type: multipart/mixed;boundary=x', body });
}

/** Parses and reads all that a user agent may read. */
function handle(text: string): void {
  const parsed = parseMessage(text, LIMITLESS);
  if (!parsed.ok) {
    const answer = responseToFailure(parsed.failure);
    if (answer !== undefined) serializeResponse(answer);
    return;
  }
  const { message } = parsed;
  const { vias, contacts, routes, recordRoutes, expires, retryAfter, contentType, contentDisposition } = message;
  touch(expires, retryAfter, contentType, contentDisposition, message.require, message.supported, message.allow);
  for (const { uri, params } of [message.from, message.to, ...contacts, ...routes, ...recordRoutes]) {
    touch(uri.user, uri.params, uri.headers, uri.aor, uri.toString(), params);
  }
  for (const { params } of vias) touch(params);
  for (const part of parts(message)) touch(part.contentType, part.text);
  for (const name of ['X-Header-7', 'Subject', 'Contact']) touch(message.values(name), message.has(name));
  touch(message.malformed(), message.names(), message.body, message.bodyBytes);
  if (message.kind === 'request') serializeResponse(responseTo(message, 200));
}

/** Reading a getter is an act here; this is what is done with the result. */
function touch(..._values: readonly unknown[]): void {}

/** Milliseconds of CPU, the least of some tries: what else the machine does hardly counts. */
function time(act: () => void, tries: number): number {
  let least = Infinity;
  for (let i = 0; i < tries; i++) {
    const start = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

describe('cost of a message', () => {
  it.each(Object.entries(shapes))('[PRO-01] grows no faster than its length: %s', { timeout: 30_000 }, (_, shape) => {
    const small = shape(SMALL);
    const large = shape(SMALL * FACTOR);
    const spread = (): void => {
      for (let i = 0; i < FACTOR; i++) handle(small);
    };
    // As many small messages as make a large one, so that noise is the same; a busy machine is given more chances.
    for (let chance = 5; ; chance--) {
      const base = time(spread, 3);
      const spent = time(() => handle(large), 3);
      if (spent < UNNOTICED_MS || spent < base * MOST_GROWTH) return;
      if (chance === 0 || spent > 1000) expect(spent / base).toBeLessThan(MOST_GROWTH);
    }
  });

  it('[PRO-01] and so does that of a challenge', () => {
    const challenge = (length: number): string => `Digest realm="a", nonce="${fill('\\a', length)}`;
    const commas = (length: number): string => `Digest realm="a"${fill(' ,', length)}x`;
    for (const shape of [challenge, commas]) {
      const spent = time(() => parseChallenge(shape(SMALL * FACTOR)), 3);
      expect(spent).toBeLessThan(100);
    }
  });

  it('[PRO-01] is next to nothing for a message beyond the limits', () => {
    for (const text of [
      frame({ body: 'x'.repeat(2 ** 24) }),
      lines('X: y')(2 ** 20),
      frame({ from: 'x'.repeat(2 ** 20) }),
    ]) {
      const parsed = parseMessage(text);
      expect(parsed.ok ? 0 : parsed.failure.status).toBeGreaterThanOrEqual(400);
      // A tenth of a millisecond when nothing else runs; far more when coverage is counted.
      expect(time(() => void parseMessage(text), 20)).toBeLessThan(20);
    }
  });
});
