'use client';

import type { AccountSettings } from '@hookswitch/react-sip/storage';
import { type ReactElement, type SyntheticEvent, useId, useState } from 'react';
import { CheckIcon } from '../icons/icons.ts';
import { useSettingsLabels } from '../labels/hooks/use-settings-labels.ts';
import { WordButton } from '../list/word-button.tsx';

/** Props of {@link AccountForm}. */
export interface AccountFormProps {
  readonly account: AccountSettings | null;
  /** Told what was filled in, and whether the password may be kept. */
  readonly onSave: (account: AccountSettings, keepPassword: boolean) => void;
}

/** The account that a phone signs in with. The password is kept only when the person says so, which is not the default. */
export function AccountForm({ account, onSave }: AccountFormProps): ReactElement {
  const { account: words } = useSettingsLabels();
  const id = useId();
  const [draft, setDraft] = useState<Readonly<Record<keyof AccountSettings, string>>>({
    uri: account?.uri ?? '',
    server: account?.server ?? '',
    displayName: account?.displayName ?? '',
    authorizationUser: account?.authorizationUser ?? '',
    password: account?.password ?? '',
  });
  const [keep, setKeep] = useState((account?.password ?? null) !== null);
  const [tried, setTried] = useState(false);
  const missing = (['uri', 'server', 'password'] as const).find((name) => draft[name].trim() === '');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (missing !== undefined) {
      document.getElementById(`${id}-${missing}`)?.focus();
      return;
    }
    const text = (value: string): string | null => (value.trim() === '' ? null : value.trim());
    onSave(
      {
        uri: draft.uri.trim(),
        server: draft.server.trim(),
        displayName: text(draft.displayName),
        authorizationUser: text(draft.authorizationUser),
        password: draft.password,
      },
      keep,
    );
  };
  const field = (name: keyof AccountSettings, label: string, hint?: string): ReactElement => (
    <div className="hs-entry">
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        className="hs-entry__field"
        type={name === 'password' ? 'password' : 'text'}
        dir={name === 'displayName' ? 'auto' : 'ltr'}
        autoComplete={name === 'password' ? 'current-password' : 'off'}
        spellCheck={false}
        maxLength={512}
        aria-invalid={(tried && name === missing) || undefined}
        aria-describedby={hint === undefined ? undefined : `${id}-${name}-hint`}
        value={draft[name]}
        onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
      />
      {hint !== undefined && (
        <p id={`${id}-${name}-hint`} className="hs-settings__hint">
          {hint}
        </p>
      )}
    </div>
  );
  return (
    <form className="hs-settings__form" noValidate onSubmit={submit} aria-label={words.title}>
      {field('uri', words.address)}
      {field('server', words.server)}
      {field('displayName', words.displayName)}
      {field('authorizationUser', words.user, words.userHint)}
      {field('password', words.password)}
      <div className="hs-settings__check">
        <input
          id={`${id}-keep`}
          type="checkbox"
          checked={keep}
          aria-describedby={`${id}-keep-hint`}
          onChange={(event) => setKeep(event.target.checked)}
        />
        <label htmlFor={`${id}-keep`}>{words.keepPassword}</label>
      </div>
      <p id={`${id}-keep-hint`} className="hs-settings__hint">
        {words.keepPasswordHint}
      </p>
      <p role="alert" className="hs-settings__news">
        {tried && missing !== undefined && words.needed}
      </p>
      <WordButton icon={CheckIcon} label={words.save} submits />
    </form>
  );
}
