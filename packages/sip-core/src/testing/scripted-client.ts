import { findAlgorithm } from '../auth/algorithm.ts';
import type { Qop } from '../auth/challenge.ts';
import { digestResponse, formatNonceCount } from '../auth/digest.ts';
import { newCallId, newTag, randomHex } from '../base/identifiers.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { Random, WebSocketLike } from '../platform.ts';
import { parseCredentials } from './digest-gate.ts';
import type { MessageText } from './message-text.ts';
import { type PeerServices, type PeerWire, ScriptedPeer } from './scripted-peer.ts';

/** How a {@link ScriptedClient} registers. */
export interface RegisterOptions {
  /** Seconds; default 600. 0 unregisters. */
  readonly expires?: number;
  /** Contact header value; default our contact. */
  readonly contact?: string;
  readonly headers?: readonly string[];
  /** Pick one of the challenges by its algorithm; default the first. */
  readonly algorithm?: string;
}

/** A raw client of the network: a peer that has to connect and register as any phone does. */
export class ScriptedClient extends ScriptedPeer {
  readonly socket: WebSocketLike;
  readonly #password: string;
  readonly #random: Random;
  readonly #domain: string;
  readonly #callId: string;
  readonly #fromTag: string;
  #seq = 0;
  #count = 0;

  constructor(user: string, password: string, services: PeerServices, socket: WebSocketLike) {
    super(user, services);
    this.socket = socket;
    this.#password = password;
    this.#random = services.random;
    this.#domain = services.domain;
    this.#callId = newCallId(services.random);
    this.#fromTag = newTag(services.random);
  }

  /** Sends a REGISTER, answers one challenge, and returns the last response. */
  async register(options: RegisterOptions = {}): Promise<IncomingResponse> {
    const first = this.send(this.buildRegister(options));
    const response = await this.expectResponse('*', first);
    if (response.statusCode !== 401) return response;
    const again = this.buildRegister({
      ...options,
      headers: [
        ...(options.headers ?? []),
        `Authorization: ${this.authorize(response, 'REGISTER', options.algorithm)}`,
      ],
    });
    return this.expectResponse('*', this.send(again));
  }

  /** Writes a REGISTER; nothing is sent. */
  buildRegister(options: RegisterOptions = {}): MessageText {
    this.#seq += 1;
    return this.build('REGISTER', `sip:${this.#domain}`, {
      to: this.aor,
      callId: this.#callId,
      fromTag: this.#fromTag,
      cseq: this.#seq,
      contact: null,
      headers: [
        `Contact: ${options.contact ?? `<${this.contact}>`}`,
        `Expires: ${options.expires ?? 600}`,
        ...(options.headers ?? []),
      ],
    });
  }

  /** Credentials for a challenge (401 or 407) to a request of ours. */
  authorize(response: IncomingResponse, method: string, algorithm?: string): string {
    const name = response.statusCode === 407 ? 'Proxy-Authenticate' : 'WWW-Authenticate';
    const challenges = response.headers(name).map(parseCredentials);
    const challenge = challenges.find((other) => algorithm === undefined || other.get('algorithm') === algorithm);
    if (challenge === undefined) throw new Error(`${this.user} got no challenge it could answer.`);
    this.#count += 1;
    const qop = challenge.get('qop')?.split(',')[0]?.trim();
    const parts = {
      username: this.user,
      realm: challenge.get('realm') ?? '',
      nonce: challenge.get('nonce') ?? '',
      uri: `sip:${this.#domain}`,
      algorithm: findAlgorithm(challenge.get('algorithm') ?? 'MD5') ?? 'MD5',
    };
    const session: { qop: Qop; cnonce: string; nc: number } | undefined =
      qop === 'auth' || qop === 'auth-int' ? { qop, cnonce: randomHex(this.#random, 8), nc: this.#count } : undefined;
    const digest = digestResponse({ ...parts, ...session, method, secret: { password: this.#password } });
    const fields = [
      `username="${parts.username}", realm="${parts.realm}", nonce="${parts.nonce}", uri="${parts.uri}"`,
      `algorithm=${parts.algorithm}, response="${digest}"`,
      ...(session === undefined
        ? []
        : [`qop=${session.qop}, cnonce="${session.cnonce}", nc=${formatNonceCount(session.nc)}`]),
    ];
    return `Digest ${fields.join(', ')}`;
  }

  /** Closes the connection. */
  disconnect(): void {
    this.socket.close();
  }
}

/** Makes a socket the connection of a peer. */
export function socketWire(socket: WebSocketLike): PeerWire {
  const wire: PeerWire = { send: (text) => socket.send(text) };
  socket.onmessage = ({ data }) => {
    if (typeof data === 'string') wire.onMessage?.(data);
  };
  return wire;
}
