import { defaultAccounts, standardExtensions } from '@hookswitch/sip-core/testing';
import { type Account, userOf } from './account.ts';

/** The domain of the server that `npm start` runs. */
export const ownDomain = 'example.com';

/** Where that server listens: on the address of the page itself. */
function ownServer(page: Pick<Location, 'protocol' | 'host'> = window.location): string {
  return `${page.protocol === 'https:' ? 'wss:' : 'ws:'}//${page.host}/sip`;
}

/** The accounts that this server has ready. */
export function readyAccounts(): readonly Account[] {
  return defaultAccounts.map(({ user, password, displayName }) => ({
    server: ownServer(),
    address: `${user}@${ownDomain}`,
    password,
    displayName,
    authorizationUser: '',
  }));
}

/** A ready account by its user name. */
export function readyAccount(user: string): Account | undefined {
  return readyAccounts().find((account) => account.address === `${user.toLowerCase()}@${ownDomain}`);
}

/** The numbers of this server that a machine answers. */
export const robots = standardExtensions;

export function isOwnServer(account: Pick<Account, 'server'>): boolean {
  return account.server === ownServer();
}

/** Whether it is one of the accounts that this server has ready. */
export function isReadyAccount(account: Account): boolean {
  const ready = readyAccount(userOf(account.address));
  return ready !== undefined && account.server === ready.server && account.password === ready.password;
}
