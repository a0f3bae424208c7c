import { newBranch, newCallId, newTag } from '../base/identifiers.ts';
import type { IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';
import { parseMessage } from '../message/parse-message.ts';
import { reasonPhrase } from '../message/status.ts';
import type { Random } from '../platform.ts';
import { type Matcher, type MessageSummary, matches, summarize } from './message-matcher.ts';
import { MessageText } from './message-text.ts';
import { ScriptedDialog } from './scripted-dialog.ts';

/** Something a peer received: as text, and parsed where it could be. */
export interface Received extends MessageSummary {
  readonly text: string;
  readonly message: IncomingRequest | IncomingResponse | undefined;
}

/** What an answer of a peer carries beyond the least. */
export interface RespondOptions {
  readonly reason?: string;
  /** Further header lines, such as `'Retry-After: 5'`. */
  readonly headers?: readonly string[];
  readonly body?: string;
  /** Default `application/sdp`. */
  readonly contentType?: string;
  /** Our tag; by default one for each dialog, the same in all its responses. Another one makes a fork. */
  readonly toTag?: string;
  /** Our contact; `null` for none. By default present in 1xx but 100, and in 2xx. */
  readonly contact?: string | null;
  /** The last word on the text, to misbehave. */
  readonly edit?: (text: MessageText) => void;
}

/** What a request of a peer carries beyond the least. */
export interface RequestOptions {
  readonly headers?: readonly string[];
  readonly body?: string;
  /** Default `application/sdp`. */
  readonly contentType?: string;
  readonly callId?: string;
  readonly fromTag?: string;
  /** Address in From; default our own. */
  readonly from?: string;
  /** Address in To; default the target. */
  readonly to?: string;
  readonly cseq?: number;
  readonly routes?: readonly string[];
  readonly contact?: string | null;
}

/** How long to wait for a message. */
export interface ExpectOptions {
  /** Milliseconds; default 40000 on a virtual clock, 5000 on a real one. */
  readonly timeout?: number;
}

/** The connection of a peer. */
export interface PeerWire {
  readonly send: (text: string) => void;
  /** Set by the peer. */
  onMessage?: (text: string) => void;
}

/** What a peer takes from its network. @internal */
export interface PeerServices {
  readonly random: Random;
  readonly wire: PeerWire;
  readonly domain: string;
  /** Waits until a condition holds, and moves a virtual clock meanwhile. */
  readonly until: (condition: () => boolean, timeout?: number) => Promise<boolean>;
  readonly run: (ms: number) => Promise<void>;
  readonly ladder: () => string;
}

/**
 * A far end played by a test, message by message. It does nothing by itself: what is not scripted does not happen.
 *
 * @example
 * ```ts
 * const dave = network.scriptedPeer('dave');
 * const invite = await dave.expect('INVITE');
 * dave.respond(invite, 180);
 * dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
 * await dave.expect('ACK');
 * const dialog = dave.dialog(invite);
 * dialog.send('BYE');
 * await dave.expectResponse(200, 'BYE');
 * ```
 */
export class ScriptedPeer {
  readonly user: string;
  /** Address of record, such as `sip:dave@example.com`. */
  readonly aor: string;
  /** Contact URI. */
  readonly contact: string;
  /** Everything that arrived, oldest first. */
  readonly received: Received[] = [];
  /** Sees each message first; `true` means it is dealt with and nobody expects it. */
  onMessage: ((received: Received) => boolean) | undefined;
  readonly #services: PeerServices;
  readonly #host: string;
  readonly #tags = new Map<string, string>();
  /** Our INVITEs by branch, for ACK. */
  readonly #sent = new Map<string, MessageText>();
  #inbox: Received[] = [];
  #cseq = 0;

  constructor(user: string, services: PeerServices) {
    this.user = user;
    this.#services = services;
    this.#host = `${newCallId(services.random).slice(0, 12)}.invalid`;
    this.aor = `sip:${user}@${services.domain}`;
    this.contact = `sip:${user}@${this.#host};transport=ws`;
    services.wire.onMessage = (text) => this.#receive(text);
  }

  /** The number of messages that arrived and nobody expected yet. */
  get unexpected(): number {
    return this.#inbox.length;
  }

  /**
   * Waits for the next request that fits, and takes it. Others stay for later calls.
   *
   * @param matcher - a method, or a function
   * @throws Error when none came in time; names what did come
   */
  async expect(matcher: Matcher<Received>, options: ExpectOptions = {}): Promise<IncomingRequest> {
    const message = await this.#take(
      (entry) => entry.message?.kind === 'request' && matches(matcher, entry),
      options,
      typeof matcher === 'string' ? matcher : 'the request it expected',
    );
    if (message?.kind !== 'request') throw new Error('unreachable');
    return message;
  }

  /**
   * Waits for the next response that fits, and takes it.
   *
   * @param status - a code such as 200, a class such as `'1xx'`, or `'*'` for any final one
   * @param about - the method it answers, or the very request; default any
   * @throws Error when none came in time
   */
  async expectResponse(
    status: number | string,
    about?: string | MessageText,
    options: ExpectOptions = {},
  ): Promise<IncomingResponse> {
    const wanted = status === '*' ? (entry: Received): boolean => entry.statusCode >= 200 : String(status);
    const fits = (entry: Received): boolean => {
      if (entry.message?.kind !== 'response' || !matches(wanted, entry)) return false;
      if (about === undefined) return true;
      if (typeof about === 'string') return entry.method === about;
      return entry.callId === about.first('Call-ID') && entry.message.header('CSeq') === about.first('CSeq');
    };
    const what = typeof about === 'string' ? `${status} ${about}` : `${status} to ${about?.startLine ?? 'anything'}`;
    const message = await this.#take(fits, options, what);
    if (message?.kind !== 'response') throw new Error('unreachable');
    return message;
  }

  /**
   * Checks that nothing that fits arrives for a while, nor has arrived unexpected.
   *
   * @throws Error when something did
   */
  async expectNothing(ms: number, matcher: Matcher<Received> = '*'): Promise<void> {
    await this.#services.run(ms);
    const found = this.#inbox.find((entry) => matches(matcher, entry));
    if (found !== undefined)
      throw new Error(`${this.user} received "${found.startLine}" although nothing was expected.`);
  }

  /** Forgets what arrived and nobody expected. */
  flush(): void {
    this.#inbox = [];
  }

  /**
   * Answers a request.
   *
   * @returns what was sent, to be sent again with {@link send}
   */
  respond(request: IncomingRequest, statusCode: number, options: RespondOptions = {}): MessageText {
    const text = MessageText.parse(`SIP/2.0 ${statusCode} ${options.reason ?? reasonPhrase(statusCode)}\r\n\r\n`);
    const asked = MessageText.parse(request.text);
    const copied = [
      'Via',
      'From',
      'To',
      'Call-ID',
      'CSeq',
      ...(statusCode > 100 && statusCode < 300 ? ['Record-Route'] : []),
    ];
    for (const name of copied) {
      for (const value of asked.lines(name)) text.add(name, value);
    }
    if (statusCode > 100 && request.toTag === undefined) {
      text.set('To', `${text.first('To') ?? ''};tag=${options.toTag ?? this.tagFor(request)}`);
    }
    const contact =
      options.contact === undefined && statusCode > 100 && statusCode < 300 ? this.contact : options.contact;
    text.complete({ ...options, contact: contact ?? null });
    options.edit?.(text);
    return this.send(text);
  }

  /** The tag our responses to this request carry. */
  tagFor(request: IncomingRequest): string {
    if (request.toTag !== undefined) return request.toTag;
    const key = `${request.callId} ${request.fromTag ?? ''}`;
    const tag = this.#tags.get(key) ?? newTag(this.#services.random);
    this.#tags.set(key, tag);
    return tag;
  }

  /** Writes a request outside any dialog; nothing is sent. */
  build(method: string, target: string, options: RequestOptions = {}): MessageText {
    const { random } = this.#services;
    this.#cseq = options.cseq ?? this.#cseq + 1;
    const text = MessageText.parse(`${method} ${target} SIP/2.0\r\n\r\n`);
    text.add('Via', this.newVia());
    for (const route of options.routes ?? []) text.add('Route', route);
    text.add('Max-Forwards', '70');
    text.add('From', `<${options.from ?? this.aor}>;tag=${options.fromTag ?? newTag(random)}`);
    text.add('To', `<${options.to ?? target}>`);
    text.add('Call-ID', options.callId ?? newCallId(random));
    text.add('CSeq', `${this.#cseq} ${method}`);
    text.complete({ ...options, contact: options.contact === undefined ? this.contact : options.contact });
    return text;
  }

  /** Builds a request and sends it. */
  request(method: string, target: string, options: RequestOptions = {}): MessageText {
    return this.send(this.build(method, target, options));
  }

  /** The dialog that a request to us, or a response to us, made or belongs to. */
  dialog(message: IncomingRequest | IncomingResponse, options: { readonly toTag?: string } = {}): ScriptedDialog {
    return ScriptedDialog.from(this, message, options.toTag);
  }

  /** Acknowledges a final response to our INVITE: within the dialog for a 2xx, hop by hop for others. */
  ack(response: IncomingResponse, options: { readonly body?: string } = {}): MessageText {
    if (response.statusCode < 300) return this.dialog(response).ack(response, options);
    const sent = this.#sent.get(response.via.branch ?? '');
    return this.send(this.#hopByHop('ACK', sent, response.header('To') ?? ''));
  }

  /** Cancels a request of ours. */
  cancel(request: MessageText): MessageText {
    return this.send(this.#hopByHop('CANCEL', request, request.first('To') ?? ''));
  }

  /** Sends anything, well formed or not. */
  send(message: string): string;
  send(message: MessageText): MessageText;
  send(message: MessageText | string): MessageText | string {
    if (typeof message !== 'string') {
      const branch = /;branch=([^;\s,]+)/.exec(message.first('Via') ?? '')?.[1];
      if (branch !== undefined && message.startLine.startsWith('INVITE ')) this.#sent.set(branch, message);
    }
    this.#services.wire.send(message.toString());
    return message;
  }

  /** A Via of ours with a fresh branch. */
  newVia(): string {
    return `SIP/2.0/WS ${this.#host};branch=${newBranch(this.#services.random)}`;
  }

  #hopByHop(method: string, request: MessageText | undefined, to: string): MessageText {
    if (request === undefined) throw new Error(`${this.user} sent no INVITE that this ${method} could belong to.`);
    const text = MessageText.parse(`${method} ${request.startLine.split(' ')[1] ?? ''} SIP/2.0\r\n\r\n`);
    text.add('Via', request.first('Via') ?? '');
    for (const route of request.all('Route')) text.add('Route', route);
    text.add('Max-Forwards', '70');
    text.add('From', request.first('From') ?? '');
    text.add('To', to);
    text.add('Call-ID', request.first('Call-ID') ?? '');
    text.add('CSeq', `${/^\d+/.exec(request.first('CSeq') ?? '')?.[0] ?? '1'} ${method}`);
    text.add('Content-Length', '0');
    return text;
  }

  #receive(text: string): void {
    const parsed = parseMessage(text);
    const received: Received = { ...summarize(text), text, message: parsed.ok ? parsed.message : undefined };
    this.received.push(received);
    if (this.onMessage?.(received) !== true) this.#inbox.push(received);
  }

  async #take(
    fits: (entry: Received) => boolean,
    options: ExpectOptions,
    what: string,
  ): Promise<IncomingRequest | IncomingResponse | undefined> {
    let found: Received | undefined;
    await this.#services.until(() => (found = this.#inbox.find(fits)) !== undefined, options.timeout);
    if (found === undefined) {
      const had = this.#inbox.map((entry) => `  ${entry.startLine}`).join('\n');
      throw new Error(
        `${this.user} did not receive ${what}. Waiting unread:\n${had}\nOn the network:\n${this.#services.ladder()}`,
      );
    }
    this.#inbox = this.#inbox.filter((entry) => entry !== found);
    return found.message;
  }
}
