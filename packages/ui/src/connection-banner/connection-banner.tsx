'use client';

import { useConnection, useRegistration, useSipStore, useTabs } from '@hookswitch/react-sip';
import { type ReactElement, useSyncExternalStore } from 'react';
import { start } from '../call/call-actions.ts';
import { OtherTab } from '../other-tab/other-tab.tsx';
import { ConnectionBannerView } from './connection-banner-view.tsx';

/** Props of {@link ConnectionBanner}. */
export interface ConnectionBannerProps {
  readonly className?: string | undefined;
}

/**
 * Says when the phone is not connected, and what that means; nothing while all is well. Where tabs share a phone and it is
 * in another one, it says that.
 */
export function ConnectionBanner({ className }: ConnectionBannerProps): ReactElement | null {
  const { status, retryAt, error, start: connect } = useConnection();
  const { register } = useRegistration();
  const registration = useSipStore((state) => state.registration);
  const inCall = useSipStore((state) => Object.values(state.sessions).some((session) => session.answeredAt !== null));
  const online = useSyncExternalStore(
    watchNetwork,
    () => navigator.onLine,
    () => true,
  );
  const elsewhere = useTabs()?.isElsewhere === true;
  if (elsewhere) return <OtherTab className={className} />;
  return (
    <ConnectionBannerView
      status={status}
      retryAt={retryAt}
      error={error}
      registration={registration}
      online={online}
      inCall={inCall}
      onRetry={() => start(status === 'connected' ? register : connect)}
      className={className}
    />
  );
}

function watchNetwork(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
