'use client';

import { useSessions, useSipStore } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { start } from '../call/call-actions.ts';
import { CallListView } from './call-list-view.tsx';
import { useSwitchLine } from './use-switch-line.ts';

/** Props of {@link CallList}. */
export interface CallListProps {
  readonly className?: string | undefined;
}

/** The line switcher: shows itself when there are two calls or more that have been answered or placed. */
export function CallList({ className }: CallListProps): ReactElement | null {
  const sessions = useSessions((all) => all.filter((session) => session.phase !== 'incoming'));
  const currentId = useSipStore((state) => state.focusedSessionId);
  const switchLine = useSwitchLine();
  if (sessions.length < 2) return null;
  return (
    <CallListView
      sessions={sessions}
      currentId={currentId}
      onSelect={(id) => start(() => switchLine(id))}
      className={className}
    />
  );
}
