import { isIn, PERCENT, skip } from './characters.ts';

/**
 * Decodes `%HH` once (RFC 3261 section 19.1.2). Octets that are no UTF-8 become U+FFFD; a stray `%` stays.
 */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return decodeLoosely(text);
  }
}

function decodeLoosely(text: string): string {
  const octets: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const octet = code === PERCENT ? Number.parseInt(text.slice(i + 1, i + 3), 16) : Number.NaN;
    if (Number.isNaN(octet)) {
      octets.push(code & 0xff);
    } else {
      octets.push(octet);
      i += 2;
    }
  }
  return new TextDecoder().decode(Uint8Array.from(octets));
}

/** Encodes every character outside the class as `%HH` of its UTF-8 octets. */
export function encodePercent(text: string, bits: number): string {
  if (skip(text, 0, text.length, bits) === text.length) return text;
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (isIn(code, bits)) out += character;
    else for (const octet of encodeCodePoint(code)) out += `%${octet.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}

function encodeCodePoint(code: number): readonly number[] {
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), tail(code)];
  // Half of a surrogate pair is no character.
  if (code >= 0xd800 && code < 0xe000) return [0xef, 0xbf, 0xbd];
  if (code < 0x10000) return [0xe0 | (code >> 12), tail(code >> 6), tail(code)];
  return [0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code)];
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f);
}
