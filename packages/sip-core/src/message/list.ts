import { COMMA, GREATER, LESS, QUOTE, skipSpace, trimEnd } from './characters.ts';
import { skipQuoted } from './quoted-string.ts';

/**
 * Finds the comma that ends an item of a list, or `end`. Commas in quotes and in angle brackets are no ends; quotes or
 * brackets that never close take the rest.
 */
export function itemEnd(text: string, pos: number, end: number): number {
  let bracketed = false;
  while (pos < end) {
    const code = text.charCodeAt(pos);
    if (code === QUOTE) {
      pos = skipQuoted(text, pos, end);
      if (pos < 0) return end;
      continue;
    }
    if (code === LESS) bracketed = true;
    else if (code === GREATER) bracketed = false;
    else if (code === COMMA && !bracketed) return pos;
    pos++;
  }
  return end;
}

/**
 * Reads a comma-separated list (RFC 3261 section 7.3.1) into `into`, with a reader that takes no comma for part of an
 * item but in quotes and brackets. Empty items are skipped; an item that `read`
 * refuses is left out.
 *
 * @returns how many items were refused
 */
export function readList<Item>(
  text: string,
  start: number,
  end: number,
  read: (text: string, start: number, end: number) => Item | undefined,
  into: Item[],
): number {
  // Most lists are of one item, and then where it ends need not be looked for.
  const only = start < end ? read(text, start, end) : undefined;
  if (only !== undefined) {
    into.push(only);
    return 0;
  }
  let refused = 0;
  for (let pos = start; pos < end;) {
    const stop = itemEnd(text, pos, end);
    const from = skipSpace(text, pos, stop);
    const to = trimEnd(text, from, stop);
    if (to > from) {
      const item = read(text, from, to);
      if (item === undefined) refused++;
      else into.push(item);
    }
    pos = stop + 1;
  }
  return refused;
}

/** The items of a comma-separated list as text. */
export function splitList(text: string): string[] {
  const items: string[] = [];
  for (let pos = 0; pos < text.length;) {
    const stop = itemEnd(text, pos, text.length);
    const from = skipSpace(text, pos, stop);
    const to = trimEnd(text, from, stop);
    if (to > from) items.push(text.slice(from, to));
    pos = stop + 1;
  }
  return items;
}
