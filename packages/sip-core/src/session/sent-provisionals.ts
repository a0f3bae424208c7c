import { InvalidStateError } from '../base/errors.ts';
import { randomFraction } from '../base/identifiers.ts';
import type { RAck } from '../message/header-values.ts';
import type { ResponseOptions } from '../message/response-to.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import type { SessionContext } from './session-context.ts';

const T1 = 500;

/** A reliable provisional response that no PRACK has come for yet. */
export interface Unacknowledged {
  readonly rseq: number;
  /** Whether it carries our session description. */
  readonly describes: boolean;
  /** To be called when its PRACK is answered: the next one may go out. */
  readonly done: () => void;
}

/** What {@link SentProvisionals.send} sends. */
export interface ReliableResponse extends ResponseOptions {
  readonly statusCode: number;
}

/**
 * The reliable provisional responses to an INVITE: one at a time, each repeated until its PRACK comes (RFC 3262 section
 * 3).
 */
export class SentProvisionals {
  readonly #context: SessionContext;
  readonly #incoming: ServerRequest;
  readonly #lost: () => void;
  #rseq: number | undefined;
  #waiting: Unacknowledged | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #described: Promise<unknown> = Promise.resolve();

  /** @param lost - told when no PRACK came for 64*T1 */
  constructor(context: SessionContext, incoming: ServerRequest, lost: () => void) {
    this.#context = context;
    this.#incoming = incoming;
    this.#lost = lost;
    context.atEnd(() => {
      this.stop();
    });
  }

  /**
   * Sends a response when those before it are acknowledged. Resolves when it is itself, or when a final response made
   * that unimportant.
   *
   * @param describes - whether it carries our session description: the 2xx then waits for its PRACK
   * @throws {@link InvalidStateError} when a final response came before its turn
   */
  send(describes: boolean, make: () => Promise<ReliableResponse>): Promise<void> {
    const sent = this.#last.then(async () => {
      this.#assertOpen();
      const response = await make();
      this.#assertOpen();
      await this.#sendNow(response, describes);
    });
    this.#last = sent.catch(() => undefined);
    if (describes) this.#described = this.#last;
    return sent;
  }

  /** Resolves when nothing that carries our description waits for its PRACK. */
  async allDescribed(): Promise<void> {
    await this.#described;
  }

  /** Whether the last one waits for its PRACK. */
  get isWaiting(): boolean {
    return this.#waiting !== undefined;
  }

  /** Finds the response that a PRACK is about, and stops repeating it. */
  acknowledge(rack: RAck): Unacknowledged | undefined {
    const waiting = this.#waiting;
    const { cseq } = this.#incoming.message;
    if (waiting?.rseq !== rack.rseq || rack.seq !== cseq.seq || rack.method !== cseq.method) return undefined;
    this.#waiting = undefined;
    this.#stopTimers();
    return waiting;
  }

  /** A final response goes out: nothing is repeated any more, but a late PRACK is still known. */
  stop(): void {
    this.#stopTimers();
    this.#waiting?.done();
  }

  #assertOpen(): void {
    const { state } = this.#context;
    if (this.#incoming.answered || this.#context.isEnding()) throw new InvalidStateError('report progress', state);
  }

  #sendNow(response: ReliableResponse, describes: boolean): Promise<void> {
    const { timers, platform, core } = this.#context;
    const { statusCode, headers = [], ...options } = response;
    // 1 to 2^31-1, evenly; then one more each time.
    this.#rseq =
      this.#rseq === undefined ? 1 + Math.floor(randomFraction(platform.random) * (2 ** 31 - 1)) : this.#rseq + 1;
    const rseq = this.#rseq;
    const reliability = [
      ['Allow', core.allow],
      ['Require', '100rel'],
      ['RSeq', String(rseq)],
    ] as const;
    const sent = this.#incoming.reply(statusCode, { ...options, headers: [...headers, ...reliability] });
    if (sent === undefined) return Promise.resolve();
    const repeat = (interval: number): void => {
      timers.start('repeatProvisional', interval, () => {
        if (core.transport.state === 'connected') this.#incoming.repeat(sent);
        repeat(interval * 2);
      });
    };
    repeat(T1);
    timers.start('giveUpProvisional', 64 * T1, () => {
      this.#stopTimers();
      this.#lost();
    });
    return new Promise((done) => {
      this.#waiting = { rseq, describes, done };
    });
  }

  #stopTimers(): void {
    this.#context.timers.stop('repeatProvisional');
    this.#context.timers.stop('giveUpProvisional');
  }
}
