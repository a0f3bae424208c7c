import { HeaderBlock } from './header-block.ts';
import * as Field from './field.ts';
import { headerName } from './header-names.ts';
import type { HeaderPlaces, Reader } from './header-places.ts';
import {
  type CSeq,
  type MediaType,
  type ParameterisedValue,
  type RAck,
  readLowerToken,
  readMediaType,
  readParameterised,
  readRAck,
  readRetryAfter,
  readSeconds,
  readSecondsWithParams,
  readSessionExpires,
  readToken,
  type RetryAfter,
  type SessionExpires,
} from './header-values.ts';
import type { IncomingBody } from './incoming-body.ts';
import { CHECKS, type MalformedHeader } from './malformed.ts';
import { type NameAddr, readNameAddr } from './name-addr.ts';
import type { Uri } from './uri.ts';
import { readVia, type Via } from './via.ts';

/** What was read and checked when a message came. */
export interface Mandatory {
  readonly via: Via;
  readonly from: NameAddr;
  readonly to: NameAddr;
  readonly callId: string;
  readonly cseq: CSeq;
  readonly maxForwards: number | undefined;
  readonly contentLength: number | undefined;
}

/**
 * A message from the network. What every message must have was checked when it came; everything else is read, strictly,
 * when first asked for, and absent when it is malformed. Immutable.
 */
export abstract class IncomingMessage extends HeaderBlock {
  abstract readonly kind: 'request' | 'response';
  /** The head as it came, and the body too when it came as text. */
  get text(): string {
    return this.places.text;
  }

  /** The topmost hop. */
  readonly via: Via;
  readonly from: NameAddr;
  readonly to: NameAddr;
  readonly callId: string;
  readonly cseq: CSeq;
  readonly fromTag: string | undefined;
  readonly toTag: string | undefined;
  /** 0 to 255. */
  readonly maxForwards: number | undefined;
  /** Octets of the body, as the header says. */
  readonly contentLength: number | undefined;
  readonly #body: IncomingBody;
  #vias: readonly Via[] | undefined;
  #contacts: readonly NameAddr[] | undefined;
  #routes: readonly NameAddr[] | undefined;
  #recordRoutes: readonly NameAddr[] | undefined;

  constructor(places: HeaderPlaces, mandatory: Mandatory, body: IncomingBody) {
    super(places);
    this.via = mandatory.via;
    this.from = mandatory.from;
    this.to = mandatory.to;
    this.callId = mandatory.callId;
    this.cseq = mandatory.cseq;
    this.fromTag = mandatory.from.tag;
    this.toTag = mandatory.to.tag;
    this.maxForwards = mandatory.maxForwards;
    this.contentLength = mandatory.contentLength;
    this.#body = body;
  }

