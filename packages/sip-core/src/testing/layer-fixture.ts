import type { IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';
import { HeaderFields } from '../message/header-fields.ts';
import { OutgoingRequest } from '../message/outgoing-message.ts';
import { parseMessage } from '../message/parse-message.ts';
import { responseTo, type ResponseOptions } from '../message/response-to.ts';
import { Uri } from '../message/uri.ts';
import type { Logger } from '../platform.ts';
import type { ClientTransactionUser } from '../transaction/client-transaction.ts';
import type { ServerTransaction } from '../transaction/server-transaction.ts';
import { TransactionLayer } from '../transaction/transaction-layer.ts';
import type { BaseTimers } from '../transaction/timers.ts';
import { TransportError } from '../transport/transport-error.ts';
import { seededRandom } from './seeded-random.ts';
import { VirtualClock } from './virtual-clock.ts';

/** A transaction layer without anything under or above it: the test is the network and the user. */
export class LayerFixture {
  readonly clock: VirtualClock = new VirtualClock({ start: 0 });
  /** What was sent, with the time. */
  readonly sent: { readonly at: number; readonly text: string }[] = [];
  readonly logged: string[] = [];
  readonly requests: { readonly request: IncomingRequest; readonly transaction: ServerTransaction | undefined }[] = [];
  readonly strays: IncomingResponse[] = [];
  readonly layer: TransactionLayer;
  /** Whether the transport works. */
  up = true;

  constructor(reliable = true, timers: BaseTimers = {}) {
    const logger: Logger = { log: (level, category, message) => this.logged.push(`${level} ${category} ${message}`) };
    this.layer = new TransactionLayer({
      line: {
        transmit: (text) => {
          if (!this.up) throw new TransportError('NOT_CONNECTED', 'down');
          this.sent.push({ at: this.clock.now(), text });
        },
        via: () => ({ transport: reliable ? 'WSS' : 'UDP', sentBy: 'Client.invalid' }),
      },
      reliable,
      clock: this.clock,
      random: seededRandom('layer'),
      logger,
      timers,
    });
    this.layer.onRequest = (request, transaction) => this.requests.push({ request, transaction });
    this.layer.onStrayResponse = (response) => this.strays.push(response);
  }

  /** The times something was sent at whose start line begins so. */
  times(start: string): number[] {
    return this.sent.filter(({ text }) => text.startsWith(start)).map(({ at }) => at);
  }

  /** The newest message sent whose start line begins so. */
  lastSent(start = ''): string {
    const found = this.sent.filter(({ text }) => text.startsWith(start)).at(-1);
    if (found === undefined) throw new Error(`Nothing like "${start}" was sent.`);
    return found.text;
  }

  receive(text: string): void {
    const parsed = parseMessage(text);
    if (!parsed.ok) throw new Error(`${parsed.failure.reason}: ${text}`);
    this.layer.receive(parsed.message);
  }

  /** The network answers a request of ours. */
  answer(request: string, statusCode: number, options: ResponseOptions = {}): string {
    const parsed = parseMessage(request);
    if (!parsed.ok || parsed.message.kind !== 'request') throw new Error('That is no request.');
    const response = responseTo(parsed.message, statusCode, { toTag: 'peer', ...options });
    const text = `SIP/2.0 ${statusCode} ${response.reasonPhrase}\r\n${response.headers.toString()}Content-Length: 0\r\n\r\n`;
    this.receive(text);
    return text;
  }

  /** No timer is left, and no transaction. */
  get idle(): boolean {
    const { client, server, lingering } = this.layer.counts();
    return client + server + lingering + this.clock.pending === 0;
  }
}

/** A request of ours, ready but for Via. */
export function newRequest(method: string, routes: readonly string[] = []): OutgoingRequest {
  const headers = new HeaderFields();
  for (const route of routes) headers.add('Route', route);
  headers
    .add('Max-Forwards', '69')
    .add('From', '"Alice" <sip:alice@example.com>;tag=ours')
    .add('To', '<sip:bob@example.com>')
    .add('Call-ID', 'call-1')
    .add('CSeq', `7 ${method}`)
    .add('Require', '100rel');
  return new OutgoingRequest({ method, uri: Uri.parse('sip:bob@example.com')!, headers });
}

/** Notes what a client transaction tells. */
export class ClientNotes implements ClientTransactionUser {
  readonly told: string[] = [];

  onProvisional(response: IncomingResponse): void {
    this.told.push(`provisional ${response.statusCode}`);
  }

  onFinal(response: IncomingResponse): void {
    this.told.push(`final ${response.statusCode}`);
  }

  onTimeout(): void {
    this.told.push('timeout');
  }

  onTransportError(error: TransportError): void {
    this.told.push(`transport ${error.code}`);
  }

  onTerminated(): void {
    this.told.push('terminated');
  }
}

/** Notes what a server transaction tells. */
export function serverNotes(transaction: ServerTransaction): string[] {
  const told: string[] = [];
  transaction.user = {
    onCancel: () => told.push('cancel'),
    onAck: () => told.push('ack'),
    onTimeout: () => told.push('timeout'),
    onTransportError: ({ code }) => told.push(`transport ${code}`),
    onTerminated: () => told.push('terminated'),
  };
  return told;
}

/** What may differ in a request of the other side. */
export interface PeerRequest {
  readonly branch?: string | undefined;
  readonly via?: string;
  readonly toTag?: string;
  readonly callId?: string;
  readonly cseq?: number;
  readonly fromTag?: string;
}

/** A request of the other side as text. */
export function peerRequest(method: string, options: PeerRequest = {}): string {
  const { branch = 'z9hG4bKpeer1', via = 'SIP/2.0/WSS peer.example.com', toTag, callId = 'theirs', cseq = 3 } = options;
  return [
    `${method} sip:alice@client.invalid SIP/2.0`,
    `Via: ${via}${branch === '' ? '' : `;branch=${branch}`}`,
    'Max-Forwards: 70',
    `From: <sip:bob@example.com>;tag=${options.fromTag ?? 'bob'}`,
    `To: <sip:alice@example.com>${toTag === undefined ? '' : `;tag=${toTag}`}`,
    `Call-ID: ${callId}`,
    `CSeq: ${cseq} ${method}`,
    'Content-Length: 0',
    '\r\n',
  ].join('\r\n');
}
