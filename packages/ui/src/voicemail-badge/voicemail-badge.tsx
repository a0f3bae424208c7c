'use client';

import { useCall, useVoicemail } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { start } from '../call/call-actions.ts';
import { VoicemailBadgeView } from './voicemail-badge-view.tsx';

/** Props of {@link VoicemailBadge}. */
export interface VoicemailBadgeProps {
  /** Whose mailbox; our own by default. */
  readonly mailbox?: string | undefined;
  /** What to call to hear it, where the server does not say. */
  readonly number?: string | undefined;
  /** Asked to call; by default it calls. */
  readonly onCall?: ((target: string) => void) | undefined;
  /** Draws nothing where there is neither a message nor anything to call. */
  readonly hideEmpty?: boolean | undefined;
  readonly className?: string | undefined;
}

/**
 * What waits in a mailbox (RFC 3842), and one press to hear it.
 *
 * @example
 * ```tsx
 * <VoicemailBadge number="*97" />
 * ```
 */
export function VoicemailBadge(props: VoicemailBadgeProps): ReactElement | null {
  const { mailbox, number, hideEmpty = false, className } = props;
  const { waiting, fresh, old, urgent, account } = useVoicemail(mailbox);
  const { call } = useCall();
  const target = account ?? number ?? null;
  if (hideEmpty && target === null && waiting !== true && fresh === 0) return null;
  const dial = props.onCall ?? ((to: string): void => start(() => call(to)));
  return (
    <VoicemailBadgeView
      {...{ fresh, old, urgent, className }}
      onCall={target === null ? undefined : () => dial(target)}
    />
  );
}
