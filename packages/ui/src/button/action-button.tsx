'use client';

import type { ReactElement } from 'react';
import type { Icon } from '../icons/icons.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link ActionButton}. */
export interface ActionButtonProps {
  readonly icon: Icon;
  /** The accessible name; never changes with the state of the button. */
  readonly label: string;
  readonly onPress: () => void;
  /** `go` answers and calls, `end` ends, `plain` has no disc until pointed at. Default `control`. */
  readonly tone?: 'control' | 'go' | 'end' | 'plain' | 'accent';
  /** Diameter: `large` 64 px, `medium` 56 px, `small` 44 px. Default `medium`. */
  readonly size?: 'large' | 'medium' | 'small';
  /** Shows the label under the disc, or beside the icon inside it; `hidden` leaves it to screen readers. Default `below`. */
  readonly labelled?: 'below' | 'inside' | 'hidden';
  /** A toggle and whether it is on. */
  readonly pressed?: boolean | undefined;
  /** What being on looks like: amber for hold, ink for the rest. */
  readonly pressedTone?: 'ink' | 'wait';
  /** An act under way: keeps its focus, ignores presses. */
  readonly busy?: boolean;
  /** Cannot be used now: keeps its focus, ignores presses, looks faint. */
  readonly blocked?: boolean;
  /** Ignores presses for a moment, without looking different. */
  readonly arming?: boolean;
  /** Turns a handset face down, for hanging up. */
  readonly turned?: boolean;
  /** Points the other way in right-to-left scripts, for arrows. */
  readonly mirrored?: boolean;
  readonly describedBy?: string | undefined;
  /** What it does in more words than the label has; a tooltip, and read after the label. */
  readonly description?: string | undefined;
  /** A combination of keys that does the same, as `aria-keyshortcuts` writes it. */
  readonly shortcut?: string | undefined;
  readonly expanded?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A round button with an icon and a word: the one button of the kit. */
export function ActionButton(props: ActionButtonProps): ReactElement {
  const { icon: Glyph, label, tone = 'control', size = 'medium', labelled = 'below', pressed, busy = false } = props;
  const unusable = busy || props.blocked === true || props.arming === true;
  return (
    <button
      type="button"
      className={classNames('hs-action', props.className)}
      data-tone={tone}
      data-size={size}
      data-labelled={labelled}
      data-pressed-tone={props.pressedTone}
      data-blocked={props.blocked === true ? '' : undefined}
      data-turned={props.turned === true ? '' : undefined}
      data-mirrored={props.mirrored === true ? '' : undefined}
      aria-pressed={pressed}
      aria-expanded={props.expanded}
      aria-busy={busy || undefined}
      aria-disabled={unusable || undefined}
      aria-describedby={props.describedBy}
      aria-keyshortcuts={props.shortcut}
      aria-description={props.description}
      title={props.description ?? props.shortcut}
      onClick={() => {
        if (!unusable) props.onPress();
      }}
    >
      <span className="hs-action__disc">
        <Glyph aria-hidden focusable={false} className="hs-action__icon" />
        {labelled === 'inside' && <span className="hs-action__label">{label}</span>}
      </span>
      {labelled !== 'inside' && (
        <span className={labelled === 'hidden' ? 'hs-hidden' : 'hs-action__label'}>{label}</span>
      )}
    </button>
  );
}
