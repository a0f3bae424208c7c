import { describe, expect, it } from 'vitest';
import { InvalidValueError } from '../base/errors.ts';
import type { IncomingRequest } from './incoming-message.ts';
import { NameAddr } from './name-addr.ts';
import { parseMessage } from './parse-message.ts';
import { responseTo, responseToFailure } from './response-to.ts';
import { serializeResponse } from './serialize.ts';

function head(method: string, ...lines: readonly string[]): string {
  return [
    `${method} sip:bob@example.com SIP/2.0`,
    'Via: SIP/2.0/WS a.invalid;branch=z9hG4bK1,',
    ' SIP/2.0/UDP b',
    'v:SIP/2.0/UDP c;x="y,z"',
    'f: "Alice"',
    ' <sip:alice@example.com>;tag=1',
    ...lines,
    'i: call',
    `CSeq: 007   ${method}`,
    '',
    '',
  ].join('\r\n');
}

function request(method: string, ...lines: readonly string[]): IncomingRequest {
  const parsed = parseMessage(head(method, ...lines));
  if (!parsed.ok || parsed.message.kind !== 'request') throw new Error('not a request');
  return parsed.message;
}

const to = 'To: Bob <sip:bob@example.com>';

describe('responseTo', () => {
  it('[PRO-01] copies what a response must have, as it came', () => {
    const response = responseTo(request('OPTIONS', to, 'Timestamp: 54', 'Record-Route: <sip:p;lr>'), 200, {
      toTag: 'mine',
    });
    expect(serializeResponse(response).split('\r\n')).toEqual([
      'SIP/2.0 200 OK',
      'Via: SIP/2.0/WS a.invalid;branch=z9hG4bK1, SIP/2.0/UDP b',
      'Via: SIP/2.0/UDP c;x="y,z"',
      'From: "Alice" <sip:alice@example.com>;tag=1',
      'To: Bob <sip:bob@example.com>;tag=mine',
      'Call-ID: call',
      'CSeq: 007   OPTIONS',
      'Content-Length: 0',
      '',
      '',
    ]);
    expect(response).toMatchObject({
      fromTag: '1',
      toTag: 'mine',
      callId: 'call',
      cseq: { seq: 7, method: 'OPTIONS' },
    });
  });

  it('[PRO-01] gives 100 the timestamp and no tag', () => {
    const response = responseTo(request('INVITE', to, 'Timestamp: 54', 'Record-Route: <sip:p;lr>'), 100);
    expect(response.headers.get('Timestamp')).toBe('54');
    expect(response.toTag).toBeUndefined();
    expect(response.headers.has('Record-Route')).toBe(false);
  });

  it.each([
    ['INVITE', 180, true],
    ['INVITE', 200, true],
    ['INVITE', 486, false],
    ['SUBSCRIBE', 200, true],
    ['BYE', 200, false],
  ])('[PRO-01] %s %i has the record route: %s', (method, code, there) => {
    const response = responseTo(request(method, to, 'Record-Route: <sip:p;lr>', 'Record-Route: <sip:q;lr>'), code);
    expect(response.headers.all('Record-Route')).toEqual(there ? ['<sip:p;lr>', '<sip:q;lr>'] : []);
  });

  it('[PRO-01] keeps the tag that To has, and makes one tag for all retransmissions', () => {
    expect(responseTo(request('BYE', `${to};tag=2`), 481, { toTag: '3' }).toTag).toBe('2');
    const tags = [1, 2].map(() => responseTo(request('BYE', to), 481).toTag);
    expect(tags[0]).toMatch(/^[0-9a-f]{8}$/);
    expect(tags[0]).toBe(tags[1]);
  });

  it('[PRO-01] adds what it is told', () => {
    const contact = NameAddr.parse('<sip:bob@b.invalid>');
    const response = responseTo(request('INVITE', to), 486, {
      ...{ reasonPhrase: 'Not now', contact, headers: [['retry-after', '60']] },
      body: { content: 'v=0', contentType: 'application/sdp', disposition: 'session' },
    });
    expect(serializeResponse(response)).toMatch(
      /^SIP\/2.0 486 Not now\r\n[^]*\r\nContact: <sip:bob@b.invalid>\r\nRetry-After: 60\r\nContent-Type: application\/sdp\r\nContent-Disposition: session\r\nContent-Length: 3\r\n\r\nv=0$/,
    );
    expect(responseTo(request('INVITE', to), 499).reasonPhrase).toBe('Bad Request');
  });

  it('[PRO-01] sends an escaped NUL back, and refuses line breaks', () => {
    const echo = responseTo(request('OPTIONS', 'To: "a\\\0b" <sip:bob@example.com>'), 200);
    expect(serializeResponse(echo)).toContain('To: "a\\\0b" <sip:bob@example.com>;tag=');
    for (const reasonPhrase of ['a\r\nX: y', 'a\n', '\r', 'a\0']) {
      expect(() => serializeResponse(responseTo(request('BYE', to), 200, { reasonPhrase }))).toThrow(InvalidValueError);
    }
    expect(() => serializeResponse(responseTo(request('BYE', to), 99))).toThrow(InvalidValueError);
    expect(() => serializeResponse(responseTo(request('BYE', to), 700))).toThrow(InvalidValueError);
  });
});

