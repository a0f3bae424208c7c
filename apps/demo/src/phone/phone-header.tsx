import SignOutIcon from 'lucide-react/icons/log-out';
import type { ReactElement } from 'react';
import type { PhoneSettings } from '../account/account.ts';
import { Brand } from '../parts/brand.tsx';
import { ThemeSwitch } from '../theme/theme-switch.tsx';
import { TraceDrawer } from '../trace/trace-drawer.tsx';
import { words } from '../words.ts';

/** Props of {@link PhoneHeader}. */
export interface PhoneHeaderProps {
  readonly settings: PhoneSettings;
  readonly onSignOut: () => void;
}

/** What belongs to the page and not to a call. */
export function PhoneHeader({ settings, onSignOut }: PhoneHeaderProps): ReactElement {
  return (
    <header className="app-header">
      <Brand />
      {settings.tone !== null && <span className="app-badge">{words.header.tone(settings.tone)}</span>}
      <span className="app-header__space" />
      <TraceDrawer />
      <ThemeSwitch />
      <button type="button" className="app-button app-button--quiet" onClick={onSignOut}>
        <SignOutIcon aria-hidden className="app-icon" />
        <span className="app-header__word">{words.header.signOut}</span>
      </button>
    </header>
  );
}
