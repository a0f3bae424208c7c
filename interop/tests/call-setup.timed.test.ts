import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FaultProxy } from '../fault-proxy.ts';
import { freePort, LOOPBACK } from '../lab/free-ports.ts';
import { figure } from '../support/figure.ts';
import { missing, Stage } from '../support/stage.ts';

const CALLS = 10;
const turn = (urls: string): object => ({ turnServers: [{ urls, username: 'lab', credential: 'relay' }] });

describe.skipIf(missing('kamailio').length > 0)('from the click to the INVITE, through real gathering', () => {
  let stage: Stage;
  let proxy: FaultProxy;
  /** A port over which nobody ever answers, UDP and TCP; and one that nobody has. */
  let silent: number;
  let closed: number;

  beforeAll(async () => {
    stage = await Stage.open({ rtpengine: false });
    proxy = await FaultProxy.open(stage.lab.kamailio.ports.ws);
    [silent, closed] = [await freePort(), await freePort()];
    const [udp, tcp] = [createSocket('udp4').bind(silent, LOOPBACK), createServer().listen(silent, LOOPBACK)];
    stage.lab.atStop(() => {
      udp.close();
      tcp.close();
      return proxy.close();
    });
  });
  afterEach(async () => {
    expect(await stage.clear()).toEqual([]);
  });
  afterAll(() => stage.close());

  // The limits leave room for a busy machine; the README has what was measured.
  it.each([
    ['no server', 60, 150, () => ({})],
    ['a STUN server on a closed port', 300, 450, () => ({ stunServers: `stun:${LOOPBACK}:${closed}` })],
    ['a STUN server that is silent', 300, 450, () => ({ stunServers: `stun:${LOOPBACK}:${silent}` })],
    ['a TURN server that is silent, UDP', 300, 450, () => turn(`turn:${LOOPBACK}:${silent}?transport=udp`)],
    ['a TURN server that is silent, TCP', 300, 450, () => turn(`turn:${LOOPBACK}:${silent}?transport=tcp`)],
  ] as const)('[MED-06] does not wait for %s: at most %i ms', async (name, aim, limit, servers) => {
    const alice = await stage.signedIn('alice', null, { server: proxy.url, ...servers() });
    const taken: number[] = [];
    for (let index = 0; index < CALLS; index += 1) {
      await alice.dial('answer-486');
      await alice.phase('ended', index);
      const { at } = await alice.event('dial', ({ call }) => call === index);
      const invite = proxy.seen.find((message) => message.text.startsWith('INVITE') && message.at >= at);
      taken.push((invite?.at ?? Infinity) - at);
      expect(invite?.text).toMatch(/^a=candidate:/m);
    }
    taken.sort((a, b) => a - b);
    const median = taken[Math.floor(CALLS / 2)] ?? Infinity;
    figure(`${name}: median ${median} ms of ${taken.join(' ')}; to reach ${aim}`);
    expect(median).toBeLessThan(limit);
  });
});
