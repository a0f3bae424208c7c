'use client';

import { memo, type NamedExoticComponent, useId } from 'react';
import { ChevronIcon } from '../icons/icons.ts';
import { useTraceLabels } from '../labels/hooks/use-trace-labels.ts';
import type { TraceFilter } from './trace-filter.ts';

/** A conversation that can be picked. */
export interface TraceCall {
  readonly callId: string;
  /** What its lane is called. */
  readonly lane: string;
  readonly party: string;
}

/** Props of {@link TraceFilters}. */
export interface TraceFiltersProps {
  readonly filter: TraceFilter;
  readonly calls: readonly TraceCall[];
  readonly methods: readonly string[];
  readonly onFilter: (changes: Partial<TraceFilter>) => void;
}

/** What decides on the rows: words, a conversation, a method, failures, keep-alives. */
export const TraceFilters: NamedExoticComponent<TraceFiltersProps> = memo(function TraceFilters(
  props: TraceFiltersProps,
) {
  const { filter, calls, methods, onFilter } = props;
  const labels = useTraceLabels();
  const id = useId();
  return (
    <div className="hs-trace__filters" role="search" aria-label={labels.filters}>
      <input
        type="search"
        className="hs-trace__field hs-trace__search"
        aria-label={labels.search}
        placeholder={labels.search}
        value={filter.text}
        onChange={(event) => onFilter({ text: event.currentTarget.value })}
      />
      <span className="hs-trace__pick">
        <select
          className="hs-trace__field"
          aria-label={labels.calls}
          value={filter.callId}
          onChange={(event) => onFilter({ callId: event.currentTarget.value })}
        >
          <option value="">{labels.allCalls}</option>
          {calls.map(({ callId, lane, party }) => (
            <option key={callId} value={callId}>
              {labels.call(lane, party)}
            </option>
          ))}
        </select>
        <ChevronIcon aria-hidden className="hs-trace__chevron" />
      </span>
      <span className="hs-trace__pick">
        <select
          className="hs-trace__field"
          aria-label={labels.methods}
          value={filter.method}
          onChange={(event) => onFilter({ method: event.currentTarget.value })}
        >
          <option value="">{labels.allMethods}</option>
          {methods.map((method) => (
            <option key={method} value={method}>
              {method}
            </option>
          ))}
        </select>
        <ChevronIcon aria-hidden className="hs-trace__chevron" />
      </span>
      {(['failures', 'keepAlives'] as const).map((name) => (
        <label key={name} className="hs-trace__check" htmlFor={`${id}${name}`}>
          <input
            type="checkbox"
            id={`${id}${name}`}
            className="hs-trace__box"
            checked={filter[name]}
            onChange={(event) => onFilter({ [name]: event.currentTarget.checked })}
          />
          {labels[name]}
        </label>
      ))}
    </div>
  );
}, sameChoices);

/** Whether there is nothing else to choose: conversations are told apart by their ids and come at the end. */
function sameChoices(before: TraceFiltersProps, after: TraceFiltersProps): boolean {
  const [first, last] = [after.calls[0]?.callId, after.calls.at(-1)?.callId];
  return (
    before.filter === after.filter &&
    before.onFilter === after.onFilter &&
    before.calls.length === after.calls.length &&
    before.calls[0]?.callId === first &&
    before.calls.at(-1)?.callId === last &&
    before.methods.join() === after.methods.join()
  );
}
