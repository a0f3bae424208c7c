import { isName, skip, skipSpace, TOKEN, trimEnd } from './characters.ts';
import * as Field from './field.ts';
import { readList } from './list.ts';

/** Parses `text[start, end)`; `undefined` when it is malformed. */
export type Reader<Value> = (text: string, start: number, end: number) => Value | undefined;

/** Numbers kept for each field line: its number and flag, where its name starts, where its value starts and ends. */
export const STRIDE = 4;
/** The flag of a field whose value goes on over several lines. */
export const FOLDED = 256;

/** Stands for the place of a field that has several lines. */
export const TWICE = -2;

/** What {@link HeaderPlaces.survey} found last; one list, so that surveying allocates nothing. */
const surveyed: number[] = [];

/**
 * Header field lines as places in a text, by number (see `Field`): nothing is cut out before somebody asks for it.
 * A line is named by its place in the list, `at`.
 */
export class HeaderPlaces {
  /** The text the places point into. */
  readonly text: string;
  readonly #places: readonly number[];

  constructor(text: string, places: readonly number[]) {
    this.text = text;
    this.#places = places;
  }

  /** Steps through all lines: the first for no argument, -1 after the last. */
  next(at: number = -STRIDE): number {
    return at + STRIDE < this.#places.length ? at + STRIDE : -1;
  }

  /**
   * The next line of a field, or -1.
   *
   * @param from - where to look from on
   * @param name - for unknown fields, the name looked for, in lower case
   */
  find(id: number, from: number = 0, name: string = ''): number {
    const places = this.#places;
    for (let at = from; at < places.length; at += STRIDE) {
      if (((places[at] ?? 0) & ~FOLDED) !== id) continue;
      if (id !== Field.Other || this.#hasName(at, name)) return at;
    }
    return -1;
  }

  /**
   * Where each of the first fields has its line, by number, found in one go: -1 when it has none, {@link TWICE} when it
   * has several. The list holds until the next survey.
   */
  survey(fields: number): readonly number[] {
    const places = this.#places;
    const lines = surveyed;
    for (let id = 0; id < fields; id++) lines[id] = -1;
    for (let at = 0; at < places.length; at += STRIDE) {
      const id = this.id(at);
      if (id < fields) lines[id] = lines[id] === -1 ? at : TWICE;
    }
    return lines;
  }

  /** How many lines a field has. */
  count(id: number): number {
    let count = 0;
    for (let at = this.find(id); at >= 0; at = this.find(id, at + STRIDE)) count++;
    return count;
  }

  /** The number of a line's field. */
  id(at: number): number {
    return (this.#places[at] ?? 0) & ~FOLDED;
  }

  /** The name of a line as it is written. */
  name(at: number): string {
    const start = this.#places[at + 1] ?? 0;
    return this.text.slice(start, skip(this.text, start, this.text.length, TOKEN));
  }

  /** The value of a line, unfolded. */
  value(at: number): string {
    const value = this.text.slice(this.#places[at + 2], this.#places[at + 3]);
    return this.#isFolded(at) ? unfold(value) : value;
  }

  /** Reads a line as one value. */
  read<Value>(at: number, read: Reader<Value>): Value | undefined {
    if (!this.#isFolded(at)) return read(this.text, this.#places[at + 2] ?? 0, this.#places[at + 3] ?? 0);
    const value = this.value(at);
    return read(value, 0, value.length);
  }

  /** Reads the first line of a field as one value. */
  readFirst<Value>(id: number, read: Reader<Value>): Value | undefined {
    const at = this.find(id);
    return at < 0 ? undefined : this.read(at, read);
  }

  /**
   * Reads every line of a field as a list.
   *
   * @param into - where the items go; malformed ones are left out
   * @returns how many were malformed
   */
  readAll<Value>(id: number, read: Reader<Value>, into: Value[]): number {
    let refused = 0;
    const readLine = (text: string, start: number, end: number): number => readList(text, start, end, read, into);
    for (let at = this.find(id); at >= 0; at = this.find(id, at + STRIDE)) refused += this.read(at, readLine) ?? 0;
    return refused;
  }

  #isFolded(at: number): boolean {
    return ((this.#places[at] ?? 0) & FOLDED) !== 0;
  }

  #hasName(at: number, name: string): boolean {
    const start = this.#places[at + 1] ?? 0;
    const end = start + name.length;
    // What follows the name in the text is a colon or space, never part of a token.
    return isName(this.text, start, end, name) && skip(this.text, end, end + 1, TOKEN) === end;
  }
}

/** Joins the lines of a folded value: each line break with the space round it becomes one space (section 7.3.1). */
export function unfold(value: string): string {
  let out = '';
  let pos = 0;
  for (let cr = value.indexOf('\r\n'); cr >= 0; cr = value.indexOf('\r\n', pos)) {
    const kept = value.slice(pos, trimEnd(value, pos, cr));
    if (kept !== '') out += `${kept} `;
    pos = skipSpace(value, cr + 2, value.length);
  }
  return out + value.slice(pos);
}
