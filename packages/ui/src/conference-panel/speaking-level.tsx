'use client';

import { useAudioLevel } from '@hookswitch/react-sip';
import { type ReactElement, useRef } from 'react';

/** Props of {@link SpeakingLevel}. */
export interface SpeakingLevelProps {
  readonly id: string;
}

/** A ring that grows with what somebody says; it is painted without rendering. */
export function SpeakingLevel({ id }: SpeakingLevelProps): ReactElement {
  const ring = useRef<HTMLSpanElement>(null);
  useAudioLevel(ring, { id, side: 'remote' });
  return <span ref={ring} className="hs-member__level" aria-hidden />;
}
