'use client';

import type { ReactElement } from 'react';
import { CallLamp } from '../call/call-lamp.tsx';
import { callMood } from '../call/call-mood.ts';
import { CallTimer } from '../call/call-timer.tsx';
import { usePartyText } from '../call/party-names.tsx';
import { partyOf } from '../call/party-text.ts';
import { useLabels, useLanguage } from '../labels/labels-provider.tsx';
import type { SessionSnapshot } from '../snapshots.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link CallListView}. */
export interface CallListViewProps {
  readonly sessions: readonly SessionSnapshot[];
  /** The one on the screen. */
  readonly currentId: string | null;
  readonly onSelect: (id: string) => void;
  readonly className?: string | undefined;
}

/** The lines of the phone: each call with its lamp, its name and what it does. Pressing one brings it to the front. */
export function CallListView({ sessions, currentId, onSelect, className }: CallListViewProps): ReactElement {
  const labels = useLabels();
  const language = useLanguage();
  const textOf = usePartyText();
  return (
    <ul aria-label={labels.list.group} {...language} className={classNames('hs-root hs-lines', className)}>
      {sessions.map((session) => {
        const mood = callMood(session);
        const { name } = textOf(partyOf(session));
        const current = session.id === currentId;
        return (
          <li key={session.id} className="hs-lines__item">
            <button
              type="button"
              className="hs-line"
              aria-current={current ? 'true' : undefined}
              title={current ? name : labels.list.switchTo(name)}
              onClick={() => onSelect(session.id)}
            >
              <CallLamp mood={mood} size="small" />
              <span className="hs-line__name">
                <bdi>{name}</bdi>
              </span>
              <span className="hs-line__status">
                {session.answeredAt === null || mood === 'ended' ? null : <CallTimer since={session.answeredAt} />}
                {mood !== 'talking' && <span>{labels.call.status[mood]}</span>}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
