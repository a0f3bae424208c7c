import { IncomingResponse, parseMessage, type TracedSipMessage } from '@hookswitch/sip-core';
import type { Tone } from './terminal.ts';

/** One line of the ladder. */
export interface Rung {
  readonly text: string;
  readonly tone: Tone;
}

/** Columns between the two ends. */
const WIDTH = 50;

/**
 * Draws messages as a ladder for a terminal: we on the left, the server on the right, one rung a message.
 *
 * @example
 * ```ts
 * const ladder = new Ladder('sip.example.com');
 * ua.userAgent.core.trace.on((message) => console.log(ladder.rung(message).text));
 * ```
 */
export class Ladder {
  readonly #server: string;
  #start: number | undefined;

  constructor(server: string) {
    this.#server = server;
  }

  /** What stands above the rungs. */
  head(): string {
    return `${' '.repeat(10)}we${' '.repeat(WIDTH)}${this.#server}`;
  }

  /** One message; times are seconds since the first. */
  rung({ time, direction, text }: TracedSipMessage): Rung {
    this.#start ??= time;
    const parsed = parseMessage(text);
    const response = parsed.ok && parsed.message instanceof IncomingResponse ? parsed.message : undefined;
    const words = parsed.ok
      ? `${startOf(text)}${response === undefined ? '' : ` (${response.cseq.method})`}`
      : 'not SIP';
    const label = words.length > WIDTH - 4 ? `${words.slice(0, WIDTH - 5)}…` : words;
    const line = '─'.repeat(Math.max(WIDTH - label.length - 2, 2));
    const arrow = direction === 'sent' ? ` ${label} ${line}▶` : `◀${line} ${label} `;
    const refused = response !== undefined && response.statusCode >= 400 && ![401, 407].includes(response.statusCode);
    const at = ((time - this.#start) / 1000).toFixed(3).padStart(8);
    return { text: `${at}  │${arrow}│`, tone: refused || !parsed.ok ? 'bad' : 'plain' };
  }
}

function startOf(text: string): string {
  const line = text.split('\r\n', 1)[0] ?? '';
  return line.replace(/^SIP\/2\.0 /, '').replace(/ SIP\/2\.0$/, '');
}
