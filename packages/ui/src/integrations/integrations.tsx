'use client';

import { useIntegrations } from './use-integrations.ts';

/** Nothing to see: it works. */
export function Integrations(): null {
  useIntegrations();
  return null;
}
