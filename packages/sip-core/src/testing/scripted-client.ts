import { findAlgorithm } from '../auth/algorithm.ts';
import { parseChallenge } from '../auth/challenge.ts';
import { digestResponse, formatNonceCount } from '../auth/digest.ts';
import { newCallId, newTag, randomHex } from '../base/identifiers.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { Random, WebSocketLike } from '../platform.ts';
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
    const response = await this.expectResponse('*', this.send(this.buildRegister(options)));
    if (response.statusCode !== 401) return response;
    const again = this.authorized(response, this.buildRegister(options), options.algorithm);
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

  /**
   * Adds credentials for a challenge (401 or 407) to a request of ours that is to be sent.
   *
   * @param algorithm - which of several challenges to answer; default the first
   */
  authorized(response: IncomingResponse, request: MessageText, algorithm?: string): MessageText {
    const proxy = response.statusCode === 407;
    const challenges = response.headers(proxy ? 'Proxy-Authenticate' : 'WWW-Authenticate').flatMap((value) => {
      return parseChallenge(value) ?? [];
    });
    const challenge = challenges.find((other) => algorithm === undefined || other.algorithm === algorithm);
    const used = findAlgorithm(challenge?.algorithm ?? '');
    if (challenge === undefined || used === undefined)
      throw new Error(`${this.user} got no challenge it could answer.`);
    const [method = '', uri = ''] = request.startLine.split(' ');
    const { nonce, realm } = challenge;
    const [qop] = challenge.qop;
    this.#count += 1;
    const cnonce = randomHex(this.#random, 8);
    const body = request.body;
    const secret = { password: this.#password };
    const input = {
      username: this.user,
      secret,
      realm,
      nonce,
      uri,
      method,
      algorithm: used,
      qop,
      cnonce,
      nc: this.#count,
      body,
    };
    const fields = [
      `username="${this.user}", realm="${realm}", nonce="${nonce}", uri="${uri}"`,
      `algorithm=${used}, response="${digestResponse(input)}"`,
      ...(qop === undefined ? [] : [`qop=${qop}, cnonce="${cnonce}", nc=${formatNonceCount(this.#count)}`]),
    ];
    request.add(proxy ? 'Proxy-Authorization' : 'Authorization', `Digest ${fields.join(', ')}`);
    return request;
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
