/** Marks that have no shape of their own and come along with copied text: directions, joiners, soft hyphens. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** Digits of other scripts, by the code point of their zero: Arabic-Indic, Persian, Devanagari, Bengali, full-width. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10];
const letterGroups = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];

/**
 * Turns pasted text into what can be dialled: `+44 (0)20 7946-0018` into `+442079460018`, `tel:` and `sip:` links into
 * their number or address, `1-800-FLOWERS` into digits. Text that is no number, such as `alice@example.com`, only
 * loses what cannot be seen.
 */
export function cleanNumber(pasted: string): string {
  const text = toAsciiDigits(pasted.replace(invisible, ''))
    .replace(/\s+/g, ' ')
    .replace(/^ ?<|>? ?$/g, '');
  const link = /^(tel|callto|sips?):(?:\/\/)?([^;?]*)/i.exec(text);
  const address = link?.[2] === undefined ? text : decode(link[2]);
  if (address.includes('@')) return address.replace(/\s/g, '');
  const number = numberIn(address);
  return number ?? address;
}

/** The digits of a text that is a telephone number with the usual ornaments, `undefined` for anything else. */
function numberIn(text: string): string | undefined {
  const labelled = /^[\p{L} ]+:\s*(.*)$/u.exec(text);
  const candidate = labelled?.[1] ?? text;
  const plain = candidate.replace(/^(\+\d{1,3}[\s.-]*)\(0\)/, '$1').replace(/[\s().\-–—/\u00a0]/g, '');
  if (/^\+?[\d*#]+$/.test(plain)) return plain;
  if (/^\+?\d[\d]{2,}[A-Za-z]{3,}$/.test(plain)) return plain.replace(/[A-Za-z]/g, toDigit);
  return undefined;
}

function toDigit(letter: string): string {
  return String(letterGroups.findIndex((group) => group.includes(letter.toUpperCase())) + 2);
}

function toAsciiDigits(text: string): string {
  return text.replace(/[\p{Nd}＋＊＃]/gu, (character) => {
    const code = character.charCodeAt(0);
    const zero = zeros.find((first) => code >= first && code <= first + 9);
    if (zero !== undefined) return String(code - zero);
    return code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : character;
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
