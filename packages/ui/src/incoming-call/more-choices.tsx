'use client';

import { type KeyboardEvent, type ReactElement, useId, useRef, useState } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { EllipsisIcon, type Icon } from '../icons/icons.ts';
import { useIncomingLabels } from '../labels/hooks/use-incoming-labels.ts';

/** One of the {@link MoreChoices}. */
export interface Choice {
  readonly key: string;
  readonly icon: Icon;
  readonly label: string;
  readonly onPress: () => void;
}

/** Props of {@link MoreChoices}. */
export interface MoreChoicesProps {
  readonly choices: readonly Choice[];
  /** Ignores presses for a moment, as the other buttons of the dialog do. */
  readonly arming: boolean;
  readonly compact: boolean;
}

/** What can be done with a call that comes in beside answering and declining it: a button that opens a list. */
export function MoreChoices({ choices, arming, compact }: MoreChoicesProps): ReactElement {
  const label = useIncomingLabels().more;
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const list = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    // Only the list closes: the call rings on aloud.
    event.stopPropagation();
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  return (
    <div ref={root} className="hs-incoming__more" data-open={open ? '' : undefined} onKeyDown={onKeyDown}>
      <ActionButton
        icon={EllipsisIcon}
        label={label}
        size="small"
        labelled={compact ? 'hidden' : 'inside'}
        expanded={open}
        arming={arming}
        onPress={() => setOpen(!open)}
      />
      <ul className="hs-incoming__choices" id={list} hidden={!open} aria-label={label}>
        {choices.map(({ key, ...choice }) => (
          <li key={key}>
            <ActionButton {...choice} size="small" labelled="inside" arming={arming} />
          </li>
        ))}
      </ul>
    </div>
  );
}
