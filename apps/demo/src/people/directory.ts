import type { NameOf } from '@hookswitch/ui';
import { type Account, nameOf } from '../account/account.ts';
import { isOwnServer, ownDomain, readyAccount } from '../account/own-server.ts';
import { words } from '../words.ts';

/** The names of the people and machines of this server; of another server's people nobody knows any. */
export function directoryOf(account: Account): NameOf {
  if (!isOwnServer(account)) return () => null;
  return ({ user, host }) => {
    if (host !== ownDomain) return null;
    const person = readyAccount(user);
    return person === undefined ? words.people.names[user]?.name : nameOf(person);
  };
}
