'use client';

import { statisticsOf, type StatisticsSnapshot } from '@hookswitch/sip-core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useBinding } from '../provider/sip-context.ts';
import { readable } from '../session/readable.ts';
import { useLiveSession } from './use-live-session.ts';
import type { UseSessionParameters } from './use-session.ts';

/** Which session is meant: an id, or nothing for the focused one. `null` is none. */
export type UseCallStatisticsParameters = UseSessionParameters;

/** What {@link useCallStatistics} returns; `null` before the first measurement. */
export type UseCallStatisticsReturnType = StatisticsSnapshot | null;

/**
 * What a call's media do: rates, losses, delays, codecs, path. Renders its reader once a second; a badge is better
 * served by `useCallQuality`.
 *
 * @param id - the session; the focused one by default
 * @example
 * ```tsx
 * const statistics = useCallStatistics(id);
 * return <dd>{statistics?.audio.received?.codec}</dd>;
 * ```
 */
export function useCallStatistics(id?: UseCallStatisticsParameters): UseCallStatisticsReturnType {
  const { platform } = useBinding().ua.userAgent;
  const session = useLiveSession(id);
  const statistics = useMemo(
    () => readable<StatisticsSnapshot | null>(session === null ? null : statisticsOf(session, platform), null),
    [session, platform],
  );
  return useStore(statistics);
}
