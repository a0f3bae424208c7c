import EyeOffIcon from 'lucide-react/icons/eye-off';
import EyeIcon from 'lucide-react/icons/eye';
import { type ReactElement, type SubmitEvent, useRef, useState } from 'react';
import type { Account } from '../account/account.ts';
import { checkAccount, type Problems } from '../account/check-account.ts';
import { forgetAccount, readRememberedAccount } from '../account/remembered-account.ts';
import { CheckBox } from '../parts/check-box.tsx';
import { Field } from '../parts/field.tsx';
import { words } from '../words.ts';
import type { SignInRequest } from './sign-in-page.tsx';

/** Props of {@link ServerForm}. */
export interface ServerFormProps {
  readonly draft: Partial<Account>;
  /** Whether the form is unfolded at first. */
  readonly open: boolean;
  readonly onSubmit: (account: Account, remember: SignInRequest['remember']) => void;
}

const empty: Account = { server: '', address: '', password: '', displayName: '', authorizationUser: '' };

/** An account of any server. What is wrong is said beside the field, when the person asks to sign in and from then on. */
export function ServerForm({ draft, open, onSubmit }: ServerFormProps): ReactElement {
  const form = useRef<HTMLFormElement>(null);
  const [account, setAccount] = useState<Account>({ ...empty, ...draft });
  const [checked, setChecked] = useState(false);
  const [visible, setVisible] = useState(false);
  const [remembered, setRemembered] = useState(() => readRememberedAccount());
  const [remember, setRemember] = useState(remembered !== null);
  const [withPassword, setWithPassword] = useState(remembered?.password !== undefined);
  const problems: Problems = checked ? checkAccount(account) : {};
  const bind = (
    name: keyof Account,
  ): { value: string; problem: string | undefined; onValueChange: (value: string) => void } => ({
    value: account[name],
    problem: problems[name],
    onValueChange: (value) => setAccount({ ...account, [name]: value }),
  });

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const wanted = trimmed(account);
    setAccount(wanted);
    setChecked(true);
    const [first] = Object.keys(checkAccount(wanted));
    if (first !== undefined) form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
    else onSubmit(wanted, !remember ? 'nothing' : withPassword ? 'with password' : 'without password');
  };
  const forget = (): void => {
    forgetAccount();
    setRemembered(null);
    setRemember(false);
    setWithPassword(false);
    setAccount(empty);
    setChecked(false);
  };

  return (
    <details className="app-more" open={open}>
      <summary className="app-more__summary">{words.signIn.other}</summary>
      <form ref={form} className="app-fields" noValidate onSubmit={submit}>
        <p className="app-hint">{words.signIn.otherHint}</p>
        <Field
          label={words.signIn.server}
          name="server"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder={words.signIn.serverExample}
          {...bind('server')}
        />
        <Field
          label={words.signIn.address}
          name="address"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={words.signIn.addressExample}
          {...bind('address')}
        />
        <Field
          label={words.signIn.password}
          name="password"
          type={visible ? 'text' : 'password'}
          autoComplete="current-password"
          autoCapitalize="none"
          spellCheck={false}
          end={
            <button
              type="button"
              className="app-icon-button"
              aria-label={visible ? words.signIn.hidePassword : words.signIn.showPassword}
              onClick={() => setVisible(!visible)}
            >
              {visible ? <EyeOffIcon aria-hidden className="app-icon" /> : <EyeIcon aria-hidden className="app-icon" />}
            </button>
          }
          {...bind('password')}
        />
        <Field
          label={words.signIn.displayName}
          remark={words.signIn.optional}
          name="displayName"
          autoComplete="name"
          {...bind('displayName')}
        />
        <Field
          label={words.signIn.authorizationUser}
          remark={words.signIn.optional}
          hint={words.signIn.authorizationHint}
          name="authorizationUser"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          {...bind('authorizationUser')}
        />
        <CheckBox label={words.signIn.remember} checked={remember} onCheckedChange={setRemember} />
        {remember && (
          <CheckBox
            label={words.signIn.rememberPassword}
            hint={words.signIn.rememberWarning}
            checked={withPassword}
            onCheckedChange={setWithPassword}
          />
        )}
        <div className="app-fields__end">
          {remembered !== null && (
            <button type="button" className="app-button" onClick={forget}>
              {words.signIn.forget}
            </button>
          )}
          <button type="submit" className="app-button app-button--main">
            {words.signIn.submit}
          </button>
        </div>
      </form>
    </details>
  );
}

function trimmed(account: Account): Account {
  const { server, address, displayName, authorizationUser } = account;
  return {
    // A password may begin or end with a space.
    password: account.password,
    server: server.trim(),
    address: address.trim(),
    displayName: displayName.trim(),
    authorizationUser: authorizationUser.trim(),
  };
}
