'use client';

import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useBinding } from '../provider/sip-context.ts';
import { createVideoActions, type VideoActions } from '../session/video-actions.ts';
import type { UseSessionParameters } from './use-session.ts';

/** What can be done with the pictures of a session, without reading it. */
export function useVideoActions(id: UseSessionParameters): VideoActions {
  const { ua, store } = useBinding();
  const meant = useStore(store, (state) => (id === undefined ? state.focusedSessionId : id));
  return useMemo(() => createVideoActions(ua, store, meant), [ua, store, meant]);
}
