import type { SipError } from '../base/errors.ts';
import { LazyMap } from '../base/lazy-map.ts';
import { Dialog } from '../dialog/dialog.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { Body, OutgoingRequest } from '../message/outgoing-message.ts';
import type { SentAck } from '../transaction/transaction-layer.ts';
import type { ClientRequest, ClientRequestUser } from '../user-agent/client-request.ts';
import { Ack, ackRequest } from './ack.ts';
import { byeStray } from './bye.ts';
import { LateAnswers } from './late-answers.ts';
import { isReliable, ReceivedProvisionals } from './received-provisionals.ts';
import type { SessionContext } from './session-context.ts';

/** What an inviter wants to know of its INVITE. */
export interface OutgoingInviteUser {
  /** A provisional response; `dialog` is the early dialog it belongs to, where it has a To tag. */
  onProgress(response: IncomingResponse, dialog: Dialog | undefined): void;
  /** The first 2xx. It must be answered with {@link OutgoingInvite.acknowledge}. */
  onAnswer(response: IncomingResponse, dialog: Dialog): void;
  /** A reliable provisional response, new and in its order; gives the answer that its PRACK is to carry. */
  onReliable(response: IncomingResponse, dialog: Dialog): Promise<Body | undefined>;
  /** Another INVITE to send instead of giving up, when this refusal asks for it. */
  again(response: IncomingResponse): OutgoingRequest | undefined;
  onRefused(response: IncomingResponse): void;
  onFailure(error: SipError): void;
}

/**
 * An INVITE that starts a call, with all its forks (RFC 3261 section 13.2). The first 2xx wins; every other is
 * acknowledged and hung up in its own dialog, and so is the first when it comes after we gave up.
 */
export class OutgoingInvite implements ClientRequestUser {
  readonly #context: SessionContext;
  readonly #user: OutgoingInviteUser;
  #client: ClientRequest;
  readonly #early = new LazyMap<string, Dialog>();
  readonly #provisionals = new LazyMap<Dialog, ReceivedProvisionals>();
  readonly #lost = new LazyMap<string, Ack>();
  #winner: Dialog | undefined;
  /** The INVITE as last sent, once the session is over. */
  #last: OutgoingRequest | undefined;
  #ack: Ack | undefined;

  constructor(context: SessionContext, request: OutgoingRequest, user: OutgoingInviteUser) {
    this.#context = context;
    this.#user = user;
    this.#client = context.core.send(request, this);
    context.atEnd(() => {
      this.#leave();
    });
  }

  /** The INVITE as last sent. */
  get request(): OutgoingRequest {
    return this.#last ?? this.#client.request;
  }

  /** Gives up (section 9.1). What comes back decides what is left to do. */
  cancel(headers: readonly (readonly [string, string])[]): void {
    this.#client.cancel(headers);
  }

  /** Acknowledges the 2xx that won, and each repetition of it. */
  acknowledge(ack: Ack): void {
    this.#ack = ack;
    ack.send();
  }

  /** The session is over: what still comes in is for {@link LateAnswers}, which hold on to next to nothing. */
  #leave(): void {
    const acks = new Map<string, SentAck>();
    const add = (tag: string | undefined, ack: Ack | undefined): void => {
      if (tag !== undefined && ack?.sent !== undefined) acks.set(tag, ack.sent);
    };
    add(this.#winner?.remoteTag, this.#ack);
    for (const [tag, ack] of this.#lost) add(tag, ack);
    this.#last = this.#client.request;
    this.#client.handOver(new LateAnswers(this.#context.core, this.#last, acks));
  }

  onFinal(response: IncomingResponse): void {
    if (response.statusCode < 300) this.#success(response);
    else if (this.#winner === undefined) this.#refused(response);
  }

  onFailure(error: SipError): void {
    if (this.#winner === undefined) this.#user.onFailure(error);
  }

  #refused(response: IncomingResponse): void {
    const request = this.#user.again(response);
    if (request === undefined) {
      this.#user.onRefused(response);
      return;
    }
    for (const early of this.#early.values()) this.#context.removeDialog(early);
    this.#early.clear();
    this.#client = this.#context.core.send(request, this);
  }

  onProvisional(response: IncomingResponse): void {
    const tag = response.toTag;
    if (response.statusCode === 100 || tag === undefined) {
      this.#user.onProgress(response, undefined);
      return;
    }
    let dialog = this.#winner?.remoteTag === tag ? this.#winner : this.#early.get(tag);
    if (dialog === undefined) {
      dialog = Dialog.fromResponse(this.request, response);
      this.#early.set(dialog.remoteTag, dialog);
      this.#context.addDialog(dialog);
    } else {
      dialog.refreshTarget(response);
    }
    if (isReliable(response) && !this.#takeReliable(response, dialog)) return;
    this.#user.onProgress(response, dialog);
  }

  /** @returns whether it is new and in its order */
  #takeReliable(response: IncomingResponse, dialog: Dialog): boolean {
    if (this.#winner !== undefined) return false;
    const provisionals = this.#provisionals.get(dialog) ?? new ReceivedProvisionals(this.#context, dialog);
    this.#provisionals.set(dialog, provisionals);
    return provisionals.receive(response, (taken) => this.#user.onReliable(taken, dialog));
  }

  #success(response: IncomingResponse): void {
    const tag = response.toTag ?? '';
    if (this.#winner?.remoteTag === tag) {
      this.#ack?.send();
      return;
    }
    const dialog = this.#early.get(tag) ?? Dialog.fromResponse(this.request, response);
    dialog.confirm(response);
    if (this.#winner !== undefined || this.#context.isEnding()) {
      this.#hangUp(dialog);
      if (this.#winner === undefined) this.#user.onAnswer(response, dialog);
      return;
    }
    this.#winner = dialog;
    for (const early of this.#early.values()) if (early !== dialog) this.#context.removeDialog(early);
    this.#early.delete(tag);
    this.#context.addDialog(dialog);
    this.#user.onAnswer(response, dialog);
  }

  #hangUp(dialog: Dialog): void {
    const known = this.#lost.get(dialog.remoteTag);
    const ack = known ?? new Ack(this.#context, ackRequest(dialog, this.request));
    ack.send();
    if (known !== undefined) return;
    this.#lost.set(dialog.remoteTag, ack);
    this.#context.removeDialog(dialog);
    byeStray(this.#context, dialog);
  }
}
