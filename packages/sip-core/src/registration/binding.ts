import type { IncomingResponse } from '../message/incoming-message.ts';
import type { NameAddr } from '../message/name-addr.ts';
import { Uri } from '../message/uri.ts';
import type { Identity } from '../user-agent/identity.ts';

/** What a registrar granted us. */
export interface Binding {
  /** Seconds. */
  readonly expires: number;
  readonly gruu: Uri | undefined;
}

/**
 * Finds our binding in the 200 to a REGISTER (RFC 3261 section 10.2.4): by instance, then by URI, then by the user part
 * when a border element has rewritten the rest. A 200 that does not list us is believed all the same.
 */
export function ourBinding(response: IncomingResponse, identity: Identity, asked: number): Binding {
  const { contacts } = response;
  const contact =
    contacts.find((each) => each.params.get('+sip.instance')?.includes(identity.instanceId) === true) ??
    contacts.find((each) => each.uri.equals(identity.binding)) ??
    contacts.find((each) => each.uri.user === identity.binding.user);
  const gruu = contact?.params.get('pub-gruu');
  return {
    expires: seconds(contact) ?? response.expires ?? asked,
    gruu: gruu === undefined || gruu === null ? undefined : Uri.parse(gruu),
  };
}

function seconds(contact: NameAddr | undefined): number | undefined {
  const text = contact?.params.get('expires');
  if (text === undefined || text === null || !/^\d{1,10}$/.test(text)) return undefined;
  return Number(text);
}
