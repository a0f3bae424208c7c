'use client';

import type { ReactElement } from 'react';
import { VoicemailIcon } from '../icons/icons.ts';
import { useVoicemailLabels } from '../labels/hooks/use-voicemail-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link VoicemailBadgeView}. */
export interface VoicemailBadgeViewProps {
  /** Voice messages that nobody has heard, and how many of those are urgent. */
  readonly fresh: number;
  readonly urgent?: number | undefined;
  readonly old?: number | undefined;
  /** Calls the mailbox; without it this is no button. */
  readonly onCall?: (() => void) | undefined;
  readonly className?: string | undefined;
}

/** What waits in a mailbox, drawn from counts; `VoicemailBadge` is connected. */
export function VoicemailBadgeView(props: VoicemailBadgeViewProps): ReactElement {
  const { fresh, urgent = 0, old = 0, onCall } = props;
  const labels = useVoicemailLabels();
  const language = useLanguage();
  const counts = [
    fresh > 0 ? labels.fresh(fresh) : labels.none,
    urgent > 0 ? labels.urgent(urgent) : '',
    old > 0 ? labels.old(old) : '',
  ].filter(Boolean);
  const Box = onCall === undefined ? 'div' : 'button';
  return (
    <Box
      {...(onCall === undefined ? {} : { type: 'button' as const, onClick: onCall, title: labels.call })}
      {...language}
      className={classNames('hs-root hs-voicemail', props.className)}
      data-hs-tone={fresh === 0 ? 'off' : urgent > 0 ? 'end' : 'info'}
    >
      <VoicemailIcon aria-hidden focusable={false} className="hs-voicemail__icon" />
      <span className="hs-voicemail__words">
        <span className="hs-voicemail__title">{labels.title}</span>
        <span className="hs-voicemail__counts">
          {counts.map((count) => (
            <span key={count}>{count}</span>
          ))}
        </span>
      </span>
      {fresh > 0 && (
        <span aria-hidden className="hs-voicemail__count">
          {fresh}
        </span>
      )}
    </Box>
  );
}
