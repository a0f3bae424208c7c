import ChevronIcon from 'lucide-react/icons/chevron-right';
import type { ReactElement } from 'react';
import type { Account } from '../account/account.ts';
import { readyAccounts } from '../account/own-server.ts';
import { PersonRow } from '../parts/person-row.tsx';
import { words } from '../words.ts';

/** The people of this server, each one click away. */
export function ReadyAccounts({ onChoose }: { readonly onChoose: (account: Account) => void }): ReactElement {
  return (
    <section className="app-ready" aria-label={words.signIn.ready}>
      <ul className="app-list">
        {readyAccounts().map((account) => (
          <li key={account.address}>
            <PersonRow
              act={words.signIn.signInAs}
              name={account.displayName}
              detail={account.address}
              end={<ChevronIcon aria-hidden className="app-icon app-row__end" />}
              onPress={() => onChoose(account)}
            />
          </li>
        ))}
      </ul>
      <p className="app-hint">{words.signIn.readyHint}</p>
    </section>
  );
}
