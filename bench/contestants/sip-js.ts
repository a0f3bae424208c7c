import {
  EmitterImpl,
  Inviter,
  Messager,
  Registerer,
  RegistererState,
  SessionState,
  type SessionDescriptionHandler,
  type Transport,
  TransportState,
  UserAgent,
} from 'sip.js';
import { C, Grammar, Levels, LoggerFactory, OutgoingRequestMessage, Parser, URI } from 'sip.js/lib/core/index.js';
import type { LineEnd } from '../lab/line.ts';
import type { Contestant, PhoneSettings } from './contestant.ts';

const factory = new LoggerFactory();
factory.builtinEnabled = false;
factory.level = Levels.error;
const logger = factory.getLogger('bench');

function parse(text: string): ReturnType<typeof Parser.parseMessage> {
  return Parser.parseMessage(text, logger);
}

export const sipJs: Contestant = {
  parse(text) {
    const message = parse(text);
    if (message === undefined) throw new Error('SIP.js refuses a message of the corpus');
    const { via, from, to } = message;
    const contact: unknown = message.hasHeader('contact') ? message.parseHeader('contact') : undefined;
    return (
      message.viaBranch.length +
      via.host.length +
      (from.uri.user?.length ?? 0) +
      from.uri.host.length +
      message.fromTag.length +
      (to.uri.user?.length ?? 0) +
      to.uri.host.length +
      (to.getParam('tag')?.length ?? 0) +
      message.cseq +
      message.method.length +
      message.callId.length +
      (hasHost(contact) ? contact.uri.host.length : 0) +
      message.body.length
    );
  },
  parseOnly: parse,
  uri: (text) => Grammar.URIParse(text),
  nameAddr: (text) => Grammar.nameAddrHeaderParse(text),
  invite(body) {
    const uri = new URI('sip', 'bob', 'pbx.example.com');
    const request = new OutgoingRequestMessage(
      C.INVITE,
      uri,
      new URI('sip', 'alice', 'pbx.example.com'),
      uri,
      {
        callId: 'o3m5v1n8c4x7z2l6k9j0',
        cseq: 1,
        fromTag: 'r5d8p7q0se',
        fromDisplayName: 'Alice',
        userAgentString: 'Bench',
      },
      [
        'Contact: <sip:f3t9k0ve@7o1ql4ht2u9g.invalid;transport=ws;ob>',
        'Allow: ACK,BYE,CANCEL,INFO,INVITE,MESSAGE,NOTIFY,OPTIONS,PRACK,REFER,UPDATE',
      ],
      { contentDisposition: 'session', contentType: 'application/sdp', content: body },
    );
    request.setViaHeader('z9hG4bKq8f1m3', 'WSS');
    return request.toString();
  },
  async phone(end, settings) {
    const userAgent = new UserAgent({
      uri: makeUri(settings.user),
      authorizationUsername: 'bench',
      authorizationPassword: 'password',
      logBuiltinEnabled: false,
      logConfiguration: false,
      logLevel: 'error',
      transportConstructor: transportOn(end),
      sessionDescriptionHandlerFactory: () => silentMedia(settings),
      delegate: {
        onInvite: (invitation) => {
          queueMicrotask(() => void invitation.accept());
        },
        onMessage: (message) => void message.accept(),
      },
    });
    await userAgent.start();
    const registerer = new Registerer(userAgent);
    const peer = makeUri(settings.peer);
    return {
      register: () =>
        new Promise<void>((resolve, reject) => {
          const requestDelegate = {
            onAccept: () => {
              if (registerer.state !== RegistererState.Registered) reject(new Error('SIP.js is not registered'));
              resolve();
            },
          };
          void registerer.register({ requestDelegate });
        }),
      message: (text) =>
        new Promise<void>((resolve) => {
          const requestDelegate = {
            onAccept: () => {
              resolve();
            },
          };
          void new Messager(userAgent, peer, text).message({ requestDelegate });
        }),
      call: async () => {
        const inviter = new Inviter(userAgent, peer);
        const reached = (wanted: SessionState): Promise<void> =>
          new Promise((resolve) => {
            inviter.stateChange.addListener((state) => {
              if (state === wanted) resolve();
            });
          });
        const established = reached(SessionState.Established);
        void inviter.invite();
        await established;
        return {
          hangUp: () =>
            new Promise<void>((resolve) => {
              const requestDelegate = {
                onAccept: () => {
                  resolve();
                },
              };
              void inviter.bye({ requestDelegate });
            }),
        };
      },
    };
  },
};

function hasHost(value: unknown): value is { readonly uri: URI } {
  return typeof value === 'object' && value !== null && 'uri' in value && value.uri instanceof URI;
}

function makeUri(user: string): URI {
  return new URI('sip', user, 'bench.example.com');
}

/** Media that say yes: a description that is ready, and nothing else. */
function silentMedia(settings: PhoneSettings): SessionDescriptionHandler {
  let offered = false;
  return {
    close: () => undefined,
    getDescription: () =>
      Promise.resolve({ body: offered ? settings.answer : settings.offer, contentType: 'application/sdp' }),
    hasDescription: (type) => type === 'application/sdp',
    setDescription: () => {
      offered = true;
      return Promise.resolve();
    },
    sendDtmf: () => true,
  };
}

function transportOn(end: LineEnd): new () => Transport {
  return class LineTransport implements Transport {
    readonly protocol = 'WSS';
    readonly stateChange = new EmitterImpl<TransportState>();
    state = TransportState.Disconnected;
    onConnect: (() => void) | undefined;
    onDisconnect: ((error?: Error) => void) | undefined;
    onMessage: ((message: string) => void) | undefined;

    connect(): Promise<void> {
      end.receive = (text) => this.onMessage?.(text);
      this.state = TransportState.Connected;
      this.stateChange.emit(this.state);
      this.onConnect?.();
      return Promise.resolve();
    }

    disconnect(): Promise<void> {
      this.state = TransportState.Disconnected;
      this.stateChange.emit(this.state);
      this.onDisconnect?.();
      return Promise.resolve();
    }

    dispose(): Promise<void> {
      return this.disconnect();
    }

    isConnected(): boolean {
      return this.state === TransportState.Connected;
    }

    send(message: string): Promise<void> {
      end.send(message);
      return Promise.resolve();
    }
  };
}
