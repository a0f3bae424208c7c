import { InvalidValueError } from '../base/errors.ts';
import {
  ALPHA,
  AT,
  COLON,
  detach,
  isIn,
  isName,
  OPAQUE,
  PASSWORD,
  QUESTION,
  SCHEME,
  skip,
  skipEscaped,
  USER,
} from './characters.ts';
import { isHost, readHost, readPort, skipPort } from './host.ts';
import { entriesOf, NO_PARAMS, type Params, refuseBreaks } from './params.ts';
import { decodePercent, encodePercent } from './percent.ts';
import {
  formatUriHeaders,
  formatUriParams,
  readUriHeaders,
  readUriParams,
  skipUriHeaders,
  skipUriParams,
  type UriHeaders,
} from './uri-parts.ts';

/** What a {@link Uri} is made from. Nothing in it is escaped yet. */
export interface UriInit {
  /** `sip` (default) or `sips`. */
  readonly scheme?: string | undefined;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** A name, an IPv4 address, or an IPv6 address in brackets. */
  readonly host: string;
  readonly port?: number | undefined;
  /** By name; `null` for a parameter without a value. */
  readonly params?: Params | Readonly<Record<string, string | null>> | undefined;
  readonly headers?: UriHeaders | undefined;
}

/** Parameters that make two URIs differ when only one has them (RFC 3261 section 19.1.4). */
const NEVER_IGNORED = ['user', 'ttl', 'method', 'maddr', 'transport'];

/** Where the URI ends that was read last; one record, so that reading makes nothing but the URI. */
export const lastRead = { end: 0 };

/**
 * A SIP, SIPS or other URI (RFC 3261 section 19.1). Immutable.
 *
 * What was parsed is written again exactly as it came, but for the case of scheme and host; what is asked for is
 * decoded, once.
 *
 * @example
 * ```ts
 * const uri = Uri.parse('sip:alice@example.com;transport=ws');
 * uri?.user; // 'alice'
 * Uri.from({ user: '*72#', host: 'example.com' }).toString(); // 'sip:*72%23@example.com'
 * ```
 */
export class Uri {
  /** Lowercase: `sip`, `sips`, `tel`, ... */
  readonly scheme: string;
  /** Lowercase, IPv6 addresses in their brackets; empty for schemes other than `sip` and `sips`. */
  readonly host: string;
  readonly port: number | undefined;
  /** What follows the colon of a scheme other than `sip` and `sips`. */
  readonly opaque: string | undefined;
  // As they are written, escapes and all.
  readonly #user: string;
  readonly #password: string | undefined;
  readonly #paramText: string;
  readonly #headerText: string;
  #params: Params | undefined;
  #headers: UriHeaders | undefined;

  private constructor(
    scheme: string,
    user: string,
    password: string | undefined,
    host: string,
    port: number | undefined,
    paramText: string,
    headerText: string,
    opaque: string | undefined,
  ) {
    this.scheme = scheme;
    this.host = host;
    this.port = port;
    this.opaque = opaque;
    this.#user = user;
    this.#password = password;
    this.#paramText = paramText;
    this.#headerText = headerText;
  }

  /**
   * Parses a URI.
   *
   * @returns `undefined` when the text is no URI; never throws
   */
  static parse(text: string): Uri | undefined {
    return Uri.read(text, 0, text.length);
  }

  /** Parses `text[start, end)`, which must be one URI and nothing else. */
  static read(text: string, start: number, end: number): Uri | undefined {
    const uri = Uri.readFirst(text, start, end);
    return lastRead.end === end ? uri : undefined;
  }

