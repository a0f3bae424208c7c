import type { MessageSummary } from './message-matcher.ts';
import { type Matcher, matches } from './message-matcher.ts';

/** A message on its way, as fault rules see it. */
export interface MessageInTransit extends MessageSummary {
  /** `in`: to the server; `out`: from it. */
  readonly direction: 'in' | 'out';
  /** Who is at the far end: the registered user or the peer's name; empty before. */
  readonly user: string;
  /** The whole message, secrets and all. */
  readonly text: string;
}

/** How often a rule applies, and to which way. */
export interface FaultOptions {
  /** How many messages it hits; default 1. `Infinity` for all from now on. */
  readonly times?: number;
  /** Only messages to (`in`) or from (`out`) the server; default both. */
  readonly direction?: 'in' | 'out';
  /** Only messages of the connections of this user. */
  readonly user?: string;
}

/** Ends a fault rule before its time. */
export type StopFault = () => void;

/** What becomes of a message. @internal */
export interface Fate {
  readonly fault: 'dropped' | 'delayed' | 'duplicated' | 'altered' | null;
  readonly copies: readonly { readonly text: string; readonly delay: number }[];
}

interface Rule {
  readonly matcher: Matcher<MessageInTransit>;
  readonly options: FaultOptions;
  left: number;
  readonly apply: (text: string) => Fate;
}

/**
 * What goes wrong on purpose. Rules are tried in the order they were added; the first that fits decides.
 *
 * @example
 * ```ts
 * network.faults.drop('ACK');                                        // the next ACK is lost
 * network.faults.delay('200 INVITE', 2000, { direction: 'out' });
 * network.faults.alter('180', (text) => text.replace('180', '183'), { times: Infinity });
 * ```
 */
export class Faults {
  /** What new connections meet: `refuse` fails them at once, `hang` never answers. */
  connections: 'accept' | 'refuse' | 'hang' = 'accept';
  /** The subprotocol the server answers with; `''` answers with none (RFC 7118 section 4). Default `sip`. */
  subprotocol = 'sip';
  #rules: Rule[] = [];

  /** Loses messages. */
  drop(matcher: Matcher<MessageInTransit>, options: FaultOptions = {}): StopFault {
    return this.#add(matcher, options, () => ({ fault: 'dropped', copies: [] }));
  }

  /** Holds messages back by `ms` milliseconds; those behind them pass. */
  delay(matcher: Matcher<MessageInTransit>, ms: number, options: FaultOptions = {}): StopFault {
    return this.#add(matcher, options, (text) => ({ fault: 'delayed', copies: [{ text, delay: ms }] }));
  }

  /** Sends messages twice, the copy `ms` milliseconds later; default 0. */
  duplicate(matcher: Matcher<MessageInTransit>, options: FaultOptions & { readonly ms?: number } = {}): StopFault {
    const copy = options.ms ?? 0;
    return this.#add(matcher, options, (text) => ({
      fault: 'duplicated',
      copies: [
        { text, delay: 0 },
        { text, delay: copy },
      ],
    }));
  }

  /** Changes the text of messages. */
  alter(matcher: Matcher<MessageInTransit>, change: (text: string) => string, options: FaultOptions = {}): StopFault {
    return this.#add(matcher, options, (text) => ({ fault: 'altered', copies: [{ text: change(text), delay: 0 }] }));
  }

  /** Makes everything well again. */
  clear(): void {
    this.#rules = [];
    this.connections = 'accept';
    this.subprotocol = 'sip';
  }

  /** How many rules still wait for a message. */
  get pending(): number {
    return this.#rules.length;
  }

  /** @internal */
  fate(message: MessageInTransit): Fate {
    for (const rule of this.#rules) {
      const { direction, user } = rule.options;
      if (direction !== undefined && direction !== message.direction) continue;
      if (user !== undefined && user !== message.user) continue;
      if (!matches(rule.matcher, message)) continue;
      rule.left -= 1;
      if (rule.left <= 0) this.#rules = this.#rules.filter((other) => other !== rule);
      return rule.apply(message.text);
    }
    return { fault: null, copies: [{ text: message.text, delay: 0 }] };
  }

  #add(matcher: Matcher<MessageInTransit>, options: FaultOptions, apply: (text: string) => Fate): StopFault {
    const rule: Rule = { matcher, options, left: options.times ?? 1, apply };
    this.#rules = [...this.#rules, rule];
    return () => {
      this.#rules = this.#rules.filter((other) => other !== rule);
    };
  }
}