  /** Every hop, topmost first; malformed ones are left out. */
  get vias(): readonly Via[] {
    return (this.#vias ??= this.#list(Field.Via, readVia));
  }

  /** Every Contact address; malformed ones and `*` are left out. */
  get contacts(): readonly NameAddr[] {
    return (this.#contacts ??= this.#list(Field.Contact, readNameAddr));
  }

  /** Whether Contact is `*` (RFC 3261 section 10.2.2). */
  get contactIsWildcard(): boolean {
    return this.header('Contact') === '*';
  }

  /** Route addresses in their order; malformed ones are left out. */
  get routes(): readonly NameAddr[] {
    return (this.#routes ??= this.#list(Field.Route, readNameAddr));
  }

  /** Record-Route addresses in their order; malformed ones are left out. */
  get recordRoutes(): readonly NameAddr[] {
    return (this.#recordRoutes ??= this.#list(Field.RecordRoute, readNameAddr));
  }

  /** Expires in seconds. */
  get expires(): number | undefined {
    return this.places.readFirst(Field.Expires, readSeconds);
  }

  /** Min-Expires in seconds (RFC 3261 section 20.23). */
  get minExpires(): number | undefined {
    return this.places.readFirst(Field.MinExpires, readSeconds);
  }

  /** Number of a reliable provisional response (RFC 3262). */
  get rseq(): number | undefined {
    return this.places.readFirst(Field.RSeq, readSeconds);
  }

  /** What a PRACK acknowledges (RFC 3262). */
  get rack(): RAck | undefined {
    return this.places.readFirst(Field.RAck, readRAck);
  }

  /** Session-Expires (RFC 4028). */
  get sessionExpires(): SessionExpires | undefined {
    return this.places.readFirst(Field.SessionExpires, readSessionExpires);
  }

  /** Min-SE in seconds (RFC 4028). */
  get minSe(): number | undefined {
    return this.places.readFirst(Field.MinSE, readSecondsWithParams);
  }

  /** When to try again. */
  get retryAfter(): RetryAfter | undefined {
    return this.places.readFirst(Field.RetryAfter, readRetryAfter);
  }

  /** Event package and parameters (RFC 6665). */
  get event(): ParameterisedValue | undefined {
    return this.places.readFirst(Field.Event, readParameterised);
  }

  /** State of a subscription and parameters (RFC 6665). */
  get subscriptionState(): ParameterisedValue | undefined {
    return this.places.readFirst(Field.SubscriptionState, readParameterised);
  }

  /** Call-ID and tags of the dialog to be replaced (RFC 3891). */
  get replaces(): ParameterisedValue | undefined {
    return this.places.readFirst(Field.Replaces, readParameterised);
  }

  /** Where a REFER points (RFC 3515). */
  get referTo(): NameAddr | undefined {
    return this.places.readFirst(Field.ReferTo, readNameAddr);
  }

  /** Who refers (RFC 3892). */
  get referredBy(): NameAddr | undefined {
    return this.places.readFirst(Field.ReferredBy, readNameAddr);
  }

  get contentType(): MediaType | undefined {
    return this.places.readFirst(Field.ContentType, readMediaType);
  }

  get contentDisposition(): ParameterisedValue | undefined {
    return this.places.readFirst(Field.ContentDisposition, readParameterised);
  }

  /** Option tags in lower case. */
  get require(): readonly string[] {
    return this.#list(Field.Require, readLowerToken);
  }

  /** Option tags in lower case. */
  get supported(): readonly string[] {
    return this.#list(Field.Supported, readLowerToken);
  }

  /** Option tags in lower case. */
  get unsupported(): readonly string[] {
    return this.#list(Field.Unsupported, readLowerToken);
  }

  /** Methods as they are written. */
  get allow(): readonly string[] {
    return this.#list(Field.Allow, readToken);
  }

  /** The body as text. Content-Length counts octets; what came beyond it is dropped. */
  get body(): string {
    return this.#body.text;
  }

  /** The body as octets; those of a binary frame as they came. */
  get bodyBytes(): Uint8Array {
    return this.#body.octets;
  }

  /** Whether there is a body. */
  get hasBody(): boolean {
    return !this.#body.isEmpty;
  }

  /**
   * The first header field that is needed to serve a request and present but malformed, or there twice though it may
   * not be: a reason to answer 400. Fields that can be done without are not looked at (RFC 3261 section 8.2).
   */
  malformed(): MalformedHeader | undefined {
    for (const { id, read, single } of CHECKS) {
      const lines = this.places.count(id);
      if (lines === 0) continue;
      const header = headerName(id);
      if (single && lines > 1) return { header, reason: `${header} is there more than once` };
      const fine = single ? this.places.readFirst(id, read) !== undefined : this.places.readAll(id, read, []) === 0;
      if (!fine) return { header, reason: `${header} is malformed` };
    }
    return undefined;
  }

  #list<Value>(id: number, read: Reader<Value>): readonly Value[] {
    const items: Value[] = [];
    this.places.readAll(id, read, items);
    // What is pushed to has room for a dozen more.
    return items.slice();
  }
}

/** A request from the network. */
export class IncomingRequest extends IncomingMessage {
  override readonly kind = 'request';
  readonly method: string;
  /** May have any scheme: the user agent answers 416 where it cannot serve one (RFC 3261 section 8.2.2.1). */
  readonly requestUri: Uri;

  constructor(method: string, requestUri: Uri, places: HeaderPlaces, mandatory: Mandatory, body: IncomingBody) {
    super(places, mandatory, body);
    this.method = method;
    this.requestUri = requestUri;
  }
}

/** A response from the network. */
export class IncomingResponse extends IncomingMessage {
  override readonly kind = 'response';
  /** 100 to 699. */
  readonly statusCode: number;
  readonly reasonPhrase: string;

  constructor(
    statusCode: number,
    reasonPhrase: string,
    places: HeaderPlaces,
    mandatory: Mandatory,
    body: IncomingBody,
  ) {
    super(places, mandatory, body);
    this.statusCode = statusCode;
    this.reasonPhrase = reasonPhrase;
  }
}
