import type { Contestant } from '../contestants/contestant.ts';
import { effort } from '../effort.ts';
import { cpuTime } from '../lab/cpu-time.ts';

/** Octets of the messages; the last is a megabyte. */
const SIZES: readonly number[] = [16, 64, 256, 1024].map((kilobytes) => kilobytes * 1024);
/** Microseconds above which a shape is not made larger. */
const PATIENCE = 150_000;

const line = (header: string): string[] => [
  'INVITE sip:bob@example.com SIP/2.0',
  'Via: SIP/2.0/WSS 7o1ql4ht2u9g.invalid;branch=z9hG4bKq8f1m3',
  'Max-Forwards: 70',
  'From: <sip:alice@example.com>;tag=r5d8p7q0se',
  'To: <sip:bob@example.com>',
  'Call-ID: o3m5v1n8c4x7z2l6k9j0',
  'CSeq: 1 INVITE',
  'Contact: <sip:alice@7o1ql4ht2u9g.invalid;transport=ws>',
  header,
  'Content-Length: 0',
  '',
  '',
];

const filled = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length));
const withHeader = (header: string): string => line(header).join('\r\n');
const withFrom = (from: string): string => withHeader('Subject: x').replace(/From: .*/, `From: ${from}`);

/** Messages of any size, by what they are large of. */
export const shapes: Readonly<Record<string, (size: number) => string>> = {
  'one long value': (size) => withHeader(`Subject: ${filled('lorem ipsum ', size)}`),
  'many unknown headers': (size) =>
    withHeader(Array.from({ length: Math.ceil(size / 24) }, (_, i) => `X-H-${i}: some value`).join('\r\n')),
  'many Via lines': (size) =>
    withHeader(`${filled('Via: SIP/2.0/UDP a.example.com;branch=z9hG4bK1\r\n', size)}Subject: x`),
  'many Record-Route lines': (size) =>
    withHeader(`${filled('Record-Route: <sip:a.example.com;lr>\r\n', size)}Subject: x`),
  'one Contact list': (size) => withHeader(`Contact: ${filled('<sip:alice@example.com>;q=0.5, ', size)}<sip:a@b.c>`),
  'one URI with many parameters': (size) => withFrom(`<sip:alice@example.com${filled(';par=value', size)}>;tag=1`),
  'many header parameters': (size) => withFrom(`<sip:alice@example.com>;tag=1${filled(';par=value', size)}`),
  'a long display name with escapes': (size) => withFrom(`"${filled('a\\"', size)}" <sip:alice@example.com>;tag=1`),
  'many folds': (size) => withHeader(`Subject: a${filled('\r\n b', size)}`),
  'a large body': (size) => {
    const body = filled('a=candidate:1 1 udp 1 192.0.2.1 1 typ host\r\n', size);
    return (
      withHeader('Content-Type: application/sdp').replace('Content-Length: 0', `Content-Length: ${body.length}`) + body
    );
  },
  'a header that never ends': (size) => withHeader('Subject: x').slice(0, 60) + filled('aaaa ', size),
};

/**
 * How the time of a parse grows with the size of the message: for each shape the exponent between the two largest sizes
 * (1 is linear, 2 is quadratic), and the microseconds and octets of the largest.
 */
export function measureGrowth(contestant: Contestant): Readonly<Record<string, number>> | undefined {
  const { parseOnly } = contestant;
  if (parseOnly === undefined) return undefined;
  const result: Record<string, number> = {};
  for (const [name, make] of Object.entries(shapes)) {
    const times: { readonly size: number; readonly micros: number }[] = [];
    for (const size of SIZES) {
      if ((times.at(-1)?.micros ?? 0) > PATIENCE) break;
      times.push({ size, micros: timeOf(parseOnly, make(size)) });
    }
    const last = times.at(-1);
    const before = times.at(-2);
    if (last === undefined || before === undefined) continue;
    result[`${name}: exponent`] = Math.log(last.micros / before.micros) / Math.log(last.size / before.size);
    result[`${name}: micros`] = last.micros;
    result[`${name}: octets`] = last.size;
  }
  return result;
}

/** Microseconds of one parse, of so many that the clock can tell. */
function timeOf(parse: (text: string) => unknown, text: string): number {
  const octets = Buffer.from(text, 'utf8');
  const started = cpuTime();
  for (let runs = 1; ; runs++) {
    const copy = octets.toString('utf8');
    try {
      parse(copy);
    } catch {
      // Refusing it is an answer, too.
    }
    const spent = cpuTime() - started;
    if (spent > effort.shape * 1000) return spent / runs;
  }
}
