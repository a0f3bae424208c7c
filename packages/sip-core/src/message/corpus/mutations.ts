/** A small deterministic generator (mulberry32): the same seed gives the same run everywhere. */
export function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Pieces that parsers trip over. */
const SPICES: readonly string[] = [
  ...[
    '\r\n',
    '\r',
    '\n',
    '\0',
    '\t',
    ' ',
    '\r\n ',
    '\r\n\r\n',
    '"',
    '\\',
    '\\\0',
    '<',
    '>',
    ';',
    ',',
    ':',
    '@',
    '?',
    '=',
  ],
  ...['%', '%00', '%ff', '%zz', '%E2%82', '[', ']', '[::1]', '[:::1]', '*', '/', '-1', '0', '4294967296', '2147483648'],
  ...[
    '99999999999999999999',
    'é',
    '東',
    '🎉',
    '\ud800',
    '\ufeff',
    '\u2028',
    'SIP/2.0',
    'sip:',
    'sips:',
    'tel:',
    'Via: ',
  ],
  ...[
    '__proto__',
    'constructor',
    'tag=',
    ';tag=x',
    ';branch=z9hG4bK',
    'Content-Length: 5\r\n',
    'l:0\r\n',
    '<sip:a@b>,',
  ],
];

const encoder = new TextEncoder();

type Mutation = (text: string, random: (below: number) => number, others: readonly string[]) => string;

function at(list: readonly string[], random: (below: number) => number): string {
  return list[random(list.length)] ?? '';
}

function splice(text: string, start: number, length: number, middle: string): string {
  return text.slice(0, start) + middle + text.slice(start + length);
}

const MUTATIONS: readonly Mutation[] = [
  (text, random) => splice(text, random(text.length), 0, at(SPICES, random)),
  (text, random) => splice(text, random(text.length), 1, at(SPICES, random)),
  (text, random) => splice(text, random(text.length), 1 + random(12), ''),
  (text, random) => splice(text, random(text.length), 1, String.fromCharCode(random(random(4) === 0 ? 65536 : 128))),
  (text, random) => text.slice(0, random(text.length)),
  (text, random) => {
    const start = random(text.length);
    return splice(text, start, 0, text.slice(start, start + 1 + random(60)).repeat(1 + random(4)));
  },
  (text, random, others) => {
    const other = at(others, random);
    const start = random(other.length);
    return splice(text, random(text.length), random(40), other.slice(start, start + random(80)));
  },
  (text, random) => {
    const lines = text.split('\r\n');
    const line = random(lines.length);
    const choice = random(3);
    if (choice === 0) lines.splice(line, 1);
    else if (choice === 1) lines.splice(random(lines.length), 0, lines[line] ?? '');
    else [lines[line], lines[0]] = [lines[0] ?? '', lines[line] ?? ''];
    return lines.join('\r\n');
  },
  (text, random) => {
    const colon = text.indexOf(':', random(text.length));
    return colon < 0 ? text : splice(text, colon + 1, random(30), at(SPICES, random).repeat(1 + random(3)));
  },
  (text, random) => {
    const end = text.indexOf('\r\n', random(text.length));
    return end < 0 ? text : splice(text, end, 2, random(2) === 0 ? '\n' : '\r');
  },
];

/** One to three changes to a message; half of the time Content-Length is made to fit again. */
export function mutate(text: string, random: (below: number) => number, others: readonly string[]): string {
  let changed = text;
  for (let changes = 1 + random(3); changes > 0; changes--) {
    changed = MUTATIONS[random(MUTATIONS.length)]?.(changed, random, others) ?? changed;
  }
  if (random(2) === 0) return changed;
  const body = changed.indexOf('\r\n\r\n') + 4;
  const length = encoder.encode(changed.slice(body)).length;
  return changed.replace(/Content-Length: \d+/, `Content-Length: ${length}`);
}
