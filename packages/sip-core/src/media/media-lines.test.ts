import { describe, expect, it } from 'vitest';
import { answerDirection, holdDirection } from './direction.ts';
import { activeLine, mediaLines } from './media-lines.ts';

const HEAD = 'v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\n';

describe('mediaLines', () => {
  it('[MED-01] reads codecs by number and by name, and the direction of the session', () => {
    const sdp = `${HEAD}a=sendonly\r\nm=audio 4000 RTP/AVP 0 101\r\na=rtpmap:101 telephone-event/8000\r\nm=video 0 RTP/AVP 31\r\n`;
    const lines = mediaLines(sdp);
    expect(lines).toMatchObject([
      { kind: 'audio', codecs: ['PCMU', 'telephone-event'], direction: 'sendonly', refused: false },
      { kind: 'video', codecs: [], direction: 'sendonly', refused: true },
    ]);
    expect(activeLine(lines, 'audio')).toBe(lines[0]);
    expect(activeLine(lines, 'video')).toBeUndefined();
  });

  it('[MED-01] reads a list of one, and a bundled line without a port', () => {
    const sdp = `${HEAD}m=audio 4000 RTP/AVP 8\r\nm=video 0 RTP/AVP 96\r\na=bundle-only\r\na=rtpmap:96 VP8/90000\r\n`;
    expect(mediaLines(sdp)).toMatchObject([{ codecs: ['PCMA'] }, { codecs: ['VP8'], refused: false }]);
  });

  it('[MED-01] refuses what is no description', () => {
    expect(() => mediaLines('<html>')).toThrow(expect.objectContaining({ code: 'MEDIA_NEGOTIATION' }));
    expect(mediaLines('v=0\r\nm=???\r\n')).toHaveLength(1);
  });
});

describe('answerDirection', () => {
  it.each([
    ['sendrecv', 'sendrecv', 'sendrecv'],
    ['sendrecv', 'sendonly', 'sendonly'],
    ['sendonly', 'sendrecv', 'recvonly'],
    ['sendonly', 'sendonly', 'inactive'],
    ['recvonly', 'sendrecv', 'sendonly'],
    ['inactive', 'sendrecv', 'inactive'],
  ] as const)('[SES-04] answers %s, wishing %s, with %s', (offered, wish, answer) => {
    expect(answerDirection(offered, wish)).toBe(answer);
  });

  it('[SES-04] holds with sendonly, or inactive when held', () => {
    expect([undefined, 'sendrecv', 'recvonly'] as const).toSatisfy(
      (list: readonly ('sendrecv' | 'recvonly' | undefined)[]) =>
        list.every((remote) => holdDirection(remote) === 'sendonly'),
    );
    expect(holdDirection('sendonly')).toBe('inactive');
    expect(holdDirection('inactive')).toBe('inactive');
  });
});
