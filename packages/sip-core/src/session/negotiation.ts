import { LazySet } from '../base/lazy-set.ts';
import { NOTHING } from '../base/nothing.ts';

/**
 * Who has the floor. `local`: an INVITE or an offer of ours is being made or awaits its answer. `remote`: we are
 * answering one of theirs. `ackWait`: our 2xx awaits its ACK.
 */
export type Floor = 'idle' | 'local' | 'remote' | 'ackWait';

/** The requests that carry offers, but for PRACK, which counts as UPDATE. */
export type OfferMethod = 'INVITE' | 'UPDATE';

/** What to do with a request from the peer: a turn to answer it in, 491, or 500 with Retry-After. */
export type Admission = Turn | 'glare' | 'busy';

/** One request that negotiates, from its beginning to its last message; made by {@link Negotiation}. */
export class Turn {
  readonly method: OfferMethod;
  readonly side: 'local' | 'remote';
  /** Whose offer waits for its answer. */
  #offer: 'local' | 'remote' | 'none';
  #ackWait = false;
  #exchanged = false;
  readonly #negotiation: Negotiation;

  constructor(method: OfferMethod, side: 'local' | 'remote', offers: boolean, negotiation: Negotiation) {
    this.method = method;
    this.side = side;
    this.#offer = offers ? side : 'none';
    this.#negotiation = negotiation;
  }

  get offer(): 'local' | 'remote' | 'none' {
    return this.#offer;
  }

  get ackWait(): boolean {
    return this.#ackWait;
  }

  /** Whether an offer and its answer have gone both ways already, in an INVITE that goes on. */
  get exchanged(): boolean {
    return this.#exchanged;
  }

  /** The request carries no offer after all: the other side is to make it. */
  asksForOffer(): void {
    this.#offer = 'none';
  }

  /** An offer of ours waits, which the request did not carry: it is in a reliable response. */
  offering(): void {
    this.#offer = 'local';
  }

  /** The answer came or went reliably, before the INVITE had its final response (RFC 3262 section 5). */
  answered(): void {
    this.#offer = 'none';
    this.#exchanged = true;
    this.#negotiation.changed();
  }

  /** Our 2xx to their INVITE is out. */
  awaitAck(offerInAnswer: boolean): void {
    this.#ackWait = true;
    this.#offer = offerInAnswer ? 'local' : 'none';
  }

  /** All is said. Safe to call twice, and late. */
  finish(): void {
    this.#negotiation.over(this);
  }
}

/**
 * Keeps offers from crossing (RFC 3261 section 14, RFC 3264 section 4, RFC 3311 section 5): one exchange at a time, from
 * either side.
 */
export class Negotiation {
  /** The INVITE that starts the call. */
  readonly initial: Turn;
  readonly #turns = new LazySet<Turn>();
  #waiting: readonly (() => void)[] = NOTHING;

  /** @param side - whose INVITE starts the call */
  constructor(side: 'local' | 'remote') {
    this.initial = this.#begin('INVITE', side, true);
  }

  get floor(): Floor {
    const turns = [...this.#turns];
    if (turns.some((turn) => turn.side === 'local')) return 'local';
    if (turns.some((turn) => !turn.ackWait)) return 'remote';
    return turns.length === 0 ? 'idle' : 'ackWait';
  }

  /** Takes the floor for a request of ours, as soon as it may be sent; first come, first served. */
  async takeFloor(method: OfferMethod = 'INVITE', offers = true): Promise<Turn> {
    while (![...this.#turns].every((turn) => maySend(method, offers, turn))) {
      await new Promise<void>((wake) => {
        this.#waiting = this.#waiting.concat(wake);
      });
    }
    return this.#begin(method, 'local', offers);
  }

  /**
   * Takes the floor for a request of theirs. `glare` is answered 491, `busy` 500 with Retry-After (RFC 3261 section
   * 14.2, RFC 3311 section 5.2). While the ACK to our last 2xx is missing, a new offer is fine unless that ACK was to
   * carry an answer (RFC 5407 sections 3.1.4 and 3.1.5).
   */
  beginRemote(method: OfferMethod = 'INVITE', offers = true): Admission {
    const verdicts = [...this.#turns].map((turn) => admit(method, offers, turn));
    if (verdicts.includes('glare')) return 'glare';
    if (verdicts.includes('busy')) return 'busy';
    return this.#begin(method, 'remote', offers);
  }

  /** The session is over: whoever waits finds out. */
  finish(): void {
    this.#turns.clear();
    this.changed();
  }

  /** A turn is over. @internal */
  over(turn: Turn): void {
    this.#turns.delete(turn);
    this.changed();
  }

  /** Whoever waits looks again. @internal */
  changed(): void {
    const waiting = this.#waiting;
    this.#waiting = NOTHING;
    for (const wake of waiting) wake();
  }

  #begin(method: OfferMethod, side: 'local' | 'remote', offers: boolean): Turn {
    const turn = new Turn(method, side, offers, this);
    this.#turns.add(turn);
    return turn;
  }
}

/** Whether a request of ours may be sent beside a turn that goes on. */
function maySend(method: OfferMethod, offers: boolean, turn: Turn): boolean {
  // RFC 3261 section 14.1: no INVITE while another is in progress, in either direction.
  if (method === 'INVITE') return false;
  if (turn.method === 'UPDATE') return turn.side === 'remote' && !offers;
  // RFC 3311 section 5.1: an offer waits for the first exchange of the INVITE; without one it may go at any time.
  return !offers || (turn.exchanged && turn.offer === 'none');
}

/** Whether a request of theirs may be taken beside a turn that goes on. */
function admit(method: OfferMethod, offers: boolean, turn: Turn): 'go' | 'glare' | 'busy' {
  if (method === 'UPDATE') {
    // Section 5.2: one UPDATE at a time.
    if (turn.method === 'UPDATE' && turn.side === 'remote') return 'busy';
    if (!offers) return 'go';
  }
  if (turn.offer !== 'none') return turn.offer === 'local' ? 'glare' : 'busy';
  if (turn.method === 'UPDATE' || turn.ackWait) return 'go';
  // An INVITE that is not answered yet: it blocks another one, and an UPDATE unless its own exchange is done.
  if (method === 'UPDATE' && turn.exchanged) return 'go';
  return turn.side === 'local' ? 'glare' : 'busy';
}
