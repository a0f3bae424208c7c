'use client';

import { type ReactElement, useId, useState } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { formatDuration } from '../call/format-duration.ts';
import type { PartyText } from '../call/party-text.ts';
import { callLook } from '../call-log/call-look.ts';
import { causeSentence } from '../error-note/sentences.ts';
import { EllipsisIcon, MessageIcon, PhoneIcon, TrashIcon, UserPlusIcon } from '../icons/icons.ts';
import { useDialpadLabels } from '../labels/hooks/use-dialpad-labels.ts';
import { useHistoryLabels } from '../labels/hooks/use-history-labels.ts';
import { useLogLabels } from '../labels/hooks/use-log-labels.ts';
import { useCauseLabels } from '../error-note/use-cause-labels.ts';
import { timeText } from '../list/day-text.ts';
import { WordButton } from '../list/word-button.tsx';
import type { HistoryEntry } from './history-entry.ts';

/** Props of {@link HistoryRow}. */
export interface HistoryRowProps {
  readonly entry: HistoryEntry;
  readonly party: PartyText;
  readonly onCall: (entry: HistoryEntry) => void;
  readonly onMessage?: ((entry: HistoryEntry) => void) | undefined;
  readonly onAdd?: ((entry: HistoryEntry) => void) | undefined;
  readonly onRemove?: ((entry: HistoryEntry) => void) | undefined;
}

/** A call that was: one press calls back, another shows what else can be done. */
export function HistoryRow({ entry, party, onCall, onMessage, onAdd, onRemove }: HistoryRowProps): ReactElement {
  const labels = { ...useCauseLabels(), dialpad: useDialpadLabels(), history: useHistoryLabels(), log: useLogLabels() };
  const [open, setOpen] = useState(false);
  const acts = useId();
  const { icon: Glyph, tone } = callLook(entry.outcome);
  const { name, number } = party;
  const nobody = entry.party.host === 'anonymous.invalid';
  return (
    <li className="hs-row" data-hs-tone={tone} data-strong={entry.seen ? undefined : ''}>
      <div className="hs-row__line">
        <button type="button" className="hs-row__main" disabled={nobody} onClick={() => onCall(entry)}>
          <Glyph aria-hidden className="hs-row__icon" />
          <span className="hs-row__words">
            <bdi className="hs-row__name">{name}</bdi>
            <span className="hs-row__text">
              {entry.outcome === 'failed' && entry.cause !== null && entry.cause !== undefined
                ? causeSentence(labels, entry.cause).what
                : labels.log.outcome[entry.outcome]}
              {entry.duration !== null && <span>{formatDuration(entry.duration)}</span>}
            </span>
          </span>
          <time className="hs-row__end" dateTime={new Date(entry.startedAt).toISOString()}>
            {timeText(labels.log, entry.startedAt)}
          </time>
        </button>
        <ActionButton
          icon={EllipsisIcon}
          label={labels.history.more(name)}
          tone="plain"
          size="small"
          labelled="hidden"
          expanded={open}
          onPress={() => setOpen(!open)}
        />
      </div>
      {open && (
        <div id={acts} className="hs-row__acts">
          {number !== '' && <bdi className="hs-row__fact">{number}</bdi>}
          {!nobody && <WordButton icon={PhoneIcon} label={labels.dialpad.call} onPress={() => onCall(entry)} />}
          {!nobody && onMessage !== undefined && (
            <WordButton icon={MessageIcon} label={labels.history.message} onPress={() => onMessage(entry)} />
          )}
          {!nobody && onAdd !== undefined && (
            <WordButton icon={UserPlusIcon} label={labels.history.save} onPress={() => onAdd(entry)} />
          )}
          {onRemove !== undefined && (
            <WordButton icon={TrashIcon} tone="end" label={labels.history.remove} onPress={() => onRemove(entry)} />
          )}
        </div>
      )}
    </li>
  );
}
