'use client';

import { useMicrophoneLevel } from '@hookswitch/react-sip';
import { type ReactElement, useRef, useState } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { MicIcon } from '../icons/icons.ts';
import { useDevicesLabels } from '../labels/hooks/use-devices-labels.ts';
import { MeterBar } from '../volume-meter/meter-bar.tsx';
import { useLoudnessWords } from '../volume-meter/use-loudness-words.ts';
import { DeviceNote } from './device-note.tsx';
import { errorTrouble } from './device-trouble.ts';

/**
 * Tries the chosen microphone without a call. It is open only while the person wants it to be, since browsers show that
 * somebody listens.
 */
export function MicrophoneCheck(): ReactElement {
  const labels = useDevicesLabels();
  const [on, setOn] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const onLevel = useLoudnessWords(bar);
  const { status, error, retry } = useMicrophoneLevel(bar, { on, onLevel });
  return (
    <div className="hs-check">
      <div className="hs-check__line">
        <ActionButton
          icon={MicIcon}
          label={labels.test}
          size="small"
          labelled="inside"
          pressed={on}
          busy={status === 'opening'}
          onPress={() => setOn(!on)}
        />
        <MeterBar bar={bar} label={labels.level} className="hs-check__meter" />
      </div>
      {status === 'open' && (
        <p className="hs-check__hint" role="status">
          {labels.speak}
        </p>
      )}
      {error !== null && <DeviceNote trouble={errorTrouble(error)} error={error} kind="microphone" onAgain={retry} />}
    </div>
  );
}
