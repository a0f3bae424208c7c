'use client';

import { type ReactElement, type ReactNode, useState } from 'react';
import { usePartyText } from '../call/party-names.tsx';
import { DownloadIcon, TrashIcon } from '../icons/icons.ts';
import { useEndedLabels } from '../labels/hooks/use-ended-labels.ts';
import { useHistoryLabels } from '../labels/hooks/use-history-labels.ts';
import { useLogLabels } from '../labels/hooks/use-log-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { dayText } from '../list/day-text.ts';
import { EmptyNote } from '../list/empty-note.tsx';
import { groupByDay } from '../list/group-by-day.ts';
import { matches } from '../list/matches.ts';
import { SearchField } from '../list/search-field.tsx';
import { UndoStrip } from '../list/undo-strip.tsx';
import { useGrowingList } from '../list/use-growing-list.ts';
import { WordButton } from '../list/word-button.tsx';
import { classNames } from '../theme/class-names.ts';
import type { HistoryEntry } from './history-entry.ts';
import { HistoryRow } from './history-row.tsx';

/** Props of {@link CallHistoryView}. */
export interface CallHistoryViewProps {
  /** Latest first. */
  readonly entries: readonly HistoryEntry[];
  /** Whether they were read yet. Default true. */
  readonly loaded?: boolean;
  /** Whether they outlive the page. Default true. */
  readonly kept?: boolean;
  readonly onCall: (entry: HistoryEntry) => void;
  readonly onMessage?: ((entry: HistoryEntry) => void) | undefined;
  readonly onAdd?: ((entry: HistoryEntry) => void) | undefined;
  /** Whether an entry is of somebody unknown, who may be added. Default everybody. */
  readonly isStranger?: ((entry: HistoryEntry) => boolean) | undefined;
  readonly onRemove?: ((entries: readonly HistoryEntry[]) => void) | undefined;
  readonly onRestore?: ((entries: readonly HistoryEntry[]) => void) | undefined;
  readonly onExport?: (() => void) | undefined;
  /** Above the calls, such as voicemail. */
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}

/** The calls that were, by day. Keeps nothing itself; `CallHistory` is connected. */
export function CallHistoryView(props: CallHistoryViewProps): ReactElement {
  const { entries, loaded = true, kept = true, onRemove, onRestore } = props;
  const labels = useHistoryLabels();
  const log = useLogLabels();
  const ended = useEndedLabels();
  const language = useLanguage();
  const textOf = usePartyText();
  const [missed, setMissed] = useState(false);
  const [query, setQuery] = useState('');
  const [gone, setGone] = useState<readonly HistoryEntry[]>([]);
  const found = entries.filter((entry) => {
    if (missed && entry.outcome !== 'missed') return false;
    if (query.trim() === '') return true;
    const { name, number } = textOf(entry.party);
    return matches(query, [name, number, entry.party.user]);
  });
  const { shown, end } = useGrowingList(found, `${missed} ${query}`);
  const remove = (which: readonly HistoryEntry[]): void => {
    setGone(which);
    onRemove?.(which);
  };

  return (
    <section
      tabIndex={-1}
      aria-label={log.group}
      {...language}
      className={classNames('hs-root hs-list-page hs-history', props.className)}
    >
      <div className="hs-list-page__head">
        <SearchField label={labels.search} value={query} onChange={setQuery} />
        <div role="group" aria-label={labels.filter} className="hs-segments">
          {[false, true].map((only) => (
            <button
              key={String(only)}
              type="button"
              className="hs-segment"
              aria-pressed={missed === only}
              onClick={() => setMissed(only)}
            >
              {only ? labels.missed : labels.all}
            </button>
          ))}
        </div>
      </div>
      {props.children}
      {!kept && <p className="hs-list-page__note">{labels.notKept}</p>}
      {!loaded && entries.length === 0 && (
        <p className="hs-list-page__note" role="status">
          {labels.loading}
        </p>
      )}
      {loaded && entries.length === 0 && <EmptyNote title={log.empty} hint={log.emptyHint} />}
      {entries.length > 0 && found.length === 0 && (
        <EmptyNote title={query.trim() === '' ? labels.noneMissed : labels.none(query.trim())} />
      )}
      {groupByDay(shown, ({ startedAt }) => startedAt).map(({ midnight, items }) => (
        <section key={midnight} aria-label={dayText(log, midnight)}>
          <h3 className="hs-rows__title">{dayText(log, midnight)}</h3>
          <ul className="hs-rows">
            {items.map((entry) => (
              <HistoryRow
                key={entry.id}
                entry={entry}
                party={textOf(entry.party)}
                onCall={props.onCall}
                onMessage={props.onMessage}
                onAdd={props.isStranger?.(entry) === false ? undefined : props.onAdd}
                onRemove={onRemove === undefined ? undefined : () => remove([entry])}
              />
            ))}
          </ul>
        </section>
      ))}
      {end !== null && <div ref={end} />}
      {entries.length > 0 && (
        <div className="hs-list-page__foot">
          {props.onExport !== undefined && (
            <WordButton icon={DownloadIcon} label={labels.export} onPress={props.onExport} />
          )}
          {onRemove !== undefined && (
            <WordButton icon={TrashIcon} tone="end" label={labels.clear} onPress={() => remove(entries)} />
          )}
        </div>
      )}
      <UndoStrip
        text={gone.length === 0 || onRestore === undefined ? null : labels.removed(gone.length)}
        undo={labels.undo}
        dismiss={ended.dismiss}
        onUndo={() => {
          onRestore?.(gone);
          setGone([]);
        }}
        onDismiss={() => setGone([])}
      />
    </section>
  );
}
