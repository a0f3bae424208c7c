'use client';

import type { ReactElement } from 'react';
import { formatDuration } from '../call/format-duration.ts';
import { usePartyText } from '../call/party-names.tsx';
import { type CauseLabels, causeSentence } from '../error-note/sentences.ts';
import { ActionButton } from '../button/action-button.tsx';
import { CloseIcon } from '../icons/icons.ts';
import type { Labels } from '../labels/labels.ts';
import { useLogLabels } from '../labels/hooks/use-log-labels.ts';
import { useCauseLabels } from '../error-note/use-cause-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { classNames } from '../theme/class-names.ts';
import type { CallLogEntry } from './call-log-entry.ts';
import { callLook } from './call-look.ts';

/** Props of {@link CallLog}. */
export interface CallLogProps {
  /** The calls to show, latest first. The app keeps them. */
  readonly entries: readonly CallLogEntry[];
  /** Asked to call the other end of an entry. */
  readonly onCall: (entry: CallLogEntry) => void;
  /** Asked to take an entry off the list; without it there is no such button. */
  readonly onRemove?: ((entry: CallLogEntry) => void) | undefined;
  readonly className?: string | undefined;
}

/** The calls that were: who, when, how it went, and one press to call. Keeps nothing itself. */
export function CallLog({ entries, onCall, onRemove, className }: CallLogProps): ReactElement {
  const labels = { ...useCauseLabels(), log: useLogLabels() };
  const language = useLanguage();
  const textOf = usePartyText();
  if (entries.length === 0) {
    return (
      <div {...language} className={classNames('hs-root hs-log hs-log--empty', className)}>
        <p className="hs-log__empty">{labels.log.empty}</p>
        <p className="hs-log__hint">{labels.log.emptyHint}</p>
      </div>
    );
  }
  return (
    <ul aria-label={labels.log.group} {...language} className={classNames('hs-root hs-log', className)}>
      {entries.map((entry) => {
        const { name, number } = textOf(entry.party);
        const { icon: Glyph, tone } = callLook(entry.outcome);
        return (
          <li key={entry.id} className="hs-log__item" data-outcome={entry.outcome} data-hs-tone={tone}>
            <button
              type="button"
              className="hs-log__entry"
              title={number === '' ? labels.log.call(name) : labels.log.call(number)}
              onClick={() => onCall(entry)}
            >
              <Glyph aria-hidden className="hs-log__icon" />
              <span className="hs-log__who">
                <bdi className="hs-log__name">{name}</bdi>
                <span className="hs-log__how">
                  {how(labels, entry)}
                  {entry.duration !== null && <span>{formatDuration(entry.duration)}</span>}
                </span>
              </span>
              <time className="hs-log__when" dateTime={new Date(entry.startedAt).toISOString()}>
                {when(labels.log, entry.startedAt)}
              </time>
            </button>
            {onRemove !== undefined && (
              <ActionButton
                icon={CloseIcon}
                label={labels.log.remove(name)}
                tone="plain"
                size="small"
                labelled="hidden"
                onPress={() => onRemove(entry)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What became of a call; of one that failed, why. */
function how(labels: CauseLabels & Pick<Labels, 'log'>, { outcome, cause = null }: CallLogEntry): string {
  return outcome === 'failed' && cause !== null ? causeSentence(labels, cause).what : labels.log.outcome[outcome];
}

/** The time of a call today, the day of an older one. */
function when({ locale, yesterday }: Labels['log'], moment: number): string {
  const date = new Date(moment);
  const midnight = new Date().setHours(0, 0, 0, 0);
  if (moment >= midnight) return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(date);
  if (moment >= midnight - 86_400_000) return yesterday;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(date);
}
