'use client';

import type { ReactElement } from 'react';
import type { DialKey } from '../dialpad/dial-keys.ts';
import { Dialpad } from '../dialpad/dialpad.tsx';
import { ErrorNote } from '../error-note/error-note.tsx';
import { useDialpadLabels } from '../labels/hooks/use-dialpad-labels.ts';
import type { Dialling } from './use-dialling.ts';

/** Props of {@link IdleScreen}. */
export interface IdleScreenProps {
  readonly dialling: Dialling;
  /** What is entered; it stays while somebody looks into another section. */
  readonly number: string;
  readonly onNumber: (number: string) => void;
  readonly onKeyTone?: ((key: DialKey) => void) | undefined;
  /** Whether calls can be placed with a picture. */
  readonly video: boolean;
  /** Calls the mailbox, where there is one. */
  readonly onVoicemail?: (() => void) | undefined;
}

/** The phone while nobody calls: the dialpad. */
export function IdleScreen({
  dialling,
  number,
  onNumber,
  onKeyTone,
  video,
  onVoicemail,
}: IdleScreenProps): ReactElement {
  const labels = useDialpadLabels();
  const { refusal } = dialling;
  return (
    <Dialpad
      value={number}
      onValueChange={(value) => {
        onNumber(value);
        if (refusal !== null) dialling.reset();
      }}
      lastNumber={dialling.lastNumber}
      blocked={dialling.possible ? null : labels.notConnected}
      note={refusal !== null && <ErrorNote error={refusal} />}
      onKeyTone={onKeyTone}
      onVoicemail={onVoicemail}
      onCall={dialling.dial}
      onVideoCall={video && dialling.dialVideo !== null ? dialling.dialVideo : undefined}
    />
  );
}
