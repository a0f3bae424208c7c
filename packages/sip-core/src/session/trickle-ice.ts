import type { Dialog } from '../dialog/dialog.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import { sendInDialog } from './dialog-request.ts';
import type { DescriptionOptions } from './exchange.ts';
import { isReliable } from './received-provisionals.ts';
import type { SessionContext } from './session-context.ts';

/** Info package and option tag have one name (RFC 8840 sections 10.4 and 10.6). */
const NAME = 'trickle-ice';
const CONTENT_TYPE = 'application/trickle-ice-sdpfrag';
/** Milliseconds: candidates come in bursts, and one INFO carries a whole burst (section 10.9). */
const BURST = 20;
/** Characters of a body that we read. A hundred candidates for each of ten m-lines are less. */
const LONGEST_BODY = 131_072;

/**
 * ICE candidates that follow their description in INFO requests (RFC 8838, RFC 8840).
 *
 * - Used when both ends list `trickle-ice` in Supported and in Recv-Info, and the far end's description says
 *   `ice-options:trickle`. The first offer goes to somebody unknown and so takes the bounded gathering of every other
 *   call (half trickle, section 5.3); answers and all later offers go out at once.
 * - INFO goes one at a time, with all candidates there are (sections 4.4 and 10.9); those found meanwhile wait for the
 *   response to the one before.
 * - The caller may send as soon as there is an early dialog. It does so in any case when an unreliable provisional
 *   response brings an answer, so that the callee knows that it arrived (section 4.3.2). The callee waits for the ACK,
 *   or for any other request that proves that its response arrived. It does not repeat unreliable responses meanwhile:
 *   a WebSocket loses none, and one lost behind the server only makes its candidates wait for the 2xx.
 * - An INFO that is refused ends that for this call: later descriptions are gathered again. The call goes on, since our
 *   checks tell the far end of us (RFC 8445 section 7.3.1.3).
 * - Descriptions that an application has changed are never added to: what its modifiers did not see does not go out.
 */
export class TrickleIce {
  readonly #context: SessionContext;
  /** The far end is known to have the dialog. */
  #reached: boolean;
  #refused = false;
  #modified = false;
  /** The far end waits for an INFO, whether there is news or not. */
  #awaited = false;
  #sending = false;
  #told: { readonly dialog: Dialog; readonly fragment: string } | undefined;

  constructor(context: SessionContext) {
    this.#context = context;
    this.#reached = context.direction === 'outgoing';
  }

  /** Whether both ends take candidates later. */
  get agreed(): boolean {
    const { peer } = this.#context;
    return this.#offered && !this.#refused && peer.supports(NAME) && peer.receives(NAME);
  }

  /** A description of ours is about to be made. @returns whether candidates may follow it */
  describing(options: DescriptionOptions): boolean {
    this.#modified = (options.sessionDescriptionHandlerModifiers ?? []).length > 0;
    return this.agreed && !this.#modified;
  }

  /** There are more candidates, or somebody to tell them to. */
  changed(): void {
    const { timers } = this.#context;
    if (!this.agreed || this.#context.isEnding() || timers.has('trickle')) return;
    timers.start('trickle', BURST, () => void this.#tell());
  }

  /** A request of the far end came within the dialog, or its ACK. */
  reached(): void {
    if (this.#reached) return;
    this.#reached = true;
    this.changed();
  }

  /** A response to our INVITE came, and made or confirmed a dialog. */
  responded(response: IncomingResponse): void {
    if (response.statusCode < 200 && !isReliable(response) && response.hasBody) this.#awaited = true;
    this.changed();
  }

  /** @returns whether the INFO carries candidates; it has been answered then */
  receive(request: ServerRequest): boolean {
    const { message } = request;
    const name = message.header('Info-Package')?.split(';', 1)[0]?.trim().toLowerCase();
    if (name !== NAME || !this.#offered) return false;
    if (message.contentType?.type !== CONTENT_TYPE) request.reply(415, { headers: [['Accept', CONTENT_TYPE]] });
    else if (message.body.length > LONGEST_BODY) request.reply(413);
    else {
      request.reply(200);
      void this.#take(message.body);
    }
    return true;
  }

  get #offered(): boolean {
    return this.#context.core.optionTags.includes(NAME);
  }

  async #take(fragment: string): Promise<void> {
    try {
      await this.#context.existingHandler?.addRemoteCandidates?.(fragment);
    } catch (error) {
      this.#context.platform.logger.log('info', 'session', 'candidates were not taken', error);
    }
  }

  async #tell(): Promise<void> {
    const context = this.#context;
    const dialog = context.currentDialog;
    if (!this.agreed || this.#modified || !this.#reached || this.#sending) return;
    if (dialog === undefined || context.isEnding()) return;
    const local = context.existingHandler?.localCandidates?.();
    if (local === undefined || (!local.news && !this.#awaited)) return;
    const { fragment } = local;
    if (!this.#awaited && this.#told?.dialog === dialog && this.#told.fragment === fragment) return;
    this.#awaited = false;
    this.#told = { dialog, fragment };
    this.#sending = true;
    try {
      const { statusCode } = await this.#send(dialog, fragment);
      // What is about this one request, or about the moment, says nothing of the next.
      const refused = statusCode === 501 || (statusCode >= 400 && statusCode < 500);
      if (refused && ![408, 480, 481, 491].includes(statusCode)) this.#refused = true;
    } catch (error) {
      context.platform.logger.log('info', 'session', 'candidates were not told', error);
    } finally {
      this.#sending = false;
    }
    this.changed();
  }

  #send(dialog: Dialog, fragment: string): Promise<IncomingResponse> {
    const request = dialog.createRequest('INFO');
    request.headers.set('Info-Package', NAME);
    request.body = { content: fragment, contentType: CONTENT_TYPE, disposition: 'Info-Package' };
    return sendInDialog(this.#context, dialog, request);
  }
}
