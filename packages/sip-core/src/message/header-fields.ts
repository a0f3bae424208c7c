import { InvalidValueError } from '../base/errors.ts';
import { isAll, TOKEN } from './characters.ts';
import * as Field from './field.ts';
import { headerId, headerName } from './header-names.ts';

/**
 * The header of a message we write: an ordered list. Names are written as RFCs write them, whatever form they were
 * given in; values are checked when the message is serialised.
 *
 * @example
 * ```ts
 * const headers = new HeaderFields([['Subject', 'Lunch']]);
 * headers.add('Route', '<sip:proxy.example.com;lr>');
 * headers.get('s'); // 'Lunch'
 * ```
 */
export class HeaderFields implements Iterable<readonly [name: string, value: string]> {
  readonly #names: string[] = [];
  readonly #values: string[] = [];

  constructor(fields: Iterable<readonly [name: string, value: string]> = []) {
    for (const [name, value] of fields) this.add(name, value);
  }

  /** How many lines there are. */
  get size(): number {
    return this.#names.length;
  }

  /** The value of the first line of a field. */
  get(name: string): string | undefined {
    return this.#values[this.#find(checkedName(name), 0)];
  }

  /** The values of all lines of a field, in their order. */
  all(name: string): readonly string[] {
    const wanted = checkedName(name);
    return this.#values.filter((_, index) => sameField(this.#names[index], wanted));
  }

  /** Whether a field is there. */
  has(name: string): boolean {
    return this.#find(checkedName(name), 0) >= 0;
  }

  /** Replaces all lines of a field by one, in the place of the first; adds it at the end when there was none. */
  set(name: string, value: string): this {
    const wanted = checkedName(name);
    const index = this.#find(wanted, 0);
    if (index < 0) return this.add(wanted, value);
    this.#values[index] = value;
    this.#remove(wanted, index + 1);
    return this;
  }

  /** Adds a line at the end. */
  add(name: string, value: string): this {
    this.#names.push(checkedName(name));
    this.#values.push(value);
    return this;
  }

  /** Adds a line above all others, as Via wants it. */
  prepend(name: string, value: string): this {
    this.#names.unshift(checkedName(name));
    this.#values.unshift(value);
    return this;
  }

  /** Adds several lines at the end. */
  addAll(fields: Iterable<readonly [name: string, value: string]>): this {
    for (const [name, value] of fields) this.add(name, value);
    return this;
  }

  /** Removes all lines of a field. */
  delete(name: string): this {
    this.#remove(checkedName(name), 0);
    return this;
  }

  /** A list of its own with the same lines. */
  clone(): HeaderFields {
    const copy = new HeaderFields();
    copy.#names.push(...this.#names);
    copy.#values.push(...this.#values);
    return copy;
  }

  /** Name and value of each line. */
  *[Symbol.iterator](): IterableIterator<readonly [name: string, value: string]> {
    for (const [index, name] of this.#names.entries()) yield [name, this.#values[index] ?? ''];
  }

  /** The lines as they are written, each with its CRLF. Nothing is checked here: see `serializeRequest`. */
  toString(): string {
    let text = '';
    for (let i = 0; i < this.#names.length; i++) text += `${this.#names[i] ?? ''}: ${this.#values[i] ?? ''}\r\n`;
    return text;
  }

  #find(name: string, from: number): number {
    for (let i = from; i < this.#names.length; i++) {
      if (sameField(this.#names[i], name)) return i;
    }
    return -1;
  }

  #remove(name: string, from: number): void {
    for (let i = this.#find(name, from); i >= 0; i = this.#find(name, i)) {
      this.#names.splice(i, 1);
      this.#values.splice(i, 1);
    }
  }
}

/** Known names are the same string; those of others may differ in case. */
function sameField(name: string | undefined, wanted: string): boolean {
  if (name === wanted) return true;
  return name?.length === wanted.length && name.toLowerCase() === wanted.toLowerCase();
}

function checkedName(name: string): string {
  const id = headerId(name, 0, name.length);
  if (id !== Field.Other) return headerName(id);
  if (!isAll(name, TOKEN)) throw new InvalidValueError('header name', `${JSON.stringify(name)} cannot be one`);
  return name;
}
