import type { IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';
import type { Dice } from './dice.ts';
import { fakeAnswer, fakeOffer } from './fake-sdp.ts';
import type { FakeNetwork } from './fake-network.ts';
import type { ScriptedDialog } from './scripted-dialog.ts';
import type { ScriptedPeer } from './scripted-peer.ts';

/** A far end that does by chance whatever a far end may do, and some of what it may not. */
export class RandomPeer {
  #wellBehaved = false;
  readonly #peer: ScriptedPeer;
  readonly #network: FakeNetwork;
  readonly #dice: Dice;
  readonly #dialogs: ScriptedDialog[] = [];
  readonly #invites: IncomingRequest[] = [];
  /** Calls, by branch, that had no final response. */
  readonly #unanswered = new Map<string | undefined, IncomingRequest>();
  readonly #placed: ReturnType<ScriptedPeer['request']>[] = [];

  constructor(network: FakeNetwork, user: string, dice: Dice) {
    this.#network = network;
    this.#dice = dice;
    this.#peer = network.scriptedPeer(user);
    this.#peer.onMessage = ({ message }) => {
      if (message?.kind === 'request') this.#answer(message);
      else if (message?.kind === 'response') this.#learn(message);
      return true;
    };
  }

  /** Answers everything in good order from now on, what was left unanswered too, and starts nothing. */
  behave(): void {
    this.#wellBehaved = true;
    for (const invite of this.#unanswered.values()) this.#respond(invite, 480);
  }

  /** Does something of its own accord. */
  act(): string {
    const dice = this.#dice;
    const dialog = dice.pick(this.#dialogs.slice(-4));
    const user = dice.pick(['alice', 'bob', 'carol']);
    switch (dice.below(6)) {
      case 0: {
        const body = dice.chance(80) ? { body: fakeOffer() } : {};
        const headers = dice.pick([[], ['Supported: 100rel, timer'], ['Require: 100rel'], ['Require: foo']]);
        this.#placed.push(this.#peer.request('INVITE', `sip:${user}@example.com`, { ...body, headers }));
        return `dave calls ${user}`;
      }
      case 1: {
        const method = dice.pick(['OPTIONS', 'MESSAGE', 'NOTIFY', 'SUBSCRIBE', 'REFER', 'BYE', 'UPDATE', 'FROB']);
        this.#peer.request(method, `sip:${user}@example.com`, {
          headers: ['Event: presence', 'Subscription-State: active', 'Refer-To: <sip:600@example.com>'],
        });
        return `dave sends ${method} to ${user}`;
      }
      case 2: {
        const placed = dice.pick(this.#placed.slice(-2));
        if (placed !== undefined) this.#peer.cancel(placed);
        return 'dave cancels';
      }
      case 3: {
        const invite = dice.pick(this.#invites.slice(-3));
        const status = dice.pick([180, 183, 199, 200, 200, 302, 404, 422, 486, 491, 503, 603]);
        if (invite !== undefined) this.#respond(invite, status);
        return `dave answers ${status} late`;
      }
      default: {
        const method = dice.pick(['BYE', 'INVITE', 'UPDATE', 'INFO', 'REFER', 'NOTIFY', 'OPTIONS', 'MESSAGE', 'PRACK']);
        const offers = method === 'INVITE' || method === 'UPDATE';
        const headers = [
          'Refer-To: <sip:601@example.com>',
          'Event: refer',
          'Subscription-State: active',
          'RAck: 1 1 INVITE',
        ];
        dialog?.send(method, {
          headers,
          ...(offers && dice.chance(80) ? { body: fakeOffer({ version: 2 + dice.below(50) }) } : {}),
        });
        return `dave sends ${method} in a dialog`;
      }
    }
  }

  #answer(request: IncomingRequest): void {
    const dice = this.#dice;
    if (request.method === 'ACK') return;
    if (request.method === 'INVITE') {
      this.#invites.push(request);
      this.#unanswered.set(request.via.branch, request);
    }
    if (this.#wellBehaved) {
      this.#later(0, request, request.method === 'INVITE' ? (request.toTag === undefined ? 486 : 488) : 200);
      if (request.method === 'CANCEL') this.#giveUp(request);
      return;
    }
    if (request.method === 'INVITE') {
      if (dice.chance(70)) this.#later(dice.below(300), request, dice.pick([100, 180, 183]));
      if (dice.chance(70))
        this.#later(dice.below(6000), request, dice.pick([200, 200, 200, 302, 407, 486, 488, 491, 503]));
    } else if (request.method === 'CANCEL') {
      this.#later(0, request, dice.pick([200, 200, 481]));
      if (dice.chance(80)) this.#giveUp(request);
    } else if (dice.chance(85)) {
      this.#later(dice.below(400), request, dice.pick([200, 200, 200, 200, 202, 401, 408, 481, 491, 500, 603]));
    }
  }

  #giveUp(cancel: IncomingRequest): void {
    const invite = this.#invites.find((each) => each.via.branch === cancel.via.branch);
    if (invite !== undefined) this.#later(10, invite, 487);
  }

  #later(delay: number, request: IncomingRequest, status: number): void {
    if (delay === 0) this.#respond(request, status);
    else this.#network.clock.setTimeout(() => this.#respond(request, status), delay);
  }

  #respond(request: IncomingRequest, status: number): void {
    const offered = request.body !== '' && request.method === 'INVITE' && status > 180 && status < 300;
    const offers = request.method === 'INVITE' && request.body === '' && status === 200;
    const reliable = status > 100 && status < 200 && request.supported.includes('100rel') && this.#dice.chance(30);
    const headers = [
      ...(reliable ? ['Require: 100rel', `RSeq: ${1 + this.#dice.below(2)}`] : []),
      ...(request.method === 'SUBSCRIBE' && status < 300 ? ['Expires: 600'] : []),
      ...(request.method === 'PUBLISH' && status < 300 ? ['Expires: 600', 'SIP-ETag: x'] : []),
    ];
    const body = offered ? { body: fakeAnswer(request.body) } : offers ? { body: fakeOffer() } : {};
    this.#peer.respond(request, status, { ...body, headers });
    if (status >= 200) this.#unanswered.delete(request.via.branch);
    if (request.method === 'INVITE' && status > 100 && status < 300) this.#dialogs.push(this.#peer.dialog(request));
  }

  #learn(response: IncomingResponse): void {
    if (response.cseq.method !== 'INVITE' || response.statusCode <= 100) return;
    const known = this.#dialogs.find((each) => each.callId === response.callId);
    if (response.statusCode >= 300) this.#peer.ack(response);
    else if (response.statusCode < 200 || known === undefined) {
      const dialog = known ?? this.#peer.dialog(response);
      if (known === undefined) this.#dialogs.push(dialog);
    }
    if (response.statusCode < 200 || response.statusCode >= 300) return;
    if (this.#wellBehaved || this.#dice.chance(85)) (known ?? this.#peer.dialog(response)).ack(response);
  }
}
