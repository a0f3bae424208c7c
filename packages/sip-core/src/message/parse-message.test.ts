import { describe, expect, it } from 'vitest';
import type { IncomingRequest, IncomingResponse } from './incoming-message.ts';
import type { ParseFailure } from './parse-failure.ts';
import { parseMessage } from './parse-message.ts';
import { responseToFailure } from './response-to.ts';

const encoder = new TextEncoder();

const REQUEST = [
  'OPTIONS sip:bob@example.com SIP/2.0',
  'Via: SIP/2.0/WS a.invalid;branch=z9hG4bK1',
  'From: <sip:alice@example.com>;tag=1',
  'To: <sip:bob@example.com>',
  'Call-ID: call',
  'CSeq: 1 OPTIONS',
];
const RESPONSE = ['SIP/2.0 200 OK', ...REQUEST.slice(1)];

/** A request with lines added or, by the start of a line, replaced or removed. */
function frame(changes: Readonly<Record<string, string | undefined>> = {}, body: string = '', lines = REQUEST): string {
  const left = lines.flatMap((line) => {
    const key = Object.keys(changes).find((start) => line.startsWith(start));
    const change = key === undefined ? line : changes[key];
    return change === undefined ? [] : [change];
  });
  const added = Object.entries(changes).flatMap(([key, line]) =>
    line === undefined || lines.some((known) => known.startsWith(key)) ? [] : [line],
  );
  return [...left, ...added, '', body].join('\r\n');
}

function accept(data: string | Uint8Array): IncomingRequest | IncomingResponse {
  const parsed = parseMessage(data);
  if (!parsed.ok) throw new Error(parsed.failure.reason);
  return parsed.message;
}

function refuse(data: string | Uint8Array): ParseFailure {
  const parsed = parseMessage(data);
  if (parsed.ok) throw new Error('was accepted');
  return parsed.failure;
}

describe('start line', () => {
  it.each([
    ['SIP/2.0 200 OK', 200, 'OK'],
    ['sip/2.0 486 Busy (here) [x]', 486, 'Busy (here) [x]'],
    ['SIP/2.0 180 ', 180, ''],
    ['SIP/2.0 180', 180, ''],
    ['SIP/2.0 699 日本語', 699, '日本語'],
  ])('[PRO-01] reads %j', (line, statusCode, reasonPhrase) => {
    expect(accept(frame({ SIP: line }, '', RESPONSE))).toMatchObject({ kind: 'response', statusCode, reasonPhrase });
  });

  it.each([
    ['SIP/2.0 20 OK', 'BAD_START_LINE'],
    ['SIP/2.0 2000 OK', 'BAD_START_LINE'],
    ['SIP/2.0 099 OK', 'BAD_START_LINE'],
    ['SIP/2.0 700 OK', 'BAD_START_LINE'],
    ['SIP/2.0  200 OK', 'BAD_START_LINE'],
    ['SIP/2.0 -20 OK', 'BAD_START_LINE'],
    ['SIP/2.0', 'BAD_START_LINE'],
    ['SIP/3.0 200 OK', 'BAD_VERSION'],
  ])('[PRO-01] refuses %j and never answers it', (line, code) => {
    const failure = refuse(frame({ SIP: line }, '', RESPONSE));
    expect(failure.code).toBe(code);
    expect(responseToFailure(failure)).toBeUndefined();
  });

  it.each([
    ['OPTIONS sip:a SIP/3.0', 'BAD_VERSION', 505],
    ['OPTIONS sip:a SIP/2.00', 'BAD_VERSION', 505],
    ['OPTIONS sip:a SIP/2', 'BAD_START_LINE', 400],
    ['OPTIONS sip:a HTTP/1.1', 'BAD_START_LINE', 400],
    ['OPTIONS sip:a', 'BAD_START_LINE', 400],
    ['OPTIONS  SIP/2.0', 'BAD_START_LINE', 400],
    ['OPTIONS sip:a SIP/2.0 ', 'BAD_START_LINE', 400],
    ['OPTIONS sip:a b SIP/2.0', 'BAD_START_LINE', 400],
    ['OPTIONS a@b SIP/2.0', 'BAD_URI', 400],
    ['OPTIONS sip:2001:db8::10:5070 SIP/2.0', 'BAD_URI', 400],
    ['OPTIONS sip:%zz@a SIP/2.0', 'BAD_URI', 400],
  ])('[PRO-01] answers %j', (line, code, status) => {
    const failure = refuse(frame({ OPTIONS: line }));
    expect(failure).toMatchObject({ code, status });
    expect(responseToFailure(failure)?.statusCode).toBe(status);
  });

  it.each(['GET / HTTP/1.1\r\n\r\n', 'hello', '', '\r\n', '\u0000', 'OPTIONS\r\n\r\n', '(x) sip:a SIP/2.0\r\n\r\n'])(
    '[PRO-01] drops %j',
    (text) => {
      expect(responseToFailure(refuse(text))).toBeUndefined();
    },
  );

  it('[PRO-01] ignores empty lines before it, in octets too', () => {
    const text = `\r\n\r\n\r\n${frame({}, 'body')}`;
    expect(accept(text).body).toBe('body');
    expect(accept(encoder.encode(text)).body).toBe('body');
  });

  it('[PRO-01] lets through any scheme, for the user agent to answer 416', () => {
    const message = accept(frame({ OPTIONS: 'OPTIONS tel:+1;x=y SIP/2.0' }));
    expect(message.kind === 'request' && message.requestUri.opaque).toBe('+1;x=y');
  });
});

