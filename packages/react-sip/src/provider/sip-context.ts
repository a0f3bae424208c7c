'use client';

import { createContext, useContext } from 'react';
import { SipProviderNotFoundError } from './sip-provider-not-found-error.ts';
import type { UABinding } from './ua-binding.ts';

/** Carries the binding of the nearest provider. Its value changes only when the user agent is another. */
export const SipContext: React.Context<UABinding | null> = createContext<UABinding | null>(null);

/**
 * The binding of the nearest provider.
 *
 * @throws {@link SipProviderNotFoundError} outside of any
 */
export function useBinding(): UABinding {
  const binding = useContext(SipContext);
  if (binding === null) throw new SipProviderNotFoundError();
  return binding;
}
