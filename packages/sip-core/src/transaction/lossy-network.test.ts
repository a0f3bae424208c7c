import { describe, expect, it } from 'vitest';
import { randomFraction } from '../base/identifiers.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import { responseTo } from '../message/response-to.ts';
import { newRequest } from '../testing/layer-fixture.ts';
import { parseMessage } from '../message/parse-message.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { TransportError } from '../transport/transport-error.ts';
import { TransactionLayer } from './transaction-layer.ts';

/** How the network treats messages: the share lost and doubled, and the longest delay in milliseconds. */
interface Weather {
  readonly lost: number;
  readonly doubled: number;
  readonly delay: number;
  readonly reliable: boolean;
}

/** Two layers with a network between them that loses, doubles, delays and so reorders, the same for the same seed. */
class Pair {
  readonly clock = new VirtualClock({ start: 0 });
  readonly random;
  readonly client: TransactionLayer;
  readonly server: TransactionLayer;
  readonly logged: string[] = [];
  readonly #weather: Weather;
  cut = false;

  constructor(seed: number, weather: Weather) {
    this.random = seededRandom(seed);
    this.#weather = weather;
    this.client = this.#layer('client.invalid', () => this.server);
    this.server = this.#layer('server.invalid', () => this.client);
  }

  draw(): number {
    return randomFraction(this.random);
  }

  #layer(sentBy: string, other: () => TransactionLayer): TransactionLayer {
    return new TransactionLayer({
      line: {
        transmit: (text) => {
          if (this.cut) throw new TransportError('NOT_CONNECTED', 'cut');
          this.#carry(text, other);
        },
        via: () => ({ transport: this.#weather.reliable ? 'WS' : 'UDP', sentBy }),
      },
      reliable: this.#weather.reliable,
      clock: this.clock,
      random: this.random,
      logger: { log: (level, _, message) => level === 'error' && this.logged.push(message) },
    });
  }

  #carry(text: string, other: () => TransactionLayer): void {
    const { lost, doubled, delay } = this.#weather;
    const copies = this.draw() < doubled ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      if (this.draw() < lost) continue;
      this.clock.setTimeout(() => {
        const parsed = parseMessage(text);
        if (parsed.ok) other().receive(parsed.message);
      }, this.draw() * delay);
    }
  }
}

const BAD: Weather = { lost: 0.3, doubled: 0.2, delay: 400, reliable: false };

describe('[PRO-02] over a network that loses, doubles and reorders', () => {
  it('[PRO-02] each request is taken once, and its user told one end', async () => {
    let answered = 0;
    for (let seed = 0; seed < 150; seed += 1) {
      const net = new Pair(seed, BAD);
      let taken = 0;
      net.server.onRequest = (request, transaction) => {
        taken += 1;
        net.clock.setTimeout(() => transaction!.respond(responseTo(request, 200, { toTag: 's' })), net.draw() * 5000);
      };
      const ends: string[] = [];
      const request = newRequest('MESSAGE');
      net.client.request(request, {
        onFinal: ({ statusCode }) => ends.push(String(statusCode)),
        onTimeout: () => ends.push('timeout'),
        onTransportError: () => ends.push('transport'),
        onTerminated: () => ends.push('over'),
      });
      await net.clock.run(200_000);
      expect(taken, `seed ${seed}`).toBeLessThanOrEqual(1);
      expect(ends, `seed ${seed}`).toHaveLength(2);
      expect(ends[1], `seed ${seed}`).toBe('over');
      if (ends[0] === '200') answered += 1;
      expect(net.logged).toEqual([]);
      expect([net.client.counts(), net.server.counts(), net.clock.pending], `seed ${seed}`).toEqual(EMPTY);
    }
    expect(answered).toBeGreaterThan(147);
  });

  it('[PRO-02] each call is refused, accepted or cancelled once on both sides, and nothing is left', async () => {
    const outcomes = new Map<string, number>();
    for (let seed = 0; seed < 300; seed += 1) {
      const net = new Pair(seed, seed % 3 === 0 ? { ...BAD, lost: 0, doubled: 0, reliable: true } : BAD);
      let calls = 0;
      const repeat = (send: () => void, until: () => boolean, wait = 500): void => {
        if (until()) return;
        send();
        net.clock.setTimeout(() => repeat(send, until, Math.min(wait * 2, 4000)), wait);
      };
      let acked = false;
      net.server.onRequest = (request: IncomingRequest, transaction) => {
        if (transaction === undefined) {
          acked = true;
          return;
        }
        calls += 1;
        const reply = (status: number): void => transaction.respond(responseTo(request, status, { toTag: 's' }));
        transaction.user = { onCancel: () => reply(487) };
        net.clock.setTimeout(() => reply(180), net.draw() * 1000);
        net.clock.setTimeout(() => {
          if (net.draw() < 0.5) reply(486);
          else
            repeat(
              () => reply(200),
              () => acked || net.clock.now() > 60_000,
            );
        }, net.draw() * 8000);
      };
      const ends: string[] = [];
      const invite = net.client.request(newRequest('INVITE'), {
        onFinal: ({ statusCode }) => {
          if (statusCode < 300) net.client.sendAck(newRequest('ACK'));
          if (!ends.includes('200')) ends.push(String(statusCode));
        },
        onTimeout: () => ends.push('timeout'),
        onTransportError: () => ends.push('transport'),
        onTerminated: () => ends.push('over'),
      });
      if (net.draw() < 0.4) net.clock.setTimeout(() => net.client.cancel(invite), net.draw() * 6000);
      if (net.draw() < 0.1) {
        net.clock.setTimeout(() => {
          net.cut = true;
          net.client.transportFailed();
        }, net.draw() * 6000);
      }
      await net.clock.run(300_000);
      expect(calls, `seed ${seed}`).toBeLessThanOrEqual(1);
      // After a final response and 64*T1 there is nothing; a call that only rang is left to its user.
      if (invite.state === 'terminated') {
        expect(ends, `seed ${seed}`).toHaveLength(2);
        expect(ends[1], `seed ${seed}`).toBe('over');
      }
      outcomes.set(ends[0] ?? invite.state, (outcomes.get(ends[0] ?? invite.state) ?? 0) + 1);
      net.client.close();
      expect(net.logged).toEqual([]);
      net.server.close();
      expect([net.client.counts(), net.server.counts(), net.clock.pending], `seed ${seed}`).toEqual(EMPTY);
    }
    expect([...outcomes.keys()].sort()).toEqual(expect.arrayContaining(['200', '486', '487', 'transport']));
    // What neither ended nor is ringing would be a hole in a table.
    expect(outcomes.get('calling') ?? 0).toBe(0);
  });
});

const NONE = { client: 0, server: 0, lingering: 0 };
const EMPTY = [NONE, NONE, 0];
