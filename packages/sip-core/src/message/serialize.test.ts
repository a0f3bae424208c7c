import { describe, expect, it } from 'vitest';
import { InvalidValueError } from '../base/errors.ts';
import { HeaderFields } from './header-fields.ts';
import { NameAddr } from './name-addr.ts';
import { OutgoingRequest, OutgoingResponse } from './outgoing-message.ts';
import { serializeRequest, serializeResponse } from './serialize.ts';
import { Uri } from './uri.ts';

const uri = Uri.from({ user: 'bob', host: 'example.com', params: { method: 'BYE', transport: 'ws' } });

function request(fields: Iterable<readonly [string, string]> = [], body?: OutgoingRequest['body']): OutgoingRequest {
  return new OutgoingRequest({ method: 'MESSAGE', uri, headers: new HeaderFields(fields), body });
}

describe('serializeRequest', () => {
  it('[PRO-01] writes the lines in their order, and the body with its length in octets', () => {
    const body = { content: 'Grüße 🎉', contentType: 'text/plain;charset=utf-8', disposition: 'render' };
    expect(
      serializeRequest(
        request(
          [
            ['call-id', '1'],
            ['x-A', ''],
            ['m', '*'],
          ],
          body,
        ),
      ),
    ).toBe(
      'MESSAGE sip:bob@example.com;transport=ws SIP/2.0\r\nCall-ID: 1\r\nx-A: \r\nContact: *\r\n' +
        'Content-Type: text/plain;charset=utf-8\r\nContent-Disposition: render\r\nContent-Length: 12\r\n\r\nGrüße 🎉',
    );
    expect(serializeRequest(request())).toMatch(/Content-Length: 0\r\n\r\n$/);
  });

  it('[PRO-01] counts long bodies right', () => {
    for (const content of ['ж'.repeat(30_000), 'x'.repeat(30_000), '🎉'.repeat(20_000), 'x'.repeat(200_000)]) {
      const length = new TextEncoder().encode(content).length;
      const text = serializeRequest(request([], { content, contentType: 'text/plain' }));
      expect(text).toContain(`Content-Length: ${length}\r\n`);
    }
  });

  it('[PRO-01] writes octets that are UTF-8 and refuses others', () => {
    const contentType = 'text/plain';
    const content = new TextEncoder().encode('ä\ufffd');
    expect(serializeRequest(request([], { content, contentType }))).toMatch(/Content-Length: 5\r\n\r\nä\ufffd$/);
    expect(() => serializeRequest(request([], { content: Uint8Array.of(0xff), contentType }))).toThrow(
      InvalidValueError,
    );
    expect(() => serializeRequest(request([], { content: Uint8Array.of(0xff, 65, 66), contentType }))).toThrow('UTF-8');
  });

  it.each(['a\r\nX: y', 'a\nb', 'a\rb', '\r\n\r\nbody', 'a\0b', '\n', '\n\r'])(
    '[PRO-01] lets no field hold %j',
    (evil) => {
      const refused = (act: () => unknown): void => {
        expect(act).toThrow(InvalidValueError);
      };
      refused(() => serializeRequest(request([['Subject', evil]])));
      refused(() =>
        serializeRequest(
          request([
            ['X-A', evil],
            ['X-B', 'b'],
          ]),
        ),
      );
      refused(() => new HeaderFields([[evil, 'x']]));
      refused(() => new HeaderFields().set(evil, 'x'));
      refused(() => serializeRequest(request([], { content: 'x', contentType: `text/plain;a=${evil}` })));
      refused(() => serializeRequest(request([], { content: 'x', contentType: evil })));
      refused(() => serializeRequest(request([], { content: 'x', contentType: 'text/plain', disposition: evil })));
      refused(() => serializeRequest(new OutgoingRequest({ method: evil, uri })));
      refused(() => serializeResponse(new OutgoingResponse({ statusCode: 200, reasonPhrase: evil })));
      refused(() =>
        serializeResponse(new OutgoingResponse({ statusCode: 200, headers: new HeaderFields([['A', evil]]) })),
      );
    },
  );

  it('[PRO-01] names the field at fault', () => {
    expect(() =>
      serializeRequest(
        request([
          ['X-Fine', 'a'],
          ['s', 'a\r\nb'],
        ]),
      ),
    ).toThrow(expect.objectContaining({ code: 'INVALID_VALUE', field: 'Subject' }));
  });

  it('[PRO-01] refuses what is no method, status or media type', () => {
    for (const method of ['', 'A B', 'É']) {
      expect(() => serializeRequest(new OutgoingRequest({ method, uri }))).toThrow(InvalidValueError);
    }
    for (const statusCode of [99, 700, 200.5, Number.NaN]) {
      expect(() => serializeResponse(new OutgoingResponse({ statusCode }))).toThrow(InvalidValueError);
    }
    for (const contentType of ['', 'text', 'text/', 'text/plain;', 'text/plain, x']) {
      expect(() => serializeRequest(request([], { content: '', contentType }))).toThrow(InvalidValueError);
    }
  });
});

