import { describe, expect, test } from 'vitest';
import { InvalidValueError } from '../base/errors.ts';
import { Uri } from '../message/uri.ts';
import { readTarget } from './target.ts';

const home = Uri.from({ user: 'alice', host: 'example.com' });

describe('what a person types, pastes or clicks', () => {
  test.each([
    // A name at our own domain.
    ['bob', 'sip:bob@example.com'],
    ['  bob  ', 'sip:bob@example.com'],
    ['Bob', 'sip:Bob@example.com'],
    ['bob.smith', 'sip:bob.smith@example.com'],
    ['bob smith', 'sip:bob%20smith@example.com'],
    ['100%', 'sip:100%25@example.com'],
    ['100%25', 'sip:100%2525@example.com'],
    ['jürgen', 'sip:j%C3%BCrgen@example.com'],
    ['李雷', 'sip:%E6%9D%8E%E9%9B%B7@example.com'],
    ['📞', 'sip:%F0%9F%93%9E@example.com'],
    ['a/b', 'sip:a/b@example.com'],
    ['a"b', 'sip:a%22b@example.com'],
    // Numbers.
    ['1000', 'sip:1000@example.com'],
    ['911', 'sip:911@example.com'],
    ['+12015550123', 'sip:+12015550123@example.com'],
    ['+1 (201) 555-0123', 'sip:+12015550123@example.com'],
    ['+1\u00a0201\u00a0555\u00a00123', 'sip:+12015550123@example.com'],
    ['201.555.0123', 'sip:2015550123@example.com'],
    ['555 0123', 'sip:5550123@example.com'],
    ['*72#', 'sip:*72%23@example.com'],
    ['*72*5550123#', 'sip:*72*5550123%23@example.com'],
    ['#31#+4930123', 'sip:%2331%23+4930123@example.com'],
    ['1-800-FLOWERS', 'sip:1-800-FLOWERS@example.com'],
    // tel: (RFC 3966).
    ['tel:+1-201-555-0123', 'sip:+12015550123@example.com;user=phone'],
    ['TEL:+1(201)555.0123', 'sip:+12015550123@example.com;user=phone'],
    ['tel:7042;phone-context=example.net', 'sip:7042;phone-context=example.net@example.com;user=phone'],
    ['tel:+1-201-555-0123;ext=22', 'sip:+12015550123;ext=22@example.com;user=phone'],
    ['tel:*72#', 'sip:*72%23@example.com;user=phone'],
    ['callto:+12015550123', 'sip:+12015550123@example.com;user=phone'],
    // Somewhere else.
    ['bob@example.net', 'sip:bob@example.net'],
    ['bob@EXAMPLE.NET', 'sip:bob@example.net'],
    ['bob@example.net:5080', 'sip:bob@example.net:5080'],
    ['bob@example.net;transport=tcp', 'sip:bob@example.net;transport=tcp'],
    ['bob@localhost', 'sip:bob@localhost'],
    ['bob@192.0.2.1', 'sip:bob@192.0.2.1'],
    ['bob@[2001:db8::1]', 'sip:bob@[2001:db8::1]'],
    ['bob@[2001:db8::1]:5080', 'sip:bob@[2001:db8::1]:5080'],
    ['a;b@c', 'sip:a;b@c'],
    ['a;b=1@c;lr', 'sip:a;b=1@c;lr'],
    ['john doe@example.net', 'sip:john%20doe@example.net'],
    ['jürgen@example.net', 'sip:j%C3%BCrgen@example.net'],
    ['100%@example.net', 'sip:100%25@example.net'],
    ['alice@work@example.net', 'sip:alice%40work@example.net'],
    ['*72#@example.net', 'sip:*72%23@example.net'],
    ['192.0.2.1', 'sip:192.0.2.1'],
    ['192.0.2.1:5070', 'sip:192.0.2.1:5070'],
    ['[2001:db8::1]', 'sip:[2001:db8::1]'],
    // Whole URIs stay as they are.
    ['sip:bob@example.net', 'sip:bob@example.net'],
    ['SIP:bob@Example.NET', 'sip:bob@example.net'],
    ['sips:bob@example.net', 'sips:bob@example.net'],
    ['sip:example.net', 'sip:example.net'],
    ['sip:bob@example.net:5080;transport=ws', 'sip:bob@example.net:5080;transport=ws'],
    ['sip:+1-201-555-0123@example.net;user=phone', 'sip:+1-201-555-0123@example.net;user=phone'],
    ['sip:100%25@example.net', 'sip:100%25@example.net'],
    ['sip:%61lice@example.net', 'sip:%61lice@example.net'],
    ['sip:bob@[2001:db8::1]:5080', 'sip:bob@[2001:db8::1]:5080'],
    // Pasted.
    ['<sip:bob@example.net>', 'sip:bob@example.net'],
    ['"Bob" <sip:bob@example.net>', 'sip:bob@example.net'],
    ['Bob <sip:bob@example.net;transport=ws>', 'sip:bob@example.net;transport=ws'],
  ])('[UA-10] %j is %s', (text, uri) => {
    const target = readTarget(text, home);
    expect(target.toString()).toBe(uri);
    expect(Uri.parse(uri)?.equals(target)).toBe(true);
  });

  test.each(
    [
      '',
      '   ',
      'sip:',
      'sips:',
      'sip:@example.net',
      'bob@',
      '@example.net',
      'bob@exa mple.net',
      'bob@example.net:99999999',
      'sip:bob@[2001:db8::1',
      'tel:',
      'tel:bob',
      'tel:+',
      'tel:+1;x=<>',
      'mailto:bob@example.net',
      'https://example.net/bob@x',
      'javascript:alert(1)',
      'bob\r\nX-Evil: 1',
      'bob@example.net\r\nX-Evil: 1',
      'sip:bob@example.net>\r\nX-Evil: 1',
      'bob\u0000',
      '"Bob" <>',
      '<bob',
    ].map((text) => [text]),
  )('[UA-10] %j is refused, or escaped as a whole', (text) => {
    let written = '';
    try {
      written = readTarget(text, home).toString();
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidValueError);
      expect(error).toMatchObject({ code: 'INVALID_VALUE', field: 'target' });
    }
    expect(['', 'sip:%3Cbob@example.com']).toContain(written);
  });

  test('[UA-10] an address object is taken as it is', () => {
    const uri = Uri.from({ user: 'bob', host: 'example.net', params: { transport: 'ws' } });
    expect(readTarget(uri, home)).toBe(uri);
  });

  test('[UA-10] a name goes to the scheme and port of our own address', () => {
    const secure = Uri.from({ scheme: 'sips', user: 'alice', host: 'example.org', port: 5070 });
    expect(readTarget('bob', secure).toString()).toBe('sips:bob@example.org:5070');
    expect(readTarget('bob@example.net', secure).toString()).toBe('sips:bob@example.net');
    expect(readTarget('tel:+1', secure).toString()).toBe('sips:+1@example.org:5070;user=phone');
  });

  test('[UA-10] half a character, and a very long text, are no danger', () => {
    expect(() => readTarget('\ud800', home).toString()).not.toThrow(URIError);
    const long = readTarget('9'.repeat(100_000), home);
    expect(long.user).toHaveLength(100_000);
  });
});
