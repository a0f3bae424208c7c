import type { ReactElement } from 'react';
import type { Icon } from '../icons/icons.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link WordButton}. */
export interface WordButtonProps {
  readonly icon: Icon;
  readonly label: string;
  readonly onPress?: (() => void) | undefined;
  /** Submits the form it stands in. */
  readonly submits?: boolean | undefined;
  /** `end` for what cannot be had back without asking. */
  readonly tone?: 'end' | undefined;
  readonly pressed?: boolean | undefined;
}

/** A small button with a word beside its icon, for acts on something in a list. */
export function WordButton({ icon: Glyph, label, onPress, tone, pressed, submits }: WordButtonProps): ReactElement {
  return (
    <button
      type={submits === true ? 'submit' : 'button'}
      className={classNames('hs-word', submits === true && 'hs-word--main')}
      data-hs-tone={tone}
      aria-pressed={pressed}
      onClick={onPress}
    >
      <Glyph aria-hidden focusable={false} className="hs-word__icon" />
      <bdi>{label}</bdi>
    </button>
  );
}
