import { BACKSLASH, CR, detach, LF, QUOTE } from './characters.ts';

/**
 * Text that is put together from many small pieces is made flat each time it has grown by so much: engines keep joined
 * strings as trees, and collecting garbage round a tree of a hundred thousand leaves takes more than its share.
 */
const FLAT = 1024;

/**
 * Finds the end of a quoted string (RFC 3261 section 25.1).
 *
 * @param pos - place of the opening quote
 * @returns the place after the closing quote, or -1 when there is none before `end`
 */
export function skipQuoted(text: string, pos: number, end: number): number {
  for (let i = pos + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) return i + 1;
    if (code === CR || code === LF) return -1;
    if (code === BACKSLASH) i++;
  }
  return -1;
}

/**
 * Writes a quoted string: `"` and `\` are escaped, and so are control characters, which only a quoted pair may carry.
 * Line breaks cannot be carried at all; whoever writes refuses them.
 */
export function quote(text: string): string {
  let out = '';
  let part = '"';
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== QUOTE && code !== BACKSLASH && code >= 32 && code !== 127) continue;
    part += `${text.slice(done, i)}\\`;
    done = i;
    if (part.length < FLAT) continue;
    out += detach(part);
    part = '';
  }
  return `${out}${part}${text.slice(done)}"`;
}

/** The text within a quoted string; anything not in quotes is returned as it is. */
export function unquote(text: string): string {
  const quoted = text.length >= 2 && text.charCodeAt(0) === QUOTE && text.charCodeAt(text.length - 1) === QUOTE;
  return quoted ? unescape(text.slice(1, -1)) : text;
}

/** Takes the backslash off each quoted pair. */
export function unescape(text: string): string {
  let slash = text.indexOf('\\');
  if (slash < 0) return text;
  let out = '';
  let part = '';
  let done = 0;
  while (slash >= 0) {
    part += text.slice(done, slash);
    done = slash + 1;
    slash = text.indexOf('\\', slash + 2);
    if (part.length < FLAT) continue;
    out += detach(part);
    part = '';
  }
  return out + part + text.slice(done);
}
