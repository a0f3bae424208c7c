import { describe, expect, it } from 'vitest';
import { parseMessage, type ParsedMessage } from './parse-message.ts';
import { responseToFailure } from './response-to.ts';

/** The messages of RFC 5118 section 4, as far as they differ: request line, Via lines, and what is read from them. */
function parse(requestLine: string, vias: readonly string[], contact: string = 'a.example.com'): ParsedMessage {
  return parseMessage(
    [
      `${requestLine} SIP/2.0`,
      `To: ${requestLine.replace(/^\w+ /, '')}`,
      'From: sip:user@example.com;tag=81x2',
      ...vias.map((via) => `Via: SIP/2.0/${via}`),
      'Call-ID: SSG9559905523997077@hlau_4100',
      'Max-Forwards: 70',
      `Contact: "Caller" <sip:caller@${contact}>`,
      `CSeq: 98176 ${requestLine.split(' ')[0] ?? ''}`,
      'Content-Length: 0\r\n\r\n',
    ].join('\r\n'),
  );
}

const via = 'UDP [2001:db8::9:1];branch=z9hG4bKas3-111';

describe('the IPv6 torture messages of RFC 5118', () => {
  it.each([
    ['4.1 a valid reference', 'sip:[2001:db8::10]', '[2001:db8::10]', undefined],
    ['4.3 an ambiguous port', 'sip:[2001:db8::10:5070]', '[2001:db8::10:5070]', undefined],
    ['4.4 an unambiguous port', 'sip:[2001:db8::10]:5070', '[2001:db8::10]', 5070],
    ['4.9 an IPv4-mapped address', 'sip:user@[::FFFF:192.0.2.2]:19823', '[::ffff:192.0.2.2]', 19823],
    ['4.10 three colons', 'sip:user@[2001:db8:::192.0.2.1]', '[2001:db8:::192.0.2.1]', undefined],
    ['4.10 two colons', 'sip:user@[2001:db8::192.0.2.1]', '[2001:db8::192.0.2.1]', undefined],
  ])('[PRO-01] %s', (_, uri, host, port) => {
    const parsed = parse(`REGISTER ${uri}`, [via], '[2001:db8::1]');
    if (!parsed.ok || parsed.message.kind !== 'request') throw new Error('not accepted');
    expect(parsed.message.malformed()).toBeUndefined();
    expect(parsed.message.requestUri).toMatchObject({ host, port });
    expect(parsed.message.to.uri).toMatchObject({ host, port });
    expect(parsed.message.via.host).toBe('[2001:db8::9:1]');
    expect(parsed.message.contacts[0]?.uri.host).toBe('[2001:db8::1]');
  });

  it.each(['sip:2001:db8::10', 'sip:2001:db8::10:5070'])('[PRO-01] 4.2 %s without brackets is answered 400', (uri) => {
    const parsed = parse(`REGISTER ${uri}`, [via]);
    expect(parsed.ok ? 200 : responseToFailure(parsed.failure)?.statusCode).toBe(400);
  });

  it.each([
    ['with', '[2001:db8::9:255]'],
    ['without', '2001:db8::9:255'],
  ])('[PRO-01] 4.5 received %s brackets', (_, received) => {
    const parsed = parse('BYE sip:[2001:db8::10]', [`UDP [2001:db8::9:1];received=${received};branch=z9hG4bKas3-111`]);
    expect(parsed.ok && parsed.message.via).toMatchObject({ received, branch: 'z9hG4bKas3-111' });
  });

  it('[PRO-01] 4.7 both families in one list', () => {
    const parsed = parse('BYE sip:user@host.example.net', [
      'UDP [2001:db8::9:1]:6050;branch=z9hG4bKas3-111',
      'UDP 192.0.2.1;branch=z9hG4bKjhja8781hjuaij65144',
      'TCP [2001:db8::9:255];branch=z9hG4bK451jj;received=192.0.2.200',
    ]);
    if (!parsed.ok) throw new Error('not accepted');
    const [first, second, third] = parsed.message.vias;
    expect(first).toMatchObject({ host: '[2001:db8::9:1]', port: 6050 });
    expect(second).toMatchObject({ host: '192.0.2.1', port: undefined });
    expect(third).toMatchObject({ transport: 'TCP', host: '[2001:db8::9:255]', received: '192.0.2.200' });
  });
});
