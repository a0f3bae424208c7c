import {
  browserPlatform,
  NameAddr,
  OutgoingRequest,
  parseMessage,
  serializeRequest,
  UA,
  Uri,
  type WebSocketLike,
} from '@hookswitch/sip-core';
import type { LineEnd } from '../lab/line.ts';
import type { Contestant } from './contestant.ts';
import { silentMedia } from './silent-media.ts';

/** Above any message of the bench: by default a head of more than 64 kB or 512 lines is refused unread. */
const UNLIMITED = { maxHeadLength: 2 ** 30, maxHeaderFields: 2 ** 30, maxBodyLength: 2 ** 30 };

export const hookswitch: Contestant = {
  parse(text) {
    const parsed = parseMessage(text);
    if (!parsed.ok) throw new Error(parsed.failure.reason);
    const { message } = parsed;
    const { via, from, to, cseq, callId, contacts, body } = message;
    const contact = contacts[0];
    return (
      (via.branch?.length ?? 0) +
      via.host.length +
      (from.uri.user?.length ?? 0) +
      from.uri.host.length +
      (from.tag?.length ?? 0) +
      (to.uri.user?.length ?? 0) +
      to.uri.host.length +
      (to.tag?.length ?? 0) +
      cseq.seq +
      cseq.method.length +
      callId.length +
      (contact === undefined ? 0 : contact.uri.host.length) +
      body.length
    );
  },
  parseOnly: (text) => parseMessage(text, UNLIMITED),
  uri: (text) => Uri.parse(text),
  nameAddr: (text) => NameAddr.parse(text),
  invite(body) {
    const uri = Uri.from({ user: 'bob', host: 'pbx.example.com' });
    const request = new OutgoingRequest({
      method: 'INVITE',
      uri,
      body: { content: body, contentType: 'application/sdp' },
    });
    const from = NameAddr.from({
      displayName: 'Alice',
      uri: Uri.from({ user: 'alice', host: 'pbx.example.com' }),
      params: { tag: 'r5d8p7q0se' },
    });
    request.headers
      .add('Via', 'SIP/2.0/WSS 7o1ql4ht2u9g.invalid;branch=z9hG4bKq8f1m3')
      .add('Max-Forwards', '70')
      .add('To', NameAddr.from({ uri }).toString())
      .add('From', from.toString())
      .add('Call-ID', 'o3m5v1n8c4x7z2l6k9j0')
      .add('CSeq', '1 INVITE')
      .add('Contact', '<sip:f3t9k0ve@7o1ql4ht2u9g.invalid;transport=ws;ob>')
      .add('Allow', 'ACK,BYE,CANCEL,INFO,INVITE,MESSAGE,NOTIFY,OPTIONS,PRACK,REFER,UPDATE')
      .add('Supported', 'outbound')
      .add('User-Agent', 'Bench');
    return serializeRequest(request);
  },
  async phone(end, settings) {
    const ua = new UA({
      uri: `sip:${settings.user}@bench.example.com`,
      authorizationUser: 'bench',
      password: 'password',
      wsServers: 'wss://bench.example.com',
      // Time goes by in leaps here, and no answer to a ping is that quick.
      keepAliveMode: 'none',
      register: false,
      sessionDescriptionHandlerFactory: silentMedia(settings),
      platform: { ...browserPlatform(), createWebSocket: () => new LineSocket(end) },
    });
    ua.on('invite', (session) => {
      queueMicrotask(() => void session.accept());
    });
    ua.on('message', () => undefined);
    await ua.start();
    const peer = `sip:${settings.peer}@bench.example.com`;
    return {
      register: () => ua.register(),
      message: async (text) => {
        await ua.message(peer, text);
      },
      call: async () => {
        const session = ua.invite(peer);
        await new Promise<void>((resolve) => {
          session.once('confirmed', () => {
            resolve();
          });
        });
        return { hangUp: () => session.bye() };
      },
    };
  },
};

/** A socket whose other side is a line in memory. */
class LineSocket implements WebSocketLike {
  binaryType = 'blob';
  readonly protocol = 'sip';
  readonly bufferedAmount = 0;
  readyState = 0;
  onopen: WebSocketLike['onopen'] = null;
  onclose: WebSocketLike['onclose'] = null;
  onerror: WebSocketLike['onerror'] = null;
  onmessage: WebSocketLike['onmessage'] = null;
  readonly #end: LineEnd;

  constructor(end: LineEnd) {
    this.#end = end;
    end.receive = (data) => this.onmessage?.({ data });
    setImmediate(() => {
      this.readyState = 1;
      this.onopen?.({});
    });
  }

  send(data: string): void {
    this.#end.send(data);
  }

  close(): void {
    this.readyState = 3;
    this.onclose?.({ code: 1000, reason: '', wasClean: true });
  }
}
