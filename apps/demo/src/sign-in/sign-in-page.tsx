import ColumnsIcon from 'lucide-react/icons/columns-2';
import UsersIcon from 'lucide-react/icons/users';
import { type ReactElement, useState } from 'react';
import { type Account, type PhoneSettings } from '../account/account.ts';
import { checkSettings } from '../account/check-account.ts';
import { Brand } from '../parts/brand.tsx';
import { Notice } from '../parts/notice.tsx';
import { ThemeSwitch } from '../theme/theme-switch.tsx';
import { usePageTitle } from '../title/use-page-title.ts';
import { words } from '../words.ts';
import { ReadyAccounts } from './ready-accounts.tsx';
import type { Refusal } from './refusal.ts';
import { ServerForm } from './server-form.tsx';
import { type SettingsDraft, SettingsFields, settingsOf } from './settings-fields.tsx';

/** What the person asks for. */
export interface SignInRequest {
  readonly account: Account;
  readonly settings: PhoneSettings;
  /** Ready accounts leave what is remembered as it was. */
  readonly remember: 'nothing' | 'without password' | 'with password' | 'as before';
}

/** Props of {@link SignInPage}. */
export interface SignInPageProps {
  /** Why the last try came to nothing. */
  readonly refusal: Refusal | null;
  /** What the form begins with. */
  readonly draft: Partial<Account>;
  readonly settings: PhoneSettings;
  readonly onSignIn: (request: SignInRequest) => void;
}

/** One click for a ready account, a form for any other server. */
export function SignInPage({ refusal, draft, settings, onSignIn }: SignInPageProps): ReactElement {
  const [typed, setTyped] = useState<SettingsDraft>(() => ({
    tone: settings.tone === null ? null : String(settings.tone),
    ringFor: String(settings.ringFor),
  }));
  const [advanced, setAdvanced] = useState(settings.tone !== null);
  const [checked, setChecked] = useState(false);
  const problems = checked ? checkSettings(settingsOf(typed)) : {};
  usePageTitle(words.title.signedOut);

  const signIn = (account: Account, remember: SignInRequest['remember']): void => {
    const wanted = settingsOf(typed);
    setChecked(true);
    if (Object.keys(checkSettings(wanted)).length > 0) setAdvanced(true);
    else onSignIn({ account, settings: wanted, remember });
  };

  return (
    <div className="app-page app-sign-in hs-root">
      <header className="app-sign-in__top">
        <Brand />
        <ThemeSwitch />
      </header>
      <main className="app-sign-in__card">
        <h1 className="app-sign-in__title">{words.signIn.title}</h1>
        {refusal !== null && <Notice {...refusal} />}
        <ReadyAccounts onChoose={(account) => signIn(account, 'as before')} />
        <nav className="app-links" aria-label={words.signIn.otherWays}>
          <a className="app-link" href="?split=alice,bob">
            <ColumnsIcon aria-hidden className="app-icon" />
            {words.signIn.sideBySide}
          </a>
          <a className="app-link" href="?account=alice&also=carol">
            <UsersIcon aria-hidden className="app-icon" />
            {words.signIn.twoAccounts}
          </a>
        </nav>
        <details className="app-more" open={advanced} onToggle={(event) => setAdvanced(event.currentTarget.open)}>
          <summary className="app-more__summary">{words.signIn.advanced}</summary>
          <SettingsFields draft={typed} problems={problems} onChange={setTyped} />
        </details>
        <ServerForm draft={draft} open={isStarted(draft)} onSubmit={signIn} />
      </main>
    </div>
  );
}

function isStarted({ server }: Partial<Account>): boolean {
  return server !== undefined;
}