  /** Parses the URI that `text[start, end)` begins with; what follows it begins at `lastRead.end`. */
  static readFirst(text: string, start: number, end: number): Uri | undefined {
    const colon = isName(text, start, start + 4, 'sip:')
      ? start + 3
      : isName(text, start, start + 5, 'sips:')
        ? start + 4
        : -1;
    if (colon < 0 || colon >= end) return Uri.#readOpaque(text, start, end);
    const scheme = colon - start === 3 ? 'sip' : 'sips';

    // Everything a host and its parameters consist of could be a user as well, so look for the @ first.
    let pos = colon + 1;
    let user = '';
    let password: string | undefined;
    const userEnd = skipEscaped(text, pos, end, USER);
    if (userEnd < end && userEnd > pos) {
      const code = text.charCodeAt(userEnd);
      if (code === AT) {
        user = text.slice(pos, userEnd);
        pos = userEnd + 1;
      } else if (code === COLON) {
        const passwordEnd = skipEscaped(text, userEnd + 1, end, PASSWORD);
        if (passwordEnd < end && text.charCodeAt(passwordEnd) === AT) {
          user = text.slice(pos, userEnd);
          password = text.slice(userEnd + 1, passwordEnd);
          pos = passwordEnd + 1;
        }
      }
    }

    const host = readHost(text, pos, end);
    if (host === undefined) return undefined;
    const hostEnd = pos + host.length;
    let port: number | undefined;
    pos = skipPort(text, hostEnd, end);
    if (pos > hostEnd) {
      port = readPort(text, hostEnd + 1, pos);
      if (port < 0) return undefined;
    }
    const paramStart = pos;
    pos = skipUriParams(text, pos, end);
    if (pos < 0) return undefined;
    const paramText = pos === paramStart ? '' : text.slice(paramStart, pos);
    lastRead.end = pos;
    if (pos >= end || text.charCodeAt(pos) !== QUESTION) {
      return new Uri(scheme, user, password, host, port, paramText, '', undefined);
    }
    const headers = pos + 1;
    pos = skipUriHeaders(text, headers, end);
    if (pos < 0) return undefined;
    lastRead.end = pos;
    return new Uri(scheme, user, password, host, port, paramText, text.slice(headers, pos), undefined);
  }

