import { describe, expect, it } from 'vitest';
import { findAlgorithm, hash } from './algorithm.ts';
import { chooseChallenge, parseChallenge, type Qop } from './challenge.ts';
import { digestResponse, hashUsername } from './digest.ts';
import data from './digest-vectors.json' with { type: 'json' };

describe('digest vectors', () => {
  it.each(data.vectors)('[PRO-04] computes $id', (vector) => {
    const qop = vector.qop as Qop | undefined;
    const { username, realm, nonce, uri, method, algorithm, cnonce, nc, body } = vector;
    const secret = { password: vector.password };
    expect(digestResponse({ username, secret, realm, nonce, uri, method, algorithm, qop, cnonce, nc, body })).toBe(
      vector.response,
    );
    const ha1 = hash(findAlgorithm(algorithm)!, `${username}:${realm}:${vector.password}`);
    expect(
      digestResponse({ username, secret: { ha1 }, realm, nonce, uri, method, algorithm, qop, cnonce, nc, body }),
    ).toBe(vector.response);
    if (vector.userhash !== undefined) {
      expect(hashUsername(findAlgorithm(algorithm)!, username, realm)).toBe(vector.userhash);
    }
  });

  it('[PRO-04] takes the nonce count as a number too', () => {
    const vector = data.vectors.find(({ id }) => id === 'sip-nc-2')!;
    const { username, realm, nonce, uri, method, algorithm, cnonce } = vector;
    const secret = { password: vector.password };
    expect(digestResponse({ username, secret, realm, nonce, uri, method, algorithm, qop: 'auth', cnonce, nc: 2 })).toBe(
      vector.response,
    );
  });

  it('[PRO-04] refuses an algorithm it cannot compute', () => {
    const input = { username: 'a', secret: { password: 'b' }, realm: 'r', nonce: 'n', uri: 'sip:a', method: 'BYE' };
    expect(() => digestResponse({ ...input, algorithm: 'BLAKE9' })).toThrow('algorithm');
  });
});

describe('choice of a challenge', () => {
  it.each(data.challengeSelection)('[PRO-04] follows the rule: $id', ({ challenges, expectAlgorithm, expectQopIn }) => {
    const parsed = challenges.map(parseChallenge).filter((challenge) => challenge !== undefined);
    const chosen = chooseChallenge(parsed);
    expect(chosen?.algorithm).toBe(expectAlgorithm?.split(' ')[0]);
    if (expectQopIn !== undefined) expect(expectQopIn).toContain(chosen?.qop[0]);
  });
});
