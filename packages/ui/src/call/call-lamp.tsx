import type { ReactElement } from 'react';
import {
  EarIcon,
  type Icon,
  OfflineIcon,
  PauseIcon,
  PhoneCallIcon,
  PhoneIcon,
  PhoneIncomingIcon,
  PhoneOutgoingIcon,
  SoundWaveIcon,
} from '../icons/icons.ts';
import { type CallMood, type Tone, toneOf } from './call-mood.ts';

const icons: Readonly<Record<CallMood, Icon>> = {
  dialing: PhoneOutgoingIcon,
  ringing: PhoneCallIcon,
  early: EarIcon,
  incoming: PhoneIncomingIcon,
  connecting: PhoneIcon,
  talking: SoundWaveIcon,
  held: PauseIcon,
  heldByThem: PauseIcon,
  heldByBoth: PauseIcon,
  reconnecting: OfflineIcon,
  ending: PhoneIcon,
  ended: PhoneIcon,
};

/** Props of {@link CallLamp}. */
export interface CallLampProps {
  readonly mood: CallMood;
  readonly size?: 'large' | 'small';
  /** In place of the mood's own colour and icon, such as for a call that failed. */
  readonly tone?: Tone;
  readonly icon?: Icon;
}

/** The lamp of a line, as desk phones have one: shape, colour and movement tell the state. The words stand beside it. */
export function CallLamp({ mood, size = 'large', tone = toneOf(mood), icon }: CallLampProps): ReactElement {
  const Glyph = icon ?? icons[mood];
  const faceDown = icon === undefined && (mood === 'ending' || mood === 'ended');
  return (
    <span
      className="hs-lamp"
      data-mood={mood}
      data-size={size}
      data-hs-tone={tone}
      data-turned={faceDown ? '' : undefined}
      aria-hidden
    >
      <Glyph className="hs-lamp__icon" />
    </span>
  );
}
