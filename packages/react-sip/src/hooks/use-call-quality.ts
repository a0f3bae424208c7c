'use client';

import { qualityOf, type QualitySnapshot } from '@hookswitch/sip-core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useBinding } from '../provider/sip-context.ts';
import { readable } from '../session/readable.ts';
import { useLiveSession } from './use-live-session.ts';
import type { UseSessionParameters } from './use-session.ts';

/** Which session is meant: an id, or nothing for the focused one. `null` is none. */
export type UseCallQualityParameters = UseSessionParameters;

/** What {@link useCallQuality} returns. */
export type UseCallQualityReturnType = QualitySnapshot;

const UNKNOWN: QualitySnapshot = Object.freeze({ level: 'unknown', mos: null, warnings: Object.freeze([]) });

/**
 * How good a call sounds, and what is wrong with it. The call is measured once a second while somebody reads this, and
 * only its readers render, when the answer changes.
 *
 * @param id - the session; the focused one by default
 * @example
 * ```tsx
 * const { level, warnings } = useCallQuality(id);
 * const deaf = warnings.some(({ code }) => code === 'NO_AUDIO_RECEIVED');
 * ```
 */
export function useCallQuality(id?: UseCallQualityParameters): UseCallQualityReturnType {
  const { platform } = useBinding().ua.userAgent;
  const session = useLiveSession(id);
  const quality = useMemo(
    () => readable(session === null ? null : qualityOf(session, platform), UNKNOWN),
    [session, platform],
  );
  return useStore(quality);
}
