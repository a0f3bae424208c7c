'use client';

import type { ReactElement, ReactNode } from 'react';
import type { DialKey } from '../dialpad/dial-keys.ts';
import { Dialpad } from '../dialpad/dialpad.tsx';
import { ErrorNote } from '../error-note/error-note.tsx';
import { useLabels } from '../labels/labels-provider.tsx';
import type { Dialling } from './use-dialling.ts';

/** Props of {@link IdleScreen}. */
export interface IdleScreenProps {
  readonly dialling: Dialling;
  /** Takes the place of the dialpad where the phone is too narrow to show both. */
  readonly log: ReactNode;
  readonly onKeyTone?: ((key: DialKey) => void) | undefined;
}

/** The phone while nobody calls: the dialpad, and behind it the calls that were. */
export function IdleScreen({ dialling, log, onKeyTone }: IdleScreenProps): ReactElement {
  const labels = useLabels();
  const { refusal } = dialling;
  return (
    <>
      <div className="hs-phone__log">{log}</div>
      <Dialpad
        lastNumber={dialling.lastNumber}
        blocked={dialling.possible ? null : labels.dialpad.notConnected}
        note={refusal !== null && <ErrorNote error={refusal} />}
        onValueChange={refusal === null ? undefined : dialling.reset}
        onKeyTone={onKeyTone}
        onCall={dialling.dial}
      />
    </>
  );
}
