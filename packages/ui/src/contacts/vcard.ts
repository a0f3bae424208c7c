import type { Contact, ContactDraft } from '@hookswitch/react-sip/storage';

/** Cards of one file that are read. */
const mostCards = 5000;

/** Writes contacts as vCards (RFC 6350). */
export function writeVCards(contacts: readonly Contact[]): string {
  const lines = contacts.flatMap(({ name, addresses, note, favourite }) => [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `FN:${escape(name)}`,
    ...addresses.map(({ address, label }) => addressLine(address, label)),
    ...(note === '' ? [] : [`NOTE:${escape(note)}`]),
    ...(favourite ? ['CATEGORIES:favourite'] : []),
    'END:VCARD',
  ]);
  return lines.map((line) => `${line}\r\n`).join('');
}

function addressLine(address: string, label: string): string {
  const type = label === '' ? '' : `;TYPE="${label.replace(/["\p{Cc}]/gu, ' ')}"`;
  // Lines must not be broken by what is in them.
  const plain = address.replace(/\p{Cc}/gu, '');
  return /^sips?:/i.test(plain) ? `IMPP${type}:${plain}` : `TEL${type};VALUE=text:${escape(plain)}`;
}

/** Reads the contacts of vCards, version 2.1 to 4.0. Cards without a name and an address are left out. */
export function readVCards(text: string): readonly ContactDraft[] {
  const drafts: ContactDraft[] = [];
  let card: { name: string; note: string; favourite: boolean; addresses: { label: string; address: string }[] } | null =
    null;
  // A line that begins with a space goes on with the one before (RFC 6350 section 3.2).
  for (const line of text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)) {
    const colon = valueAt(line);
    if (colon < 0) continue;
    const [property = '', ...params] = line.slice(0, colon).split(';');
    const value = unescape(line.slice(colon + 1).trim());
    // Groups such as `item1.TEL` come before the name.
    switch (property.slice(property.lastIndexOf('.') + 1).toUpperCase()) {
      case 'BEGIN':
        card = { name: '', note: '', favourite: false, addresses: [] };
        break;
      case 'FN':
        if (card !== null) card.name = value;
        break;
      case 'NOTE':
        if (card !== null) card.note = value;
        break;
      case 'CATEGORIES':
        if (card !== null) card.favourite = /favou?rite/i.test(value);
        break;
      case 'TEL':
      case 'IMPP':
        card?.addresses.push({ label: typeOf(params), address: value.replace(/^tel:/i, '') });
        break;
      case 'END':
        if (card !== null && card.name !== '' && card.addresses.length > 0) drafts.push(card);
        card = null;
        if (drafts.length >= mostCards) return drafts;
        break;
      default:
    }
  }
  return drafts;
}

/** Where the value begins: at the first colon outside of quotes. */
function valueAt(line: string): number {
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === ':' && !quoted) return at;
  }
  return -1;
}

function typeOf(params: readonly string[]): string {
  const type = params.find((param) => /^type=/i.test(param))?.slice(5) ?? '';
  const words = type.replace(/"/g, '').split(',');
  return words.find((word) => !/^(voice|pref|text|internet)$/i.test(word)) ?? '';
}

function escape(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/\r?\n/g, '\\n')
    .replace(/([,;])/g, '\\$1')
    .replace(/\p{Cc}/gu, ' ');
}

function unescape(text: string): string {
  return text.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}
