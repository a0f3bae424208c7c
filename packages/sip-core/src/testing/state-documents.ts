import { xmlText } from '../base/xml-text.ts';
import { writeMessageSummary } from '../subscription/packages/message-summary.ts';
import type { WatchedCall } from './call-watch.ts';

/** What lies in a mailbox of the network. */
export interface FakeMailbox {
  readonly fresh: number;
  readonly old?: number;
  readonly urgent?: number;
  /** What to call to hear it; default that of the network's voicemail. */
  readonly account?: string;
}

/** The calls of a user as a dialog-info document (RFC 4235). */
export function dialogInfo(user: string, domain: string, version: number, calls: readonly WatchedCall[]): string {
  const dialogs = calls.map((call) => {
    const called = call.callee === user;
    const tags: readonly [string, string] = called
      ? [call.calleeTag, call.callerTag]
      : [call.callerTag, call.calleeTag];
    const other = called ? call.caller : call.callee;
    const name = called && call.callerName !== undefined ? ` display-name="${xmlText(call.callerName)}"` : '';
    return (
      `<dialog id="${xmlText(`${call.callId} ${call.calleeTag}`)}" call-id="${xmlText(call.callId)}"` +
      ` local-tag="${xmlText(tags[0])}" remote-tag="${xmlText(tags[1])}"` +
      ` direction="${called ? 'recipient' : 'initiator'}"><state>${call.state}</state>` +
      `<remote><identity${name}>sip:${xmlText(`${other}@${domain}`)}</identity></remote></dialog>`
    );
  });
  return (
    `<?xml version="1.0"?><dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="${version}" state="full"` +
    ` entity="sip:${xmlText(`${user}@${domain}`)}">${dialogs.join('')}</dialog-info>`
  );
}

/** A mailbox as a message summary (RFC 3842). */
export function mailboxSummary(mailbox: FakeMailbox | undefined, account: string): string {
  const { fresh = 0, old = 0, urgent = 0 } = mailbox ?? {};
  return writeMessageSummary({
    waiting: fresh > 0,
    account: mailbox === undefined ? null : (mailbox.account ?? account),
    messages: new Map([['Voice-Message', { new: fresh, old, newUrgent: urgent, oldUrgent: 0 }]]),
  });
}
