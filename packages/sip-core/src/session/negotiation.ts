/**
 * Who has the floor for an offer/answer exchange by INVITE. `local`: an INVITE of ours is being made or awaits its
 * answer. `remote`: we are answering one of theirs. `ackWait`: our 2xx awaits its ACK.
 */
export type Floor = 'idle' | 'local' | 'remote' | 'ackWait';

/** What to do with an INVITE from the peer within the dialog. */
export type Admission = 'go' | 'glare' | 'busy';

/**
 * Keeps offers from crossing (RFC 3261 section 14, RFC 3264 section 4): one exchange at a time, from either side.
 */
export class Negotiation {
  #floor: Floor = 'idle';
  #offerInAnswer = false;
  #waiting: (() => void)[] = [];

  /** @param floor - who has the floor from the start: whoever sent the first INVITE */
  constructor(floor: Floor) {
    this.#floor = floor;
  }

  get floor(): Floor {
    return this.#floor;
  }

  /** Takes the floor for an INVITE of ours, as soon as it is free; first come, first served. */
  async takeFloor(): Promise<void> {
    while (this.#floor !== 'idle') {
      await new Promise<void>((wake) => {
        this.#waiting.push(wake);
      });
    }
    this.#floor = 'local';
  }

  /**
   * Takes the floor for an INVITE of theirs. `glare` is answered 491, `busy` 500 with Retry-After (section 14.2). While
   * the ACK to our last 2xx is missing, a new offer is fine unless that ACK was to carry an answer (RFC 5407 sections
   * 3.1.4 and 3.1.5).
   */
  beginRemote(): Admission {
    if (this.#floor === 'local') return 'glare';
    if (this.#floor === 'remote') return 'busy';
    if (this.#floor === 'ackWait' && this.#offerInAnswer) return 'glare';
    this.#floor = 'remote';
    return 'go';
  }

  /** Our 2xx to their INVITE is out. */
  awaitAck(offerInAnswer: boolean): void {
    this.#floor = 'ackWait';
    this.#offerInAnswer = offerInAnswer;
  }

  /** Gives the floor back and wakes who waits for it. */
  finish(): void {
    this.#floor = 'idle';
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}
