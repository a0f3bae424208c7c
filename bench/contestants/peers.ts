/** What the bench uses of libraries that bring no types, or types that leave out what it measures. */

export interface JsSipAddress {
  readonly uri: { readonly user?: string; readonly host: string };
}

export interface JsSipMessage {
  readonly via: { readonly branch?: string; readonly host: string };
  readonly from: JsSipAddress;
  readonly to: JsSipAddress;
  readonly from_tag?: string;
  readonly to_tag?: string;
  readonly cseq: number;
  readonly method: string;
  readonly call_id: string;
  readonly body: string;
  hasHeader(name: string): boolean;
  parseHeader(name: string): JsSipAddress | undefined;
}

export interface JsSipSocket {
  readonly url: string;
  readonly via_transport: string;
  readonly sip_uri: string;
  connect(): void;
  disconnect(): void;
  send(text: string): boolean;
  onconnect?: () => void;
  ondata?: (text: string) => void;
}

export interface JsSipSession {
  answer(options: object): void;
  terminate(): void;
}

export interface JsSipUa {
  on(event: 'newRTCSession', listener: (event: { originator: string; session: JsSipSession }) => void): void;
  on(event: 'newMessage' | 'connected', listener: () => void): void;
  once(event: 'registered', listener: () => void): void;
  start(): void;
  register(): void;
  sendMessage(target: string, text: string, options: object): unknown;
  call(target: string, options: object): JsSipSession;
}

export interface JsSipModule {
  readonly UA: new (configuration: object) => JsSipUa;
  readonly URI: { parse(text: string): unknown };
  readonly NameAddrHeader: { parse(text: string): unknown };
}

/** An address as `sip` and drachtio-sip give it; the URI is text until it is parsed. */
export interface PlainAddress {
  readonly uri: string;
  readonly params: Readonly<Record<string, string | null>>;
}

/** A URI of theirs. */
export interface PlainUri {
  readonly user?: string;
  readonly host: string;
}

/** A message as `sip` gives it. */
export interface PlainMessage {
  readonly headers: {
    readonly via: readonly { readonly host: string; readonly params: Readonly<Record<string, string | null>> }[];
    readonly from: PlainAddress;
    readonly to: PlainAddress;
    readonly contact?: readonly PlainAddress[] | '*';
    readonly cseq: { readonly seq: number; readonly method: string };
    readonly 'call-id': string;
  };
  readonly content: string;
}

export interface SipModule {
  readonly parse: (text: string) => PlainMessage | undefined;
  readonly parseUri: (text: string) => PlainUri | undefined;
  stringify(message: object): string;
}

export interface DrachtioModule {
  readonly SipMessage: new (text: string) => {
    get(name: string): string;
    getParsedHeader(name: string): unknown;
    readonly body: string;
  };
  readonly parser: {
    parseSipMessage(text: string, keep: boolean): unknown;
    readonly parseUri: (text: string) => PlainUri | undefined;
    stringifySipMessage(message: object): string;
    getParser(name: string): (value: { readonly s: string; readonly i: number }) => unknown;
  };
}
