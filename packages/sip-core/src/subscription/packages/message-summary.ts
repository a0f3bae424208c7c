/** The media type of a message summary (RFC 3842 section 5). */
export const MESSAGE_SUMMARY = 'application/simple-message-summary';

/** How many messages of one kind wait. */
export interface MessageCount {
  readonly new: number;
  readonly old: number;
  /** How many of the new ones are urgent; 0 when that was not said. */
  readonly newUrgent: number;
  readonly oldUrgent: number;
}

/** What waits in a mailbox (RFC 3842). */
export interface MessageSummary {
  readonly waiting: boolean;
  /** Address of the mailbox; `null` when that was not said. */
  readonly account: string | null;
  /** By message class in lower case, such as `voice-message`. */
  readonly messages: ReadonlyMap<string, MessageCount>;
}

/** Lines that are read at the most. */
const MOST_LINES = 200;
const MOST = 0xffff_ffff;

/**
 * Reads the body of a `message-summary` notification; `undefined` when it is none. Header fields of single messages,
 * which may follow, are not read.
 *
 * @example
 * ```ts
 * const summary = readMessageSummary(notify.body);
 * badge.textContent = String(summary?.messages.get('voice-message')?.new ?? 0);
 * ```
 */
export function readMessageSummary(body: string): MessageSummary | undefined {
  let waiting: boolean | undefined;
  let account: string | null = null;
  const messages = new Map<string, MessageCount>();
  for (const line of body.slice(0, 65_536).split(/\r?\n/, MOST_LINES)) {
    const colon = line.indexOf(':');
    // An empty line ends the counts (section 5.2).
    if (colon < 0) break;
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (name === 'messages-waiting') waiting = value.toLowerCase() === 'yes';
    else if (name === 'message-account') account = value;
    else {
      const count = readCount(value);
      if (count !== undefined) messages.set(name, count);
    }
  }
  return waiting === undefined ? undefined : { waiting, account, messages };
}

/** Writes a message summary. */
export function writeMessageSummary(summary: MessageSummary): string {
  const lines = [`Messages-Waiting: ${summary.waiting ? 'yes' : 'no'}`];
  if (summary.account !== null) lines.push(`Message-Account: ${oneLine(summary.account)}`);
  for (const [name, count] of summary.messages) {
    const urgent = `(${count.newUrgent}/${count.oldUrgent})`;
    lines.push(`${oneLine(name)}: ${count.new}/${count.old} ${urgent}`);
  }
  return `${lines.join('\r\n')}\r\n`;
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\0]/g, ' ');
}

/** Such as `2/8 (0/2)`. */
function readCount(text: string): MessageCount | undefined {
  const found = /^(\d{1,10})\s*\/\s*(\d{1,10})(?:\s*\(\s*(\d{1,10})\s*\/\s*(\d{1,10})\s*\))?$/.exec(text);
  if (found === null) return undefined;
  const count = (group: number): number => Math.min(MOST, Number(found[group] ?? 0));
  return { new: count(1), old: count(2), newUrgent: count(3), oldUrgent: count(4) };
}
