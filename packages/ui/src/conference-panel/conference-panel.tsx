'use client';

import { CallFailedError, useAction, useAddCall, useConference, useSipStore, useUA } from '@hookswitch/react-sip';
import { errorInfo } from '@hookswitch/sip-core';
import type { ReactElement } from 'react';
import { Announcer } from '../announcer/announcer.tsx';
import { start } from '../call/call-actions.ts';
import { useConferenceLabels } from '../labels/hooks/use-conference-labels.ts';
import type { TransferSuggestion } from '../target-entry/target-people.tsx';
import { ConferencePanelView } from './conference-panel-view.tsx';
import { SpeakingLevel } from './speaking-level.tsx';

/** Props of {@link ConferencePanel}. */
export interface ConferencePanelProps {
  /** People offered when somebody is added. */
  readonly suggestions?: readonly TransferSuggestion[] | undefined;
  readonly className?: string | undefined;
}

/**
 * The conference of this phone; nothing while there is none. It is mixed in this page: see `useConference`.
 *
 * @example
 * ```tsx
 * <SipProvider ua={ua}><ConferencePanel /></SipProvider>
 * ```
 */
export function ConferencePanel({ suggestions, className }: ConferencePanelProps): ReactElement | null {
  const ua = useUA();
  const { announce } = useConferenceLabels();
  const { sessionIds, silencedIds, since, muted, held, ...acts } = useConference();
  const participants = useSipStore(({ sessions }) => sessionIds.flatMap((id) => sessions[id] ?? []));
  const { addCall, pending, error: refusal } = useAddCall();
  // One act at a time is enough for a person; the last one's failure is the one to read.
  const { run, error } = useAction((act: () => Promise<void>) => act());
  if (since === null) return null;
  const act = (what: () => Promise<void>): void => start(() => run(what));
  return (
    <>
      <ConferencePanelView
        participants={participants}
        silencedIds={silencedIds}
        since={since}
        muted={muted}
        held={held}
        levelOf={(id) => <SpeakingLevel id={id} />}
        suggestions={suggestions}
        adding={{
          pending,
          error: refusal === null || refusal instanceof CallFailedError ? null : errorInfo(refusal),
        }}
        error={error === null ? null : errorInfo(error)}
        actions={{
          silence: (id, silent) => act(() => acts.silence(id, silent)),
          remove: (id) => act(() => acts.remove(id)),
          hangUp: (id) => start(async () => ua.sessions.get(id)?.terminate()),
          toggleMute: () => act(acts.toggleMute),
          toggleHold: () => act(acts.toggleHold),
          add: (target) => start(() => addCall(target)),
          split: () => act(acts.split),
          leave: () => act(acts.leave),
          end: () => act(acts.end),
        }}
        className={className}
      />
      <Announcer message={announce(participants.length)} />
    </>
  );
}
