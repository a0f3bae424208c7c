import { InvalidStateError } from '../base/errors.ts';
import type { Dialog } from '../dialog/dialog.ts';
import { NameAddr } from '../message/name-addr.ts';
import type { Uri } from '../message/uri.ts';
import type { Session } from '../session/session.ts';
import { writeReplaces } from './replaces.ts';

/**
 * The Refer-To of an attended transfer: the far end of `session`, with the dialog that the new call is to replace there
 * (RFC 5589 section 7.3). Replaces is read by that far end, whose local tag is our remote one (RFC 3891 section 3).
 *
 * @throws InvalidStateError when there is no dialog that may be replaced
 */
export function referToSession(session: Session): NameAddr {
  const { dialog, state } = session.context;
  // A dialog that is not answered may be replaced at its caller only (RFC 3891 section 4).
  const callsUs = session.direction === 'incoming' && (state === 'Initial' || state === 'Establishing');
  if (dialog === undefined || (state !== 'Established' && !callsUs)) {
    throw new InvalidStateError('transfer to that call', state);
  }
  const replaces = writeReplaces({
    callId: dialog.callId,
    toTag: dialog.remoteTag === '' ? '0' : dialog.remoteTag,
    fromTag: dialog.localTag,
    earlyOnly: false,
  });
  const headers = new Map([
    ['Replaces', [replaces]],
    ['Require', ['replaces']],
  ]);
  return NameAddr.from({ uri: reachable(dialog).with({ headers }) });
}

/**
 * Where a third party reaches the far end. A Contact that is a GRUU is meant for that (RFC 5627); any other may be
 * valid on one connection only, as those of browsers are, and then the address of record serves (RFC 5589 section 7.5).
 */
function reachable(dialog: Dialog): Uri {
  const { remoteTarget, remote } = dialog;
  const anonymous = remote.uri.host.endsWith('.invalid') || remote.uri.opaque !== undefined;
  return remoteTarget.params.has('gr') || anonymous ? remoteTarget : remote.uri.withoutHeaders();
}
