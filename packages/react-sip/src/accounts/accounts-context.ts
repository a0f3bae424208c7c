'use client';

import { createContext } from 'react';
import { AccountsHub } from './accounts-store.ts';

/** Outside of a provider there are no accounts to choose from. */
const noAccounts: AccountsHub = new AccountsHub([]);

/** Carries the accounts of the nearest provider of several. */
export const AccountsContext: React.Context<AccountsHub> = createContext(noAccounts);
