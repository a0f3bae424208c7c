'use client';

import type { ReactElement } from 'react';
import { CallLamp } from '../call/call-lamp.tsx';
import { callMood, toneOf } from '../call/call-mood.ts';
import { CallTimer } from '../call/call-timer.tsx';
import { usePartyText } from '../call/party-names.tsx';
import { partyOf } from '../call/party-text.ts';
import { useControlsLabels } from '../labels/hooks/use-controls-labels.ts';
import type { SessionSnapshot } from '../snapshots.ts';

/** Props of {@link ReturnStrip}. */
export interface ReturnStripProps {
  readonly session: SessionSnapshot;
  readonly onReturn: () => void;
}

/** The way back to the call, over a section that somebody looks at meanwhile. */
export function ReturnStrip({ session, onReturn }: ReturnStripProps): ReactElement {
  const labels = useControlsLabels();
  const { name } = usePartyText()(partyOf(session));
  const mood = callMood(session);
  return (
    <button type="button" className="hs-return" data-hs-tone={toneOf(mood)} onClick={onReturn}>
      <CallLamp mood={mood} size="small" />
      <span className="hs-return__who">
        <bdi className="hs-return__name">{name}</bdi> <span className="hs-return__word">{labels.back}</span>
      </span>
      {session.answeredAt !== null && <CallTimer since={session.answeredAt} />}
    </button>
  );
}
