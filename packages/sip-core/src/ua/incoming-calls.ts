import { Invitation } from '../session/invitation.ts';
import type { SessionOwner } from '../session/session-owner.ts';
import type { Session } from '../session/session.ts';
import { EndedDialogs } from '../transfer/ended-dialogs.ts';
import { sameMedia } from '../transfer/referral.ts';
import { judgeReplaces, replaceSession } from '../transfer/replacement.ts';
import type { MethodUser } from '../user-agent/method-user.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';

/** How calls that come in are treated. */
export interface IncomingCallOptions {
  /** How many may ring at once. */
  readonly maxRinging: number;
  /** Whether one that takes the place of a call that stands is answered by itself. */
  readonly acceptReplaces: boolean;
  /** Whether calls that ask for it are answered by themselves. */
  readonly autoAnswer: boolean;
}

/** Whose calls these are. */
export interface CalledUser extends SessionOwner {
  /** Those that have begun and not ended. */
  readonly sessions: ReadonlyMap<string, Session>;
  /** Shows a call to the application, which may answer or refuse it at once. */
  present(invitation: Invitation): void;
}

/** Takes INVITEs outside of any dialog: refuses what cannot ring, and lets the rest ring or take a call's place. */
export class IncomingCalls implements MethodUser {
  readonly #owner: CalledUser;
  readonly #options: IncomingCallOptions;
  readonly #ended: EndedDialogs;

  constructor(owner: CalledUser, options: IncomingCallOptions) {
    this.#owner = owner;
    this.#options = options;
    this.#ended = new EndedDialogs(owner.core.platform.clock);
  }

  /** Remembers the dialog of a session that has ended. */
  ended(session: Session): void {
    const { dialog } = session.context;
    if (dialog !== undefined) this.#ended.add(dialog.key);
  }

  receive(request: ServerRequest): void {
    const verdict = judgeReplaces(request.message, {
      dialogs: this.#owner.core.dialogs,
      sessions: this.#owner.sessions.values(),
      ended: this.#ended,
    });
    if (verdict.kind === 'refuse') request.reply(verdict.statusCode);
    else if (verdict.kind === 'replace') this.#replace(verdict.session, request);
    else if (this.#ringing() >= this.#options.maxRinging) request.reply(486);
    else this.#ring(request);
  }

  #ring(request: ServerRequest): void {
    const invitation = new Invitation(this.#owner, request);
    if (!invitation.begin()) return;
    this.#owner.present(invitation);
    invitation.ring();
    this.#answerLater(invitation);
  }

  /** What the caller asks for is done only where the application has said so (RFC 5373 section 7). */
  #answerLater(invitation: Invitation): void {
    const { autoAnswer } = invitation.metadata;
    if (!this.#options.autoAnswer || autoAnswer === null || invitation.state !== 'Initial') return;
    invitation.context.timers.start('autoAnswer', autoAnswer.after * 1000, () => {
      if (invitation.state === 'Initial') void invitation.accept();
    });
  }

  #replace(session: Session, request: ServerRequest): void {
    const invitation = new Invitation(this.#owner, request);
    replaceSession(session, invitation);
    if (!invitation.begin()) return;
    this.#owner.present(invitation);
    if (!this.#options.acceptReplaces) invitation.ring();
    // What goes wrong, such as a microphone that is gone, the invitation answers and tells by itself.
    else if (invitation.state === 'Initial') {
      void invitation.accept({ sessionDescriptionHandlerOptions: sameMedia(session) });
    }
  }

  #ringing(): number {
    const rings = (session: Session): boolean => session.direction === 'incoming' && session.state === 'Initial';
    return [...this.#owner.sessions.values()].filter(rings).length;
  }
}
