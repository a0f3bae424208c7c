import { createRequire } from 'node:module';
import type { Contestant } from './contestant.ts';
import type { DrachtioModule, PlainAddress, PlainMessage, PlainUri, SipModule } from './peers.ts';

/* Libraries for servers: they parse and write messages, and have no phone to compare. */

const require = createRequire(import.meta.url);

/** npm `sip`. */
export function sipContestant(): Contestant {
  const sip = require('sip') as SipModule;
  return {
    parse(text) {
      const message = sip.parse(text);
      if (message === undefined) throw new Error('sip refuses a message of the corpus');
      return read(message.headers, message.content, sip.parseUri);
    },
    parseOnly: (text) => sip.parse(text),
    uri: (text) => sip.parseUri(text),
    // It exports no reader of addresses.
    invite: (body) => sip.stringify({ ...inviteOf(), content: body }),
  };
}

/** npm `drachtio-sip`. */
export function drachtioContestant(): Contestant {
  const { SipMessage, parser } = require('drachtio-sip') as DrachtioModule;
  const nameAddr = parser.getParser('from');
  return {
    parse(text) {
      const message = new SipMessage(text);
      const field = (name: string): unknown => message.getParsedHeader(name);
      const headers = {
        via: field('via'),
        from: field('from'),
        to: field('to'),
        cseq: field('cseq'),
        'call-id': message.get('call-id'),
        ...(text.includes('ontact:') || text.includes('\nm:') ? { contact: field('contact') } : {}),
      } as PlainMessage['headers'];
      return read(headers, message.body, parser.parseUri);
    },
    parseOnly: (text) => parser.parseSipMessage(text, true),
    uri: (text) => parser.parseUri(text),
    nameAddr: (text) => parser.parseUri((nameAddr({ s: text, i: 0 }) as PlainAddress).uri),
    invite: (body) => {
      const invite = inviteOf();
      const headers = Object.entries(invite.headers).map(([name, value]) => [
        name,
        typeof value === 'object' ? { parsed: value } : value,
      ]);
      return parser.stringifySipMessage({ ...invite, headers: Object.fromEntries(headers) as unknown, body });
    },
  };
}

function read(
  headers: PlainMessage['headers'],
  body: string | undefined,
  parseUri: (text: string) => PlainUri | undefined,
): number {
  const { via, from, to, contact, cseq } = headers;
  const top = via[0];
  const fromUri = parseUri(from.uri);
  const toUri = parseUri(to.uri);
  const contactUri = contact === undefined || contact === '*' ? undefined : parseUri(contact[0]?.uri ?? '');
  return (
    (top?.params['branch']?.length ?? 0) +
    (top?.host.length ?? 0) +
    (fromUri?.user?.length ?? 0) +
    (fromUri?.host.length ?? 0) +
    (from.params['tag']?.length ?? 0) +
    (toUri?.user?.length ?? 0) +
    (toUri?.host.length ?? 0) +
    (to.params['tag']?.length ?? 0) +
    cseq.seq +
    cseq.method.length +
    headers['call-id'].length +
    (contactUri?.host.length ?? 0) +
    (body?.length ?? 0)
  );
}

function inviteOf(): object & { readonly headers: Readonly<Record<string, unknown>> } {
  const headers = {
    via: [
      {
        version: '2.0',
        protocol: 'WSS',
        host: '7o1ql4ht2u9g.invalid',
        params: { branch: 'z9hG4bKq8f1m3' },
      },
    ],
    'max-forwards': 70,
    to: { uri: 'sip:bob@pbx.example.com', params: {} },
    from: { name: '"Alice"', uri: 'sip:alice@pbx.example.com', params: { tag: 'r5d8p7q0se' } },
    'call-id': 'o3m5v1n8c4x7z2l6k9j0',
    cseq: { seq: 1, method: 'INVITE' },
    contact: [{ uri: 'sip:f3t9k0ve@7o1ql4ht2u9g.invalid;transport=ws;ob', params: {} }],
    allow: 'ACK,BYE,CANCEL,INFO,INVITE,MESSAGE,NOTIFY,OPTIONS,PRACK,REFER,UPDATE',
    supported: 'outbound',
    'user-agent': 'Bench',
    'content-type': 'application/sdp',
  };
  return { ...{ method: 'INVITE', uri: 'sip:bob@pbx.example.com', version: '2.0' }, headers };
}
