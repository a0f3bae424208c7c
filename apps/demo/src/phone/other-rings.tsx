import { AccountScope, useAccounts } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { usePhoneSounds } from './use-phone-sounds.ts';

/** The ring of the accounts that are not in use; the phone itself sounds for the one that is. */
export function OtherRings(): ReactElement {
  const { accounts, chosenId } = useAccounts();
  const others = accounts.filter(({ id }) => id !== chosenId);
  return (
    <>
      {others.map(({ id }) => (
        <AccountScope key={id} id={id}>
          <Ring />
        </AccountScope>
      ))}
    </>
  );
}

function Ring(): null {
  usePhoneSounds();
  return null;
}
