import type { Tone } from '../call/call-mood.ts';
import {
  AlertIcon,
  type Icon,
  PhoneIncomingIcon,
  PhoneMissedIcon,
  PhoneOffIcon,
  PhoneOutgoingIcon,
} from '../icons/icons.ts';
import type { CallOutcome } from './call-log-entry.ts';

/** How a call that was looks in a list. */
export interface CallLook {
  readonly icon: Icon;
  readonly tone: Tone;
}

const looks: Readonly<Record<CallOutcome, CallLook>> = {
  answered: { icon: PhoneIncomingIcon, tone: 'off' },
  placed: { icon: PhoneOutgoingIcon, tone: 'off' },
  missed: { icon: PhoneMissedIcon, tone: 'end' },
  declined: { icon: PhoneOffIcon, tone: 'off' },
  failed: { icon: AlertIcon, tone: 'end' },
  elsewhere: { icon: PhoneIncomingIcon, tone: 'off' },
};

/** The icon and the colour of what became of a call. */
export function callLook(outcome: CallOutcome): CallLook {
  return looks[outcome];
}
