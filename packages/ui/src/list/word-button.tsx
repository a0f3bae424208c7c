import type { ReactElement } from 'react';
import type { Icon } from '../icons/icons.ts';

/** Props of {@link WordButton}. */
export interface WordButtonProps {
  readonly icon: Icon;
  readonly label: string;
  readonly onPress: () => void;
  /** `end` for what cannot be had back without asking. */
  readonly tone?: 'end' | undefined;
  readonly pressed?: boolean | undefined;
}

/** A small button with a word beside its icon, for acts on something in a list. */
export function WordButton({ icon: Glyph, label, onPress, tone, pressed }: WordButtonProps): ReactElement {
  return (
    <button type="button" className="hs-word" data-hs-tone={tone} aria-pressed={pressed} onClick={onPress}>
      <Glyph aria-hidden focusable={false} className="hs-word__icon" />
      <span>{label}</span>
    </button>
  );
}
