import { describe, expect, it } from 'vitest';
import { createFakeNetwork } from './fake-network.ts';
import { fakeOffer } from './fake-sdp.ts';
import { seededRandom } from './seeded-random.ts';
import { VirtualClock } from './virtual-clock.ts';

const STRANGE = [
  '',
  ' ',
  '\r\n',
  '\0',
  ',',
  ';',
  '"',
  '<',
  '>',
  ':',
  '@',
  '%',
  '=',
  '\u00e9',
  '\ud800',
  '0',
  '99999999999',
];

describe('the in-memory server', () => {
  it('[APP-05] takes anything from the network without throwing, and goes on working', async () => {
    const clock = new VirtualClock();
    const network = createFakeNetwork({ clock, random: seededRandom('hostile'), proxy: { assertIdentity: true } });
    const random = seededRandom('mutations');
    const pick = (count: number): number => {
      const [high = 0, low = 0] = random.bytes(2);
      return (high * 256 + low) % count;
    };
    const mutate = (text: string): string => {
      let result = text;
      for (let times = pick(4); times >= 0; times -= 1) {
        const at = pick(result.length + 1);
        result = result.slice(0, at) + (STRANGE[pick(STRANGE.length)] ?? '') + result.slice(at + pick(12));
      }
      return result;
    };
    const mallory = await network.scriptedClient('alice');
    await mallory.register();
    const dave = network.scriptedPeer('dave');
    for (let round = 0; round < 600; round += 1) {
      const target =
        ['sip:dave@example.com', 'sip:600@example.com', 'sip:606@example.com', 'sip:bob@example.com'][pick(4)] ?? '';
      const method =
        ['INVITE', 'REGISTER', 'OPTIONS', 'ACK', 'CANCEL', 'BYE', 'REFER', 'MESSAGE', 'UPDATE'][pick(9)] ?? '';
      const headers = [
        'Route: <sip:proxy.example.com;lr>',
        'Refer-To: <sip:601@example.com?Replaces=x>',
        'Supported: gruu',
      ];
      const request = mallory.build(method, target, { body: fakeOffer(), headers });
      mallory.send(mutate(request.toString()));
      const last = dave.received.at(-1);
      if (last?.message?.kind === 'request') {
        dave.send(mutate(dave.respond(last.message, [180, 200, 302, 486, 603][pick(5)] ?? 200).toString()));
      }
      dave.flush();
      mallory.flush();
      await network.run(1);
    }
    await network.run(1_000_000);
    mallory.flush();
    expect((await mallory.register()).statusCode).toBe(200);
    expect(network.counts()).toMatchObject({ transactions: 0 });
    network.close();
    expect(clock.pending).toBe(0);
  });
});