describe('header lines', () => {
  it.each([
    ['X-Test : a', 'a'],
    ['X-Test:a', 'a'],
    ['X-Test:\t a \t', 'a'],
    ['X-Test:', ''],
    ['x-tEST: a\r\n b\r\n\t  c', 'a b c'],
    ['X-Test:\r\n a', 'a'],
    ['X-Test: a\r\n ', 'a'],
    ['X-Test: a \r\n \r\n b', 'a b'],
    ['X-Test: ä: 東 "', 'ä: 東 "'],
  ])('[PRO-01] reads %j', (line, value) => {
    expect(accept(frame({ X: line })).header('X-Test')).toBe(value);
    expect(accept(encoder.encode(frame({ X: line }))).header('x-test')).toBe(value);
  });

  it.each([
    ...[
      'X',
      'X Y: a',
      ': a',
      ' X: a',
      'X: a\rb',
      'X: a\nb',
      'X: a\n b',
      'X: a\r\r\n b',
      'X\n: a',
      'é: a',
      'X: a\0',
      '(: a',
    ],
    'X: a\r\n\rY: b',
  ])('[PRO-01] refuses %j with 400', (line) => {
    const failure = refuse(frame({ X: line }));
    expect(failure).toMatchObject({ code: 'BAD_HEADER', status: 400 });
  });

  it('[PRO-01] keeps apart what looks like a known name but is not', () => {
    const message = accept(
      frame({ X: 'Vib: 1\r\nToo: 2\r\nX~: 3\r\nX`: 4\r\nCall_ID: 5\r\n__proto__: 6\r\nCSeqs: 7' }),
    );
    expect(['vib', 'too', 'x~', 'x`', 'call_id', '__proto__', 'cseqs'].map((name) => message.header(name))).toEqual([
      ...['1', '2', '3', '4', '5', '6', '7'],
    ]);
    expect(message.header('X')).toBeUndefined();
    expect(message.header('Vi')).toBeUndefined();
    expect(message.header('')).toBeUndefined();
    expect(message.header('\r\n')).toBeUndefined();
  });

  it('[PRO-01] finds every line and every item, by either name', () => {
    const message = accept(frame({ K: 'k: a, "b,c"\r\nSupported: ,\r\nsupported: d ,<e,f>' }));
    expect(message.headers('Supported')).toEqual(['a, "b,c"', ',', 'd ,<e,f>']);
    expect(message.values('K')).toEqual(['a', '"b,c"', 'd', '<e,f>']);
    expect(message.has('k')).toBe(true);
    expect(message.has('Require')).toBe(false);
    expect(message.names()).toEqual(['Via', 'From', 'To', 'Call-ID', 'CSeq', 'k', 'Supported', 'supported']);
  });

  it('[PRO-01] must end in an empty line', () => {
    expect(refuse(REQUEST.join('\r\n'))).toMatchObject({ code: 'BAD_HEADER', status: 400 });
    expect(refuse(`${REQUEST.join('\r\n')}\r\n`)).toMatchObject({ code: 'BAD_HEADER', status: 400 });
  });
});

