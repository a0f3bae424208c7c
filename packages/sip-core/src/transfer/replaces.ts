import { InvalidStateError } from '../base/errors.ts';
import { NameAddr } from '../message/name-addr.ts';
import type { Session } from '../session/session.ts';

/**
 * The Refer-To of an attended transfer: the far end of `session`, with the dialog that the new call is to replace there
 * (RFC 5589 section 7.1). Replaces is read by that far end, whose local tag is our remote one (RFC 3891 section 3).
 *
 * @throws InvalidStateError when there is no dialog to replace
 */
export function referToSession(session: Session): NameAddr {
  const { dialog, state } = session.context;
  if (dialog === undefined || state !== 'Established') throw new InvalidStateError('transfer to that call', state);
  const replaces = `${dialog.callId};to-tag=${dialog.remoteTag};from-tag=${dialog.localTag}`;
  return NameAddr.from({ uri: dialog.remoteTarget.with({ headers: new Map([['replaces', [replaces]]]) }) });
}
