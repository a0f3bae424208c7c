'use client';

import type { ReactElement } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { EllipsisIcon } from '../icons/icons.ts';
import { useLabels } from '../labels/labels-provider.tsx';

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
      label={useLabels().controls.more}
      tone="plain"
      size="small"
      labelled="hidden"
      pressed={on}
      onPress={onPress}
    />
  );
}
