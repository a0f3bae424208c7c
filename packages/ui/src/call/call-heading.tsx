'use client';

import type { ReactElement, ReactNode } from 'react';
import { useCallLabels } from '../labels/hooks/use-call-labels.ts';
import type { SessionSnapshot } from '../snapshots.ts';
import { callMood, toneOf } from './call-mood.ts';
import { CallLamp } from './call-lamp.tsx';
import { CallTimer } from './call-timer.tsx';
import { usePartyText } from './party-names.tsx';
import { nameLength, partyOf } from './party-text.ts';

/** Props of {@link CallHeading}. */
export interface CallHeadingProps {
  readonly session: SessionSnapshot;
  /** `full` fills a screen, `compact` leaves room for a keypad or a form below it. Default `full`. */
  readonly size?: 'full' | 'compact';
  /** The id of the name, for what is labelled by it. */
  readonly nameId?: string;
  /** After the status, such as a badge. */
  readonly children?: ReactNode;
}

/** Who is on the line and what the line does: lamp, name, number, status and timer. */
export function CallHeading({ session, size = 'full', nameId, children }: CallHeadingProps): ReactElement {
  const labels = useCallLabels();
  const mood = callMood(session);
  const { name, number } = usePartyText()(partyOf(session));
  return (
    <div className="hs-heading" data-size={size} data-mood={mood} data-hs-tone={toneOf(mood)}>
      <CallLamp mood={mood} size={size === 'full' ? 'large' : 'small'} />
      <div className="hs-heading__who">
        <p className="hs-heading__name" id={nameId} data-length={nameLength(name)} title={name}>
          <bdi>{name}</bdi>
        </p>
        {number !== '' && size === 'full' && (
          <p className="hs-heading__number">
            <bdi dir="ltr">{number}</bdi>
          </p>
        )}
        <p className="hs-heading__status">
          {session.answeredAt !== null && session.phase !== 'ended' && <CallTimer since={session.answeredAt} />}
          {mood !== 'talking' && <span className="hs-heading__words">{labels.status[mood]}</span>}
          {children}
        </p>
      </div>
    </div>
  );
}
