import type { IncomingRequest, IncomingResponse } from '../../message/incoming-message.ts';
import type { Clock } from '../../platform.ts';
import type { Received, ScriptedPeer } from '../scripted-peer.ts';
import type { Timers } from '../timers.ts';
import type { RobotBehaviour } from './behaviours.ts';
import { RobotCall } from './robot-call.ts';
import type { RobotMedia } from './robot-media.ts';

/** A tone that a robot heard. */
export interface RobotDigit {
  /** The robot's extension. */
  readonly robot: string;
  /** Address of the caller. */
  readonly caller: string;
  readonly digit: string;
  /** Milliseconds. */
  readonly duration: number;
  readonly via: 'rtp' | 'info';
}

/** What a robot is made of. @internal */
export interface RobotParts {
  readonly peer: ScriptedPeer;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly behaviour: RobotBehaviour;
  readonly createMedia: () => RobotMedia;
  readonly onDigit: (digit: RobotDigit) => void;
}

/** How a call that a robot placed goes on: a status line, and whether it was the last. */
export type CallProgress = (statusLine: string, final: boolean) => void;

/** An extension with a mind of its own. */
export class Robot {
  readonly peer: ScriptedPeer;
  readonly timers: Timers;
  readonly createMedia: () => RobotMedia;
  readonly #parts: RobotParts;
  readonly #calls = new Set<RobotCall>();
  readonly #progress = new Map<RobotCall, CallProgress>();

  constructor(parts: RobotParts) {
    this.#parts = parts;
    this.peer = parts.peer;
    this.timers = parts.timers;
    this.createMedia = parts.createMedia;
    this.peer.onMessage = (received) => {
      this.#receive(received);
      return true;
    };
  }

  /** The calls that are up. */
  get calls(): ReadonlySet<RobotCall> {
    return this.#calls;
  }

  /** Calls somebody, such as `sip:alice@example.com`. */
  call(target: string, headers: readonly string[] = [], progress?: CallProgress): void {
    RobotCall.outgoing(this, target, headers).then(
      (call) => {
        this.#calls.add(call);
        if (progress !== undefined) this.#progress.set(call, progress);
      },
      () => progress?.('SIP/2.0 500 Server Internal Error', true),
    );
  }

  /** Hangs up every call. */
  hangUp(): void {
    for (const call of [...this.#calls]) call.hangUp();
  }

  /** @internal Ends every call without a word. */
  close(): void {
    for (const call of [...this.#calls]) call.end();
  }

  /** @internal */
  now(): number {
    return this.#parts.clock.now();
  }

  /** @internal */
  forget(call: RobotCall): void {
    this.#calls.delete(call);
    this.#progress.delete(call);
  }

  /** @internal */
  digit(call: RobotCall, digit: string, duration: number, via: 'rtp' | 'info'): void {
    this.#parts.onDigit({ robot: this.peer.user, caller: call.caller, digit, duration, via });
  }

  #receive(received: Received): void {
    const { message } = received;
    if (message === undefined) return;
    if (message.kind === 'response') this.#response(message);
    else this.#request(message);
  }

  #request(request: IncomingRequest): void {
    const call = this.#find(request.callId, request.toTag);
    if (call !== undefined) {
      call.request(request);
      return;
    }
    if (request.method === 'ACK') return;
    if (request.toTag !== undefined) {
      this.peer.respond(request, 481);
    } else if (request.method === 'INVITE') {
      this.#answer(request);
    } else {
      this.peer.respond(request, request.method === 'CANCEL' ? 481 : 200);
    }
  }

  #answer(invite: IncomingRequest): void {
    const replaced = this.#replaced(invite);
    if (replaced === undefined && invite.has('Replaces')) {
      this.peer.respond(invite, 481);
      return;
    }
    const call = RobotCall.incoming(this, invite);
    this.#calls.add(call);
    Promise.resolve(replaced === undefined ? this.#parts.behaviour(call) : takeOver(call, replaced)).catch(() => {
      call.refuse(500);
      call.hangUp();
    });
  }

  /** The call that this one takes the place of (RFC 3891 section 3). */
  #replaced(invite: IncomingRequest): RobotCall | undefined {
    const replaces = invite.replaces;
    const call = replaces === undefined ? undefined : this.#find(replaces.value, replaces.params.get('to-tag') ?? '');
    return call?.dialog?.remote.includes(`tag=${replaces?.params.get('from-tag') ?? ''}`) === true ? call : undefined;
  }

  #response(response: IncomingResponse): void {
    const call = this.#find(response.callId, undefined);
    if (call === undefined || response.cseq.method !== 'INVITE') return;
    const progress = this.#progress.get(call);
    if (response.statusCode >= 200) this.#progress.delete(call);
    call.response(response);
    if (response.statusCode > 100) {
      progress?.(`SIP/2.0 ${response.statusCode} ${response.reasonPhrase}`, response.statusCode >= 200);
    }
  }

  #find(callId: string, localTag: string | undefined): RobotCall | undefined {
    for (const call of this.#calls) {
      if (call.callId !== callId) continue;
      if (localTag === undefined || call.dialog === undefined || call.dialog.local.includes(`tag=${localTag}`))
        return call;
    }
    return undefined;
  }
}

async function takeOver(call: RobotCall, replaced: RobotCall): Promise<void> {
  await call.answer();
  if (call.state === 'answered') replaced.hangUp();
}
