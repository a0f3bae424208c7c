import { describe, expect, it } from 'vitest';
import { InvalidValueError } from '../base/errors.ts';
import { Via } from './via.ts';

describe('Via', () => {
  it.each([
    [
      'SIP/2.0/WSS df7jal23ls0d.invalid;branch=z9hG4bK1',
      { transport: 'WSS', host: 'df7jal23ls0d.invalid', branch: 'z9hG4bK1' },
    ],
    [
      'SIP / 2.0 / udp  Host:5060 ; branch = x',
      { transport: 'UDP', host: 'host', port: 5060, branch: 'x', sentBy: 'host:5060' },
    ],
    ['sip/2.0/ws a : 80', { transport: 'WS', host: 'a', port: 80, branch: undefined, sentBy: 'a' + ':80' }],
    ['SIP/2.0/UNKNOWN t4.example.com', { transport: 'UNKNOWN' }],
    [
      'SIP/2.0/UDP [2001:db8::9:1];received=[2001:db8::9:255]',
      { host: '[2001:db8::9:1]', received: '[2001:db8::9:255]' },
    ],
    ['SIP/2.0/UDP a;received=2001:db8::9:255', { received: '2001:db8::9:255' }],
    ['SIP/2.0/UDP a;rport', { rport: null, received: undefined }],
    ['SIP/2.0/UDP a;rport=50122', { rport: 50122 }],
    ['SIP/2.0/UDP a;rport=x', { rport: undefined }],
    ['SIP/2.0/UDP a;branch', { branch: undefined }],
    ["SIP/2.0/TCP a;branch=z9hG4bK-.!%66*_+`'~", { branch: "z9hG4bK-.!%66*_+`'~" }],
  ])('[PRO-01] reads %s', (text, expected) => {
    expect(Via.parse(text)).toMatchObject({ protocol: 'SIP/2.0', ...expected });
  });

  it.each([
    ...[
      '',
      'SIP',
      'SIP/2.0',
      'SIP/2.0/',
      'SIP/2.0/UDP',
      'SIP/2.0/UDP ',
      'SIP/3.0/UDP a',
      'HTTP/2.0/UDP a',
      'SIP/2.0 UDP a',
    ],
    ...[
      'SIP/2.0/UDP a:',
      'SIP/2.0/UDP a:x',
      'SIP/2.0/UDP a:65536',
      'SIP/2.0/UDP a;',
      'SIP/2.0/UDP a;;b',
      'SIP/2.0/UDP a b',
    ],
    ...[
      'SIP/2.0/UDP a,SIP/2.0/UDP b',
      'SIP/2.0/UDP 192.0.2.15;;,;,,',
      'SIP/2.0/UDP 2001:db8::9:1',
      'SIP/2.0/UDP a;x=\r\ny',
    ],
  ])('[PRO-01] refuses %j', (text) => {
    expect(Via.parse(text)).toBeUndefined();
  });

  it('[PRO-01] writes what it reads', () => {
    const via = Via.from({
      transport: 'wss',
      host: 'A.invalid',
      port: 443,
      params: { branch: 'z9hG4bK1', rport: null },
    });
    expect(via.toString()).toBe('SIP/2.0/WSS a.invalid:443;branch=z9hG4bK1;rport');
    expect(via.branch).toBe('z9hG4bK1');
    expect(Via.parse(via.toString())?.toString()).toBe(via.toString());
  });

  it.each([
    { transport: '', host: 'a' },
    { transport: 'W S', host: 'a' },
    { transport: 'WS', host: 'a\r\nX: y' },
    { transport: 'WS', host: '' },
    { transport: 'WS', host: 'a', port: 70000 },
    { transport: 'WS', host: 'a', params: { branch: 'a\nb' } },
  ])('[PRO-01] refuses to be made of %j', (init) => {
    expect(() => Via.from(init)).toThrow(InvalidValueError);
  });
});
