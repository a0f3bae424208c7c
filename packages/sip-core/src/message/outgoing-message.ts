import { InvalidValueError } from '../base/errors.ts';
import { HeaderFields } from './header-fields.ts';
import { type CSeq, readCSeq } from './header-values.ts';
import { NameAddr } from './name-addr.ts';
import { reasonPhrase } from './status.ts';
import type { Uri } from './uri.ts';

/** What a message carries. */
export interface Body {
  readonly content: string | Uint8Array;
  /** Such as `application/sdp`. */
  readonly contentType: string;
  /** Content-Disposition; none is written by default. */
  readonly disposition?: string | undefined;
}

/** What request and response have in common. */
abstract class OutgoingMessage {
  readonly headers: HeaderFields;
  body: Body | undefined;
  // The addresses as they were last read or written, with their text.
  #from: WrittenAddress | undefined;
  #to: WrittenAddress | undefined;

  constructor(headers: HeaderFields, body: Body | undefined) {
    this.headers = headers;
    this.body = body;
  }

  /** Call-ID; empty when none is set. */
  get callId(): string {
    return this.headers.get('Call-ID') ?? '';
  }

  /** CSeq. @throws InvalidValueError when it is missing or malformed */
  get cseq(): CSeq {
    const text = this.headers.get('CSeq') ?? '';
    const cseq = readCSeq(text, 0, text.length);
    if (cseq === undefined) throw new InvalidValueError('CSeq', `${JSON.stringify(text)} is none`);
    return cseq;
  }

  /** From. @throws InvalidValueError when it is missing or malformed */
  get from(): NameAddr {
    return (this.#from = readAddress('From', this.headers, this.#from)).address;
  }

  /** To. @throws InvalidValueError when it is missing or malformed */
  get to(): NameAddr {
    return (this.#to = readAddress('To', this.headers, this.#to)).address;
  }

  /** Says whom the message is from and to, so that neither needs to be read again. */
  setAddresses(from: NameAddr, to: NameAddr): void {
    this.#from = { text: from.toString(), address: from };
    this.#to = { text: to.toString(), address: to };
    this.headers.set('From', this.#from.text);
    this.headers.set('To', this.#to.text);
  }

  get fromTag(): string | undefined {
    return this.from.tag;
  }

  get toTag(): string | undefined {
    return this.to.tag;
  }
}

interface WrittenAddress {
  readonly text: string;
  readonly address: NameAddr;
}

/** The address of a header field: the one known, while the text is the same. */
function readAddress(name: 'From' | 'To', headers: HeaderFields, known: WrittenAddress | undefined): WrittenAddress {
  const text = headers.get(name) ?? '';
  if (known?.text === text) return known;
  const address = NameAddr.parse(text);
  if (address === undefined) throw new InvalidValueError(name, `${JSON.stringify(text)} is no address`);
  return { text, address };
}

/** What an {@link OutgoingRequest} is made from. */
export interface OutgoingRequestInit {
  readonly method: string;
  readonly uri: Uri;
  readonly headers?: HeaderFields;
  readonly body?: Body | undefined;
}

/** A request we send. Content-Length, Content-Type and Content-Disposition are written from the body. */
export class OutgoingRequest extends OutgoingMessage {
  readonly kind = 'request';
  readonly method: string;
  /** Written as Request-URI: without headers and the `method` parameter. */
  uri: Uri;

  constructor(init: OutgoingRequestInit) {
    super(init.headers ?? new HeaderFields(), init.body);
    this.method = init.method;
    this.uri = init.uri;
  }

  /** A request of its own with the same content. */
  clone(): OutgoingRequest {
    return new OutgoingRequest({
      method: this.method,
      uri: this.uri,
      headers: this.headers.clone(),
      body: this.body,
    });
  }
}

/** What an {@link OutgoingResponse} is made from. */
export interface OutgoingResponseInit {
  /** 100 to 699. */
  readonly statusCode: number;
  /** That of the status code by default. */
  readonly reasonPhrase?: string | undefined;
  readonly headers?: HeaderFields;
  readonly body?: Body | undefined;
}

/** A response we send. */
export class OutgoingResponse extends OutgoingMessage {
  readonly kind = 'response';
  readonly statusCode: number;
  readonly reasonPhrase: string;

  constructor(init: OutgoingResponseInit) {
    super(init.headers ?? new HeaderFields(), init.body);
    this.statusCode = init.statusCode;
    this.reasonPhrase = init.reasonPhrase ?? reasonPhrase(init.statusCode);
  }
}
