'use client';

import { CallFailedError, useAddCall, useSession } from '@hookswitch/react-sip';
import { errorInfo } from '@hookswitch/sip-core';
import type { ReactElement } from 'react';
import type { DialKey } from '../dialpad/dial-keys.ts';
import type { CallPanel } from '../call-controls/call-controls.tsx';
import type { TransferSuggestion } from '../transfer-panel/transfer-panel.tsx';
import { ActiveCallView } from './active-call-view.tsx';

/** Props of {@link ActiveCall}. */
export interface ActiveCallProps {
  /** Which call; the focused one by default. */
  readonly sessionId?: string | undefined;
  readonly initialPanel?: CallPanel | null;
  /** Told of each key of the keypad, to sound its tone. */
  readonly onKeyTone?: ((key: DialKey) => void) | undefined;
  /** People offered when the call is transferred. */
  readonly suggestions?: readonly TransferSuggestion[] | undefined;
  readonly className?: string | undefined;
}

/**
 * The call that runs, from dialling to hanging up; nothing while there is none.
 *
 * @example
 * ```tsx
 * <SipProvider ua={ua}><ActiveCall /></SipProvider>
 * ```
 */
export function ActiveCall({ sessionId, initialPanel = null, ...rest }: ActiveCallProps): ReactElement | null {
  const { session, ...actions } = useSession(sessionId);
  const { addCall, pending: adding, error: addError } = useAddCall();
  if (session === null || session.phase === 'ended' || session.phase === 'incoming') return null;
  // A call that was placed and then failed is told of where calls end.
  const refusal = addError === null || addError instanceof CallFailedError ? null : errorInfo(addError);
  return (
    <ActiveCallView
      key={session.id}
      session={session}
      actions={{ ...actions, addCall }}
      adding={{ pending: adding, error: refusal }}
      initialPanel={initialPanel}
      {...rest}
    />
  );
}
