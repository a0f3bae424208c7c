import type { IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';
import { MessageText } from './message-text.ts';
import type { ScriptedPeer } from './scripted-peer.ts';

/** What a request within a dialog carries beyond the least. */
export interface DialogRequestOptions {
  readonly headers?: readonly string[];
  readonly body?: string;
  /** Default `application/sdp`. */
  readonly contentType?: string;
  /** Default: one more than the last. */
  readonly cseq?: number;
  /** The last word on the text, to misbehave. */
  readonly edit?: (text: MessageText) => void;
}

/** A dialog as its {@link ScriptedPeer} sees it (RFC 3261 section 12). Its fields may be changed, to misbehave. */
export class ScriptedDialog {
  callId: string;
  /** Value of our From, tag included. */
  local: string;
  /** Value of our To, tag included. */
  remote: string;
  /** Request-URI of what we send. */
  target: string;
  routes: readonly string[];
  /** CSeq of the last request of ours. */
  cseq: number;
  readonly #peer: ScriptedPeer;

  private constructor(
    peer: ScriptedPeer,
    parts: Omit<DialogParts, 'target'> & { readonly target: string | undefined },
  ) {
    this.#peer = peer;
    this.callId = parts.callId;
    this.local = parts.local;
    this.remote = parts.remote;
    this.target = parts.target ?? '';
    this.routes = parts.routes;
    this.cseq = parts.cseq;
  }

  /** @internal */
  static from(peer: ScriptedPeer, message: IncomingRequest | IncomingResponse, toTag?: string): ScriptedDialog {
    const text = MessageText.parse(message.text);
    const from = text.first('From') ?? '';
    const to = text.first('To') ?? '';
    const recorded = text.all('Record-Route');
    const target = message.contacts[0]?.uri.toString();
    const { callId } = message;
    if (message.kind === 'response') {
      // Section 12.1.2: the caller takes the recorded route in reverse.
      return new ScriptedDialog(peer, {
        callId,
        local: from,
        remote: to,
        target,
        routes: recorded.reverse(),
        cseq: message.cseq.seq,
      });
    }
    const local = message.toTag === undefined ? `${to};tag=${toTag ?? peer.tagFor(message)}` : to;
    return new ScriptedDialog(peer, { callId, local, remote: from, target, routes: recorded, cseq: 0 });
  }

  /** Writes a request; nothing is sent. */
  build(method: string, options: DialogRequestOptions = {}): MessageText {
    if (method !== 'ACK' && method !== 'CANCEL') this.cseq = options.cseq ?? this.cseq + 1;
    const text = MessageText.parse(`${method} ${this.target} SIP/2.0\r\n\r\n`);
    text.add('Via', this.#peer.newVia());
    for (const route of this.routes) text.add('Route', route);
    text.add('Max-Forwards', '70');
    text.add('From', this.local);
    text.add('To', this.remote);
    text.add('Call-ID', this.callId);
    text.add('CSeq', `${options.cseq ?? this.cseq} ${method}`);
    text.complete({ ...options, contact: method === 'BYE' ? null : this.#peer.contact });
    options.edit?.(text);
    return text;
  }

  /** Sends a request, such as `BYE`, `INVITE`, `UPDATE`, `INFO` or `REFER`. */
  send(method: string, options: DialogRequestOptions = {}): MessageText {
    return this.#peer.send(this.build(method, options));
  }

  /** Acknowledges a 2xx to our INVITE. */
  ack(response: IncomingResponse, options: DialogRequestOptions = {}): MessageText {
    return this.send('ACK', { ...options, cseq: response.cseq.seq });
  }
}

interface DialogParts {
  readonly callId: string;
  readonly local: string;
  readonly remote: string;
  readonly target: string;
  readonly routes: readonly string[];
  readonly cseq: number;
}
