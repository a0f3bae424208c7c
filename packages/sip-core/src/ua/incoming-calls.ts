import { Invitation } from '../session/invitation.ts';
import type { SessionOwner } from '../session/session-owner.ts';
import type { Session } from '../session/session.ts';
import { EndedDialogs } from '../transfer/ended-dialogs.ts';
import { sameMedia } from '../transfer/referral.ts';
import { judgeReplaces, replaceSession } from '../transfer/replacement.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';

/** How calls that come in are treated. */
export interface IncomingCallOptions {
  /** How many may ring at once. */
  readonly maxRinging: number;
  /** Whether one that takes the place of a call that stands is answered by itself. */
  readonly acceptReplaces: boolean;
  /** Shows a call to the application, which may answer or refuse it at once. */
  readonly present: (invitation: Invitation) => void;
}

/** Takes INVITEs outside of any dialog: refuses what cannot ring, and lets the rest ring or take a call's place. */
export class IncomingCalls {
  readonly #owner: SessionOwner;
  readonly #sessions: ReadonlyMap<string, Session>;
  readonly #options: IncomingCallOptions;
  readonly #ended: EndedDialogs;

  constructor(owner: SessionOwner, sessions: ReadonlyMap<string, Session>, options: IncomingCallOptions) {
    this.#owner = owner;
    this.#sessions = sessions;
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
      sessions: this.#sessions.values(),
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
    this.#options.present(invitation);
    invitation.ring();
  }

  #replace(session: Session, request: ServerRequest): void {
    const invitation = new Invitation(this.#owner, request);
    if (!invitation.begin()) return;
    replaceSession(session, invitation);
    this.#options.present(invitation);
    if (!this.#options.acceptReplaces) invitation.ring();
    // What goes wrong, such as a microphone that is gone, the invitation answers and tells by itself.
    else if (invitation.state === 'Initial') {
      void invitation.accept({ sessionDescriptionHandlerOptions: sameMedia(session) });
    }
  }

  #ringing(): number {
    const rings = (session: Session): boolean => session.direction === 'incoming' && session.state === 'Initial';
    return [...this.#sessions.values()].filter(rings).length;
  }
}
