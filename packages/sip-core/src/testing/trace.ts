import { Emitter } from '../base/emitter.ts';
import { maskSecrets } from '../message/mask-secrets.ts';
import type { MessageSummary } from './message-matcher.ts';
import { type Matcher, matches, summarize } from './message-matcher.ts';

/** One message as the server saw it. Secrets are masked. */
export interface TracedMessage extends MessageSummary {
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** `in`: to the server; `out`: from it. */
  readonly direction: 'in' | 'out';
  /** Number of the connection. */
  readonly link: number;
  /** Who is at the far end, as far as the server knows: the registered user or the peer's name. */
  readonly user: string;
  /** What a fault did to it, or `null`. */
  readonly fault: 'dropped' | 'delayed' | 'duplicated' | 'altered' | 'frozen' | null;
  readonly text: string;
}

/**
 * Every message that crossed the network, the newest last; old ones are forgotten beyond a limit.
 *
 * @example
 * ```ts
 * network.trace.find('BYE').length; // how many BYEs were seen, each hop counted
 * console.log(network.trace.ladder());
 * ```
 */
export class Trace {
  readonly #limit: number;
  readonly #events = new Emitter<{ message: [TracedMessage] }>();
  #entries: TracedMessage[] = [];

  /** @param limit - how many messages are kept */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The messages kept, oldest first. */
  get entries(): readonly TracedMessage[] {
    return this.#entries;
  }

  /**
   * Calls `listener` with each message from now on.
   *
   * @returns a function that ends the subscription
   */
  subscribe(listener: (message: TracedMessage) => void): () => void {
    return this.#events.on('message', listener);
  }

  /** The messages that a matcher means, such as `'INVITE'` or `'200 BYE'`. */
  find(matcher: Matcher<TracedMessage>): TracedMessage[] {
    return this.#entries.filter((entry) => matches(matcher, entry));
  }

  /** Forgets what was seen. */
  clear(): void {
    this.#entries = [];
  }

  /** One line a message, for a person to read. */
  ladder(): string {
    const start = this.#entries[0]?.time ?? 0;
    const lines = this.#entries.map((entry) => {
      const at = ((entry.time - start) / 1000).toFixed(3).padStart(8);
      const who = `${entry.user === '' ? '?' : entry.user}#${entry.link}`.padEnd(12);
      const what = entry.kind === 'response' ? `${entry.startLine} (${entry.method})` : entry.startLine;
      return `${at} ${who} ${entry.direction === 'in' ? '->' : '<-'} ${what}${entry.fault === null ? '' : ` [${entry.fault}]`}`;
    });
    return lines.join('\n');
  }

  /** @internal */
  record(entry: Pick<TracedMessage, 'time' | 'direction' | 'link' | 'user' | 'fault'>, raw: string): void {
    const traced: TracedMessage = Object.freeze({ ...summarize(raw), ...entry, text: maskSecrets(raw) });
    this.#entries.push(traced);
    if (this.#entries.length > this.#limit) this.#entries.splice(0, this.#entries.length - this.#limit);
    this.#events.emit('message', traced);
  }
}
