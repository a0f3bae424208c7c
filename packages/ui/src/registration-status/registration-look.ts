import type { Tone } from '../call/call-mood.ts';
import { AlertIcon, CheckIcon, type Icon, OfflineIcon, PowerOffIcon, SpinnerIcon } from '../icons/icons.ts';
import type { RegistrationSnapshot } from '../snapshots.ts';

/** How an account stands, as a person sees it. */
export type RegistrationLook = RegistrationSnapshot['status'] | 'offline';

/** The colour and the icon of each. */
export const registrationLooks: Readonly<
  Record<RegistrationLook, { readonly tone: Tone; readonly icon: Icon; readonly turning?: true }>
> = {
  registered: { tone: 'go', icon: CheckIcon },
  registering: { tone: 'info', icon: SpinnerIcon, turning: true },
  unregistering: { tone: 'off', icon: SpinnerIcon, turning: true },
  unregistered: { tone: 'off', icon: PowerOffIcon },
  failed: { tone: 'end', icon: AlertIcon },
  offline: { tone: 'wait', icon: OfflineIcon },
};

/** Without a connection no registration counts. */
export function registrationLook(registration: RegistrationSnapshot, connected: boolean): RegistrationLook {
  return connected ? registration.status : 'offline';
}
