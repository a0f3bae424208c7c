'use client';

import { lazy, type ReactElement, Suspense } from 'react';
import { useIntegrationChoices } from './use-integration-choices.ts';

const Integrations = lazy(async () => ({ default: (await import('./integrations.tsx')).Integrations }));

/** What reaches beyond the page, loaded once something of it is switched on. `Softphone` has it in it. */
export function PhoneIntegrations(): ReactElement | null {
  const { choices } = useIntegrationChoices();
  if (!choices.notifications && !choices.mediaKeys && !choices.headset) return null;
  return (
    <Suspense fallback={null}>
      <Integrations />
    </Suspense>
  );
}
