import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { IncomingResponse } from '../message/incoming-message.ts';
import { parseMessage } from '../message/parse-message.ts';
import type { Random } from '../platform.ts';
import { AuthAttempt } from './auth-attempt.ts';
import { type AuthAnswer, Authenticator, type CredentialsProvider } from './authenticator.ts';
import { makeChallenge } from './challenge.ts';
import { credentialsHash } from './digest.ts';
import { parseAuthorization, verifyAuthorization } from './verify-authorization.ts';

const request = { method: 'REGISTER', uri: 'sip:example.com' };
const secret = { password: 'zanzibar' };
const alice: CredentialsProvider = () => ({ username: 'alice', ...secret });

function counter(): Random {
  let next = 0;
  return { bytes: (length) => Uint8Array.from({ length }, () => next++) };
}

function authenticator(credentials: CredentialsProvider = alice): Authenticator {
  return new Authenticator({ credentials, random: counter() });
}

function challenged(challenges: string | string[], options: { status?: number; seq?: number } = {}): IncomingResponse {
  const { status = 401, seq = 1 } = options;
  const name = status === 407 ? 'Proxy-Authenticate' : 'WWW-Authenticate';
  const parsed = parseMessage(
    [
      `SIP/2.0 ${status} Unauthorized`,
      'Via: SIP/2.0/WS a.invalid;branch=z9hG4bK1',
      'From: <sip:alice@example.com>;tag=1',
      'To: <sip:alice@example.com>;tag=2',
      'Call-ID: call',
      `CSeq: ${seq} REGISTER`,
      ...[challenges].flat().map((challenge) => `${name}: ${challenge}`),
      'Content-Length: 0\r\n\r\n',
    ].join('\r\n'),
  );
  if (!parsed.ok || parsed.message.kind !== 'response') throw new Error('not a response');
  return parsed.message;
}

async function accepted(answer: ReturnType<Authenticator['answer']>): Promise<AuthAnswer> {
  const result = await answer;
  if (!result.ok) throw new Error(result.reason);
  return result;
}

const challenge = (nonce: string, extra: Partial<Parameters<typeof makeChallenge>[0]> = {}): string =>
  makeChallenge({ realm: 'a.example', nonce, ...extra });

