'use client';

import { UA, type UAConfiguration } from '@hookswitch/sip-core';
import { sameConfiguration } from '../provider/same-configuration.ts';
import { bindingOf, type UABinding } from '../provider/ua-binding.ts';
import { selectHasSession } from '../store/selectors.ts';

/** One of several accounts: a user agent, or what to make one from. */
export type SipAccount = {
  /** Tells the accounts apart; the same for as long as it is the same account. */
  readonly id: string;
  /** What people call it, such as "Sales"; the user name of its address by default. */
  readonly label?: string;
} & (
  | { readonly ua: UA; readonly configuration?: never }
  | { readonly configuration: string | UAConfiguration; readonly ua?: never }
);

/** An account with its user agent. */
export interface AccountEntry {
  readonly id: string;
  readonly label: string | undefined;
  readonly configuration: string | UAConfiguration | undefined;
  readonly binding: UABinding;
  /** The user agent it had before, which stops first. */
  readonly replaced: UABinding | undefined;
}

/**
 * The entries for a list of accounts. What is the same stays the same; an account that is gone, or is to have another
 * user agent, stays as it was while it has calls.
 */
export function reconcileAccounts(
  entries: readonly AccountEntry[],
  accounts: readonly SipAccount[],
): readonly AccountEntry[] {
  const next = accounts.map((account) => entryFor(entries, account));
  const gone = entries.filter(({ id, binding }) => !accounts.some((account) => account.id === id) && busy(binding));
  const all = [...next, ...gone];
  const same = all.length === entries.length && all.every((entry, index) => entry === entries[index]);
  return same ? entries : all;
}

function entryFor(entries: readonly AccountEntry[], { id, label, ua, configuration }: SipAccount): AccountEntry {
  const known = entries.find((entry) => entry.id === id);
  if (known === undefined) {
    const binding = bindingOf(ua ?? new UA(configuration));
    return { id, label, configuration, binding, replaced: undefined };
  }
  const wanted = ua === undefined ? sameConfiguration(known.configuration, configuration) : known.binding.ua === ua;
  if (wanted || busy(known.binding)) return known.label === label ? known : { ...known, label };
  return { id, label, configuration, binding: bindingOf(ua ?? new UA(configuration)), replaced: known.binding };
}

function busy(binding: UABinding): boolean {
  return selectHasSession(binding.store.getState());
}