describe('responseToFailure', () => {
  function answer(text: string): string | undefined {
    const parsed = parseMessage(text);
    if (parsed.ok) throw new Error('was accepted');
    const response = responseToFailure(parsed.failure);
    return response === undefined ? undefined : serializeResponse(response);
  }

  it('[PRO-01] says what is wrong', () => {
    const lines = answer(head('OPTIONS', to, 'Max-Forwards: 300'))?.split('\r\n') ?? [];
    expect(lines.slice(0, -4)).toEqual([
      'SIP/2.0 400 Max-Forwards is malformed',
      'Via: SIP/2.0/WS a.invalid;branch=z9hG4bK1, SIP/2.0/UDP b',
      'Via: SIP/2.0/UDP c;x="y,z"',
      'From: "Alice" <sip:alice@example.com>;tag=1',
      expect.stringMatching(/^To: Bob <sip:bob@example.com>;tag=[0-9a-f]{8}$/),
      'Call-ID: call',
    ]);
  });

  it('[PRO-01] leaves a To alone that it cannot read or that has a tag', () => {
    expect(answer(head('OPTIONS', 'To: "x <sip:a>'))).toContain('To: "x <sip:a>\r\n');
    expect(answer(head('OPTIONS', `${to};tag=2`, 'Max-Forwards: x'))).toContain(`${to};tag=2\r\n`);
  });

  it.each([
    ['an ACK', head('ACK', to, 'Max-Forwards: x')],
    ['a response', head('OPTIONS', to).replace(/^.*/, 'SIP/2.0 999 x')],
    ['a request without Call-ID', head('OPTIONS', to).replace(/i: call\r\n/, '')],
    ['a request with an empty From', head('OPTIONS', to).replace(/f:[^]*tag=1/, 'f:')],
    ['a request with a lone CR where the answer would copy it', head('OPTIONS', 'To: <sip:a>;x="\r"')],
    ['a request with a lone LF where the answer would copy it', head('OPTIONS', 'To: <sip:a>\nX: y')],
    ['a request with NUL where the answer would copy it', head('OPTIONS', 'To: <sip:a>\0')],
    ['no SIP', 'hello\r\n\r\n'],
  ])('[PRO-01] does not answer %s', (_, text) => {
    expect(answer(text)).toBeUndefined();
  });

  it('[PRO-01] answers in spite of a fault it need not copy', () => {
    expect(answer(head('OPTIONS', to, 'X: a\rb'))).toContain('SIP/2.0 400 Line break other than CRLF\r\n');
    expect(answer(head('OPTIONS', to, 'X: a\0b'))).toContain('SIP/2.0 400 NUL in the header\r\n');
  });
});
