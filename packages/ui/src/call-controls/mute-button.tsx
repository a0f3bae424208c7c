'use client';

import type { ReactElement } from 'react';
import { ActionButton, type ActionButtonProps } from '../button/action-button.tsx';
import { MicIcon, MicOffIcon } from '../icons/icons.ts';
import { useControlsLabels } from '../labels/hooks/use-controls-labels.ts';
import type { SessionSnapshot } from '../snapshots.ts';

/** Props of {@link MuteButton}. */
export interface MuteButtonProps extends Pick<ActionButtonProps, 'size' | 'labelled'> {
  readonly session: Pick<SessionSnapshot, 'muted' | 'phase'>;
  readonly onPress: () => void;
}

/** Silences the microphone; usable before the answer too, so that a call can begin unheard. */
export function MuteButton({ session: { muted, phase }, onPress, ...look }: MuteButtonProps): ReactElement {
  return (
    <ActionButton
      icon={muted.audio ? MicOffIcon : MicIcon}
      label={useControlsLabels().mute}
      pressed={muted.audio}
      blocked={phase === 'ending' || phase === 'ended'}
      onPress={onPress}
      {...look}
    />
  );
}
