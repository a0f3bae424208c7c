import type { IncomingRequest } from '../message/incoming-message.ts';

/** An answer the server gives instead of its own; `silence` gives none. */
export type ServerAnswer =
  | 'silence'
  | {
      readonly statusCode: number;
      readonly reason?: string;
      /** Further header lines, such as `'Retry-After: 5'`. */
      readonly headers?: readonly string[];
    };

/** What a scripted answer carries, and how often it is given. */
export interface AnswerOptions {
  readonly reason?: string;
  readonly headers?: readonly string[];
  /** Default 1. */
  readonly times?: number;
}

interface Entry {
  readonly method: string;
  readonly answer: ServerAnswer;
  left: number;
}

/** Answers that tests put into the server's mouth, used up in the order they were given. */
export class AnswerScript {
  /** Asked for every request before anything else; `undefined` lets the server go on as usual. */
  onRequest: ((request: IncomingRequest, user: string) => ServerAnswer | undefined) | undefined;
  #entries: Entry[] = [];

  /** Answers the next request of a method; ACK and CANCEL cannot be answered so. */
  add(method: string, statusCode: number | 'silence', options: AnswerOptions = {}): void {
    const { times = 1, ...rest } = options;
    const answer = statusCode === 'silence' ? statusCode : { statusCode, ...rest };
    this.#entries.push({ method, answer, left: times });
  }

  /** @internal */
  take(request: IncomingRequest, user: string): ServerAnswer | undefined {
    if (request.method === 'ACK' || request.method === 'CANCEL') return undefined;
    const hooked = this.onRequest?.(request, user);
    if (hooked !== undefined) return hooked;
    const entry = this.#entries.find((other) => other.method === request.method);
    if (entry === undefined) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) this.#entries = this.#entries.filter((other) => other !== entry);
    return entry.answer;
  }
}
