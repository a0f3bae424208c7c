import type { IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';
import { responseTo } from '../message/response-to.ts';
import { serializeResponse } from '../message/serialize.ts';
import { newTag } from '../base/identifiers.ts';
import type { Random } from '../platform.ts';
import { bestResponse, type FinalResponse } from './best-response.ts';
import type { Link } from './link.ts';
import { MessageText } from './message-text.ts';
import type { Timer, Timers } from './timers.ts';

/** One copy of a request on its way to one contact. */
export interface Branch {
  /** The Via branch we wrote. */
  readonly id: string;
  readonly link: Link;
  /** What was sent. */
  readonly text: MessageText;
  state: 'calling' | 'proceeding' | 'done';
  final: FinalResponse | undefined;
  /** CANCEL is wanted, with these header lines; it waits for a first provisional response (section 9.1). */
  cancelWanted: readonly (readonly [string, string])[] | undefined;
  cancelSent: boolean;
  timer: Timer | undefined;
}

/** What a context takes from the proxy. */
export interface ResponseContextParts {
  readonly link: Link;
  readonly request: IncomingRequest;
  readonly raw: string;
  readonly timers: Timers;
  readonly random: Random;
  readonly timerC: number;
}

/** 64*T1 (RFC 3261 section 17): timers B, F and H, and how long a 2xx may be repeated. */
const TRANSACTION = 32_000;

/** A server transaction and the client transactions it was forked into (RFC 3261 section 16.7). */
export class ResponseContext {
  readonly link: Link;
  readonly request: IncomingRequest;
  readonly raw: string;
  readonly branches: Branch[] = [];
  readonly #parts: ResponseContextParts;
  readonly #ended: () => void;
  #last: string | undefined;
  #final: 'none' | 'success' | 'failure' = 'none';
  #linger: Timer | undefined;
  #closed = false;

  constructor(parts: ResponseContextParts, ended: () => void) {
    this.#parts = parts;
    this.link = parts.link;
    this.request = parts.request;
    this.raw = parts.raw;
    this.#ended = ended;
  }

  get #isInvite(): boolean {
    return this.request.method === 'INVITE';
  }

  /** Answers in the proxy's own name. */
  answer(statusCode: number, headers: readonly (readonly [string, string])[] = []): void {
    const response = responseTo(
      this.request,
      statusCode,
      statusCode === 100 ? {} : { toTag: newTag(this.#parts.random) },
    );
    for (const [name, value] of headers) response.headers.add(name, value);
    this.relay(serializeResponse(response));
  }

  /** Sends a response to where the request came from, and keeps it for retransmissions. */
  relay(text: string): void {
    const statusCode = Number(text.slice(8, 11));
    this.#last = text;
    this.link.sendToClient(text);
    if (statusCode < 200) return;
    this.#final = statusCode < 300 ? 'success' : 'failure';
    this.#finish();
  }

  /** A retransmission came in. */
  repeat(): void {
    if (this.#last !== undefined) this.link.sendToClient(this.#last);
  }

  /** @returns whether the ACK was one for our non-2xx answer, which ends here */
  acknowledge(): boolean {
    if (this.#final !== 'failure') return false;
    this.#end();
    return true;
  }

  /** Adds a branch; nothing is sent before {@link start}. */
  fork(id: string, link: Link, text: MessageText): Branch {
    const branch: Branch = {
      id,
      link,
      text,
      state: 'calling',
      final: undefined,
      cancelWanted: undefined,
      cancelSent: false,
      timer: undefined,
    };
    this.branches.push(branch);
    return branch;
  }

  /** Sends every branch. */
  start(): void {
    for (const branch of this.branches) {
      this.#arm(branch, TRANSACTION, () => this.#giveUp(branch));
      branch.link.sendToClient(branch.text.toString());
    }
  }

  /** The caller hung up before the answer (section 16.10). */
  cancel(reasons: readonly string[]): void {
    this.#cancelBranches(reasons.map((reason) => ['Reason', reason] as const));
  }

  /** A response to one of the branches. */
  response(branch: Branch, response: IncomingResponse, raw: string): void {
    if (response.cseq.method === 'CANCEL') return;
    const { statusCode } = response;
    const text = MessageText.parse(raw);
    text.shift('Via');
    if (statusCode < 200) this.#provisional(branch, statusCode, text);
    else if (statusCode < 300) this.#success(branch, text);
    else this.#failure(branch, statusCode, response, text);
  }

  #provisional(branch: Branch, statusCode: number, text: MessageText): void {
    if (branch.state === 'done') return;
    branch.state = 'proceeding';
    if (branch.cancelWanted === undefined) {
      if (this.#isInvite && statusCode > 100) this.#arm(branch, this.#parts.timerC, () => this.#timerC(branch));
    } else this.#sendCancel(branch);
    if (statusCode > 100 && this.#final === 'none') this.relay(text.toString());
  }

  #success(branch: Branch, text: MessageText): void {
    this.#done(branch, undefined);
    // Every 2xx to an INVITE goes back, also a repeated one; of other methods the first (section 16.7 step 5).
    if (this.#isInvite ? this.#final !== 'failure' : this.#final === 'none') this.relay(text.toString());
    this.#cancelBranches([['Reason', 'SIP ;cause=200 ;text="Call completed elsewhere"']]);
    this.#finish();
  }

  #failure(branch: Branch, statusCode: number, response: IncomingResponse, text: MessageText): void {
    if (this.#isInvite) this.#acknowledgeBranch(branch, response);
    if (branch.state === 'done') return;
    this.#done(branch, { statusCode, text });
    // 6xx: nobody else is to be asked, but the others are heard out (section 16.7 step 5).
    if (statusCode >= 600) this.#cancelBranches([['Reason', `SIP ;cause=${statusCode}`]]);
    this.#decide();
  }

  #giveUp(branch: Branch): void {
    this.#done(branch, { statusCode: 408, text: undefined });
    this.#decide();
  }

  #timerC(branch: Branch): void {
    this.#wantCancel(branch, []);
  }

  /** Section 16.7 step 6, once every branch has its final response. */
  #decide(): void {
    if (this.branches.some((branch) => branch.state !== 'done')) return;
    if (this.#final !== 'none') {
      this.#finish();
      return;
    }
    const best = bestResponse(this.branches.flatMap((branch) => branch.final ?? []));
    if (best.text !== undefined) this.relay(best.text.toString());
    else if (best.statusCode !== 408 || this.#isInvite) this.answer(best.statusCode);
    // RFC 4320 section 4.2: a 408 to anything but INVITE says nothing the client does not know by then.
    else this.#end();
  }

  #cancelBranches(headers: readonly (readonly [string, string])[]): void {
    if (!this.#isInvite) return;
    for (const branch of this.branches) this.#wantCancel(branch, headers);
  }

  #wantCancel(branch: Branch, headers: readonly (readonly [string, string])[]): void {
    if (branch.state === 'done' || branch.cancelWanted !== undefined) return;
    branch.cancelWanted = headers;
    if (branch.state === 'proceeding') this.#sendCancel(branch);
  }

  #sendCancel(branch: Branch): void {
    if (branch.cancelSent) return;
    branch.cancelSent = true;
    this.#arm(branch, TRANSACTION, () => this.#giveUp(branch));
    const cancel = hopByHop(branch, 'CANCEL', branch.text.first('To') ?? '');
    for (const [name, value] of branch.cancelWanted ?? []) cancel.add(name, value);
    cancel.add('Content-Length', '0');
    branch.link.sendToClient(cancel.toString());
  }

  /** Section 17.1.1.3: the ACK of a hop, sent again for each repeated response. */
  #acknowledgeBranch(branch: Branch, response: IncomingResponse): void {
    const ack = hopByHop(branch, 'ACK', response.header('To') ?? '');
    ack.add('Content-Length', '0');
    branch.link.sendToClient(ack.toString());
  }

  #done(branch: Branch, final: FinalResponse | undefined): void {
    this.#parts.timers.stop(branch.timer);
    branch.state = 'done';
    branch.final = final;
  }

  #arm(branch: Branch, ms: number, callback: () => void): void {
    this.#parts.timers.stop(branch.timer);
    branch.timer = this.#parts.timers.after(ms, callback);
  }

  /** Ends at once what nothing more can come for; an INVITE waits for its ACK or for repeated 2xx. */
  #finish(): void {
    if (this.#final === 'none' || this.branches.some((branch) => branch.state !== 'done')) return;
    if (!this.#isInvite) this.#end();
    else this.#linger ??= this.#parts.timers.after(TRANSACTION, () => this.#end());
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#parts.timers.stop(this.#linger);
    for (const branch of this.branches) this.#parts.timers.stop(branch.timer);
    this.#ended();
  }
}

/** CANCEL and ACK of a hop repeat the request's own top Via, so that they belong to its transaction (section 9.1). */
function hopByHop(branch: Branch, method: string, to: string): MessageText {
  const sent = branch.text;
  const uri = sent.startLine.split(' ')[1] ?? '';
  const text = MessageText.parse(`${method} ${uri} SIP/2.0\r\n\r\n`);
  const cseq = /^\d+/.exec(sent.first('CSeq') ?? '')?.[0] ?? '1';
  text.add('Via', sent.all('Via')[0] ?? '');
  for (const route of sent.all('Route')) text.add('Route', route);
  text.add('Max-Forwards', '70');
  text.add('From', sent.first('From') ?? '');
  text.add('To', to);
  text.add('Call-ID', sent.first('Call-ID') ?? '');
  text.add('CSeq', `${cseq} ${method}`);
  return text;
}
