import { corpus } from '../packages/sip-core/src/message/corpus/messages.ts';
import { parseMessage } from '../packages/sip-core/src/message/parse-message.ts';

/*
 * Microseconds a message: parse, and read what a user agent reads. Texts are decoded from octets in several copies, as
 * they come from a socket: literals are shared and cached by the engine.
 */
const COPIES = 8;
const ROUND_MS = 400;
const ROUNDS = 9;

const octets = Object.values(corpus).map((text) => new TextEncoder().encode(text));
const texts = Array.from({ length: COPIES }, () => octets.map((message) => new TextDecoder().decode(message))).flat();

let sink = 0;

function parseOnly(text: string): void {
  if (parseMessage(text).ok) sink++;
}

function parseAndRead(text: string): void {
  const parsed = parseMessage(text);
  if (!parsed.ok) throw new Error(parsed.failure.reason);
  const { message } = parsed;
  const { via, from, to, cseq, callId, contacts } = message;
  sink += (via.branch ?? '').length + via.host.length + callId.length + cseq.seq + cseq.method.length;
  for (const { uri, tag } of [from, to]) sink += (uri.user ?? '').length + uri.host.length + (tag ?? '').length;
  sink += (contacts[0]?.uri.host ?? '').length + message.body.length;
}

function measure(act: (text: string) => void): number {
  const times: number[] = [];
  for (let round = -2; round < ROUNDS; round++) {
    let count = 0;
    const start = process.cpuUsage();
    const end = Date.now() + ROUND_MS;
    while (Date.now() < end) {
      for (const text of texts) act(text);
      count += texts.length;
    }
    const { user, system } = process.cpuUsage(start);
    if (round >= 0) times.push((user + system) / count);
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN;
}

const mean = octets.reduce((sum, { length }) => sum + length, 0) / octets.length;
console.log(`${octets.length} messages, mean ${mean.toFixed(0)} octets, Node ${process.version}`);
console.log(`parse only      ${measure(parseOnly).toFixed(2)} us of CPU a message`);
console.log(`parse and read  ${measure(parseAndRead).toFixed(2)} us of CPU a message`);
if (sink === 0) throw new Error('nothing was read');
