import { describe, expect, test } from 'vitest';
import { Negotiation, type OfferMethod, Turn } from './negotiation.ts';

/** A call whose first exchange is over. */
function settled(): Negotiation {
  const negotiation = new Negotiation('local');
  negotiation.initial.finish();
  return negotiation;
}

/** What is said to a request of theirs. */
function verdict(negotiation: Negotiation, method: OfferMethod = 'INVITE', offers = true): string {
  const admission = negotiation.beginRemote(method, offers);
  return admission instanceof Turn ? 'turn' : admission;
}

/** Whether a request of ours may go at once. */
async function goesAtOnce(negotiation: Negotiation, method: OfferMethod, offers: boolean): Promise<boolean> {
  let went = false;
  void negotiation.takeFloor(method, offers).then(() => (went = true));
  await Promise.resolve();
  await Promise.resolve();
  return went;
}

describe('who has the floor', () => {
  test('[PRO-07] goes from side to side, and to nobody when all is said', async () => {
    const negotiation = new Negotiation('remote');
    const seen = [negotiation.floor];
    negotiation.initial.awaitAck(false);
    seen.push(negotiation.floor);
    negotiation.initial.finish();
    seen.push(negotiation.floor);
    const turn = await negotiation.takeFloor();
    seen.push(negotiation.floor);
    turn.finish();
    turn.finish();
    seen.push(negotiation.floor);
    expect(seen).toEqual(['remote', 'ackWait', 'idle', 'local', 'idle']);
  });

  test('[PRO-07] is taken in the order it was asked for', async () => {
    const negotiation = settled();
    const order: number[] = [];
    const all = [1, 2, 3].map(async (each) => {
      const turn = await negotiation.takeFloor();
      order.push(each);
      turn.finish();
    });
    await Promise.all(all);
    expect(order).toEqual([1, 2, 3]);
  });

  test('[PRO-07] is nobody’s when the call ends: who waits is let go', async () => {
    const negotiation = settled();
    await negotiation.takeFloor();
    const waiting = negotiation.takeFloor();
    negotiation.finish();
    expect((await waiting).side).toBe('local');
  });
});

describe('a request of theirs', () => {
  test('[PRO-07] while an offer of ours is out is glare: 491 (RFC 3261 section 14.2, RFC 3311 section 5.2)', async () => {
    for (const method of ['INVITE', 'UPDATE'] as const) {
      const negotiation = settled();
      await negotiation.takeFloor(method);
      expect(verdict(negotiation, 'INVITE')).toBe('glare');
      expect(verdict(negotiation, 'UPDATE')).toBe('glare');
      expect(verdict(negotiation, 'UPDATE', false)).toBe('turn');
    }
  });

  test('[PRO-07] while one of theirs is not answered yet has to come again: 500 with Retry-After', () => {
    for (const method of ['INVITE', 'UPDATE'] as const) {
      const negotiation = settled();
      expect(verdict(negotiation, method)).toBe('turn');
      expect(verdict(negotiation, 'INVITE')).toBe('busy');
      expect(verdict(negotiation, 'UPDATE')).toBe('busy');
    }
  });

  test('[PRO-07] without an offer: a second UPDATE waits, beside an INVITE it does not (RFC 3311 section 5.2)', () => {
    const negotiation = settled();
    expect(verdict(negotiation, 'UPDATE', false)).toBe('turn');
    expect(verdict(negotiation, 'UPDATE', false)).toBe('busy');
    expect(verdict(negotiation, 'INVITE')).toBe('turn');
  });

  test('[PRO-07] while our 2xx awaits its ACK is taken, unless that ACK brings an answer (RFC 5407 section 3.1)', () => {
    for (const [offerInAnswer, expected] of [
      [false, 'turn'],
      [true, 'glare'],
    ] as const) {
      const negotiation = settled();
      const turn = negotiation.beginRemote();
      if (turn instanceof Turn) turn.awaitAck(offerInAnswer);
      expect(verdict(negotiation)).toBe(expected);
    }
  });

  test('[PRO-07] once the exchange of an INVITE is done reliably: an UPDATE is taken, an INVITE not', () => {
    for (const [side, expected] of [
      ['local', 'glare'],
      ['remote', 'busy'],
    ] as const) {
      const negotiation = new Negotiation(side);
      negotiation.initial.answered();
      expect(verdict(negotiation, 'INVITE')).toBe(expected);
      expect(verdict(negotiation, 'UPDATE')).toBe('turn');
    }
  });

  test('[PRO-07] while they are to make the offer: their INVITE crosses ours', () => {
    const negotiation = new Negotiation('local');
    negotiation.initial.asksForOffer();
    expect(verdict(negotiation, 'INVITE')).toBe('glare');
    expect(verdict(negotiation, 'UPDATE')).toBe('glare');
  });

  test('[PRO-07] that offers while an offer in a reliable response of ours waits is glare (RFC 3262 section 5)', () => {
    const negotiation = new Negotiation('remote');
    negotiation.initial.offering();
    expect(verdict(negotiation, 'UPDATE')).toBe('glare');
  });
});

describe('a request of ours', () => {
  test('[PRO-07] waits while another INVITE goes on, in either direction (RFC 3261 section 14.1)', async () => {
    for (const side of ['local', 'remote'] as const) {
      const negotiation = new Negotiation(side);
      negotiation.initial.answered();
      expect(await goesAtOnce(negotiation, 'INVITE', true)).toBe(false);
    }
  });

  test('[PRO-07] of method UPDATE: with an offer after the first exchange, without one at any time (RFC 3311)', async () => {
    const negotiation = new Negotiation('local');
    expect(await goesAtOnce(negotiation, 'UPDATE', true)).toBe(false);
    const answered = new Negotiation('local');
    answered.initial.answered();
    expect(await goesAtOnce(answered, 'UPDATE', true)).toBe(true);
    expect(await goesAtOnce(new Negotiation('local'), 'UPDATE', false)).toBe(true);
  });

  test('[PRO-07] of method UPDATE waits for an UPDATE: ours always, theirs when it would offer', async () => {
    const ours = settled();
    await ours.takeFloor('UPDATE', false);
    expect(await goesAtOnce(ours, 'UPDATE', false)).toBe(false);
    for (const offers of [false, true]) {
      const theirs = settled();
      theirs.beginRemote('UPDATE', false);
      expect(await goesAtOnce(theirs, 'UPDATE', offers)).toBe(!offers);
    }
  });
});
