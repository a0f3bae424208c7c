import { describe, expect, test } from 'vitest';
import type { IncomingRequest } from '../message/incoming-message.ts';
import { parseMessage } from '../message/parse-message.ts';
import { FakeSessionDescriptionHandler } from '../testing/fake-session-description-handler.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { readSessionBody, refusesDescriptions } from './session-body.ts';

const SDP = 'v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n';
const MIXED = [
  '--edge',
  'Content-Type: text/plain',
  '',
  'hello',
  '--edge',
  'Content-Type: application/sdp',
  '',
  `${SDP}--edge--`,
  '',
].join('\r\n');

function message(lines: readonly string[], body = ''): IncomingRequest {
  const parsed = parseMessage(
    [
      'INVITE sip:alice@client.invalid SIP/2.0',
      'Via: SIP/2.0/WSS peer.example.com;branch=z9hG4bK2',
      'Max-Forwards: 70',
      'From: <sip:bob@example.com>;tag=bob',
      'To: <sip:alice@example.com>',
      'Call-ID: call-1',
      'CSeq: 2 INVITE',
      'Contact: <sip:bob@192.0.2.4>',
      ...lines,
      `Content-Length: ${body.length}`,
      '',
      body,
    ].join('\r\n'),
  );
  if (!parsed.ok || parsed.message.kind !== 'request') throw new Error('no request');
  return parsed.message;
}

/** What is found in a body with these header fields. */
function found(lines: readonly string[], body: string): unknown {
  const platform = { clock: new VirtualClock(), random: seededRandom(1), logger: { log: (): void => undefined } };
  const handler = new FakeSessionDescriptionHandler(
    { id: 'x', platform, mediaChanged: () => undefined },
    { sessionId: 1, options: {}, failure: () => undefined },
  );
  const result = readSessionBody(message(lines, body), handler);
  return result.kind === 'description' ? result.sdp : result.kind;
}

describe('the session description in a message', () => {
  test('[PRO-07] is its body of type application/sdp, in any case and with parameters', () => {
    expect(found(['Content-Type: Application/SDP;charset=utf-8'], SDP)).toBe(SDP);
    expect(found(['c: application/sdp', 'Content-Encoding: Identity'], SDP)).toBe(SDP);
    expect(found([], '')).toBe('none');
  });

  test('[PRO-07] may be a part of a multipart body (RFC 5621 section 4)', () => {
    expect(found(['Content-Type: multipart/mixed;boundary=edge'], MIXED)).toContain('v=0\r\no=- 1 1');
  });

  test('[PRO-07] without a Content-Type is known by its first line', () => {
    expect(found([], SDP)).toBe(SDP);
    expect(found([], 'hello')).toBe('unsupported');
  });

  test('[PRO-12] that is encoded cannot be read (RFC 3261 section 20.12)', () => {
    expect(found(['Content-Type: application/sdp', 'Content-Encoding: gzip'], SDP)).toBe('unsupported');
    // Section 7.3.3: the compact form is the same.
    expect(found(['Content-Type: application/sdp', 'e: deflate'], SDP)).toBe('unsupported');
  });
});

describe('a body that is no session description (RFC 3261 section 8.2.3, RFC 5621 section 5)', () => {
  test.each([
    ['is to be understood by default', [], 'unsupported'],
    ['is to be understood as a session', ['Content-Disposition: session'], 'unsupported'],
    ['is to be understood as an early session', ['Content-Disposition: early-session'], 'unsupported'],
    ['may be ignored when it says so', ['Content-Disposition: session;handling=optional'], 'none'],
    ['may be ignored when it is for something else', ['Content-Disposition: icon'], 'none'],
    ['must not be ignored when it says so', ['Content-Disposition: session;handling=required'], 'unsupported'],
  ] as const)('[PRO-12] %s', (_, lines, verdict) => {
    expect(found(['Content-Type: text/plain', ...lines], 'hello')).toBe(verdict);
  });

  test('[PRO-12] nor has one among its parts is not understood', () => {
    const body = '--edge\r\n\r\nno type means text\r\n--edge--\r\n';
    expect(found(['Content-Type: multipart/mixed;boundary=edge'], body)).toBe('unsupported');
  });
});

test.each([
  [[], false],
  [['Accept: application/sdp'], false],
  [['Accept: text/plain, Application/SDP;level=1'], false],
  [['Accept: application/*;q=0.5'], false],
  [['Accept: text/plain', 'Accept: */*'], false],
  [['Accept: text/plain'], true],
  // RFC 3261 section 20.1: an empty one means that nothing is acceptable.
  [['Accept:'], true],
] as const)('[PRO-12] Accept %j: takes no session description in return: %s', (lines, refuses) => {
  expect(refusesDescriptions(message(lines))).toBe(refuses);
});
