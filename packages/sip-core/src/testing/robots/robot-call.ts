import type { IncomingRequest, IncomingResponse } from '../../message/incoming-message.ts';
import type { MessageText } from '../message-text.ts';
import type { ScriptedDialog } from '../scripted-dialog.ts';
import type { Timer } from '../timers.ts';
import type { Robot } from './robot.ts';
import type { RobotMedia } from './robot-media.ts';

/** T1 and T2 (RFC 3261 section 17): how a 2xx is repeated until its ACK comes. */
const T1 = 500;
const T2 = 4000;
const ACK_TIMEOUT = 32_000;
/** Two robots that were transferred to each other would talk for ever. */
const LONGEST_OWN_CALL = 600_000;

/**
 * A call at a robot. Behaviours act on it; it answers by itself what any phone has to answer: CANCEL, BYE, re-INVITE,
 * UPDATE, INFO, OPTIONS, NOTIFY and REFER.
 */
export class RobotCall {
  readonly robot: Robot;
  /** `incoming`: somebody called the robot. */
  readonly direction: 'incoming' | 'outgoing';
  /** Address of the far end, such as `sip:alice@example.com`. */
  readonly caller: string;
  readonly callId: string;
  state: 'early' | 'answered' | 'ended' = 'early';
  dialog: ScriptedDialog | undefined;
  #invite: IncomingRequest | undefined;
  #sent: MessageText | undefined;
  #media: RobotMedia | undefined;
  /** The 2xx that waits for its ACK. */
  #unacknowledged:
    { readonly text: MessageText; readonly offered: boolean; timer: Timer | undefined; since: number } | undefined;
  readonly #timers = new Set<Timer>();
  readonly #waiting = new Set<(ended: false) => void>();

  private constructor(robot: Robot, direction: 'incoming' | 'outgoing', caller: string, callId: string) {
    this.robot = robot;
    this.direction = direction;
    this.caller = caller;
    this.callId = callId;
  }

  /** @internal */
  static incoming(robot: Robot, invite: IncomingRequest): RobotCall {
    const call = new RobotCall(robot, 'incoming', invite.from.uri.toString(), invite.callId);
    call.#invite = invite;
    call.dialog = robot.peer.dialog(invite);
    return call;
  }

  /** @internal */
  static async outgoing(robot: Robot, target: string, headers: readonly string[]): Promise<RobotCall> {
    const media = robot.createMedia();
    const body = await media.offer();
    const request = robot.peer.build('INVITE', target, { body, headers: [`Allow: ${ALLOW}`, ...headers] });
    const call = new RobotCall(robot, 'outgoing', target, request.first('Call-ID') ?? '');
    call.#adopt(media);
    call.#sent = robot.peer.send(request);
    return call;
  }

