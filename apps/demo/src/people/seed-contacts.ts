import type { PhoneStorage } from '@hookswitch/react-sip/storage';
import type { Account } from '../account/account.ts';
import { isOwnServer, readyAccounts, robots } from '../account/own-server.ts';
import { words } from '../words.ts';

/** Puts the people and machines of this server into an address book that is empty. Those of others stay as they are. */
export async function seedContacts(storage: PhoneStorage, account: Account): Promise<void> {
  if (!isOwnServer(account)) return;
  await storage.load();
  if (storage.contacts.getState().items.length > 0) return;
  const people = readyAccounts()
    .filter(({ address }) => address !== account.address)
    .map(({ address, displayName }) => {
      return { id: address, name: displayName, favourite: true, addresses: [{ label: '', address }] };
    });
  const machines = robots.map(({ extension, description }) => {
    const { name = extension, does = description } = words.people.names[extension] ?? {};
    return { id: extension, name, note: does, addresses: [{ label: '', address: extension }] };
  });
  // With ids of their own, two tabs that do this at once do it once.
  for (const contact of [...people, ...machines]) await storage.contacts.save(contact);
}
