import { describe, expect, it } from 'vitest';
import { InvalidValueError } from '../base/errors.ts';
import { readAuthParams } from './auth-params.ts';
import { makeChallenge, parseChallenge } from './challenge.ts';

describe('parseChallenge', () => {
  it('[PRO-04] reads every field', () => {
    expect(
      parseChallenge(
        'Digest realm="a \\"b\\"", nonce="n\\\\1" ,opaque="o",stale=TRUE, algorithm=sha-256-SESS,' +
          ' qop="auth-int , auth,x", userhash=true, domain="sip:a"',
      ),
    ).toEqual({
      ...{ scheme: 'digest', realm: 'a "b"', nonce: 'n\\1', opaque: 'o', stale: true, algorithm: 'SHA-256-sess' },
      ...{ qop: ['auth-int', 'auth'], userhash: true, domain: 'sip:a', supported: true },
    });
  });

  it('[PRO-04] has the defaults of RFC 2069 servers', () => {
    expect(parseChallenge('digest realm="a",nonce="b"')).toMatchObject({
      ...{ algorithm: 'MD5', qop: [], stale: false, userhash: false, supported: true },
    });
  });

  it.each([
    'Basic realm="a"',
    'Digest',
    'Digest realm="a"',
    'Digest nonce="a"',
    'Digest realm="a" nonce="b"',
    'Digest realm="a,nonce="b"',
    'Digest realm="a", nonce="b',
    'Digest realm=,nonce',
    '"Digest" realm="a",nonce="b"',
    '',
  ])('[PRO-04] refuses %j', (value) => {
    expect(parseChallenge(value)).toBeUndefined();
  });

  it('[PRO-04] knows what it cannot answer', () => {
    expect(parseChallenge('Digest realm="a",nonce="b",algorithm=MD4')).toMatchObject({
      ...{ algorithm: 'MD4', supported: false },
    });
    expect(parseChallenge('Digest realm="a",nonce="b",qop="auth-conf"')?.supported).toBe(false);
    expect(parseChallenge('Digest realm="a",nonce="b",qop=""')?.supported).toBe(true);
  });

  it('[PRO-04] forgives commas too many, and takes the first of two', () => {
    expect(readAuthParams('Digest a=1,, a=2 ,b="x",')?.params).toEqual(
      new Map([
        ['a', '1'],
        ['b', 'x'],
      ]),
    );
  });

  it('[PRO-04] takes an unclosed string of many escapes in its stride', () => {
    expect(parseChallenge(`Digest realm="a",nonce="${'\\a'.repeat(500_000)}`)).toBeUndefined();
  });
});

describe('makeChallenge', () => {
  it('[PRO-04] writes what parseChallenge reads', () => {
    const init = { realm: 'a "b" \\', nonce: 'x', opaque: 'o', algorithm: 'SHA-256', stale: true, userhash: true };
    expect(parseChallenge(makeChallenge(init))).toMatchObject({ ...init, qop: ['auth'] });
    expect(parseChallenge(makeChallenge({ realm: 'a', nonce: 'b', qop: [] }))?.qop).toEqual([]);
  });

  it('[PRO-04] refuses line breaks', () => {
    expect(() => makeChallenge({ realm: 'a\r\nX: y', nonce: 'b' })).toThrow(InvalidValueError);
    expect(() => makeChallenge({ realm: 'a', nonce: 'b\0' })).toThrow(InvalidValueError);
  });
});