  /** Sends 180, or another provisional response. */
  ring(statusCode = 180): void {
    if (this.#invite !== undefined && this.state === 'early') this.robot.peer.respond(this.#invite, statusCode);
  }

  /** Accepts the call; 488 when the offer has nothing that fits. */
  async answer(): Promise<void> {
    const invite = this.#invite;
    if (invite === undefined || this.state !== 'early') return;
    await this.#acceptOffer(invite);
  }

  /** Refuses the call. */
  refuse(statusCode: number): void {
    if (this.#invite === undefined || this.state !== 'early') return;
    this.robot.peer.respond(this.#invite, statusCode);
    this.end();
  }

  /** Hangs up, whatever state the call is in. */
  hangUp(): void {
    if (this.state === 'answered') this.dialog?.send('BYE');
    else if (this.state === 'early' && this.#invite !== undefined) this.robot.peer.respond(this.#invite, 480);
    else if (this.state === 'early' && this.#sent !== undefined) this.robot.peer.cancel(this.#sent);
    this.end();
  }

  /**
   * Lets time pass.
   *
   * @returns false at once when the call ends meanwhile
   */
  wait(ms: number): Promise<boolean> {
    if (this.state === 'ended') return Promise.resolve(false);
    return new Promise((resolve) => {
      this.#waiting.add(resolve);
      this.#after(ms, () => {
        if (this.#waiting.delete(resolve)) resolve(true);
      });
    });
  }

  /** Does something later, also when the call has ended by then. */
  later(ms: number, act: () => void): void {
    this.robot.timers.after(ms, act);
  }

  /** @internal Frees everything. */
  end(): void {
    if (this.state === 'ended') return;
    this.state = 'ended';
    for (const timer of this.#timers) this.robot.timers.stop(timer);
    this.#timers.clear();
    this.#unacknowledged = undefined;
    for (const resolve of this.#waiting) resolve(false);
    this.#waiting.clear();
    this.#media?.close();
    this.robot.forget(this);
  }

  /** @internal */
  request(request: IncomingRequest): void {
    const { peer } = this.robot;
    switch (request.method) {
      case 'ACK':
        this.#acknowledged(request);
        return;
      case 'CANCEL':
        peer.respond(request, 200, { contact: null });
        if (this.state === 'early' && this.#invite !== undefined) {
          peer.respond(this.#invite, 487);
          this.end();
        }
        return;
      case 'BYE':
        peer.respond(request, 200, { contact: null });
        this.end();
        return;
      case 'INVITE':
        if (request.toTag === undefined) return;
        void this.#acceptOffer(request);
        return;
      case 'UPDATE':
        void this.#update(request);
        return;
      case 'INFO':
        peer.respond(request, 200, { contact: null });
        this.#info(request);
        return;
      case 'REFER':
        this.#refer(request);
        return;
      default:
        peer.respond(request, KNOWN.has(request.method) ? 200 : 405, { headers: [`Allow: ${ALLOW}`] });
    }
  }

  /** @internal */
  response(response: IncomingResponse): void {
    const { statusCode, cseq } = response;
    if (cseq.method !== 'INVITE' || this.#sent === undefined || this.direction !== 'outgoing') return;
    if (statusCode < 200) return;
    if (statusCode >= 300) {
      this.robot.peer.ack(response);
      this.end();
      return;
    }
    const dialog = this.robot.peer.dialog(response);
    dialog.ack(response);
    if (this.state === 'ended' || (this.dialog !== undefined && this.dialog.remote !== dialog.remote)) {
      // A second fork, or an answer that crossed our CANCEL: acknowledged and hung up (RFC 3261 section 13.2.2.4).
      dialog.send('BYE');
      return;
    }
    if (this.state === 'answered') return;
    this.dialog = dialog;
    this.state = 'answered';
    this.#after(LONGEST_OWN_CALL, () => this.hangUp());
    this.#media?.accept(response.body).catch(() => this.hangUp());
  }

  #adopt(media: RobotMedia): RobotMedia {
    this.#media = media;
    media.onDigit = (digit, duration) => this.robot.digit(this, digit, duration, 'rtp');
    return media;
  }

  async #acceptOffer(invite: IncomingRequest): Promise<void> {
    const { peer } = this.robot;
    const offered = invite.body !== '';
    try {
      const media = this.#media ?? this.#adopt(this.robot.createMedia());
      const body = offered ? await media.answer(invite.body) : await media.offer();
      if (this.state === 'ended') return;
      this.state = 'answered';
      const text = peer.respond(invite, 200, { body, headers: [`Allow: ${ALLOW}`] });
      this.#unacknowledged = { text, offered, timer: undefined, since: this.robot.now() };
      this.#repeat(T1);
    } catch {
      if (this.state === 'ended') return;
      peer.respond(invite, 488);
      if (this.state === 'early') this.end();
    }
  }

  /** RFC 3261 section 13.3.1.4: a 2xx is repeated until its ACK comes. */
  #repeat(interval: number): void {
    const waiting = this.#unacknowledged;
    if (waiting === undefined) return;
    waiting.timer = this.#after(interval, () => {
      if (this.robot.now() - waiting.since >= ACK_TIMEOUT) {
        this.hangUp();
        return;
      }
      this.robot.peer.send(waiting.text);
      this.#repeat(Math.min(interval * 2, T2));
    });
  }

  #acknowledged(ack: IncomingRequest): void {
    const waiting = this.#unacknowledged;
    if (waiting === undefined) return;
    this.#unacknowledged = undefined;
    this.robot.timers.stop(waiting.timer);
    if (!waiting.offered && ack.body !== '') this.#media?.accept(ack.body).catch(() => this.hangUp());
  }

  async #update(request: IncomingRequest): Promise<void> {
    const { peer } = this.robot;
    try {
      const body = request.body === '' ? undefined : await this.#media?.answer(request.body);
      peer.respond(request, 200, body === undefined ? {} : { body });
    } catch {
      peer.respond(request, 488);
    }
  }

  /** DTMF as INFO: `Signal=5` and `Duration=160`, as most servers read it. */
  #info(request: IncomingRequest): void {
    const digit = /^\s*signal\s*=\s*([0-9*#a-d])/im.exec(request.body)?.[1];
    if (request.contentType?.type !== 'application/dtmf-relay' || digit === undefined) return;
    this.robot.digit(this, digit.toUpperCase(), Number(/duration\s*=\s*(\d+)/i.exec(request.body)?.[1] ?? 0), 'info');
  }

  /** A transfer, blind or attended: the robot calls where it is sent (RFC 3515), and reports how it went. */
  #refer(request: IncomingRequest): void {
    const target = request.referTo?.uri;
    const { robot } = this;
    const { peer } = robot;
    if (target === undefined) {
      peer.respond(request, 400);
      return;
    }
    peer.respond(request, 202);
    const report = (line: string, state: string): void => {
      const headers = [`Event: refer;id=${request.cseq.seq}`, `Subscription-State: ${state}`];
      this.dialog?.send('NOTIFY', { headers, contentType: 'message/sipfrag;version=2.0', body: `${line}\r\n` });
    };
    report('SIP/2.0 100 Trying', 'active;expires=60');
    const replaces = target.headers.get('replaces')?.[0];
    const headers = [...(replaces === undefined ? [] : [`Replaces: ${replaces}`]), `Referred-By: <${this.caller}>`];
    robot.call(target.with({ headers: undefined }).toString(), headers, (line, final) => {
      report(line, final ? 'terminated;reason=noresource' : 'active;expires=60');
    });
  }

  #after(ms: number, callback: () => void): Timer {
    const timer = this.robot.timers.after(ms, () => {
      this.#timers.delete(timer);
      callback();
    });
    this.#timers.add(timer);
    return timer;
  }
}

const ALLOW = 'INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, REFER, NOTIFY, MESSAGE';
const KNOWN: ReadonlySet<string> = new Set(['OPTIONS', 'NOTIFY', 'MESSAGE']);
