'use client';

import {
  type KeyboardEvent,
  type ReactElement,
  useCallback,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { useLogLabels } from '../labels/hooks/use-log-labels.ts';
import { useTraceLabels } from '../labels/hooks/use-trace-labels.ts';
import { useStayAtEnd } from '../list/use-stay-at-end.ts';
import { blocksOf, TraceBlock } from './trace-block.tsx';
import { LatestIcon } from './trace-icons.ts';
import type { TraceItem } from './trace-item.ts';
import { clockOf, serverName } from './trace-words.ts';

/** Props of {@link TraceLadder}. */
export interface TraceLadderProps {
  readonly items: readonly TraceItem[];
  /** Servers in the order of their lines. */
  readonly servers: readonly string[];
  readonly selected: number | null;
  readonly onSelect: (id: number) => void;
  /** Asked to show a message: by a click, or by Enter. */
  readonly onOpen: (id: number) => void;
  readonly onClose: () => void;
  readonly onCopy: (id: number) => void;
}

/** Rows that a page has, for the keys that turn pages. */
const PAGE = 10;
/** Pixels from the end that still count as the end. */
const NEAR = 24;

/** The ladder itself: one list to walk through by arrow keys, which stays at its end while the end is looked at. */
export function TraceLadder(props: TraceLadderProps): ReactElement {
  const { items, servers, selected, onSelect, onOpen, onClose, onCopy } = props;
  const log = useLogLabels();
  const words = useTraceLabels();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(true);
  const atEnd = useRef(following);
  const clock = useMemo(() => clockOf(log.locale), [log.locale]);
  const blocks = useMemo(() => blocksOf(items), [items]);

  const follow = (follows: boolean): void => {
    atEnd.current = follows;
    setFollowing(follows);
  };
  const last = items.at(-1)?.id;
  useLayoutEffect(() => {
    const { current } = scroller;
    if (following && current !== null) current.scrollTop = current.scrollHeight;
  }, [last, following]);
  useStayAtEnd(scroller, atEnd);
  useLayoutEffect(() => {
    if (selected === null) return;
    scroller.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  const pick = useCallback(
    (picked: number) => {
      onSelect(picked);
      onOpen(picked);
    },
    [onSelect, onOpen],
  );
  const walk = (event: KeyboardEvent): void => {
    const at = items.findIndex((item) => item.id === selected);
    const steps: Readonly<Record<string, number>> = {
      ...{ ArrowDown: at + 1, ArrowUp: at === -1 ? items.length - 1 : at - 1 },
      ...{ PageDown: at + PAGE, PageUp: at - PAGE, Home: 0, End: items.length - 1 },
    };
    const step = steps[event.key];
    if (step !== undefined) {
      const target = items[Math.min(items.length - 1, Math.max(0, step))];
      if (target !== undefined) onSelect(target.id);
    } else if (selected === null) return;
    else if (event.key === 'Enter' || event.key === ' ') onOpen(selected);
    else if (event.key === 'Escape') onClose();
    else if (event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey)) onCopy(selected);
    else return;
    event.preventDefault();
  };

  return (
    <div className="hs-trace__ladder">
      <div className="hs-trace__ends" aria-hidden>
        <span className="hs-trace__end">{words.us}</span>
        {(servers.length === 0 ? [words.server] : servers.map(serverName)).map((name) => (
          <bdi key={name} className="hs-trace__end">
            {name}
          </bdi>
        ))}
      </div>
      <div
        ref={scroller}
        className="hs-trace__rows"
        role="listbox"
        aria-label={words.list}
        aria-activedescendant={selected === null ? undefined : `${id}${selected}`}
        tabIndex={0}
        onKeyDown={walk}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          follow(scrollHeight - scrollTop - clientHeight < NEAR);
        }}
      >
        <div role="none">
          {blocks.map((block) => (
            <TraceBlock
              key={block[0]?.id}
              items={block}
              servers={servers}
              selected={block.some((item) => item.id === selected) ? selected : null}
              prefix={id}
              labels={words}
              clock={clock}
              onPick={pick}
            />
          ))}
        </div>
      </div>
      {!following && (
        <ActionButton
          className="hs-trace__latest"
          icon={LatestIcon}
          label={words.latest}
          tone="accent"
          size="small"
          labelled="hidden"
          onPress={() => follow(true)}
        />
      )}
    </div>
  );
}
