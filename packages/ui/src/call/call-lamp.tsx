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
import type { CallMood, Tone } from './call-mood.ts';
import { Lamp } from './lamp.tsx';

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
export function CallLamp({ mood, icon, ...look }: CallLampProps): ReactElement {
  const turned = icon === undefined && (mood === 'ending' || mood === 'ended');
  return <Lamp mood={mood} icon={icon ?? icons[mood]} turned={turned} {...look} />;
}
