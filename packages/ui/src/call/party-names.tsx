'use client';

import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import { useCallLabels } from '../labels/hooks/use-call-labels.ts';
import type { Party } from '../snapshots.ts';
import { type PartyText, partyText } from './party-text.ts';

/** Finds the name under which the app knows somebody, such as in its contacts; nothing for strangers. */
export type NameOf = (party: Party) => string | null | undefined;

const NameOfContext = createContext<NameOf | undefined>(undefined);

/** Props of {@link PartyNamesProvider}. */
export interface PartyNamesProviderProps {
  readonly nameOf?: NameOf | undefined;
  readonly children: ReactNode;
}

/**
 * Lets every component below it show the names that the app knows, before those that callers give themselves.
 *
 * @example
 * ```tsx
 * <PartyNamesProvider nameOf={({ user }) => customers.get(user)?.name}><ActiveCall /></PartyNamesProvider>
 * ```
 */
export function PartyNamesProvider({ nameOf, children }: PartyNamesProviderProps): ReactElement {
  const surrounding = useContext(NameOfContext);
  return <NameOfContext.Provider value={nameOf ?? surrounding}>{children}</NameOfContext.Provider>;
}

/** The names that the app knows, as the nearest provider has them. */
export function useNameOf(): NameOf | undefined {
  return useContext(NameOfContext);
}

/** How to write a party: with the app's name for it where it has one. */
export function usePartyText(): (party: Party) => PartyText {
  const nameOf = useContext(NameOfContext);
  const { unknown } = useCallLabels();
  return (party) => {
    const known = nameOf?.(party) ?? null;
    return partyText(known === null || known === '' ? party : { ...party, displayName: known }, unknown);
  };
}
