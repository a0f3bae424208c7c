import { IncomingResponse, parseMessage, ResponseError } from '@hookswitch/sip-core';
import { describe, expect, test } from 'vitest';
import { explainMediaAddress, explainRequest } from './advice.ts';
import { explainConnection, explainUpgrade } from './connection-advice.ts';
import { Ladder } from './ladder.ts';
import { printable } from './terminal.ts';

function refused(status: string, ...lines: readonly string[]): ResponseError {
  const parsed = parseMessage(
    [
      `SIP/2.0 ${status}`,
      'Via: SIP/2.0/WSS x.invalid;branch=z9hG4bK1',
      'From: <sip:a@b>;tag=1',
      'To: <sip:a@b>;tag=2',
      'Call-ID: 1',
      'CSeq: 1 REGISTER',
      ...lines,
      '',
      '',
    ].join('\r\n'),
  );
  if (!parsed.ok || !(parsed.message instanceof IncomingResponse)) throw new Error('no response');
  return new ResponseError('REGISTER', parsed.message);
}

describe('[APP-05] what a refusal means', () => {
  test('an algorithm that we do not compute is named', () => {
    const error = refused('401 Unauthorized', 'WWW-Authenticate: Digest realm="x", nonce="n", algorithm=SHA-3');
    expect(explainRequest(error, { method: 'REGISTER', password: true, answered: false }).what).toBe(
      'The server answered REGISTER with 401 Unauthorized and asks for SHA-3, which we do not compute.',
    );
  });

  test('an algorithm that we were told not to use is named, and so is who told', () => {
    const error = refused('401 Unauthorized', 'WWW-Authenticate: Digest realm="x", nonce="n", algorithm=MD5');
    expect(explainRequest(error, { method: 'REGISTER', password: true, answered: false, refuseMd5: true }).what).toBe(
      'The server answered REGISTER with 401 Unauthorized and asks for MD5, an algorithm that we were told not to use (--no-md5).',
    );
  });

  test('a 401 without a challenge is the fault of the server', () => {
    const { what } = explainRequest(refused('401 Unauthorized'), {
      method: 'REGISTER',
      password: true,
      answered: false,
    });
    expect(what).toContain('without the challenge');
  });

  test('the reason that the server gives is passed on', () => {
    const { next } = explainRequest(refused('499 Odd', 'Warning: 399 b "No such thing"'), {
      method: 'REGISTER',
      password: true,
      answered: true,
    });
    expect(next).toBe('It says: 399 b "No such thing"');
  });
});

test.each([
  ['ENOTFOUND', 'DNS knows no host "sip.example.com".'],
  ['EAI_AGAIN', 'DNS could not be asked'],
  ['CERT_HAS_EXPIRED', 'has expired'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'is not for "sip.example.com"'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'Nobody we trust has signed'],
  ['ETIMEDOUT', 'does not answer'],
  ['ECONNRESET', 'hung up while'],
])('[APP-05] %s is said in words', (code, said) => {
  const error = Object.assign(new Error('no'), { code });
  expect(explainConnection(error, { host: 'sip.example.com', port: 443, secure: true }).what).toContain(said);
});

test('[APP-05] a certificate for another name says for which', () => {
  const error = Object.assign(new Error('no'), {
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    cert: { subjectaltname: 'DNS:pbx.example.com, IP Address:203.0.113.9' },
  });
  const { what } = explainConnection(error, { host: 'sip.example.com', port: 443, secure: true });
  expect(what).toBe('The certificate is not for "sip.example.com", but for pbx.example.com, 203.0.113.9.');
});

test('[APP-05] a server that sends us elsewhere says where', () => {
  expect(explainUpgrade(301, { location: 'https://pbx.example.com/' }).what).toContain('https://pbx.example.com/');
});

describe('[APP-05] media that cannot be reached', () => {
  const sdp = 'v=0\r\nc=IN IP4 192.168.1.5\r\nm=audio 4000 UDP/TLS/RTP/SAVPF 0\r\n';

  test('are named for a server on the open network', () => {
    expect(explainMediaAddress(sdp, 'wss://sip.example.com')?.what).toContain('192.168.1.5');
  });

  test('are no trouble for a server beside us, or with one address that can be reached', () => {
    expect(explainMediaAddress(sdp, 'ws://192.168.1.5:8080')).toBeUndefined();
    const both = `${sdp}a=candidate:1 1 udp 1 192.168.1.5 4000 typ host\r\na=candidate:2 1 udp 1 203.0.113.9 4000 typ srflx\r\n`;
    expect(explainMediaAddress(both, 'wss://sip.example.com')).toBeUndefined();
  });
});

test('[APP-05] what a server writes cannot move the cursor', () => {
  expect(printable('486 \u001B[2JGone\r\n')).not.toMatch(/[\p{Cc}]/u);
});

test('[APP-05] a long request line stays on its rung', () => {
  const ladder = new Ladder('sip.example.com');
  const text = `MESSAGE sip:${'a'.repeat(300)}@example.com SIP/2.0\r\n\r\n`;
  expect(ladder.rung({ time: 0, direction: 'sent', server: null, text }).text.length).toBeLessThan(64);
});
