import { NOTHING } from '../base/nothing.ts';
import type { Dialog } from '../dialog/dialog.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import { answerOptions } from '../user-agent/dispatch.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import type { DialogUsage } from '../user-agent/user-agent-core.ts';
import { receiveBye } from './bye.ts';
import { infoPackages } from './extension-use.ts';
import { IncomingReinvite } from './incoming-reinvite.ts';
import { answerUpdate } from './incoming-update.ts';
import type { SessionContext } from './session-context.ts';
import type { Session } from './session.ts';

/** Takes the requests within the dialogs of one session, and gives each its answer (RFC 3261 section 12.2.2). */
export class InDialogRequests implements DialogUsage {
  readonly #context: SessionContext;
  readonly #session: Session;
  #reinvites: readonly IncomingReinvite[] = NOTHING;

  constructor(context: SessionContext, session: Session) {
    this.#context = context;
    this.#session = session;
  }

  receive(request: ServerRequest, dialog: Dialog): void {
    const context = this.#context;
    const { method } = request.message;
    context.trickle.reached();
    if (method === 'BYE') {
      this.#bye(request, dialog);
      return;
    }
    if (method === 'PRACK') {
      this.#session.receivePrack(request);
      return;
    }
    // Reports on a transfer still count (RFC 5057 section 4.2).
    if (context.isEnding() && method !== 'NOTIFY') {
      // RFC 5407 sections 3.2.2 and 3.3.3: for the far end, the call is over once our BYE is on its way.
      request.reply(481);
      return;
    }
    // The far end may have become somebody else, as after a transfer by a server (RFC 4916).
    if (method === 'INVITE' || method === 'UPDATE') context.metadata.learn(request.message);
    switch (method) {
      case 'UPDATE':
        void this.#update(request, dialog);
        return;
      case 'INVITE':
        void this.#reinvite(request);
        return;
      case 'INFO':
        this.#info(request);
        return;
      case 'REFER':
        this.#session.transfers.receiveRefer(request);
        return;
      case 'NOTIFY':
        this.#notify(request);
        return;
      case 'OPTIONS':
        answerOptions(context.core, request);
        return;
      default:
        request.reply(405, { headers: [['Allow', context.core.allow]] });
    }
  }

  receiveAck(ack: IncomingRequest): void {
    this.#context.trickle.reached();
    this.#session.receiveAck(ack);
  }

  /** Finds the re-INVITE that an ACK belongs to. */
  async acknowledge(ack: IncomingRequest): Promise<void> {
    for (const each of this.#reinvites) {
      if (await each.receiveAck(ack)) {
        this.#reinvites = this.#reinvites.filter((other) => other !== each);
        return;
      }
    }
  }

  #bye(request: ServerRequest, dialog: Dialog): void {
    const context = this.#context;
    if (context.direction === 'outgoing' && dialog.state === 'early') {
      // A callee may not hang up before it answers, but some do: that fork is gone, the call is not.
      request.reply(200);
      context.removeDialog(dialog);
      if (context.earlyDialog === dialog) context.earlyDialog = undefined;
      return;
    }
    this.#session.beforeBye();
    receiveBye(context, request);
  }

  async #reinvite(request: ServerRequest): Promise<void> {
    const reinvite = new IncomingReinvite(this.#context, request);
    // At most the one before may still wait for its ACK.
    this.#reinvites = [...this.#reinvites.slice(-1), reinvite];
    if (await reinvite.answer()) this.#context.events.emit('reinvite', this.#session);
  }

  async #update(request: ServerRequest, dialog: Dialog): Promise<void> {
    if (await answerUpdate(this.#context, request, dialog)) this.#context.events.emit('reinvite', this.#session);
  }

  #info(request: ServerRequest): void {
    const { core, events, trickle } = this.#context;
    if (trickle.receive(request)) return;
    const infoPackage = request.message.header('Info-Package');
    if (infoPackage === undefined && this.#session.dtmfPart.receiveInfo(request)) return;
    if (events.count('info') > 0) events.emit('info', request);
    // RFC 6086 section 4.2.2: a package that nobody asked for.
    else if (infoPackage !== undefined) {
      const [taken = ['Recv-Info', ''] as const] = infoPackages(core.optionTags);
      request.reply(469, { headers: [taken] });
    }
    request.reply(200);
  }

  #notify(request: ServerRequest): void {
    const { events } = this.#context;
    if (this.#session.transfers.receiveNotify(request)) return;
    if (events.count('notify') > 0) {
      events.emit('notify', request);
      request.reply(200);
      return;
    }
    // RFC 6665 section 4.1.3: there is no such subscription.
    request.reply(481);
  }
}
