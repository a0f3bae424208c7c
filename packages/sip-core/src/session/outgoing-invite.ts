import type { SipError } from '../base/errors.ts';
import { Dialog } from '../dialog/dialog.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import type { ClientRequest } from '../user-agent/client-request.ts';
import { Ack } from './ack.ts';
import { byeStray } from './bye.ts';
import type { SessionContext } from './session-context.ts';

/** What an inviter wants to know of its INVITE. */
export interface OutgoingInviteUser {
  /** A provisional response; `dialog` is the early dialog it belongs to, where it has a To tag. */
  onProgress(response: IncomingResponse, dialog: Dialog | undefined): void;
  /** The first 2xx. It must be answered with {@link OutgoingInvite.acknowledge}. */
  onAnswer(response: IncomingResponse, dialog: Dialog): void;
  onRefused(response: IncomingResponse): void;
  onFailure(error: SipError): void;
}

/**
 * An INVITE that starts a call, with all its forks (RFC 3261 section 13.2). The first 2xx wins; every other is
 * acknowledged and hung up in its own dialog, and so is the first when it comes after we gave up.
 */
export class OutgoingInvite {
  readonly #context: SessionContext;
  readonly #user: OutgoingInviteUser;
  readonly #client: ClientRequest;
  readonly #early = new Map<string, Dialog>();
  readonly #lost = new Map<string, Ack>();
  #winner: Dialog | undefined;
  #ack: Ack | undefined;

  constructor(context: SessionContext, request: OutgoingRequest, user: OutgoingInviteUser) {
    this.#context = context;
    this.#user = user;
    this.#client = context.core.send(request, {
      onProvisional: (response) => {
        this.#provisional(response);
      },
      onFinal: (response) => {
        if (response.statusCode < 300) this.#success(response);
        else if (this.#winner === undefined) user.onRefused(response);
      },
      onFailure: (error) => {
        if (this.#winner === undefined) user.onFailure(error);
      },
    });
  }

  /** The INVITE as last sent. */
  get request(): OutgoingRequest {
    return this.#client.request;
  }

  /** Gives up (section 9.1). What comes back decides what is left to do. */
  cancel(headers: readonly (readonly [string, string])[]): void {
    this.#client.cancel(headers);
  }

  /** Acknowledges the 2xx that won, and each repetition of it. */
  acknowledge(ack: Ack): OutgoingRequest {
    this.#ack = ack;
    ack.send();
    return ack.request;
  }

  #provisional(response: IncomingResponse): void {
    const tag = response.toTag;
    if (response.statusCode === 100 || tag === undefined) {
      this.#user.onProgress(response, undefined);
      return;
    }
    let dialog = this.#early.get(tag);
    if (dialog === undefined) {
      dialog = Dialog.fromResponse(this.request, response);
      this.#early.set(dialog.remoteTag, dialog);
      this.#context.addDialog(dialog);
    } else {
      dialog.refreshTarget(response);
    }
    this.#user.onProgress(response, dialog);
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
    this.#context.addDialog(dialog);
    this.#user.onAnswer(response, dialog);
  }

  #hangUp(dialog: Dialog): void {
    const known = this.#lost.get(dialog.remoteTag);
    const ack = known ?? new Ack(this.#context, dialog, this.request);
    ack.send();
    if (known !== undefined) return;
    this.#lost.set(dialog.remoteTag, ack);
    this.#context.removeDialog(dialog);
    byeStray(this.#context, dialog);
  }
}
