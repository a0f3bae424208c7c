'use client';

import type { ReactElement } from 'react';
import { usePresenceLabels } from '../labels/hooks/use-presence-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import type { PresenceState } from '../labels/people-labels.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link PresenceDotView}. */
export interface PresenceDotViewProps {
  readonly state: PresenceState;
  /** What they say of themselves; shown as text beside the word. */
  readonly note?: string | null | undefined;
  /** Shows the word beside the dot; otherwise it is said and shown on pointing. Default false. */
  readonly labelled?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A dot whose shape and colour tell whether somebody can be reached; `PresenceDot` is connected. */
export function PresenceDotView({ state, note, labelled = false, className }: PresenceDotViewProps): ReactElement {
  const word = usePresenceLabels().status[state];
  const language = useLanguage();
  const text = note === null || note === undefined || note === '' ? word : `${word} · ${note}`;
  return (
    <span {...language} className={classNames('hs-root hs-presence', className)} data-state={state} title={text}>
      <svg aria-hidden focusable={false} viewBox="0 0 12 12" className="hs-presence__dot">
        <circle cx="6" cy="6" r="5" className="hs-presence__disc" />
        {state === 'available' && <path d="M3.6 6.2 5.3 7.9 8.5 4.5" className="hs-presence__sign" />}
        {state === 'away' && <path d="M6 3.2V6.2L7.8 7.4" className="hs-presence__sign" />}
        {state === 'doNotDisturb' && <path d="M3.4 6H8.6" className="hs-presence__sign" />}
      </svg>
      <bdi className={labelled ? 'hs-presence__word' : 'hs-hidden'}>{text}</bdi>
    </span>
  );
}