describe('mandatory header fields', () => {
  it.each(['Via', 'From', 'To', 'Call-ID', 'CSeq'])('[PRO-01] %s has to be there', (header) => {
    expect(refuse(frame({ [header]: undefined }))).toMatchObject({ code: 'MISSING_HEADER', status: 400, header });
    expect(refuse(frame({ [header]: undefined }, '', RESPONSE)).code).toBe('MISSING_HEADER');
  });

  it.each(['From', 'To', 'Call-ID', 'CSeq'])('[PRO-01] %s must not be there twice', (header) => {
    const line = REQUEST.find((candidate) => candidate.startsWith(header)) ?? '';
    expect(refuse(frame({ X: line }))).toMatchObject({ code: 'BAD_HEADER', header });
  });

  it.each([
    ...[
      'Via: SIP/2.0/WS a;branch=z9hG4bK',
      'Via: ,SIP/2.0/WS a',
      'From: x',
      'To: <sip:a',
      'Call-ID:',
      'Call-ID: a b',
      'Call-ID: é',
    ],
    ...[
      'CSeq: 1',
      'CSeq: OPTIONS',
      'CSeq: -1 OPTIONS',
      'CSeq: 1OPTIONS',
      'CSeq: 2147483648 OPTIONS',
      'CSeq: 1 OPTIONS x',
    ],
    ...[
      'Max-Forwards: 256',
      'Max-Forwards: x',
      'Content-Length: -1',
      'Content-Length: 1 2',
      'Content-Length: 99999999999',
    ],
  ])('[PRO-01] refuses %s', (line) => {
    const name = line.slice(0, line.indexOf(':'));
    const failure = refuse(frame({ [name]: line }));
    expect(failure).toMatchObject({ code: 'BAD_HEADER', status: 400, header: name });
  });

  it('[PRO-01] reads the largest CSeq, and leading zeros', () => {
    expect(accept(frame({ CSeq: 'CSeq: 2147483647 OPTIONS' })).cseq.seq).toBe(2147483647);
    expect(accept(frame({ CSeq: 'CSeq: 0000000000009\t OPTIONS' })).cseq).toEqual({ seq: 9, method: 'OPTIONS' });
  });

  it('[PRO-01] CSeq names the method of the request', () => {
    expect(refuse(frame({ CSeq: 'CSeq: 1 INVITE' }))).toMatchObject({ code: 'CSEQ_MISMATCH', status: 400 });
    expect(refuse(frame({ CSeq: 'CSeq: 1 options' })).code).toBe('CSEQ_MISMATCH');
    expect(accept(frame({ CSeq: 'CSeq: 1 INVITE' }, '', RESPONSE)).cseq.method).toBe('INVITE');
  });

  it('[PRO-01] what a response says of Max-Forwards means nothing', () => {
    expect(accept(frame({ M: 'Max-Forwards: x' }, '', RESPONSE)).maxForwards).toBeUndefined();
  });
});

describe('body', () => {
  const emoji = 'a🎉ä';

  it('[PRO-01] is as long as Content-Length says, in octets', () => {
    const text = (length: number | string, body: string): string => frame({ L: `Content-Length: ${length}` }, body);
    for (const data of [text(7, `${emoji}tail`), encoder.encode(text(7, `${emoji}tail`))]) {
      expect(accept(data).body).toBe(emoji);
      expect(accept(data).bodyBytes).toEqual(encoder.encode(emoji));
      expect(accept(data).contentLength).toBe(7);
    }
    expect(accept(text(7, emoji)).body).toBe(emoji);
    expect(accept(text(0, emoji)).body).toBe('');
    expect(accept(text(0, emoji)).hasBody).toBe(false);
    expect(accept(text('0005', 'abcdef')).body).toBe('abcde');
    expect(refuse(text(8, emoji))).toMatchObject({ code: 'BAD_LENGTH', status: 400 });
    expect(refuse(encoder.encode(text(8, emoji)))).toMatchObject({ code: 'BAD_LENGTH', status: 400 });
    expect(refuse(text(100, emoji)).code).toBe('BAD_LENGTH');
  });

  it('[PRO-01] is everything to the end without Content-Length', () => {
    expect(accept(frame({}, emoji)).body).toBe(emoji);
    expect(accept(frame({}, emoji)).contentLength).toBeUndefined();
    expect(accept(frame({}, emoji)).hasBody).toBe(true);
    expect(accept(frame({})).hasBody).toBe(false);
  });

  it('[PRO-01] never has half a character', () => {
    expect(accept(frame({ L: 'Content-Length: 3' }, emoji)).body).toBe('a');
  });

  it('[PRO-01] keeps the octets of a binary frame, and line breaks of its own', () => {
    const head = encoder.encode(frame({ L: 'l: 4' }));
    const octets = Uint8Array.from([...head, 0xff, 13, 10, 0xfe, 0x41]);
    expect([...accept(octets).bodyBytes]).toEqual([0xff, 13, 10, 0xfe]);
    expect(accept(octets).body).toBe('\ufffd\r\n\ufffd');
  });

  it('[PRO-01] may be large', () => {
    const body = 'ж'.repeat(100_000);
    expect(accept(frame({ L: 'Content-Length: 200000' }, `${body}x`)).body).toBe(body);
    expect(refuse(frame({ L: 'Content-Length: 200002' }, `${body}x`)).code).toBe('BAD_LENGTH');
  });
});

describe('limits', () => {
  const limits = { maxHeadLength: 1000, maxHeaderFields: 10, maxBodyLength: 100 };
  const status = (data: string): number => {
    const parsed = parseMessage(data, limits);
    return parsed.ok ? 200 : parsed.failure.status;
  };

  it('[PRO-01] refuse what is too large, with an answer', () => {
    expect(status(frame({ X: 'X: y' }, 'x'.repeat(100)))).toBe(200);
    expect(status(frame({}, 'x'.repeat(101)))).toBe(413);
    expect(status(frame({ X: `X: ${'y'.repeat(1000)}` }))).toBe(513);
    expect(status(frame({ X: 'X: y\r\n'.repeat(9) + 'X: z' }))).toBe(513);
    expect(status(frame({}, 'x'.repeat(2000)))).toBe(513);
    const parsed = parseMessage(frame({}, 'x'.repeat(2000)), limits);
    expect(parsed.ok ? undefined : responseToFailure(parsed.failure)?.statusCode).toBe(513);
  });
});