  static #readOpaque(text: string, start: number, end: number): Uri | undefined {
    const colon = skip(text, start, end, SCHEME);
    if (colon + 1 >= end || text.charCodeAt(colon) !== COLON || !isIn(text.charCodeAt(start), ALPHA)) return undefined;
    const stop = skip(text, colon + 1, end, OPAQUE);
    if (stop === colon + 1) return undefined;
    lastRead.end = stop;
    const scheme = text.slice(start, colon).toLowerCase();
    return new Uri(scheme, '', undefined, '', undefined, '', '', text.slice(colon + 1, stop));
  }

  /**
   * Makes a URI from plain values; escapes what needs it.
   *
   * @throws InvalidValueError for a host or port that cannot be one, or a scheme other than `sip` and `sips`
   */
  static from(init: UriInit): Uri {
    const scheme = (init.scheme ?? 'sip').toLowerCase();
    if (scheme !== 'sip' && scheme !== 'sips') throw new InvalidValueError('URI scheme', 'must be sip or sips');
    if (!isHost(init.host)) {
      throw new InvalidValueError('URI host', `${JSON.stringify(init.host)} is no host`);
    }
    const { port } = init;
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65535)) {
      throw new InvalidValueError('URI port', `${String(port)} is no port`);
    }
    const { user = '', password, params = NO_PARAMS, headers } = init;
    return new Uri(
      scheme,
      writeUser(user),
      // There is no password without a user.
      password === undefined || user === '' ? undefined : encodePercent(password, PASSWORD),
      init.host.toLowerCase(),
      port,
      formatUriParams(entriesOf(params)),
      headers === undefined ? '' : formatUriHeaders(headers),
      undefined,
    );
  }

  /** The user, decoded. */
  get user(): string | undefined {
    return this.#user === '' ? undefined : decodePercent(this.#user);
  }

  /** The password, decoded. */
  get password(): string | undefined {
    return this.#password === undefined ? undefined : decodePercent(this.#password);
  }

  /** The parameters, decoded, by lowercase name; `null` for one without a value. */
  get params(): Params {
    return (this.#params ??= readUriParams(this.#paramText));
  }

  /** The headers after the question mark, decoded, by lowercase name. */
  get headers(): UriHeaders {
    return (this.#headers ??= readUriHeaders(this.#headerText));
  }

  /** The address of record: scheme, user and host alone, such as `sip:alice@example.com`. */
  get aor(): string {
    if (this.opaque !== undefined) return `${this.scheme}:${this.opaque.split(';', 1)[0] ?? ''}`;
    return this.#user === '' ? `${this.scheme}:${this.host}` : `${this.scheme}:${this.#user}@${this.host}`;
  }

  /** A URI with some parts replaced; `undefined` removes a part. URIs other than SIP and SIPS have no parts. */
  with(changes: Partial<UriInit>): Uri {
    const { scheme, user, password, host, port, params, headers } = this;
    return Uri.from({ scheme, user, password, host, port, params, headers, ...changes });
  }

  /** The same URI without headers, as a Request-URI has to be (RFC 3261 section 19.1.5). */
  withoutHeaders(): Uri {
    return this.opaque !== undefined || this.#headerText === '' ? this : this.with({ headers: undefined });
  }

  /** The same URI, no longer keeping the message it came from in memory. */
  detached(): Uri {
    return Uri.parse(detach(this.toString())) ?? this;
  }

  /** The URI as text. */
  toString(): string {
    const bare = Uri.#withoutTail(this);
    return this.#headerText === '' ? bare + this.#paramText : `${bare}${this.#paramText}?${this.#headerText}`;
  }

  /** The URI as a Request-URI: without headers and the `method` parameter (RFC 3261 section 19.1.5). */
  toRequestUri(): string {
    // With an escape it may be spelled in many ways; without, reading the parameters is rarely worth it.
    const mayBeThere = /%|;method/i.test(this.#paramText) && this.params.has('method');
    if (!mayBeThere) return Uri.#withoutTail(this) + this.#paramText;
    return Uri.#withoutTail(this) + formatUriParams(this.params, 'method');
  }

  /** Static, as a private method would take room in each URI. */
  static #withoutTail(uri: Uri): string {
    if (uri.opaque !== undefined) return `${uri.scheme}:${uri.opaque}`;
    let text = `${uri.scheme}:`;
    if (uri.#user !== '') {
      text += uri.#password === undefined ? `${uri.#user}@` : `${uri.#user}:${uri.#password}@`;
    }
    text += uri.host;
    return uri.port === undefined ? text : `${text}:${uri.port}`;
  }

  /** Equality as RFC 3261 section 19.1.4 has it: not transitive, some parameters ignored when only one has them. */
  equals(other: Uri): boolean {
    if (this.scheme !== other.scheme) return false;
    if (this.opaque !== undefined || other.opaque !== undefined) {
      return comparable(this) === comparable(other);
    }
    return (
      this.user === other.user &&
      this.password === other.password &&
      this.host === other.host &&
      this.port === other.port &&
      sameParams(this.params, other.params) &&
      sameHeaders(this.headers, other.headers)
    );
  }
}

function writeUser(user: string): string {
  const encoded = encodePercent(user, USER);
  // A break could be escaped like anything else, but nobody means one.
  if (encoded !== user) refuseBreaks(user, 'URI user');
  // A # is let in, but never sent.
  return encoded.includes('#') ? encoded.replaceAll('#', '%23') : encoded;
}

function comparable(uri: Uri): string {
  const opaque = uri.opaque ?? '';
  // RFC 3966 section 5: case and visual separators do not matter in a number.
  return uri.scheme === 'tel' ? opaque.toLowerCase().replaceAll(/[-.()]/g, '') : opaque;
}

function sameParams(a: Params, b: Params): boolean {
  for (const [name, value] of a) {
    const other = b.get(name);
    if (other !== undefined && other?.toLowerCase() !== value?.toLowerCase()) return false;
  }
  return NEVER_IGNORED.every((name) => a.has(name) === b.has(name));
}

function sameHeaders(a: UriHeaders, b: UriHeaders): boolean {
  if (a.size !== b.size) return false;
  for (const [name, values] of a) {
    if (b.get(name)?.join('\n') !== values.join('\n')) return false;
  }
  return true;
}
