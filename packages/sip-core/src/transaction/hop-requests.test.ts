import { describe, expect, test } from 'vitest';
import type { IncomingResponse } from '../message/incoming-message.ts';
import { parseMessage } from '../message/parse-message.ts';
import { newRequest } from '../testing/layer-fixture.ts';
import { ackTo, cancelOf } from './hop-requests.ts';

const ROUTES = ['<sip:p1.example.com;lr>', '<sip:p2.example.com>'];

function refusal(): IncomingResponse {
  const parsed = parseMessage(
    [
      'SIP/2.0 486 Busy Here',
      'Via: SIP/2.0/WSS client.invalid;branch=z9hG4bK1',
      'From: "Alice" <sip:alice@example.com>;tag=ours',
      'To: <sip:bob@example.com>;tag=busy',
      'Call-ID: call-1',
      'CSeq: 7 INVITE',
      'Content-Length: 0',
      '\r\n',
    ].join('\r\n'),
  );
  if (!parsed.ok || parsed.message.kind !== 'response') throw new Error('no response');
  return parsed.message;
}

describe('requests of the same hop as their INVITE', () => {
  test('[PRO-02] the ACK to a refusal has the To of the refusal, all else of the INVITE (RFC 3261 section 17.1.1.3)', () => {
    const invite = newRequest('INVITE', ROUTES);
    const ack = ackTo(invite, refusal());
    expect(ack.uri.toString()).toBe(invite.uri.toString());
    expect(ack.headers.all('Route')).toEqual(ROUTES);
    expect(ack.headers.get('To')).toBe('<sip:bob@example.com>;tag=busy');
    for (const name of ['From', 'Call-ID', 'Max-Forwards'])
      expect(ack.headers.get(name)).toBe(invite.headers.get(name));
    expect(ack.cseq).toEqual({ seq: 7, method: 'ACK' });
    expect(ack.headers.has('Require')).toBe(false);
  });

  test('[PRO-02] a CANCEL has the To of the INVITE, no Require, and what it is given (section 9.1)', () => {
    const cancel = cancelOf(newRequest('INVITE', ROUTES), [['Reason', 'SIP;cause=200']]);
    expect(cancel.headers.get('To')).toBe('<sip:bob@example.com>');
    expect(cancel.cseq).toEqual({ seq: 7, method: 'CANCEL' });
    expect(cancel.headers.all('Route')).toEqual(ROUTES);
    expect(cancel.headers.get('Reason')).toBe('SIP;cause=200');
    expect(cancel.headers.has('Require')).toBe(false);
  });

  test('[PRO-02] an INVITE without Max-Forwards has requests with 70 (section 8.1.1.6)', () => {
    const invite = newRequest('INVITE');
    invite.headers.delete('Max-Forwards');
    expect(cancelOf(invite, []).headers.get('Max-Forwards')).toBe('70');
  });
});
