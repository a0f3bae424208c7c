'use client';

import { useSipStore } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { LazySavedRecordings } from '../lazy/parts.ts';

/** Props of {@link UnsavedRecordings}. */
export interface UnsavedRecordingsProps {
  readonly className?: string | undefined;
}

/** What was recorded of the calls that ended lately and was not thrown away: nothing is lost with the end of a call. */
export function UnsavedRecordings({ className }: UnsavedRecordingsProps): ReactElement {
  const ids = useSipStore((state) => state.ended.map(({ id }) => id));
  return (
    <>
      {ids.map((id) => (
        <LazySavedRecordings key={id} sessionId={id} className={className} />
      ))}
    </>
  );
}
