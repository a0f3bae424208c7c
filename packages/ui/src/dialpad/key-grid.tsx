'use client';

import { type KeyboardEvent, type ReactElement, useRef, useState } from 'react';
import { VoicemailIcon } from '../icons/icons.ts';
import { useDialpadLabels } from '../labels/hooks/use-dialpad-labels.ts';
import { type DialKey, dialKeys } from './dial-keys.ts';
import { useLongPress } from './use-long-press.ts';

const columns = 3;

/** Props of {@link KeyGrid}. */
export interface KeyGridProps {
  readonly label: string;
  readonly onKey: (key: DialKey) => void;
  /** Names of keys that mean something else when held. */
  readonly held?: Partial<Readonly<Record<DialKey, string>>> | undefined;
  /** Held for half a second; without it a long press is a press. */
  readonly onHold?: ((key: DialKey) => void) | undefined;
  /** The key to show as down because it is being typed. */
  readonly lit?: DialKey | null;
}

/** The twelve keys. One of them is in the tab order; arrows, Home and End go to the others. */
export function KeyGrid({ label, onKey, onHold, held, lit = null }: KeyGridProps): ReactElement {
  const labels = useDialpadLabels();
  const grid = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const press = useLongPress(onKey, onHold);

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = step(event.key, current);
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setCurrent(next);
    grid.current?.querySelectorAll<HTMLElement>('[data-key]')[next]?.focus();
  };

  return (
    <div ref={grid} role="group" aria-label={label} className="hs-keys" dir="ltr" onKeyDown={onKeyDown}>
      {dialKeys.map((key, index) => (
        <button
          key={key}
          type="button"
          className="hs-key"
          data-key={key}
          data-letters={labels.letters[key]}
          data-lit={key === lit ? '' : undefined}
          tabIndex={index === current ? 0 : -1}
          aria-label={held?.[key] ?? labels.key(key, Array.from(labels.letters[key]).join(' '))}
          onFocus={() => setCurrent(index)}
          {...press(key)}
        >
          <span className="hs-key__digit">{key}</span>
          {held?.[key] !== undefined && <VoicemailIcon aria-hidden focusable={false} className="hs-key__held" />}
        </button>
      ))}
    </div>
  );
}

/** The key an arrow leads to from another one; `undefined` for keys that do not lead anywhere. */
function step(pressed: string, from: number): number | undefined {
  const column = from % columns;
  switch (pressed) {
    case 'ArrowRight':
      return column < columns - 1 ? from + 1 : from;
    case 'ArrowLeft':
      return column > 0 ? from - 1 : from;
    case 'ArrowDown':
      return from + columns < dialKeys.length ? from + columns : from;
    case 'ArrowUp':
      return from >= columns ? from - columns : from;
    case 'Home':
      return 0;
    case 'End':
      return dialKeys.length - 1;
    default:
      return undefined;
  }
}
