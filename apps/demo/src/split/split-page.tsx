import { type ReactElement, useState } from 'react';
import { defaultSettings, nameOf } from '../account/account.ts';
import { readyAccount } from '../account/own-server.ts';
import { phoneQuery } from '../account/page-query.ts';
import { Brand } from '../parts/brand.tsx';
import { CheckBox } from '../parts/check-box.tsx';
import { ThemeSwitch } from '../theme/theme-switch.tsx';
import { usePageTitle } from '../title/use-page-title.ts';
import { words } from '../words.ts';

/** Hertz of the two voices. */
const tones = [440, 660] as const;

/** Two phones on one page, each complete and in a frame of its own, so that one person can be both ends of a call. */
export function SplitPage({ users }: { readonly users: readonly [string, string] }): ReactElement {
  const [withTones, setWithTones] = useState(() => new URLSearchParams(location.search).has('tones'));
  const names = users.map((user) => {
    const account = readyAccount(user);
    return account === undefined ? user : nameOf(account);
  });
  usePageTitle(words.title.split(names.join(' & ')));

  return (
    <div className="app-page app-split hs-root">
      <header className="app-header">
        <Brand />
        <CheckBox label={words.split.tones} checked={withTones} onCheckedChange={setWithTones} />
        <span className="app-header__space" />
        <a className="app-link" href="?">
          {words.split.single}
        </a>
        <ThemeSwitch />
      </header>
      <p className="app-hint app-split__hint">{words.split.hint}</p>
      <main className="app-split__phones">
        <h1 className="hs-hidden">{words.split.intro}</h1>
        {users.map((user, index) => (
          <iframe
            // Two phones of the same person are two phones still.
            key={index}
            className="app-split__phone"
            title={words.phoneOf(names[index] ?? user)}
            src={phoneQuery(user, { ...defaultSettings, tone: withTones ? (tones[index] ?? null) : null }, true)}
            allow="microphone; autoplay"
          />
        ))}
      </main>
    </div>
  );
}
