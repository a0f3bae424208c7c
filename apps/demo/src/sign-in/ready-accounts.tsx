import ChevronIcon from 'lucide-react/icons/chevron-right';
import type { ReactElement } from 'react';
import type { Account } from '../account/account.ts';
import { readyAccounts } from '../account/own-server.ts';
import { Avatar } from '../parts/avatar.tsx';
import { words } from '../words.ts';

/** The people of this server, each one click away. */
export function ReadyAccounts({ onChoose }: { readonly onChoose: (account: Account) => void }): ReactElement {
  return (
    <section className="app-ready" aria-label={words.signIn.ready}>
      <ul className="app-list">
        {readyAccounts().map((account) => (
          <li key={account.address}>
            <button
              type="button"
              className="app-row"
              aria-label={words.signIn.signInAs(account.displayName)}
              onClick={() => onChoose(account)}
            >
              <Avatar name={account.displayName} />
              <span className="app-row__text">
                <span className="app-row__name">{account.displayName}</span>
                <span className="app-row__detail">{account.address}</span>
              </span>
              <ChevronIcon aria-hidden className="app-icon app-row__end" />
            </button>
          </li>
        ))}
      </ul>
      <p className="app-hint">{words.signIn.readyHint}</p>
    </section>
  );
}
