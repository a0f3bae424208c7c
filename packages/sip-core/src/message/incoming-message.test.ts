import { describe, expect, it } from 'vitest';
import type { IncomingRequest } from './incoming-message.ts';
import { parseMessage } from './parse-message.ts';

function request(...lines: readonly string[]): IncomingRequest {
  const parsed = parseMessage(
    [
      'INVITE sip:bob@example.com SIP/2.0',
      'Via: SIP/2.0/WS a.invalid;branch=z9hG4bK1',
      'From: "Alice" <sip:alice@example.com>;tag=1',
      'To: sip:bob@example.com;tag=2',
      'Call-ID: call@a',
      'CSeq: 7 INVITE',
      ...lines,
      '',
      '',
    ].join('\r\n'),
  );
  if (!parsed.ok || parsed.message.kind !== 'request') throw new Error('not a request');
  return parsed.message;
}

describe('values of a message', () => {
  it('[PRO-01] that every message has', () => {
    const message = request('Max-Forwards: 0070');
    expect(message).toMatchObject({ method: 'INVITE', callId: 'call@a', cseq: { seq: 7, method: 'INVITE' } });
    expect(message).toMatchObject({ fromTag: '1', toTag: '2', maxForwards: 70, kind: 'request' });
    expect(message.from.displayName).toBe('Alice');
    expect(message.via.branch).toBe('z9hG4bK1');
    expect(message.vias).toHaveLength(1);
    expect(message.text).toContain('INVITE');
  });

  it('[PRO-01] are absent when their fields are', () => {
    const message = request();
    const { expires, minExpires, rseq, rack, sessionExpires, minSe, retryAfter, event, subscriptionState } = message;
    for (const value of [
      expires,
      minExpires,
      rseq,
      rack,
      sessionExpires,
      minSe,
      retryAfter,
      event,
      subscriptionState,
    ]) {
      expect(value).toBeUndefined();
    }
    const { replaces, referTo, referredBy, contentType, contentDisposition, maxForwards, contentLength } = message;
    for (const value of [replaces, referTo, referredBy, contentType, contentDisposition, maxForwards, contentLength]) {
      expect(value).toBeUndefined();
    }
    for (const list of [message.contacts, message.routes, message.recordRoutes, message.require, message.supported]) {
      expect(list).toEqual([]);
    }
    expect(message.contactIsWildcard).toBe(false);
    expect(message.malformed()).toBeUndefined();
  });

  it('[PRO-01] lists run over lines, folds and commas, and keep their order', () => {
    const message = request(
      'Contact: <sip:a@x>;q=1 , "B, C" <sip:b@x>',
      'm: sip:c@x,',
      ' <sip:d@x>',
      'Route: <sip:r1;lr>,<sip:r2;lr>',
      'Record-Route: <sip:rr1;lr>',
      'Record-Route: <sip:rr2;lr>, <sip:rr3;lr>',
      'v: SIP/2.0/UDP b, SIP / 2.0 / TCP c',
    );
    expect(message.contacts.map(({ uri }) => uri.user)).toEqual(['a', 'b', 'c', 'd']);
    expect(message.contacts[1]?.displayName).toBe('B, C');
    expect(message.routes.map(({ uri }) => uri.host)).toEqual(['r1', 'r2']);
    expect(message.recordRoutes.map(({ uri }) => uri.host)).toEqual(['rr1', 'rr2', 'rr3']);
    expect(message.vias.map(({ host }) => host)).toEqual(['a.invalid', 'b', 'c']);
    expect(message.contacts).toBe(message.contacts);
    expect(message.malformed()).toBeUndefined();
  });

  it('[PRO-01] the items of a list that are malformed are left out, and told', () => {
    const message = request('Contact: <sip:a@x>, <sip:@x>, <sip:b@x>;;, <sip:c@x>');
    expect(message.contacts.map(({ uri }) => uri.user)).toEqual(['a', 'c']);
    expect(message.malformed()).toEqual({ header: 'Contact', reason: 'Contact is malformed' });
  });

  it('[PRO-01] Contact may be *', () => {
    const message = request('Contact: *');
    expect(message.contactIsWildcard).toBe(true);
    expect(message.contacts).toEqual([]);
    expect(message.malformed()).toBeUndefined();
  });

  it.each([
    ['Expires: 3600', 'expires', 3600],
    ['Expires: 4294967295', 'expires', 4294967295],
    ['Expires: 4294967296', 'expires', undefined],
    ['Expires: -1', 'expires', undefined],
    ['Expires: Thu, 01 Dec 1994', 'expires', undefined],
    ['Min-Expires: 60', 'minExpires', 60],
    ['RSeq: 988789', 'rseq', 988789],
    ['RAck: 776656 1 INVITE', 'rack', { rseq: 776656, seq: 1, method: 'INVITE' }],
    ['RAck: 776656 INVITE', 'rack', undefined],
    ['RAck: 7766561 INVITE', 'rack', undefined],
    ['x: 4000', 'sessionExpires', { seconds: 4000, refresher: undefined }],
    ['Session-Expires: 90 ; Refresher=UAS', 'sessionExpires', { seconds: 90, refresher: 'uas' }],
    ['Session-Expires: 90;refresher=me', 'sessionExpires', { seconds: 90, refresher: undefined }],
    ['Session-Expires: x', 'sessionExpires', undefined],
    ['Min-SE: 60;lr', 'minSe', 60],
    ['Retry-After: 120', 'retryAfter', { seconds: 120, duration: undefined }],
    ['Retry-After: 18000;duration=3600', 'retryAfter', { seconds: 18000, duration: 3600 }],
    ['Retry-After: 1 (in a (long\\)) meeting) ;duration=2', 'retryAfter', { seconds: 1, duration: 2 }],
    ['Retry-After: 1 (never closed', 'retryAfter', { seconds: 1, duration: undefined }],
    ['Retry-After: soon', 'retryAfter', undefined],
    ['o: refer;id=93809824', 'event', { value: 'refer', params: new Map([['id', '93809824']]) }],
    ['Event: ;id=1', 'event', undefined],
    [
      'Subscription-State: active ;expires=10',
      'subscriptionState',
      { value: 'active', params: new Map([['expires', '10']]) },
    ],
    [
      'Replaces: a@b;to-tag=1;from-tag=2;early-only',
      'replaces',
      {
        value: 'a@b',
        params: new Map([
          ['to-tag', '1'],
          ['from-tag', '2'],
          ['early-only', null],
        ]),
      },
    ],
    ['c: Application/SDP', 'contentType', { type: 'application/sdp', params: new Map() }],
    [
      'Content-Type: text / plain ; charset="utf-8"',
      'contentType',
      { type: 'text/plain', params: new Map([['charset', 'utf-8']]) },
    ],
    ['Content-Type: text', 'contentType', undefined],
    [
      'Content-Disposition: session;handling=optional',
      'contentDisposition',
      { value: 'session', params: new Map([['handling', 'optional']]) },
    ],
    ['Require: 100Rel, timer', 'require', ['100rel', 'timer']],
    ['k: Path', 'supported', ['path']],
    ['Unsupported: a b, c', 'unsupported', ['c']],
    ['Allow: INVITE,ack', 'allow', ['INVITE', 'ack']],
  ] as const)('[PRO-01] %s', (line, name, value) => {
    expect(request(line)[name]).toEqual(value);
  });

  it('[PRO-01] addresses of a transfer', () => {
    const message = request('r: "C" <sip:c@x?Replaces=a%40b>', 'b: sip:d@x;cid="1@x"');
    expect(message.referTo?.uri.headers.get('replaces')).toEqual(['a@b']);
    expect(message.referredBy?.params.get('cid')).toBe('1@x');
  });
});

