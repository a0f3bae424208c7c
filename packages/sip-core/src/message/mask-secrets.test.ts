import { expect, it } from 'vitest';
import { maskSecrets } from './mask-secrets.ts';

it('[KIT-07] hides the response of a digest and its nonces, folded or not', () => {
  const masked = maskSecrets(
    [
      'REGISTER sip:example.com SIP/2.0',
      'Authorization: Digest username="alice", realm="example.com", nonce="n0nce",',
      ' cnonce=c0nce, response="0123456789abcdef", uri="sip:example.com"',
      'proxy-authorization : Digest response = "fedcba"',
      'Subject: response="stays"',
      '',
      '',
    ].join('\r\n'),
  );
  expect(masked).not.toMatch(/n0nce|c0nce|0123456789abcdef|fedcba/);
  expect(masked).toContain('username="alice"');
  expect(masked).toContain('Subject: response="stays"');
});

it('[KIT-07] hides what a server says of the next round', () => {
  const lines = [
    'WWW-Authenticate: Digest realm="r", nonce="abc"',
    'Authentication-Info: nextnonce="def", rspauth="ghi"',
    'Proxy-Authentication-Info: nextnonce="jkl"',
  ];
  expect(maskSecrets(lines.join('\r\n'))).not.toMatch(/abc|def|ghi|jkl/);
});

it('[KIT-07] hides the keys of SDES', () => {
  const line = 'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz|2^20|1:4';
  expect(maskSecrets(`v=0\r\n${line}\r\n`)).toBe('v=0\r\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:***|2^20|1:4\r\n');
});

it('[KIT-07] hides tokens, Basic credentials and passwords in addresses, and nothing like them', () => {
  const masked = maskSecrets(
    [
      'INVITE sip:alice:t0psecret@example.com;transport=ws SIP/2.0',
      'Authorization: Bearer eyJ0b2.ken',
      'Proxy-Authorization: Basic YWxpY2U6',
      ' cGFzcw==',
      'Contact: <sip:10.0.0.1:5060;ob>, <sip:[2001:db8::1]:5060?to=a@b>, <sips:bob:%70w@example.com>',
      'WWW-Authenticate: Bearer authz_server="https://as.example.com"',
      '',
      '',
    ].join('\r\n'),
  );
  expect(masked).not.toMatch(/t0psecret|eyJ0b2|YWxpY2U6|cGFzcw|%70w/);
  expect(masked).toContain('INVITE sip:alice:***@example.com;transport=ws SIP/2.0');
  expect(masked).toContain('<sip:10.0.0.1:5060;ob>, <sip:[2001:db8::1]:5060?to=a@b>');
  expect(masked).toContain('authz_server="https://as.example.com"');
});
