'use client';

import { useAddCall, useBusyLamp, useSipStore } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { start } from '../call/call-actions.ts';
import { partyAt } from '../call/party-at.ts';
import { usePartyText } from '../call/party-names.tsx';
import { BusyLampButtonView } from './busy-lamp-button-view.tsx';

/** Props of {@link BusyLampButton}. */
export interface BusyLampButtonProps {
  /** Whose lamp: an address, a name or number of our own domain. */
  readonly target: string;
  /** What to call them; by default as the app or the contacts know them. */
  readonly name?: string | undefined;
  /**
   * What is dialled before the number to take a call that rings there, such as `**`, where the server does not tell the
   * ids of calls. Without it, such a call cannot be taken.
   */
  readonly pickupCode?: string | undefined;
  readonly className?: string | undefined;
}

/**
 * Whether a colleague is on the phone (RFC 4235). A press calls them, or takes the call that rings there: by replacing it
 * (RFC 3891) where the server tells its ids, or by a code. It follows them while it is mounted.
 *
 * @example
 * ```tsx
 * <BusyLampButton target="1002" name="Ben Carter" pickupCode="**" />
 * ```
 */
export function BusyLampButton({ target, name, pickupCode, className }: BusyLampButtonProps): ReactElement {
  const { lamp, pickup } = useBusyLamp(target);
  const { addCall } = useAddCall();
  const host = useSipStore((state) => state.account.host);
  const party = partyAt(target, host);
  const textOf = usePartyText();
  const press = (): Promise<string> => {
    if (lamp !== 'ringing') return addCall(target);
    if (pickup !== null) return addCall(pickup.target, pickup.options);
    return addCall(pickupCode === undefined ? target : pickupCode + party.user);
  };
  return (
    <BusyLampButtonView
      name={name ?? textOf(party).name}
      lamp={lamp}
      canPickUp={pickup !== null || pickupCode !== undefined}
      onPress={() => start(press)}
      className={className}
    />
  );
}
