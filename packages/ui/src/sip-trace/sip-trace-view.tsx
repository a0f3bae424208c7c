'use client';

import type { TraceEntry, TraceMark } from '@hookswitch/react-sip';
import { type ReactElement, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { useTraceLabels } from '../labels/hooks/use-trace-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { classNames } from '../theme/class-names.ts';
import { copyText, saveFile } from './hand-out.ts';
import { TraceDetail } from './trace-detail.tsx';
import { traceAsJson, traceAsText, traceFileName } from './trace-export.ts';
import { EVERYTHING, filterTrace, type TraceFilter } from './trace-filter.ts';
import { type TraceCall, TraceFilters } from './trace-filters.tsx';
import { ClearIcon, CopyIcon, JsonIcon, PauseIcon, TextFileIcon } from './trace-icons.ts';
import { laneName, type TraceItem, traceItems } from './trace-item.ts';
import { TraceLadder } from './trace-ladder.tsx';

/** Props of {@link SipTraceView}. */
export interface SipTraceViewProps {
  /** The messages, oldest first, with their secrets masked. */
  readonly messages: readonly TraceEntry[];
  /** When the connection came and went; `id` puts them in order with the messages. */
  readonly marks?: readonly TraceMark[];
  readonly onClear?: (() => void) | undefined;
  /** Puts a text into the clipboard; default the browser's. */
  readonly copy?: (text: string) => Promise<void>;
  /** Saves a file; default a download. */
  readonly save?: (name: string, type: string, text: string) => void;
  readonly className?: string | undefined;
}

interface Seen {
  readonly messages: readonly TraceEntry[];
  readonly marks: readonly TraceMark[];
}

const NONE: readonly TraceMark[] = [];

/** Draws a trace it is given. `SipTrace` is this with the messages of the phone around it. */
export function SipTraceView(props: SipTraceViewProps): ReactElement {
  const { messages, marks = NONE, onClear, copy = copyText, save = saveFile, className } = props;
  const labels = useTraceLabels();
  const language = useLanguage();
  const [filter, setFilter] = useState<TraceFilter>(EVERYTHING);
  const [paused, setPaused] = useState<Seen | null>(null);
  const [selected, setSelected] = useState<number | null>(null);
  const [open, setOpen] = useState(false);
  const [word, setWord] = useState('');

  const seen = paused ?? { messages, marks };
  const all = useMemo(() => traceItems(seen.messages, seen.marks), [seen.messages, seen.marks]);
  const deferred = useDeferredValue(filter);
  const items = useMemo(() => filterTrace(all, deferred), [all, deferred]);
  const choices = useMemo(() => choicesIn(all), [all]);
  const chosen = all.find(({ id }) => id === selected);
  const change = useCallback((changes: Partial<TraceFilter>) => setFilter((now) => ({ ...now, ...changes })), []);
  const select = useCallback((id: number) => setSelected(id), []);
  const show = useCallback(() => setOpen(true), []);
  const missed = messages.filter(({ id }) => id > (paused?.messages.at(-1)?.id ?? 0)).length;

  const hand = (text: string): void => {
    copy(text).then(
      () => setWord(labels.copied),
      () => setWord(labels.copyFailed),
    );
  };
  const copyOne = (id: number): void => {
    const item = all.find((each) => each.id === id);
    if (item?.kind === 'message') hand(item.entry.text);
  };
  const act = (icon: typeof CopyIcon, label: string, onPress: () => void): ReactElement => (
    <ActionButton
      {...{ icon, label, onPress, tone: 'plain', size: 'small', labelled: 'hidden' }}
      blocked={items.length === 0}
    />
  );

  return (
    <section aria-label={labels.group} {...language} className={classNames('hs-root hs-trace', className)}>
      <div className="hs-trace__tools">
        <p className="hs-trace__count">
          {paused === null ? labels.shown(items.length, all.length) : labels.paused(missed)}
        </p>
        <ActionButton
          icon={PauseIcon}
          label={labels.pause}
          tone="plain"
          size="small"
          labelled="hidden"
          pressed={paused !== null}
          onPress={() => setPaused(paused === null ? { messages, marks } : null)}
        />
        {act(CopyIcon, labels.copyAll, () => hand(traceAsText(items)))}
        {act(TextFileIcon, labels.saveText, () => save(traceFileName('txt'), 'text/plain', traceAsText(items)))}
        {act(JsonIcon, labels.saveJson, () => save(traceFileName('json'), 'application/json', traceAsJson(items)))}
        {onClear !== undefined &&
          act(ClearIcon, labels.clear, () => {
            setPaused(null);
            setSelected(null);
            onClear();
          })}
      </div>
      <TraceFilters filter={filter} calls={choices.calls} methods={choices.methods} onFilter={change} />
      <div className="hs-trace__main" data-open={open && chosen?.kind === 'message' ? '' : undefined}>
        {items.length === 0 ? (
          <div className="hs-trace__empty">
            <p className="hs-trace__empty-head">{all.length === 0 ? labels.empty : labels.nothingFound}</p>
            {all.length === 0 && <p className="hs-trace__hint">{labels.emptyHint}</p>}
          </div>
        ) : (
          <TraceLadder
            items={items}
            servers={choices.servers}
            selected={selected}
            onSelect={select}
            onOpen={show}
            onClose={() => setOpen(false)}
            onCopy={copyOne}
          />
        )}
        {open && chosen?.kind === 'message' && (
          <TraceDetail
            key={chosen.id}
            text={chosen.entry.text}
            onCopy={() => copyOne(chosen.id)}
            onClose={() => setOpen(false)}
          />
        )}
      </div>
      <p className="hs-hidden" role="status">
        {word}
      </p>
    </section>
  );
}

/** What there is to choose from: conversations, methods, and the servers that are the lines of the ladder. */
function choicesIn(all: readonly TraceItem[]): {
  readonly calls: readonly TraceCall[];
  readonly methods: readonly string[];
  readonly servers: readonly string[];
} {
  const calls = new Map<string, TraceCall>();
  const methods = new Set<string>();
  const servers = new Set<string>();
  for (const item of all) {
    if (item.kind === 'mark') continue;
    const { callId, method, server } = item.entry;
    if (!calls.has(callId)) calls.set(callId, { callId, lane: laneName(item.lane), party: item.party });
    methods.add(method);
    if (server !== null) servers.add(server);
  }
  return { calls: [...calls.values()], methods: [...methods].sort(), servers: [...servers] };
}