describe('malformed header fields', () => {
  it.each([
    ['Via: SIP/2.0/UDP', 'Via'],
    ['Route: <sip:a', 'Route'],
    ['Record-Route: x y', 'Record-Route'],
    ['Require: a b', 'Require'],
    ['Content-Type: x', 'Content-Type'],
    ['Refer-To: x', 'Refer-To'],
    ['Replaces: ;to-tag=1', 'Replaces'],
    ['RAck: 1', 'RAck'],
    ['Session-Expires: x', 'Session-Expires'],
    ['Min-SE: x', 'Min-SE'],
    ['Event: a b', 'Event'],
    ['Content-Type: a/b\r\nc: a/b', 'Content-Type'],
    ['Refer-To: <sip:a>\r\nRefer-To: <sip:b>', 'Refer-To'],
    ['Refer-To: <sip:a>, <sip:b>', 'Refer-To'],
  ])('[PRO-01] %j', (line, header) => {
    expect(request(line).malformed()).toMatchObject({ header });
  });

  it.each([
    'Expires: x',
    'Date: yesterday',
    'Warning: x',
    'Authorization: x',
    'Subject: ;;,,',
    'Accept: ,',
    'Referred-By: x',
  ])('[PRO-01] nobody needs: %s', (line) => {
    expect(request(line).malformed()).toBeUndefined();
  });
});
