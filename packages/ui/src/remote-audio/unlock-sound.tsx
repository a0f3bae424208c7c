'use client';

import type { ReactElement } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { SoundIcon, SoundOffIcon } from '../icons/icons.ts';
import { useAudioLabels } from '../labels/hooks/use-audio-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link UnlockSound}. */
export interface UnlockSoundProps {
  readonly onUnlock: () => void;
  readonly className?: string | undefined;
}

/** Says that the browser plays nothing yet, with the button that changes it. */
export function UnlockSound({ onUnlock, className }: UnlockSoundProps): ReactElement {
  const labels = useAudioLabels();
  const language = useLanguage();
  return (
    <div {...language} className={classNames('hs-root hs-unlock', className)} data-hs-tone="wait" role="alert">
      <SoundOffIcon aria-hidden className="hs-unlock__icon" />
      <p className="hs-unlock__text">{labels.blocked}</p>
      <ActionButton
        icon={SoundIcon}
        label={labels.unlock}
        tone="accent"
        size="small"
        labelled="inside"
        onPress={onUnlock}
      />
    </div>
  );
}
