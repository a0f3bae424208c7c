import type { TraceEntry, TraceMark } from '@hookswitch/react-sip';
import { fakeAnswer, fakeOffer } from '@hookswitch/sip-core/testing';

/** What a {@link FakeTrace} says in one message. */
export interface FakeMessage {
  readonly way: 'sent' | 'received';
  /** `INVITE`, or `180 Ringing`. */
  readonly line: string;
  readonly method?: string;
  readonly callId?: string;
  readonly cseq?: number;
  readonly to?: string;
  readonly extra?: readonly string[];
  readonly body?: string;
  /** Milliseconds after the one before; default 40. */
  readonly after?: number;
  readonly server?: string;
}

/** Makes the messages of a trace, for stories and tests that want certain ones. */
export class FakeTrace {
  readonly messages: TraceEntry[] = [];
  readonly marks: TraceMark[] = [];
  #id = 0;
  #time: number;

  constructor(start: number = Date.UTC(2026, 10, 20, 12, 0, 0)) {
    this.#time = start;
  }

  say(message: FakeMessage): this {
    const { way, line, callId = 'call-1', cseq = 1, to = 'sip:1002@example.com', extra = [], body } = message;
    const server = message.server ?? 'wss://sip.example.com/';
    const status = /^(\d{3}) /.exec(line)?.[1];
    const method = message.method ?? (status === undefined ? line : 'INVITE');
    const startLine = status === undefined ? `${method} ${to} SIP/2.0` : `SIP/2.0 ${line}`;
    const text = [
      startLine,
      `Via: SIP/2.0/WSS alice.invalid;branch=z9hG4bK${callId}${cseq}`,
      `From: "Alice Martin" <sip:1001@example.com>;tag=a${callId}`,
      `To: <${to}>${status === undefined || status === '100' ? '' : ';tag=b'}`,
      `Call-ID: ${callId}`,
      `CSeq: ${cseq} ${method}`,
      ...extra,
      ...(body === undefined ? [] : ['Content-Type: application/sdp']),
      `Content-Length: ${(body ?? '').length}`,
      '',
      body ?? '',
    ].join('\r\n');
    this.#id += 1;
    this.#time += message.after ?? 40;
    const statusCode = status === undefined ? null : Number(status);
    this.messages.push({
      ...{ id: this.#id, time: this.#time, direction: way, server, text, startLine, method, statusCode, callId },
    });
    return this;
  }

  mark(kind: TraceMark['kind'], code: string | null = null, server: string | null = 'wss://sip.example.com/'): this {
    this.#id += 1;
    this.#time += 40;
    const error = code === null ? null : { code, message: code, statusCode: null, retryable: true };
    this.marks.push({ id: this.#id, time: this.#time, kind, server, error });
    return this;
  }

  /** Connecting, registering with a challenge, and a whole call with everything there is to see. */
  static day(): FakeTrace {
    const registering = { callId: 'reg-1', method: 'REGISTER', to: 'sip:1001@example.com' };
    const authorization = 'Authorization: Digest username="1001", realm="example.com", nonce="***", response="***"';
    return new FakeTrace()
      .mark('connected')
      .say({ way: 'sent', line: 'REGISTER', ...registering })
      .say({
        ...{ way: 'received', line: '401 Unauthorized', ...registering },
        extra: ['WWW-Authenticate: Digest realm="example.com", nonce="***"'],
      })
      .say({ way: 'sent', line: 'REGISTER', ...registering, cseq: 2, extra: [authorization] })
      .say({ way: 'received', line: '200 OK', ...registering, cseq: 2 })
      .say({ way: 'sent', line: 'INVITE', body: fakeOffer(), after: 8400 })
      .say({ way: 'received', line: '100 Trying' })
      .say({ way: 'received', line: '180 Ringing', after: 320 })
      .mark('keepAliveSent')
      .mark('keepAliveReceived')
      .say({ way: 'received', line: '200 OK', body: fakeAnswer(fakeOffer()), after: 2900 })
      .say({ way: 'received', line: '200 OK', body: fakeAnswer(fakeOffer()), after: 500 })
      .say({ way: 'sent', line: 'ACK' })
      .mark('disconnected', 'CLOSED', null)
      .mark('connectFailed', 'CONNECT_FAILED', null)
      .mark('connected')
      .say({ way: 'sent', line: 'INVITE', callId: 'call-2', to: 'sip:602@example.com', body: fakeOffer() })
      .say({ way: 'received', line: '486 Busy Here', callId: 'call-2', to: 'sip:602@example.com' })
      .say({ way: 'sent', line: 'ACK', callId: 'call-2', to: 'sip:602@example.com' })
      .say({ way: 'received', line: 'BYE', cseq: 7 })
      .say({ way: 'sent', line: '200 OK', method: 'BYE', cseq: 7 });
  }
}
