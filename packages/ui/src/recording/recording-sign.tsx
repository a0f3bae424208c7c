'use client';

import { type Recording, useRecording } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { AlertIcon, PauseIcon, RecordIcon } from '../icons/icons.ts';
import { useRecordingLabels } from '../labels/hooks/use-recording-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link RecordingSignView}. */
export interface RecordingSignViewProps {
  readonly state: Recording['state'];
  /** The latest recording could not be made. */
  readonly failed?: boolean;
  /** Not said aloud, where another sign of the same call is. Default false. */
  readonly quiet?: boolean;
  readonly className?: string | undefined;
}

/** Says that a call is recorded: by a word and a shape, not by colour alone. Screen readers hear when that changes. */
export function RecordingSignView({
  state,
  failed = false,
  quiet = false,
  className,
}: RecordingSignViewProps): ReactElement {
  const labels = useRecordingLabels();
  const language = useLanguage();
  const broken = failed && state === 'idle';
  const words = { idle: '', asking: labels.asking, recording: labels.sign, paused: labels.pausedSign }[state];
  const Glyph = broken ? AlertIcon : state === 'paused' ? PauseIcon : RecordIcon;
  return (
    <span
      role={quiet ? undefined : 'status'}
      {...language}
      className={classNames('hs-recording', className)}
      data-state={broken ? 'failed' : state}
      data-hs-tone={state === 'recording' || broken ? 'end' : 'wait'}
    >
      {(broken || state !== 'idle') && (
        <span className="hs-recording__sign">
          <Glyph aria-hidden focusable={false} className="hs-recording__icon" />
          {broken ? labels.failed.what : words}
        </span>
      )}
    </span>
  );
}

/** Props of {@link RecordingSign}. */
export interface RecordingSignProps {
  /** Which call; the focused one by default. */
  readonly sessionId?: string | undefined;
  /** Not said aloud, where another sign of the same call is. Default false. */
  readonly quiet?: boolean;
  readonly className?: string | undefined;
}

/**
 * The sign of a call's recording, for wherever the call is shown; empty while nothing is recorded.
 *
 * @example
 * ```tsx
 * <RecordingSign sessionId={id} />
 * ```
 */
export function RecordingSign({ sessionId, quiet = false, className }: RecordingSignProps): ReactElement {
  const { state, error } = useRecording(sessionId);
  return <RecordingSignView state={state} failed={error !== null} quiet={quiet} className={className} />;
}
