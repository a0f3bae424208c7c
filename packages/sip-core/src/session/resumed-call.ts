import { errorInfo, SipError } from '../base/errors.ts';
import type { Dialog } from '../dialog/dialog.ts';
import { ConnectionError, RequestTimeoutError, ResponseError } from '../user-agent/request-errors.ts';
import { sendBye, type TerminateOptions } from './bye.ts';
import type { CallRecord } from './call-record.ts';
import { endCause } from './end-cause.ts';
import { reinvite } from './reinvite.ts';
import { SessionContext } from './session-context.ts';
import type { SessionOwner } from './session-owner.ts';
import { Session } from './session.ts';

/** A call of the page before could not be taken up again. */
export class NotResumedError extends SipError {
  override readonly code = 'NOT_RESUMED';

  constructor(why: string, options: { readonly cause?: unknown; readonly statusCode?: number | undefined } = {}) {
    super(`The call could not be taken up again: ${why}`, options);
  }
}

/** Answers that pass: the server, or the far end, does not know us again yet. */
const PASSING: ReadonlySet<number> = new Set([404, 408, 410, 430, 480, 500, 502, 503, 504]);
const ENDED_THERE = 'the far end has ended it meanwhile.';
/** Milliseconds between two attempts. */
const PAUSE = 700;

/**
 * A call that another page has begun, and this one goes on with: the same dialog, new media. What a page cannot hand
 * over, the keys of DTLS above all, is negotiated anew by a re-INVITE (RFC 3261 section 14.1).
 */
export class ResumedCall extends Session {
  readonly #record: CallRecord;
  readonly #dialog: Dialog;

  constructor(owner: SessionOwner, record: CallRecord, dialog: Dialog) {
    const { id, direction } = record;
    super(new SessionContext({ owner, id, direction, local: dialog.local, remote: withoutTag(dialog) }));
    this.#record = record;
    this.#dialog = dialog;
  }

  /** The INVITE went with the page that sent or got it. */
  override get request(): undefined {
    return undefined;
  }

  /** Enters the call where it stands, so that it is shown and the far end reaches it. @internal */
  begin(): void {
    const { context } = this;
    const record = this.#record;
    context.metadata.open(record.callId, record.half ?? undefined);
    context.peer.restore(record.peer);
    context.lastDescription = record.origin === '' ? undefined : record.origin;
    context.muted = Object.freeze({ ...record.muted });
    context.localHold = record.hold;
    // Whatever ends it before the media are back ends it as this.
    context.endsAs = endCause('NOT_RESUMED', 'system', { statusCode: 481 });
    context.atEnd(() => {
      if (context.cause?.code !== 'NOT_RESUMED' || context.snapshots.read('lastError') !== null) return;
      context.snapshots.update({ lastError: errorInfo(new NotResumedError(ENDED_THERE, { statusCode: 481 })) });
    });
    context.dialog = this.#dialog;
    context.negotiation.initial.finish();
    context.setResuming(true);
    context.owner.adopt(this);
    context.addDialog(this.#dialog);
    const { createdAt, answeredAt } = record;
    context.snapshots.update({ createdAt, answeredAt });
    context.move('establish');
    context.move('answered');
    if (record.timer !== null) context.sessionTimer.restore(record.timer);
  }

  /**
   * Brings the media back. To be called once we are connected, and registered where we register: only then does the far
   * end reach us. It is tried again while the answer may pass.
   *
   * @param deadline - milliseconds since the epoch; after that there is no further attempt
   * @throws {@link NotResumedError} when it cannot be done; the call has ended then
   * @internal
   */
  async takeUp(deadline: number): Promise<void> {
    const { context } = this;
    const constraints = { audio: true, video: this.#record.video };
    for (;;) {
      try {
        await reinvite(context, {
          sessionDescriptionHandlerOptions: { constraints },
          keepOnSilence: true,
        });
        context.endsAs = undefined;
        context.setResuming(false);
        return;
      } catch (error) {
        const status = error instanceof ResponseError ? error.statusCode : undefined;
        const passing = error instanceof ConnectionError || (status !== undefined && PASSING.has(status));
        const late = context.platform.clock.now() + PAUSE > deadline;
        if (!passing || late || context.isEnding()) throw this.giveUpOn(reasonOf(error), error, status);
        await context.wait('glare', PAUSE, 'be taken up again').catch(() => undefined);
        if (context.isEnding()) throw this.giveUpOn(reasonOf(error), error, status);
      }
    }
  }

  /** Ends the call, here and as far as it can be done at the far end, and says why. @internal */
  giveUpOn(why: string, cause?: unknown, statusCode?: number): NotResumedError {
    const error = new NotResumedError(why, { cause, statusCode });
    const { context } = this;
    if (context.isEnded()) return error;
    context.snapshots.update({ lastError: errorInfo(error) });
    if (context.isEnding()) return error;
    const ended = endCause('NOT_RESUMED', 'system', { statusCode: statusCode ?? null });
    if (statusCode === 481 || context.core.transport.state !== 'connected') context.end(ended);
    else void sendBye(context, this.#dialog, {}, ended);
    return error;
  }

  /** Hung up by a person, it ends as any other. */
  protected override hangUp(options: TerminateOptions): Promise<void> {
    this.context.endsAs = undefined;
    return super.hangUp(options);
  }

  protected override giveUp(options: TerminateOptions): Promise<void> {
    return this.hangUp(options);
  }
}

function withoutTag({ remote }: Dialog): Dialog['remote'] {
  return remote.with({ params: {} });
}

function reasonOf(error: unknown): string {
  if (error instanceof ResponseError) {
    if (error.statusCode === 481) return ENDED_THERE;
    return `it was refused with ${error.statusCode} ${error.response.reasonPhrase}.`;
  }
  if (error instanceof RequestTimeoutError) return 'nobody answered.';
  return error instanceof Error ? error.message : String(error);
}
