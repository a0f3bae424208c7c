'use client';

import { useTabs } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { start } from '../call/call-actions.ts';
import { LazyOtherTabView } from './lazy-other-tab-view.ts';

/** Props of {@link OtherTab}. */
export interface OtherTabProps {
  readonly className?: string | undefined;
}

/**
 * Where tabs share a phone and it is in another one: says so, and shows its calls. Nothing where the phone is here.
 *
 * @example
 * ```tsx
 * <SipProvider configuration={account} share><OtherTab /></SipProvider>
 * ```
 */
export function OtherTab({ className }: OtherTabProps): ReactElement | null {
  const tabs = useTabs();
  if (tabs?.isElsewhere !== true) return null;
  return <LazyOtherTabView phone={tabs.phone} onAct={(act) => start(() => tabs.act(act))} className={className} />;
}
