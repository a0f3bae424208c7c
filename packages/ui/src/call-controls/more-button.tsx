'use client';

import type { ReactElement } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { EllipsisIcon } from '../icons/icons.ts';
import { useControlsLabels } from '../labels/hooks/use-controls-labels.ts';

/** Props of {@link MoreButton}. */
export interface MoreButtonProps {
  /** Whether the second row of the controls is shown. */
  readonly on: boolean;
  readonly onPress: () => void;
}

/** Changes between the two rows of the controls; there only where the phone is too low for both. */
export function MoreButton({ on, onPress }: MoreButtonProps): ReactElement {
  return (
    <ActionButton
      className="hs-controls-more"
      icon={EllipsisIcon}
      label={useControlsLabels().more}
      tone="plain"
      size="small"
      labelled="hidden"
      pressed={on}
      onPress={onPress}
    />
  );
}
