/** The three times that all others follow from, in milliseconds (RFC 3261 section 17.1.1.1 and table 4). */
export interface BaseTimers {
  /** Estimate of the round trip; default 500. */
  readonly t1?: number;
  /** Longest wait between two retransmissions of anything but INVITE; default 4000. */
  readonly t2?: number;
  /** How long a message may live in the network; default 5000. */
  readonly t4?: number;
}

/**
 * Timers by their letter, and four that the RFCs leave without one:
 *
 * | name | fires |
 * |---|---|
 * | A, E, G | when an INVITE, another request, a final response to INVITE is sent again (unreliable transports only) |
 * | B, F | when the wait for a response is over |
 * | D, I, J, K | when late retransmissions need not be waited for any longer (at once on reliable transports) |
 * | H | when the wait for the ACK is over |
 * | L, M | when an accepted INVITE need not be remembered any longer (RFC 6026) |
 * | cancel | when an INVITE that was cancelled still has no final response (RFC 3261 section 9.1) |
 * | trying | when 100 is due for an INVITE (section 17.2.1) |
 * | working | when 100 is due for another request (RFC 4320 section 4.1) |
 * | late | when a response to a request other than INVITE comes too late for anybody (RFC 4320 section 4.2) |
 */
export type TimerName =
  'A' | 'B' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'cancel' | 'trying' | 'working' | 'late';

/** Each timer's first delay in milliseconds; `undefined` for one that never runs on this transport. */
export type TimerValues = { readonly [Name in TimerName]: number | undefined };

/** How timers are derived from the three base times. */
export interface TimerTable {
  readonly t1: number;
  readonly t2: number;
  /** 64*T1, the patience of SIP. */
  readonly patience: number;
  readonly values: TimerValues;
}

/** The table of RFC 3261's own base times, made once for each kind of transport. */
export function usualTimers(reliable: boolean): TimerTable {
  return reliable ? (usualReliable ??= timerTable({}, true)) : (usualUnreliable ??= timerTable({}, false));
}

let usualReliable: TimerTable | undefined;
let usualUnreliable: TimerTable | undefined;

/** RFC 3261 table 4, with RFC 6026 and RFC 4320. */
export function timerTable(base: BaseTimers, reliable: boolean): TimerTable {
  const { t1 = 500, t2 = 4000, t4 = 5000 } = base;
  const patience = 64 * t1;
  const resend = reliable ? undefined : t1;
  return {
    t1,
    t2,
    patience,
    values: {
      A: resend,
      B: patience,
      // At least 32 s, as the other side's T1 is not known.
      D: reliable ? 0 : Math.max(32_000, patience),
      E: resend,
      F: patience,
      G: resend,
      H: patience,
      I: reliable ? 0 : t4,
      J: reliable ? 0 : patience,
      K: reliable ? 0 : t4,
      L: patience,
      M: patience,
      cancel: patience,
      trying: 200,
      working: untilSlowest(t1, t2),
      late: patience,
    },
  };
}

/** How long a client takes until it waits T2 between retransmissions (RFC 4320 section 4.1). */
function untilSlowest(t1: number, t2: number): number {
  let wait = t1;
  let total = 0;
  while (wait < t2) {
    total += wait;
    wait *= 2;
  }
  return total;
}
