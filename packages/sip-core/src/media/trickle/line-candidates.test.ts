import { describe, expect, test } from 'vitest';
import { readCandidates, takesTrickle, writeFragment } from './line-candidates.ts';
import { type RemoteCandidate, RemoteCandidates } from './remote-candidates.ts';

/** The example of RFC 8840 section 6, with credentials at session level. */
const session = `a=ice-pwd:asd88fgpdd777uzjYhagZg
a=ICE-Ufrag:8hhY
m=audio 9 RTP/AVP 0
a=mid:1
a=rtcp-mux
a=candidate:1 1 UDP 1658497382 2001:db8:a0b:12f0::4 6000 typ host
a=end-of-candidates
m=audio 9 RTP/AVP 0
a=mid:2
a=candidate:1 1 UDP 2130706431 192.0.2.1 6010 typ host
a=candidate:2 1 UDP 1694498815 192.0.2.3 6010 typ srflx raddr 192.0.2.1 rport 9998
`.replaceAll('\n', '\r\n');

const host = (port: number): string => `candidate:1 1 udp 1 192.0.2.9 ${port} typ host`;
const line = (candidates: readonly string[], ufrag = 'abcd', ended = false): string =>
  writeFragment([{ mid: '0', ufrag, pwd: 'long-enough-for-a-password', candidates, ended }]);

describe('candidates of m-lines', () => {
  test('[PRO-11] are read as RFC 8840 shows them, and written so that they read the same', () => {
    const lines = readCandidates(session);
    expect(lines.map(({ mid, ufrag, ended }) => [mid, ufrag, ended])).toEqual([
      ['1', '8hhY', true],
      ['2', '8hhY', false],
    ]);
    expect(lines.map(({ candidates }) => candidates.length)).toEqual([1, 2]);
    expect(readCandidates(writeFragment(lines))).toEqual(lines);
    expect(readCandidates(`a=end-of-candidates\r\n${session}`).every(({ ended }) => ended)).toBe(true);
  });

  test.each([
    '',
    'a=candidate:1 1 udp 1 192.0.2.9 9 typ host',
    'm=audio 9 RTP/AVP 0\r\na=ice-ufrag:a\r\na=ice-pwd:b',
    'm=audio 9 RTP/AVP 0\r\na=mid:0\r\na=ice-ufrag:a',
    `m=audio 9 RTP/AVP 0\r\na=mid:${'0'.repeat(300)}\r\na=ice-ufrag:a\r\na=ice-pwd:b`,
    `${session}${' '.repeat(300_000)}`,
    'm=\r\n'.repeat(9999),
  ])('[PRO-11] are none where nothing says what they belong to (%#)', (text) => {
    expect(readCandidates(text)).toEqual([]);
  });

  test('[PRO-11] are no more than anybody needs, and each looks like one', () => {
    const many = Array.from({ length: 1000 }, (_, at) => host(at + 1));
    expect(readCandidates(line(many))[0]?.candidates).toHaveLength(100);
    expect(readCandidates(line([host(1)]).repeat(100))).toHaveLength(32);
    const bad = ['candidate:', 'candidate:1 1 udp x y z typ host', host(1).padEnd(600, 'x'), 'candidate:1 1 udp 1 a 9'];
    expect(readCandidates(line([...bad, host(7)]))[0]?.candidates).toEqual([host(7)]);
  });

  test.each([
    ['a=ice-options:trickle', true],
    ['v=0\r\na=ice-options:renomination trickle\r\n', true],
    ['a=ice-options:trickle renomination\r\n', true],
    ['a=ice-options:trickles\r\na=x:trickle', false],
  ])('[PRO-11] may follow a description that says so: %j', (sdp, yes) => {
    expect(takesTrickle(sdp)).toBe(yes);
  });
});

describe('candidates of the far end', () => {
  function agent(): { readonly remote: RemoteCandidates; readonly added: RemoteCandidate[] } {
    const added: RemoteCandidate[] = [];
    const remote = new RemoteCandidates((candidate) => {
      added.push(candidate);
      return Promise.resolve();
    });
    return { remote, added };
  }

  test('[PRO-11] reach the agent once, in order, and those of the description not at all', async () => {
    const { remote, added } = agent();
    await remote.described(line([host(1)]));
    await remote.receive(line([host(1), host(2)]));
    await remote.receive(line([host(1), host(2), host(3)], 'abcd', true));
    await remote.receive(line([host(1), host(2), host(3)], 'abcd', true));
    expect(added.map(({ candidate }) => candidate)).toEqual([host(2), host(3), '']);
    expect(added[0]).toMatchObject({ mid: '0', ufrag: 'abcd' });
  });

  test('[PRO-11] wait for their description, a bounded number of them', async () => {
    const { remote, added } = agent();
    await remote.receive(line([host(1)], 'first'));
    for (let at = 0; at < 100; at += 1) await remote.receive(line([host(2)], `other-${at}`));
    await remote.described(line([], 'first'));
    expect(added).toEqual([]);
    await remote.described(line([], 'other-99'));
    expect(added.map(({ candidate }) => candidate)).toEqual([host(2)]);
  });

  test('[PRO-11] are taken up to a hundred', async () => {
    const { remote, added } = agent();
    await remote.described(line([]));
    for (let from = 1; from < 1000; from += 50) {
      await remote.receive(line(Array.from({ length: 50 }, (_, at) => host(from + at))));
    }
    expect(added).toHaveLength(100);
  });
});
