import { InvalidValueError } from '../base/errors.ts';
import { COLON, DIGIT, isAll, isName, skip, skipSpace, SLASH, TOKEN, trimEnd } from './characters.ts';
import { isHost, readHost, readPort } from './host.ts';
import { checkParams, entriesOf, formatParams, paramOf, type Params, readParams } from './params.ts';

/** What a {@link Via} is made from. */
export interface ViaInit {
  /** `WS`, `WSS`, `TCP`, `UDP`, ... */
  readonly transport: string;
  readonly host: string;
  readonly port?: number | undefined;
  readonly params?: Params | Readonly<Record<string, string | null>> | undefined;
}

/** One hop of a Via header field (RFC 3261 section 20.42). Immutable. */
export class Via {
  /** Always `SIP/2.0`. */
  readonly protocol: string = 'SIP/2.0';
  /** In capitals. */
  readonly transport: string;
  readonly host: string;
  readonly port: number | undefined;
  /** The branch, as it came. */
  readonly branch: string | undefined;
  readonly #paramText: string;
  #params: Params | undefined;

  private constructor(transport: string, host: string, port: number | undefined, paramText: string, branch: string) {
    this.transport = transport;
    this.host = host;
    this.port = port;
    this.branch = branch === '' ? undefined : branch;
    this.#paramText = paramText;
  }

  /**
   * Parses one hop.
   *
   * @returns `undefined` when the text is none; never throws
   */
  static parse(text: string): Via | undefined {
    return Via.read(text, skipSpace(text, 0, text.length), trimEnd(text, 0, text.length));
  }

  /** Parses `text[start, end)`, which must be one hop, without space round it. */
  static read(text: string, start: number, end: number): Via | undefined {
    const transportStart = skipProtocol(text, start, end);
    if (transportStart < 0) return undefined;
    const transportEnd = skip(text, transportStart, end, TOKEN);
    const hostStart = skipSpace(text, transportEnd, end);
    if (transportEnd === transportStart || hostStart === transportEnd) return undefined;
    const host = readHost(text, hostStart, end);
    if (host === undefined) return undefined;
    let port: number | undefined;
    let pos = skipSpace(text, hostStart + host.length, end);
    if (pos < end && text.charCodeAt(pos) === COLON) {
      const portStart = skipSpace(text, pos + 1, end);
      pos = skip(text, portStart, end, DIGIT);
      port = readPort(text, portStart, pos);
      if (port < 0) return undefined;
    }
    const branch = checkParams(text, skipSpace(text, pos, end), end, 'branch');
    if (branch === null) return undefined;
    const transport = readTransport(text, transportStart, transportEnd);
    return new Via(transport, host, port, text.slice(pos, end), branch);
  }

  /**
   * Makes a hop from plain values.
   *
   * @throws InvalidValueError for a transport that is no token, or a host or port that cannot be one
   */
  static from(init: ViaInit): Via {
    const { transport, host, port, params = {} } = init;
    if (!isAll(transport, TOKEN))
      throw new InvalidValueError('Via transport', `${JSON.stringify(transport)} is no token`);
    if (!isHost(host)) {
      throw new InvalidValueError('Via host', `${JSON.stringify(host)} is no host`);
    }
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65535)) {
      throw new InvalidValueError('Via port', `${port} is no port`);
    }
    return new Via(
      transport.toUpperCase(),
      host.toLowerCase(),
      port,
      formatParams(entriesOf(params), 'Via'),
      paramOf(params, 'branch') ?? '',
    );
  }

  /** The parameters by lowercase name; `null` for one without a value. */
  get params(): Params {
    return (this.#params ??= readParams(this.#paramText));
  }

  /** Where the request came from, as the next hop saw it; an IPv6 address with or without brackets. */
  get received(): string | undefined {
    return this.params.get('received') ?? undefined;
  }

  /** The port the request came from (RFC 3581); `null` when it is only asked for. */
  get rport(): number | null | undefined {
    const text = this.params.get('rport');
    if (text === undefined || text === null) return text;
    const port = readPort(text, 0, text.length);
    return port < 0 ? undefined : port;
  }

  /** Host and port as they identify the sender: `example.com:5060` or `example.com`. */
  get sentBy(): string {
    return this.port === undefined ? this.host : `${this.host}:${this.port}`;
  }

  /** The hop as text. */
  toString(): string {
    return `${this.protocol}/${this.transport} ${this.sentBy}${this.#paramText}`;
  }
}

/** {@link Via.read} as a function. */
export function readVia(text: string, start: number, end: number): Via | undefined {
  return Via.read(text, start, end);
}

/** Steps over `SIP/2.0/` with space round the slashes; -1 when it is something else. */
function skipProtocol(text: string, start: number, end: number): number {
  // Nearly everybody writes it like this.
  if (text.slice(start, start + 8) === 'SIP/2.0/') return skipSpace(text, start + 8, end);
  const version = skipSlash(text, start + 3, end);
  if (!isName(text, start, start + 3, 'sip') || version < 0) return -1;
  return isName(text, version, version + 3, '2.0') ? skipSlash(text, version + 3, end) : -1;
}

/** Steps over a slash with space round it; -1 when there is none. */
function skipSlash(text: string, pos: number, end: number): number {
  pos = skipSpace(text, pos, end);
  return pos < end && text.charCodeAt(pos) === SLASH ? skipSpace(text, pos + 1, end) : -1;
}

/** In capitals; those of the web without making a string. */
function readTransport(text: string, start: number, end: number): string {
  if (isName(text, start, end, 'wss')) return 'WSS';
  if (isName(text, start, end, 'ws')) return 'WS';
  return text.slice(start, end).toUpperCase();
}
