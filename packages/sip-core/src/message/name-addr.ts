import {
  COMMA,
  detach,
  DISPLAY,
  GREATER,
  LESS,
  QUESTION,
  QUOTE,
  SEMICOLON,
  skip,
  skipSpace,
  SPACE,
  TAB,
  trimEnd,
} from './characters.ts';
import {
  checkParams,
  entriesOf,
  formatParams,
  NO_PARAMS,
  paramOf,
  type Params,
  readParams,
  refuseBreaks,
} from './params.ts';
import { quote, skipQuoted, unescape } from './quoted-string.ts';
import { lastRead, Uri } from './uri.ts';

/** What a {@link NameAddr} is made from. Nothing in it is quoted or escaped yet. */
export interface NameAddrInit {
  readonly displayName?: string | undefined;
  readonly uri: Uri;
  /** By name; `null` for a parameter without a value. */
  readonly params?: Params | Readonly<Record<string, string | null>> | undefined;
}

/**
 * An address as From, To, Contact, Route, Refer-To and others carry it: `name-addr` or `addr-spec` with parameters
 * (RFC 3261 sections 20.10 and 25.1). Immutable.
 *
 * @example
 * ```ts
 * const from = NameAddr.parse('"Alice \"A\"" <sip:alice@example.com>;tag=1');
 * from?.displayName; // 'Alice "A"'
 * from?.tag; // '1'
 * ```
 */
export class NameAddr {
  /** The display name, without quotes and escapes; absent when it is empty. */
  readonly displayName: string | undefined;
  readonly uri: Uri;
  /** The `tag` parameter. */
  readonly tag: string | undefined;
  // As they are written, each with its semicolon.
  readonly #paramText: string;
  #params: Params | undefined;

  private constructor(displayName: string | undefined, uri: Uri, paramText: string, tag: string) {
    this.displayName = displayName === '' ? undefined : displayName;
    this.uri = uri;
    this.tag = tag === '' ? undefined : tag;
    this.#paramText = paramText;
  }

  /**
   * Parses one address, with or without angle brackets. Without them, parameters belong to the header field and not
   * to the URI (RFC 3261 section 20.10).
   *
   * @returns `undefined` when the text is no address; never throws
   */
  static parse(text: string): NameAddr | undefined {
    return NameAddr.read(text, skipSpace(text, 0, text.length), trimEnd(text, 0, text.length));
  }

  /** Parses `text[start, end)`, which must be one address, without space round it. */
  static read(text: string, start: number, end: number): NameAddr | undefined {
    let pos = start;
    let displayName: string | undefined;
    if (pos < end && text.charCodeAt(pos) === QUOTE) {
      const close = skipQuoted(text, pos, end);
      if (close < 0) return undefined;
      displayName = unescape(text.slice(pos + 1, close - 1));
      pos = skipSpace(text, close, end);
    } else if (pos < end && text.charCodeAt(pos) !== LESS) {
      const nameEnd = skipDisplayName(text, pos, end);
      // An addr-spec comes to its colon here, or to the @ of something that is none.
      if (nameEnd >= end || text.charCodeAt(nameEnd) !== LESS) return NameAddr.#readAddrSpec(text, start, end);
      displayName = text.slice(pos, trimEnd(text, pos, nameEnd));
      pos = nameEnd;
    }
    if (pos >= end || text.charCodeAt(pos) !== LESS) return undefined;
    // A > in the URI can only stand in quotes, which are stepped over; so the first that ends the URI closes.
    const uri = Uri.readFirst(text, pos + 1, end);
    const close = lastRead.end;
    if (uri === undefined || close >= end || text.charCodeAt(close) !== GREATER) return undefined;
    const tag = checkParams(text, close + 1, end, 'tag');
    return tag === null ? undefined : new NameAddr(displayName, uri, text.slice(close + 1, end), tag);
  }

  static #readAddrSpec(text: string, start: number, end: number): NameAddr | undefined {
    let stop = start;
    while (stop < end && !endsAddrSpec(text.charCodeAt(stop))) stop++;
    const uri = Uri.read(text, start, stop);
    const tag = checkParams(text, skipSpace(text, stop, end), end, 'tag');
    if (uri === undefined || tag === null) return undefined;
    return new NameAddr(undefined, uri, text.slice(stop, end), tag);
  }

  /**
   * Makes an address from plain values.
   *
   * @throws InvalidValueError for a line break or NUL, and for a parameter name that is no token
   */
  static from(init: NameAddrInit): NameAddr {
    const { displayName, uri, params = NO_PARAMS } = init;
    if (displayName !== undefined) refuseBreaks(displayName, 'display name');
    return new NameAddr(displayName, uri, formatParams(entriesOf(params), 'address'), paramOf(params, 'tag') ?? '');
  }

  /** The parameters of the header field (not of the URI), by lowercase name; `null` for one without a value. */
  get params(): Params {
    return (this.#params ??= readParams(this.#paramText));
  }

  /** An address with some parts replaced; `undefined` removes display name or parameters. */
  with(changes: Partial<NameAddrInit>): NameAddr {
    const { displayName, uri, params } = this;
    return NameAddr.from({ displayName, uri, params, ...changes });
  }

  /** The same address with a `tag`; everything else as it was. */
  withTag(tag: string): NameAddr {
    return this.with({ params: new Map(this.params).set('tag', tag) });
  }

  /** The same address, no longer keeping the message it came from in memory. */
  detached(): NameAddr {
    const displayName = this.displayName === undefined ? undefined : detach(this.displayName);
    return new NameAddr(displayName, this.uri.detached(), detach(this.#paramText), detach(this.tag ?? ''));
  }

  /** The address as text, always with angle brackets and a quoted display name. */
  toString(): string {
    const address = `<${this.uri.toString()}>${this.#paramText}`;
    return this.displayName === undefined ? address : `${quote(this.displayName)} ${address}`;
  }
}

/** {@link NameAddr.read} as a function. */
export function readNameAddr(text: string, start: number, end: number): NameAddr | undefined {
  return NameAddr.read(text, start, end);
}

/** Steps over tokens and spaces; letters beyond ASCII are not in the RFC without quotes, but are met. */
function skipDisplayName(text: string, pos: number, end: number): number {
  while (true) {
    pos = skip(text, pos, end, DISPLAY);
    if (pos >= end) return pos;
    const code = text.charCodeAt(pos);
    if (code < 128 && code !== SPACE && code !== TAB) return pos;
    pos++;
  }
}

function endsAddrSpec(code: number): boolean {
  return code === SEMICOLON || code === COMMA || code === QUESTION || code === SPACE || code === TAB || code === LESS;
}
