import { createRequire } from 'node:module';
import { FakePeerConnection } from '../lab/fake-peer-connection.ts';
import type { Contestant, StandingCall } from './contestant.ts';
import type { JsSipAddress, JsSipMessage, JsSipModule, JsSipSession, JsSipSocket } from './peers.ts';

// It looks for WebRTC where browsers have it.
Object.assign(globalThis, {
  window: globalThis,
  RTCPeerConnection: FakePeerConnection,
  RTCSessionDescription: function (this: object, init: object) {
    Object.assign(this, init);
  },
});

const require = createRequire(import.meta.url);
const jsSip = require('jssip') as JsSipModule;
const parser = require('jssip/lib/Parser') as { parseMessage(text: string, ua: unknown): JsSipMessage | undefined };
const messages = require('jssip/lib/SIPMessage') as {
  InitialOutgoingInviteRequest: new (
    target: unknown,
    ua: unknown,
    params: object,
    headers: readonly string[],
    body: string,
  ) => { setHeader(name: string, value: string): void; toString(): string };
};

const silent = { url: 'wss://bench.example.com', via_transport: 'WSS', sip_uri: 'sip:bench.example.com;transport=ws' };
const still: JsSipSocket = { ...silent, connect: () => undefined, disconnect: () => undefined, send: () => true };
const stillUa = new jsSip.UA({ uri: 'sip:alice@pbx.example.com', sockets: [still], register: false });

export const jsSipContestant: Contestant = {
  parse(text) {
    const message = parser.parseMessage(text, stillUa);
    if (message === undefined) throw new Error('JsSIP refuses a message of the corpus');
    const { via, from, to } = message;
    const contact = message.hasHeader('contact') ? message.parseHeader('contact') : undefined;
    return (
      (via.branch?.length ?? 0) +
      via.host.length +
      userLength(from) +
      from.uri.host.length +
      (message.from_tag?.length ?? 0) +
      userLength(to) +
      to.uri.host.length +
      (message.to_tag?.length ?? 0) +
      message.cseq +
      message.method.length +
      message.call_id.length +
      (contact === undefined ? 0 : contact.uri.host.length) +
      message.body.length
    );
  },
  parseOnly: (text) => parser.parseMessage(text, stillUa),
  uri: (text) => jsSip.URI.parse(text),
  nameAddr: (text) => jsSip.NameAddrHeader.parse(text),
  invite(body) {
    const request = new messages.InitialOutgoingInviteRequest(
      jsSip.URI.parse('sip:bob@pbx.example.com'),
      stillUa,
      { call_id: 'o3m5v1n8c4x7z2l6k9j0', cseq: 1, from_tag: 'r5d8p7q0se', from_display_name: 'Alice' },
      ['Contact: <sip:f3t9k0ve@7o1ql4ht2u9g.invalid;transport=ws;ob>', 'Content-Type: application/sdp'],
      body,
    );
    request.setHeader('via', 'SIP/2.0/WSS 7o1ql4ht2u9g.invalid;branch=z9hG4bKq8f1m3');
    return request.toString();
  },
  phone: async (end, settings) => {
    FakePeerConnection.offer = settings.offer;
    FakePeerConnection.answer = settings.answer;
    let accepted: (() => void) | undefined;
    const socket: JsSipSocket = {
      ...silent,
      connect() {
        end.receive = (text) => {
          this.ondata?.(text);
          if (text.startsWith('SIP/2.0 200')) accepted?.();
        };
        setImmediate(() => this.onconnect?.());
      },
      disconnect: () => undefined,
      send: (text) => {
        end.send(text);
        return true;
      },
    };
    const ua = new jsSip.UA({
      uri: `sip:${settings.user}@bench.example.com`,
      authorization_user: 'bench',
      password: 'password',
      sockets: [socket],
      register: false,
      session_timers: false,
    });
    const noMedia = { mediaConstraints: { audio: false, video: false } };
    const offerToReceive = { rtcOfferConstraints: { offerToReceiveAudio: true, offerToReceiveVideo: true } };
    ua.on('newRTCSession', ({ originator, session }) => {
      if (originator === 'remote') queueMicrotask(() => session.answer({ ...noMedia, mediaStream: noTracks }));
    });
    ua.on('newMessage', () => undefined);
    await new Promise<void>((resolve) => {
      ua.on('connected', () => resolve());
      ua.start();
    });
    const peer = `sip:${settings.peer}@bench.example.com`;
    return {
      register: () =>
        new Promise<void>((resolve) => {
          // It tells of the first time only.
          accepted = resolve;
          ua.register();
        }),
      message: (text) =>
        new Promise<void>((resolve) => {
          ua.sendMessage(peer, text, { eventHandlers: { succeeded: () => resolve() } });
        }),
      call: () =>
        new Promise<StandingCall>((resolve) => {
          const session: JsSipSession = ua.call(peer, {
            ...noMedia,
            ...offerToReceive,
            mediaStream: noTracks,
            eventHandlers: { confirmed: () => resolve({ hangUp }) },
          });
          const hangUp = (): Promise<void> => {
            session.terminate();
            // It does not tell when the BYE was answered: by then the answer is two tasks away.
            return new Promise((done) => setImmediate(() => setImmediate(() => setImmediate(done))));
          };
        }),
    };
  },
};

const noTracks = { getTracks: () => [], getAudioTracks: () => [], getVideoTracks: () => [] };

function userLength(address: JsSipAddress): number {
  return address.uri.user?.length ?? 0;
}
