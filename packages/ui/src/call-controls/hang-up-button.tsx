'use client';

import type { ReactElement } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { useArmed } from '../call/use-armed.ts';
import { PhoneIcon } from '../icons/icons.ts';
import { useControlsLabels } from '../labels/hooks/use-controls-labels.ts';

/** Props of {@link HangUpButton}. */
export interface HangUpButtonProps {
  readonly onPress: () => void;
  readonly busy?: boolean;
  /** Milliseconds during which it ignores presses after it appeared; default 500. */
  readonly arming?: number;
}

/**
 * Ends the call. It stands where the call button stood, so it ignores presses at first: the second half of a double
 * click on Call must not hang up.
 */
export function HangUpButton({ onPress, busy = false, arming }: HangUpButtonProps): ReactElement {
  const armed = useArmed(arming);
  return (
    <ActionButton
      icon={PhoneIcon}
      label={useControlsLabels().hangUp}
      tone="end"
      size="large"
      turned
      busy={busy}
      arming={!armed}
      onPress={onPress}
    />
  );
}
