import SpinnerIcon from 'lucide-react/icons/loader-circle';
import type { ReactElement } from 'react';
import { type Account, nameOf } from '../account/account.ts';
import { Avatar } from '../parts/avatar.tsx';
import { usePageTitle } from '../title/use-page-title.ts';
import { words } from '../words.ts';

/** The moment between asking and being let in. */
export function SigningIn({
  account,
  onCancel,
}: {
  readonly account: Account;
  readonly onCancel: () => void;
}): ReactElement {
  usePageTitle(words.title.signedOut);
  return (
    <main className="app-page app-signing-in hs-root">
      <Avatar name={nameOf(account)} />
      <h1 className="app-signing-in__name">{nameOf(account)}</h1>
      <p className="app-signing-in__status" role="status">
        <SpinnerIcon aria-hidden className="app-icon app-turning" />
        {words.signIn.submitting}
      </p>
      <button type="button" className="app-button" onClick={onCancel}>
        {words.signIn.cancel}
      </button>
    </main>
  );
}
