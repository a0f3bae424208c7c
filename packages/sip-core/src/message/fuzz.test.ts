import { describe, expect, it } from 'vitest';
import { corpus } from './corpus/messages.ts';
import { generator, mutate } from './corpus/mutations.ts';
import { readEverything } from './corpus/read-everything.ts';
import { parseMessage } from './parse-message.ts';
import { responseTo, responseToFailure } from './response-to.ts';
import { serializeResponse } from './serialize.ts';

/** How many messages are tried; without a number as many as fit into a few seconds. */
const wanted = Number(process.env['HOOKSWITCH_FUZZ'] ?? 0);
const SECONDS = 8;

const originals = Object.values(corpus);

/** Everything a user agent does with a frame before it knows what is in it. */
function handle(frame: string | Uint8Array): 'parsed' | 'answered' | 'dropped' {
  const parsed = parseMessage(frame);
  if (!parsed.ok) {
    const answer = responseToFailure(parsed.failure);
    if (answer === undefined) return 'dropped';
    expectClean(serializeResponse(answer));
    return 'answered';
  }
  const { message } = parsed;
  readEverything(message);
  if (message.kind === 'request') {
    for (const code of [100, 200, 400]) expectClean(serializeResponse(responseTo(message, code)));
  }
  return 'parsed';
}

/** No line of an answer starts or ends but with CRLF; plain tests, since this runs a million times. */
function expectClean(text: string): void {
  const head = text.slice(0, text.indexOf('\r\n\r\n'));
  for (let at = head.search(/[\r\n]/); at >= 0 && at < head.length; at += 2) {
    if (head.startsWith('\r\n', at)) {
      const next = head.slice(at + 2).search(/[\r\n]/);
      if (next < 0) return;
      at += next;
    } else {
      throw new Error(`a lone line break in ${JSON.stringify(text)}`);
    }
  }
}

describe('mutated messages', () => {
  it('[PRO-01] the corpus itself parses, as text and as octets', () => {
    for (const [name, text] of Object.entries(corpus)) {
      for (const frame of [text, new TextEncoder().encode(text)]) {
        const parsed = parseMessage(frame);
        expect(parsed.ok && parsed.message.malformed(), name).toBe(undefined);
        expect(handle(frame), name).toBe('parsed');
      }
    }
  });

  it('[PRO-01] never make the parser, a getter, or an answer throw', { timeout: 3_600_000 }, () => {
    const random = generator(20_261_120);
    const encoder = new TextEncoder();
    const counts = { parsed: 0, answered: 0, dropped: 0 };
    const deadline = Date.now() + SECONDS * 1000;
    let tried = 0;
    for (; wanted > 0 ? tried < wanted : tried % 64 !== 0 || Date.now() < deadline; tried++) {
      const text = mutate(originals[tried % originals.length] ?? '', random, originals);
      const frame = random(4) === 0 ? encoder.encode(text) : text;
      try {
        counts[handle(frame)]++;
      } catch (cause) {
        throw new Error(`message ${tried}: ${JSON.stringify(text)}`, { cause });
      }
    }
    if (wanted > 0) console.log(`${tried} messages`, counts);
    expect(tried).toBeGreaterThan(1000);
    // Enough of each, or the mutations test nothing.
    for (const count of Object.values(counts)) expect(count / tried).toBeGreaterThan(0.05);
  });

  it('[PRO-01] of random octets and random characters are refused in peace', () => {
    const random = generator(7);
    for (let i = 0; i < 3000; i++) {
      const octets = Uint8Array.from({ length: random(300) }, () => random(256));
      expect(handle(octets)).toBe('dropped');
      expect(handle(String.fromCharCode(...octets))).toBe('dropped');
    }
    expect(handle('')).toBe('dropped');
    expect(handle('\r\n\r\n')).toBe('dropped');
  });
});