describe('Authenticator', () => {
  it.each(['MD5', 'MD5-sess', 'SHA-256', 'SHA-256-sess', 'SHA-512-256', 'SHA-512-256-sess'])(
    '[PRO-04] answers %s so that a server verifies it, with every qop',
    async (algorithm) => {
      for (const qop of [[], ['auth'], ['auth-int'], ['auth', 'auth-int']] as const) {
        for (const userhash of [false, true]) {
          const body = 'v=0\r\nä';
          const text = challenge('n"1\\', { algorithm, qop, opaque: 'o"', userhash });
          const { headers } = await accepted(authenticator().answer(challenged(text), { ...request, body }));
          expect(headers.map(({ name }) => name)).toEqual(['Authorization']);
          const expected = { username: 'alice', secret, realm: 'a.example', method: 'REGISTER', body, nonce: 'n"1\\' };
          const verified = verifyAuthorization(headers[0]!.value, { ...expected, uri: request.uri, qop: [...qop] });
          expect(verified).toMatchObject({ ok: true, credentials: { opaque: 'o"', qop: qop[0] } });
        }
      }
    },
  );

  it('[PRO-04] answers the topmost challenge it supports and never Basic', async () => {
    const { headers } = await accepted(
      authenticator().answer(
        challenged([
          'Basic realm="a.example"',
          'Bearer realm="a.example", x="y"',
          challenge('1', { algorithm: 'BLAKE9' }),
          challenge('2', { algorithm: 'SHA-256' }),
          challenge('3'),
        ]),
        request,
      ),
    );
    expect(headers.map(({ value }) => parseAuthorization(value)?.algorithm)).toEqual(['SHA-256']);
    expect(await authenticator().answer(challenged('Basic realm="a.example"'), request)).toMatchObject({
      code: 'UNSUPPORTED_CHALLENGE',
    });
  });

  it('[PRO-04] answers each realm it has credentials for', async () => {
    const provider: CredentialsProvider = async ({ realm }) =>
      realm === 'c' ? undefined : { username: `user-${realm}`, password: 'x' };
    const challenges = ['a', 'b', 'c'].map((realm) => makeChallenge({ realm, nonce: '1' }));
    const { headers } = await accepted(authenticator(provider).answer(challenged(challenges), request));
    expect(headers.map(({ value }) => parseAuthorization(value)?.username)).toEqual(['user-a', 'user-b']);
    const onlyC = challenged(makeChallenge({ realm: 'c', nonce: '1' }));
    expect(await authenticator(provider).answer(onlyC, request)).toMatchObject({ code: 'NO_CREDENTIALS' });
  });

  it('[PRO-04] carries both credentials when a 401 follows a 407', async () => {
    const auth = authenticator();
    const attempt = new AuthAttempt();
    await accepted(auth.answer(challenged(challenge('p'), { status: 407, seq: 1 }), request, attempt));
    const { headers } = await accepted(auth.answer(challenged(challenge('s'), { seq: 2 }), request, attempt));
    expect(headers.map(({ name }) => name)).toEqual(['Proxy-Authorization', 'Authorization']);
    expect(headers.map(({ value }) => parseAuthorization(value)?.nc)).toEqual([2, 1]);
    const again = await auth.answer(challenged(challenge('p2'), { status: 407, seq: 3 }), request, attempt);
    expect(again).toMatchObject({ ok: false, code: 'REJECTED' });
  });

  it('[PRO-04] answers once for each nonce, twice more when only the nonce was stale', async () => {
    const auth = authenticator();
    let attempt = new AuthAttempt();
    const answer = (nonce: string, seq: number, stale: boolean): ReturnType<Authenticator['answer']> =>
      auth.answer(challenged(challenge(nonce, { stale }), { seq }), request, attempt);
    expect(await answer('1', 1, false)).toMatchObject({ ok: true });
    expect(await answer('2', 2, false)).toMatchObject({ ok: false, code: 'REJECTED' });
    expect(auth.authorization(request)).toEqual([]);
    // Somebody tries again, with a password that may be another by now.
    attempt = new AuthAttempt();
    expect(await answer('3', 3, false)).toMatchObject({ ok: true });
    expect(await answer('4', 4, true)).toMatchObject({ ok: true });
    expect(await answer('5', 5, true)).toMatchObject({ ok: true });
    expect(await answer('6', 6, true)).toMatchObject({ ok: false, code: 'REJECTED' });
    attempt = new AuthAttempt();
    expect(await answer('7', 7, false)).toMatchObject({ ok: true });
    expect(await answer('7', 8, true)).toMatchObject({ ok: false, code: 'REJECTED' });
  });

  it('[PRO-04] counts a stale challenge in two algorithms once', async () => {
    const auth = authenticator();
    const both = (nonce: string, stale: boolean): string[] =>
      ['SHA-256', 'MD5'].map((algorithm) => challenge(nonce, { stale, algorithm }));
    const attempt = new AuthAttempt();
    const results: boolean[] = [];
    for (let seq = 1; seq <= 4; seq++) {
      results.push((await auth.answer(challenged(both(`${seq}`, seq > 1), { seq }), request, attempt)).ok);
    }
    expect(results).toEqual([true, true, true, false]);
  });

  it('[PRO-04] sends credentials ahead with a rising count and a fresh cnonce', async () => {
    const auth = authenticator();
    expect(auth.authorization(request)).toEqual([]);
    const { headers } = await accepted(auth.answer(challenged(challenge('n')), request));
    const ahead = [...headers, ...auth.authorization(request), ...auth.authorization({ ...request, method: 'INVITE' })];
    const credentials = ahead.map(({ value }) => parseAuthorization(value)!);
    expect(credentials.map(({ nc }) => nc)).toEqual([1, 2, 3]);
    expect(new Set(credentials.map(({ cnonce }) => cnonce)).size).toBe(3);
    const expected = { username: 'alice', secret, realm: 'a.example', nonce: 'n', lastCount: 1 };
    expect(verifyAuthorization(ahead[1]!.value, { ...expected, method: 'REGISTER' }).ok).toBe(true);
    expect(verifyAuthorization(ahead[2]!.value, { ...expected, method: 'INVITE', lastCount: 3 })).toMatchObject({
      reason: 'STALE',
    });
    // The nonce has grown old: one fresh challenge, stale or not, is answered.
    expect(await auth.answer(challenged(challenge('m'), { seq: 3 }), request)).toMatchObject({ ok: true });
    auth.forget();
    expect(auth.authorization(request)).toEqual([]);
  });

  it('[PRO-04] goes on with the next nonce of a 200', async () => {
    const auth = authenticator();
    await accepted(auth.answer(challenged(challenge('n')), request));
    const text = challenged('Digest x=y').text.replace(
      /WWW-Authenticate.*/,
      'Authentication-Info: nextnonce="m", qop=auth',
    );
    const parsed = parseMessage(text);
    if (!parsed.ok || parsed.message.kind !== 'response') throw new Error('not a response');
    auth.learn(parsed.message);
    expect(parseAuthorization(auth.authorization(request)[0]!.value)).toMatchObject({ nonce: 'm', nc: 1 });
  });

  it('[PRO-04] uses a hash only for the algorithm it is of', async () => {
    const ha1 = credentialsHash('MD5', 'alice', 'a.example', secret);
    const auth = new Authenticator({ credentials: () => ({ ha1 }), random: counter(), username: 'alice' });
    const challenges = [challenge('1', { algorithm: 'SHA-256' }), challenge('2')];
    const { headers } = await accepted(auth.answer(challenged(challenges), request));
    const expected = { username: 'alice', secret, realm: 'a.example', method: 'REGISTER' };
    expect(verifyAuthorization(headers[0]!.value, expected)).toMatchObject({ ok: true, credentials: { nonce: '2' } });
  });

  it('[PRO-04] reports a provider that throws', async () => {
    const cause = new Error('locked');
    const answer = await authenticator(() => Promise.reject(cause)).answer(challenged(challenge('1')), request);
    expect(answer).toMatchObject({ ok: false, code: 'PROVIDER_FAILED', cause });
  });

  it('[PRO-04] shows no secret to what prints it', async () => {
    const auth = authenticator();
    const answer = await accepted(auth.answer(challenged(challenge('1')), request));
    const ha1 = credentialsHash('MD5', 'alice', 'a.example', secret);
    for (const text of [inspect(auth, { depth: 9, showHidden: true }), JSON.stringify(auth), JSON.stringify(answer)]) {
      expect(text).not.toContain('zanzibar');
      expect(text).not.toContain(ha1);
    }
  });

  it('[PRO-04] keeps line breaks out of the header whatever the server sends', async () => {
    const { headers } = await accepted(authenticator().answer(challenged(challenge('a\tb')), request));
    expect(headers[0]!.value).not.toMatch(/[\r\n]/);
  });
});

