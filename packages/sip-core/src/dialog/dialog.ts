import type { IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';
import { detach } from '../message/characters.ts';
import type { NameAddr } from '../message/name-addr.ts';
import { OutgoingRequest } from '../message/outgoing-message.ts';
import type { Uri } from '../message/uri.ts';
import { routeTo } from './route-set.ts';

/** The states of a dialog (RFC 3261 section 12). */
export type DialogState = 'early' | 'confirmed' | 'terminated';

/** What makes a dialog; all of it from one request and its response. */
export interface DialogParts {
  readonly callId: string;
  readonly localTag: string;
  /** Empty when the peer follows RFC 2543 and sent none. */
  readonly remoteTag: string;
  /** Our From in requests of this dialog, tag included. Detached, where it comes from a message; so is `remote`. */
  readonly local: NameAddr;
  /** Our To in requests of this dialog, tag included where there is one. */
  readonly remote: NameAddr;
  readonly remoteTarget: Uri;
  readonly routeSet: readonly NameAddr[];
  readonly localSequence: number | undefined;
  readonly remoteSequence: number | undefined;
  readonly state: 'early' | 'confirmed';
}

/**
 * A peer-to-peer relation between two user agents: the state that every request within it is built from and checked
 * against (RFC 3261 section 12).
 */
export class Dialog {
  readonly callId: string;
  readonly localTag: string;
  readonly remoteTag: string;
  readonly local: NameAddr;
  readonly remote: NameAddr;
  #state: DialogState;
  #remoteTarget: Uri;
  #routeSet: readonly NameAddr[];
  #localSequence: number | undefined;
  #remoteSequence: number | undefined;

  constructor(parts: DialogParts) {
    this.callId = parts.callId;
    this.localTag = parts.localTag;
    this.remoteTag = parts.remoteTag;
    this.local = parts.local;
    this.remote = parts.remote;
    // A dialog outlives the messages it is made from, and must not keep them in memory.
    this.#remoteTarget = parts.remoteTarget.detached();
    this.#routeSet = detachedRoutes(parts.routeSet);
    this.#localSequence = parts.localSequence;
    this.#remoteSequence = parts.remoteSequence;
    this.#state = parts.state;
  }

  /**
   * The dialog that a response to our request makes (section 12.1.2). Without a Contact the target of the request
   * stays: peers exist that leave it out of a 180.
   */
  static fromResponse(request: OutgoingRequest, response: IncomingResponse): Dialog {
    const remoteTag = response.toTag ?? '';
    return new Dialog({
      callId: request.callId,
      localTag: request.fromTag ?? '',
      remoteTag: detach(remoteTag),
      local: request.from,
      remote: remoteTag === '' ? request.to : request.to.with({ params: { tag: detach(remoteTag) } }),
      remoteTarget: response.contacts[0]?.uri ?? request.uri,
      routeSet: [...response.recordRoutes].reverse(),
      localSequence: request.cseq.seq,
      remoteSequence: undefined,
      state: response.statusCode < 200 ? 'early' : 'confirmed',
    });
  }

  /** The dialog that our response to a request makes (section 12.1.1). */
  static fromRequest(request: IncomingRequest, localTag: string): Dialog {
    return new Dialog({
      callId: detach(request.callId),
      localTag,
      remoteTag: detach(request.fromTag ?? ''),
      local: request.to.with({ params: { tag: localTag } }).detached(),
      remote: request.from.detached(),
      remoteTarget: request.contacts[0]?.uri ?? request.from.uri,
      routeSet: request.recordRoutes,
      localSequence: undefined,
      remoteSequence: request.cseq.seq,
      state: 'early',
    });
  }

  /** The key under which requests from the peer find this dialog. */
  get key(): string {
    return dialogKey(this.callId, this.localTag, this.remoteTag);
  }

  get state(): DialogState {
    return this.#state;
  }

  /** Where requests go: the peer's last Contact. */
  get remoteTarget(): Uri {
    return this.#remoteTarget;
  }

  get routeSet(): readonly NameAddr[] {
    return this.#routeSet;
  }

  get localSequence(): number | undefined {
    return this.#localSequence;
  }

  get remoteSequence(): number | undefined {
    return this.#remoteSequence;
  }

  /**
   * Turns an early dialog into a confirmed one. On our side of an INVITE the 2xx also brings the final route set and
   * remote target (section 13.2.2.4).
   */
  confirm(response?: IncomingResponse): void {
    if (this.#state === 'terminated') return;
    if (response !== undefined) {
      if (this.#state === 'early') this.#routeSet = detachedRoutes([...response.recordRoutes].reverse());
      this.refreshTarget(response);
    }
    this.#state = 'confirmed';
  }

  /** Ends the dialog. */
  terminate(): void {
    this.#state = 'terminated';
  }

  /** Takes over the Contact of a target refresh request or of its 2xx (section 12.2). */
  refreshTarget(message: IncomingRequest | IncomingResponse): void {
    const contact = message.contacts[0];
    if (contact !== undefined) this.#remoteTarget = contact.uri.detached();
  }

  /**
   * Checks the order of a request from the peer (section 12.2.2). Equal numbers are refused too: a retransmission
   * never gets past its transaction.
   *
   * @returns false when the request is out of order and must be answered 500
   */
  acceptSequence(request: IncomingRequest): boolean {
    const { seq } = request.cseq;
    if (this.#remoteSequence !== undefined && seq <= this.#remoteSequence) return false;
    this.#remoteSequence = seq;
    return true;
  }

  /** The CSeq number of the next request in this dialog. */
  nextSequence(): number {
    this.#localSequence = (this.#localSequence ?? 0) + 1;
    return this.#localSequence;
  }

  /**
   * A request within the dialog (section 12.2.1.1).
   *
   * @param sequence - given for ACK and CANCEL, which repeat the number of their INVITE; the next one otherwise
   */
  createRequest(method: string, sequence?: number): OutgoingRequest {
    const { requestUri, routes } = routeTo(this.#remoteTarget, this.#routeSet);
    const request = new OutgoingRequest({ method, uri: requestUri });
    for (const route of routes) request.headers.add('Route', route.toString());
    request.headers.set('Max-Forwards', '70');
    request.setAddresses(this.local, this.remote);
    request.headers.set('Call-ID', this.callId);
    request.headers.set('CSeq', `${sequence ?? this.nextSequence()} ${method}`);
    return request;
  }
}

function detachedRoutes(routes: readonly NameAddr[]): readonly NameAddr[] {
  return routes.map((route) => route.detached());
}

/** The key of a dialog as one side sees it (RFC 3261 section 12). */
export function dialogKey(callId: string, localTag: string, remoteTag: string): string {
  return `${callId}\n${localTag}\n${remoteTag}`;
}