describe('HeaderFields', () => {
  it('[PRO-01] sets, adds, removes and finds lines by either name in any case', () => {
    const headers = new HeaderFields([
      ['v', '1'],
      ['X-a', '2'],
      ['Via', '3'],
      ['x-A', '4'],
    ]);
    expect([...headers]).toEqual([
      ['Via', '1'],
      ['X-a', '2'],
      ['Via', '3'],
      ['x-A', '4'],
    ]);
    expect(headers.get('VIA')).toBe('1');
    expect(headers.all('via')).toEqual(['1', '3']);
    expect(headers.all('X-A')).toEqual(['2', '4']);
    expect(headers.size).toBe(4);
    headers.set('X-A', '5').prepend('Via', '0').set('New', 'n');
    expect(headers.toString()).toBe('Via: 0\r\nVia: 1\r\nX-a: 5\r\nVia: 3\r\nNew: n\r\n');
    const copy = headers.clone().delete('v');
    expect([copy.has('Via'), headers.has('Via'), copy.get('Via')]).toEqual([false, true, undefined]);
  });
});

describe('outgoing messages', () => {
  it('[PRO-01] take addresses, and read those that were written since', () => {
    const uri = Uri.from({ user: 'a', host: 'b.example' });
    const request = new OutgoingRequest({ method: 'OPTIONS', uri });
    const address = NameAddr.from({ displayName: 'Ann "A"', uri, params: { tag: '1' } });
    request.setAddresses(address, address);
    expect(request.headers.get('From')).toBe('"Ann \\"A\\"" <sip:a@b.example>;tag=1');
    expect([request.from, request.to]).toEqual([address, address]);
    expect(request.from).toBe(address);
    request.headers.set('From', '<sip:c@b.example>;tag=2').set('t', '<sip:d@b.example>;tag=3');
    expect([request.fromTag, request.toTag]).toEqual(['2', '3']);
    expect(request.clone().toTag).toBe('3');
  });

  it('[PRO-01] read their own fields', () => {
    const message = request([
      ['From', '<sip:a@b>;tag=1'],
      ['To', '<sip:c@d>'],
      ['Call-ID', 'x'],
      ['CSeq', '3 MESSAGE'],
    ]);
    expect(message).toMatchObject({ callId: 'x', fromTag: '1', toTag: undefined, cseq: { seq: 3, method: 'MESSAGE' } });
    expect(message.from.uri.user).toBe('a');
    const copy = message.clone();
    copy.headers.set('CSeq', '4 MESSAGE');
    expect([message.cseq.seq, copy.cseq.seq]).toEqual([3, 4]);
    expect(request().callId).toBe('');
    for (const read of [() => request().from, () => request().to, () => request().cseq]) {
      expect(read).toThrow(InvalidValueError);
    }
  });
});
