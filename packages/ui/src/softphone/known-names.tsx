'use client';

import { useOptionalPhoneStorage } from '@hookswitch/react-sip/storage';
import { type ReactElement, type ReactNode, useMemo, useSyncExternalStore } from 'react';
import { type NameOf, PartyNamesProvider, useNameOf } from '../call/party-names.tsx';

const noContacts = { subscribe: () => () => undefined, getState: () => null };

/** Props of {@link KnownNames}. */
export interface KnownNamesProps {
  readonly nameOf: NameOf | undefined;
  readonly children: ReactNode;
}

/** The names that the app knows, and after them those of the contacts that the phone keeps. */
export function KnownNames({ nameOf, children }: KnownNamesProps): ReactElement {
  const above = useNameOf();
  const contacts = useOptionalPhoneStorage()?.contacts;
  const { subscribe, getState } = contacts ?? noContacts;
  const state = useSyncExternalStore(subscribe, getState, getState);
  const names = useMemo<NameOf>(() => {
    const asked = [nameOf, above, state === null ? undefined : contact];
    return (party) => {
      for (const ask of asked) {
        const name = ask?.(party) ?? '';
        if (name !== '') return name;
      }
      return null;
    };

    function contact({ uri }: Parameters<NameOf>[0]): string | undefined {
      return contacts?.find(uri)?.name;
    }
  }, [nameOf, above, contacts, state]);
  return <PartyNamesProvider nameOf={names}>{children}</PartyNamesProvider>;
}
