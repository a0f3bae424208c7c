import type { Account } from './account.ts';

const KEY = 'hookswitch.account';

/** What is remembered; the password only where the person asked for it. */
export type RememberedAccount = Omit<Account, 'password'> & { readonly password?: string };

export function readRememberedAccount(storage: Storage = localStorage): RememberedAccount | null {
  try {
    const value: unknown = JSON.parse(storage.getItem(KEY) ?? 'null');
    return isRemembered(value) ? value : null;
  } catch {
    return null;
  }
}

/** @param withPassword - whether the password is kept too */
export function rememberAccount(account: Account, withPassword: boolean, storage: Storage = localStorage): void {
  const { password, ...rest } = account;
  const kept: RememberedAccount = withPassword ? { ...rest, password } : rest;
  try {
    storage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A full or forbidden storage costs the convenience, not the call.
  }
}

export function forgetAccount(storage: Storage = localStorage): void {
  storage.removeItem(KEY);
}

function isRemembered(value: unknown): value is RememberedAccount {
  if (typeof value !== 'object' || value === null) return false;
  const fields: object & { readonly [Name in keyof Account]?: unknown } = value;
  const texts = [fields.server, fields.address, fields.displayName, fields.authorizationUser];
  return texts.every((text) => typeof text === 'string') && ['string', 'undefined'].includes(typeof fields.password);
}
