import { decodeUtf8, encodeUtf8, utf8Prefix } from './utf8.ts';

/**
 * The body of a message as it came: text from a text frame, octets from a binary one. Each form is made from the other
 * when first asked for.
 */
export class IncomingBody {
  readonly #source: string | Uint8Array;
  readonly #start: number;
  readonly #length: number | undefined;
  #text: string | undefined;
  #octets: Uint8Array | undefined;

  /**
   * @param source - the whole message
   * @param start - where in it the body begins
   * @param length - Content-Length in octets; everything to the end belongs to the body when absent
   */
  constructor(source: string | Uint8Array, start: number, length: number | undefined) {
    this.#source = source;
    this.#start = start;
    this.#length = length;
  }

  /** Whether there is nothing in it. */
  get isEmpty(): boolean {
    return this.#length === undefined ? this.#source.length <= this.#start : this.#length === 0;
  }

  /** Whether as many octets came as Content-Length says. */
  get isComplete(): boolean {
    const there = this.#source.length - this.#start;
    // A text has at least as many octets as characters, so counting them is rarely needed.
    if (this.#length === undefined || there >= this.#length) return true;
    if (typeof this.#source !== 'string') return false;
    return utf8Prefix(this.#source.slice(this.#start), this.#length) !== undefined;
  }

  /** Whether there are more octets, or for text characters, than a limit. */
  isLongerThan(limit: number): boolean {
    return (this.#length ?? this.#source.length - this.#start) > limit;
  }

  /** The body as text; octets that are no UTF-8 become U+FFFD. What came beyond Content-Length is dropped. */
  get text(): string {
    return (this.#text ??= this.#readText());
  }

  /** The body as octets. */
  get octets(): Uint8Array {
    return (this.#octets ??= this.#readOctets());
  }

  #readText(): string {
    if (typeof this.#source !== 'string') return decodeUtf8(this.octets);
    if (this.#length === 0) return '';
    const rest = this.#source.slice(this.#start);
    return this.#length === undefined ? rest : (utf8Prefix(rest, this.#length) ?? rest);
  }

  #readOctets(): Uint8Array {
    if (typeof this.#source === 'string') return encodeUtf8(this.text);
    const end = this.#length === undefined ? this.#source.length : this.#start + this.#length;
    return this.#source.subarray(this.#start, end);
  }
}
