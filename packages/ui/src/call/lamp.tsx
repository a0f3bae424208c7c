import type { ReactElement } from 'react';
import type { Icon } from '../icons/icons.ts';
import { type CallMood, type Tone, toneOf } from './call-mood.ts';

/** Props of {@link Lamp}. */
export interface LampProps {
  readonly mood: CallMood;
  readonly icon: Icon;
  readonly size?: 'large' | 'small';
  /** In place of the mood's own colour. */
  readonly tone?: Tone;
  /** The receiver lies face down. */
  readonly turned?: boolean;
}

/** A lamp with the icon it is given, for who needs no other. */
export function Lamp({
  mood,
  icon: Glyph,
  size = 'large',
  tone = toneOf(mood),
  turned = false,
}: LampProps): ReactElement {
  return (
    <span
      className="hs-lamp"
      data-mood={mood}
      data-size={size}
      data-hs-tone={tone}
      data-turned={turned ? '' : undefined}
      aria-hidden
    >
      <Glyph className="hs-lamp__icon" />
    </span>
  );
}
