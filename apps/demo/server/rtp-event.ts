const DIGITS = '0123456789*#ABCD';

/**
 * Reads tones sent as RTP events (RFC 4733 section 2.3). The end of an event is sent three times and packets get lost:
 * each event, told apart by its RTP timestamp, is reported once.
 */
export class RtpEventReader {
  readonly #report: (digit: string, duration: number) => void;
  #open: { readonly timestamp: number; readonly digit: string; duration: number } | undefined;
  #last: number | undefined;

  /** @param report - told of each tone; duration in milliseconds */
  constructor(report: (digit: string, duration: number) => void) {
    this.#report = report;
  }

  /** Takes the payload of one packet. */
  push(timestamp: number, payload: Uint8Array, clockRate: number): void {
    const [event, flags, high, low] = payload;
    if (event === undefined || flags === undefined || high === undefined || low === undefined) return;
    const digit = DIGITS[event];
    if (digit === undefined || timestamp === this.#last) return;
    // Every packet with the end of the one before was lost.
    if (this.#open !== undefined && this.#open.timestamp !== timestamp) this.#end();
    this.#open ??= { timestamp, digit, duration: 0 };
    this.#open.duration = Math.round(((high * 256 + low) / clockRate) * 1000);
    if ((flags & 0x80) !== 0) this.#end();
  }

  #end(): void {
    const open = this.#open;
    if (open === undefined) return;
    this.#open = undefined;
    this.#last = open.timestamp;
    this.#report(open.digit, open.duration);
  }
}
