import { describe, expect, it } from 'vitest';
import { parseMultipart, parts } from './multipart.ts';
import { parseMessage } from './parse-message.ts';

function texts(body: string, boundary: string = 'x'): readonly string[] | undefined {
  return parseMultipart(body, boundary)?.map(({ text }) => text);
}

describe('parseMultipart', () => {
  it('[PRO-01] reads headers and content of each part', () => {
    const body =
      'preamble\r\n--b-1\r\nContent-Type: application/sdp\r\nContent-Disposition: session;handling=optional\r\n\r\nv=0\r\n' +
      '\r\n--b-1  \r\nc: text/plain;\r\n charset=utf-8\r\nContent-ID: <1@a>\r\n\r\nGrüße\r\n--b-1--\r\nepilogue';
    const [sdp, text] = parseMultipart(body, 'b-1') ?? [];
    expect(sdp?.contentType?.type).toBe('application/sdp');
    expect(sdp?.contentDisposition).toEqual({ value: 'session', params: new Map([['handling', 'optional']]) });
    expect(sdp?.text).toBe('v=0\r\n');
    expect(text?.contentType).toEqual({ type: 'text/plain', params: new Map([['charset', 'utf-8']]) });
    expect(text?.header('content-id')).toBe('<1@a>');
    expect(text?.text).toBe('Grüße');
  });

  it('[PRO-01] knows parts without header or content, and where a delimiter is none', () => {
    expect(texts('--x\r\n\r\na\r\n--x--')).toEqual(['a']);
    expect(texts('--x\r\n\r\n\r\n--x\r\nA: b\r\n\r\n\r\n--x--')).toEqual(['', '']);
    expect(texts('--x\r\n\r\na--x\r\n --x\r\n--x--')).toEqual(['a--x\r\n --x']);
    expect(texts('--x\r\n--x\r\n\r\nb\r\n--x--')).toEqual(['b']);
    expect(texts('--x--')).toEqual([]);
  });

  it('[PRO-01] forgives a missing end, and refuses what has no delimiter', () => {
    expect(texts('--x\r\n\r\na\r\nb')).toEqual(['a\r\nb']);
    expect(texts('--x')).toEqual([]);
    expect(texts('a')).toBeUndefined();
    expect(texts('--x\r\n\r\na\r\n--x--', '')).toBeUndefined();
  });

  it('[PRO-01] keeps octets that are no text', () => {
    const binary = Uint8Array.from({ length: 256 }, (_, octet) => octet);
    const encode = (text: string): number[] => [...new TextEncoder().encode(text)];
    const body = Uint8Array.from([...encode('--x\r\nA: b\r\n\r\n'), ...binary, ...encode('\r\n--x--')]);
    expect(parseMultipart(body, 'x')?.[0]?.octets).toEqual(binary);
  });
});

describe('parts', () => {
  function message(type: string, body: string): ReturnType<typeof parts> {
    const head =
      'MESSAGE sip:a SIP/2.0\r\nVia: SIP/2.0/WS a;branch=z9hG4bK1\r\nFrom: <sip:a>;tag=1\r\nTo: <sip:b>\r\n' +
      'Call-ID: 1\r\nCSeq: 1 MESSAGE\r\nContent-Disposition: render\r\n';
    const parsed = parseMessage(`${head}Content-Type: ${type}\r\n\r\n${body}`);
    if (!parsed.ok) throw new Error(parsed.failure.reason);
    return parts(parsed.message);
  }

  it('[PRO-01] are those of a multipart body', () => {
    const found = message('Multipart/Mixed; boundary="a b"', '--a b\r\nContent-Type: text/html\r\n\r\nx\r\n--a b--');
    expect(found.map(({ contentType, text }) => [contentType?.type, text])).toEqual([['text/html', 'x']]);
    expect(message('multipart/mixed;boundary=y', 'x')).toEqual([]);
  });

  it('[PRO-01] are one when the body is not multipart, and none without a body', () => {
    const [part] = message('text/plain;a=b', 'ä');
    expect(part?.contentType?.params.get('a')).toBe('b');
    expect(part?.contentDisposition?.value).toBe('render');
    expect(part?.text).toBe('ä');
    expect(message('multipart/mixed', 'x')).toHaveLength(1);
    expect(message('text/plain', '')).toEqual([]);
  });
});
