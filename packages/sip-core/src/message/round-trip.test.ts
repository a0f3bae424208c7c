import { describe, expect, it } from 'vitest';
import { InvalidValueError } from '../base/errors.ts';
import { generator } from './corpus/mutations.ts';
import { parseExtraHeaders } from './extra-headers.ts';
import { HeaderFields } from './header-fields.ts';
import type { IncomingRequest, IncomingResponse } from './incoming-message.ts';
import { NameAddr } from './name-addr.ts';
import { OutgoingRequest, OutgoingResponse } from './outgoing-message.ts';
import { parseMessage } from './parse-message.ts';
import { serializeRequest, serializeResponse } from './serialize.ts';
import { Uri } from './uri.ts';
import { Via } from './via.ts';

const ROUNDS = 4000;

const ALPHABET = [
  ...Array.from('abzAZ059 -_.!~*\'()&=+$,;?/:@"\\<>[]{}|^`#%\t'),
  ...[
    '\r',
    '\n',
    '\r\n',
    '\r\n ',
    '\0',
    '\x01',
    '\x7f',
    'é',
    '東',
    '🎉',
    '\u2028',
    '\ufeff',
    '%41',
    '%0d%0a',
    'X: y',
    '::1',
  ],
];

type Below = (below: number) => number;

function text(below: Below, most: number = 12): string {
  return Array.from({ length: below(most) }, () => ALPHABET[below(ALPHABET.length)] ?? '').join('');
}

/** Runs an act; what it throws must be the one error that says so. */
function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof InvalidValueError) return undefined;
    throw error;
  }
}

function parse(message: string): IncomingRequest | IncomingResponse {
  const parsed = parseMessage(message);
  if (!parsed.ok) throw new Error(`${parsed.failure.reason}: ${JSON.stringify(message)}`);
  return parsed.message;
}

const base: readonly (readonly [string, string])[] = [
  ['Via', 'SIP/2.0/WS a;branch=z9hG4bK1'],
  ['From', '<sip:a@b>;tag=1'],
  ['To', '<sip:c@d>'],
  ['Call-ID', '1'],
  ['CSeq', '1 MESSAGE'],
];
const target = Uri.from({ host: 'example.com' });

describe('what is written', () => {
  it('[PRO-01] as a URI parses back to the same values', () => {
    const below = generator(1);
    let made = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const init = {
        user: text(below) || undefined,
        password: text(below) || undefined,
        host: below(8) === 0 ? text(below) : ['example.com', '[::1]', '192.0.2.1'][below(3)]!,
        port: below(2) === 0 ? below(65536) : undefined,
        params: new Map([[text(below).toLowerCase(), below(2) === 0 ? null : text(below)]]),
        headers: new Map([[text(below).toLowerCase(), [text(below), text(below)]]]),
      };
      const uri = attempt(() => Uri.from(init));
      if (uri === undefined) continue;
      made++;
      const back = Uri.parse(uri.toString());
      expect(back, uri.toString()).toMatchObject({
        ...{ user: init.user, host: init.host.toLowerCase(), port: init.port },
        password: init.user === undefined ? undefined : init.password,
      });
      expect(back?.params).toEqual(init.params);
      expect(back?.headers).toEqual(init.headers);
      expect(back?.toString()).toBe(uri.toString());
      expect(back?.equals(uri)).toBe(true);
    }
    expect(made).toBeGreaterThan(ROUNDS / 4);
  });

  it('[PRO-01] as an address or a hop parses back to the same values', () => {
    const below = generator(2);
    let made = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const displayName = text(below, 20);
      const params = { tag: text(below), x: text(below), y: null };
      const address = attempt(() => NameAddr.from({ displayName, uri: target, params }));
      const via = attempt(() => Via.from({ transport: 'WS', host: 'a', params }));
      if (address === undefined || via === undefined) continue;
      made++;
      const back = NameAddr.parse(address.toString());
      expect(back, address.toString()).toMatchObject({ displayName: displayName === '' ? undefined : displayName });
      expect([...(back?.params ?? [])]).toEqual(Object.entries(params));
      expect(back?.tag).toBe(params.tag === '' ? undefined : params.tag);
      expect([...(Via.parse(via.toString())?.params ?? [])]).toEqual(Object.entries(params));
    }
    expect(made).toBeGreaterThan(ROUNDS / 8);
  });

  it('[PRO-01] has the lines that were asked for and no other, whatever the strings', () => {
    const below = generator(3);
    let made = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const evil = text(below, 20);
      const headers = new HeaderFields(base);
      const written = attempt(() => {
        const address = NameAddr.from({ displayName: text(below), uri: Uri.from({ user: text(below), host: 'b' }) });
        headers.set('From', address.with({ params: { tag: text(below) } }).toString());
        headers.addAll(parseExtraHeaders(below(2) === 0 ? [] : [`X-Evil: ${evil}`]));
        if (below(2) === 0) headers.add('Subject', evil);
        const body = { content: text(below, 40), contentType: `text/plain;x="${text(below, 4)}"` };
        const uri = Uri.from({ user: text(below, 4), host: 'c', params: { [`p${text(below, 3)}`]: text(below) } });
        const request = new OutgoingRequest({ method: 'MESSAGE', uri, headers, body });
        return { request: serializeRequest(request), content: body.content, user: uri.user, from: address };
      });
      if (written !== undefined) {
        made++;
        const message = parse(written.request);
        expect(message.names()).toEqual([...Array.from(headers, ([name]) => name), 'Content-Type', 'Content-Length']);
        expect(message.body).toBe(written.content);
        expect(message.kind === 'request' && message.requestUri.user).toBe(written.user);
        expect(message.from.displayName).toBe(written.from.displayName);
        expect(message.from.uri.user).toBe(written.from.uri.user);
        for (const name of ['X-Evil', 'Subject']) {
          if (headers.has(name)) expect(message.header(name)).toBe(headers.get(name)?.replace(/^[ \t]+|[ \t]+$/g, ''));
        }
      }
      const response = attempt(() => {
        const fields = new HeaderFields(base);
        return serializeResponse(new OutgoingResponse({ statusCode: 486, reasonPhrase: evil, headers: fields }));
      });
      if (response === undefined) continue;
      const message = parse(response);
      expect(message.names()).toHaveLength(base.length + 1);
      expect(message.kind === 'response' && message.reasonPhrase).toBe(evil);
    }
    expect(made).toBeGreaterThan(ROUNDS / 20);
  });
});
