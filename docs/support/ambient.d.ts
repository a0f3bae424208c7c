/** What short blocks of the guides take for given. */
import type { Invitation, Inviter, Session, UA as Phone, UAConfiguration } from '@hookswitch/sip-core';

declare global {
  const UA: new (configuration?: string | UAConfiguration) => Phone;
  const ua: Phone;
  const session: Session;
  const inviter: Inviter;
  const invitation: Invitation;
  const password: string;
}
