import { Dialog } from '../dialog/dialog.ts';
import type { SessionOwner } from '../session/session-owner.ts';
import type { MethodUser } from '../user-agent/method-user.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import type { DialogUsage } from '../user-agent/user-agent-core.ts';
import { readReferTarget } from './refer-target.ts';
import { Referral } from './referral.ts';

/** How many may wait for the application's word at once. */
const MOST_WAITING = 10;

/** Who is asked about REFERs outside of any dialog. */
export interface ReferReceiver {
  /** Whether anybody listens there; when nobody does, REFER is refused. */
  takesRefers(): boolean;
  receiveRefer(referral: Referral): void;
}

/**
 * Takes REFERs outside of any dialog (RFC 3515). Whoever sends one is a stranger: it is refused unless the application
 * listens, and followed only when the application accepts.
 */
export class OutOfDialogRefers implements MethodUser {
  readonly #owner: SessionOwner;
  readonly #asked: { readonly receivers: Iterable<ReferReceiver> };
  #waiting: readonly Referral[] = [];

  /** @param asked - who is asked; read anew for each REFER */
  constructor(owner: SessionOwner, asked: { readonly receivers: Iterable<ReferReceiver> }) {
    this.#owner = owner;
    this.#asked = asked;
  }

  receive(request: ServerRequest): void {
    const target = readReferTarget(request.message);
    if ('statusCode' in target) {
      request.reply(target.statusCode, target);
      return;
    }
    this.#waiting = this.#waiting.filter((each) => !each.answered);
    if (this.#waiting.length >= MOST_WAITING) {
      request.reply(486);
      return;
    }
    const { dialogs } = this.#owner.core;
    let dialog: Dialog | undefined;
    const referral: Referral = new Referral({
      owner: this.#owner,
      server: request,
      target,
      dialog: () => {
        dialog = Dialog.fromRequest(request.message, request.localTag);
        dialog.confirm();
        dialogs.add(dialog, usage);
        return dialog;
      },
      over: () => {
        if (dialog !== undefined) dialogs.remove(dialog);
      },
    });
    this.#waiting = [...this.#waiting, referral];
    const asked = [...this.#asked.receivers].filter((receiver) => receiver.takesRefers());
    for (const receiver of asked) this.#tell(receiver, referral);
    if (asked.length === 0) void referral.reject();
  }

  #tell(receiver: ReferReceiver, referral: Referral): void {
    try {
      receiver.receiveRefer(referral);
    } catch (error) {
      this.#owner.core.platform.logger.log('error', 'transfer', 'a receiver threw', error);
    }
  }
}

/** Nothing but our own reports goes on in such a dialog. */
const usage: DialogUsage = {
  receive: (request) => {
    request.reply(481);
  },
  receiveAck: () => undefined,
};