describe('verifyAuthorization', () => {
  const expected = { username: 'alice', secret, realm: 'a.example', method: 'REGISTER' };

  it('[PRO-04] tells what is wrong', async () => {
    const { headers } = await accepted(authenticator().answer(challenged(challenge('n')), request));
    const value = headers[0]!.value;
    const why = (changes: object, text: string = value): string => {
      const verified = verifyAuthorization(text, { ...expected, ...changes });
      return verified.ok ? 'fine' : verified.reason;
    };
    expect(why({})).toBe('fine');
    expect(why({ username: 'bob' })).toBe('USERNAME');
    expect(why({ secret: { password: 'wrong' } })).toBe('RESPONSE');
    expect(why({ realm: 'b.example' })).toBe('REALM');
    expect(why({ method: 'BYE' })).toBe('RESPONSE');
    expect(why({ uri: 'sip:other.example' })).toBe('URI');
    expect(why({ nonce: 'other' })).toBe('STALE');
    expect(why({ lastCount: 1 })).toBe('STALE');
    expect(why({ qop: ['auth-int'] })).toBe('QOP');
    expect(why({}, value.replace('algorithm=MD5', 'algorithm=MD4'))).toBe('ALGORITHM');
    expect(why({}, value.replace(/response="\w+"/, 'response="0"'))).toBe('RESPONSE');
    for (const bad of ['', 'Basic x=y', 'Digest username="a"', value.replace('nc=00000001', 'nc=1')]) {
      expect(why({}, bad)).toBe('MALFORMED');
    }
    expect(parseAuthorization(value.replace('qop=auth', 'qop=auth-conf'))).toBeUndefined();
    expect(parseAuthorization(value.replace(/cnonce="\w+", /, ''))).toBeUndefined();
  });
});
