import { dialogKey, type Dialog } from '../dialog/dialog.ts';
import type { DialogTable } from '../dialog/dialog-table.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import { endCause } from '../session/end-cause.ts';
import type { Invitation } from '../session/invitation.ts';
import type { Session } from '../session/session.ts';
import type { DialogUsage } from '../user-agent/user-agent-core.ts';
import type { EndedDialogs } from './ended-dialogs.ts';
import { type Replaces, readReplaces } from './replaces.ts';

/** Where a dialog that is to be replaced is looked for. */
export interface Replaceable {
  readonly dialogs: DialogTable<DialogUsage>;
  readonly sessions: Iterable<Session>;
  readonly ended: EndedDialogs;
}

/** What becomes of an INVITE: nothing special, a refusal, or it takes the place of a call. */
export type ReplaceVerdict =
  | { readonly kind: 'none' }
  | { readonly kind: 'refuse'; readonly statusCode: number }
  | { readonly kind: 'replace'; readonly session: Session };

/** Reads the Replaces header field of an INVITE and finds the call it means (RFC 3891 section 3). */
export function judgeReplaces(request: IncomingRequest, calls: Replaceable): ReplaceVerdict {
  const values = request.headers('Replaces');
  const value = values[0];
  if (value === undefined) return { kind: 'none' };
  const replaces = readReplaces(value);
  // Join asks for the opposite (RFC 3911 section 4).
  if (replaces === undefined || values.length > 1 || request.has('Join')) return { kind: 'refuse', statusCode: 400 };
  const found = find(replaces, calls);
  if (found === undefined) {
    const keys = fromTags(replaces).map((tag) => dialogKey(replaces.callId, replaces.toTag, tag));
    return { kind: 'refuse', statusCode: keys.some((key) => calls.ended.has(key)) ? 603 : 481 };
  }
  const { session, dialog } = found;
  if (session.context.isEnding()) return { kind: 'refuse', statusCode: 603 };
  if (dialog.state === 'early' && session.direction === 'incoming') return { kind: 'refuse', statusCode: 481 };
  if (dialog.state === 'confirmed' && replaces.earlyOnly) return { kind: 'refuse', statusCode: 486 };
  return { kind: 'replace', session };
}

/**
 * Lets a new call take the place of another as soon as it is answered: the old one is told, then hung up, or given up
 * when it still rings at its callee. A mute goes over to the new call. When the new call is refused or fails, the old
 * one stays as it is.
 */
export function replaceSession(old: Session, invitation: Invitation): void {
  invitation.replacing = old;
  if (old.context.muted.audio || old.context.muted.video) invitation.context.setMuted(old.context.muted);
  invitation.on('accepted', () => {
    if (old.context.isEnding()) return;
    old.context.endsAs = endCause('REPLACED', 'remote');
    old.context.events.emit('replaced', invitation);
    old.delegate?.onReplaced?.(invitation);
    if (!old.context.isEnding()) void old.terminate();
  });
}

function find(replaces: Replaces, calls: Replaceable): { session: Session; dialog: Dialog } | undefined {
  for (const fromTag of fromTags(replaces)) {
    const entry = calls.dialogs.get(replaces.callId, replaces.toTag, fromTag);
    for (const session of entry === undefined ? [] : calls.sessions) {
      if (entry !== undefined && session.context.usage === entry.usage) return { session, dialog: entry.dialog };
    }
  }
  return undefined;
}

/** A tag of zero stands for none as well (RFC 3891 section 6.1). */
function fromTags(replaces: Replaces): readonly string[] {
  return replaces.fromTag === '0' ? ['0', ''] : [replaces.fromTag];
}
