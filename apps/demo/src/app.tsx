import { ConfigurationError, type ErrorInfo } from '@hookswitch/sip-core';
import { type ReactElement, useState } from 'react';
import { type Account, type PhoneSettings, userOf } from './account/account.ts';
import { isReadyAccount } from './account/own-server.ts';
import { type PageQuery, phoneQuery } from './account/page-query.ts';
import { forgetAccount, readRememberedAccount, rememberAccount } from './account/remembered-account.ts';
import { createUA, type PhoneConfiguration } from './phone/create-ua.ts';
import { Phone } from './phone/phone.tsx';
import { type Refusal, refusalOf } from './sign-in/refusal.ts';
import { SignInPage, type SignInRequest } from './sign-in/sign-in-page.tsx';
import { words } from './words.ts';

interface SignedOut {
  readonly refusal: Refusal | null;
  /** What was tried last, to be corrected. */
  readonly draft: Partial<Account>;
  readonly settings: PhoneSettings;
}

interface SignedIn extends PhoneConfiguration {
  readonly embedded: boolean;
  readonly also: readonly Account[];
}

type Stage = { readonly signedIn: SignedIn } | { readonly signedIn: null; readonly out: SignedOut };

/** The whole demo for one person: first the sign-in, then the phone. */
export function App({ query }: { readonly query: PageQuery }): ReactElement {
  const [stage, setStage] = useState<Stage>(() => firstStage(query));

  const signOut = (refusal: Refusal | null, draft: Partial<Account>, settings: PhoneSettings): void => {
    history.replaceState(null, '', location.pathname);
    setStage({ signedIn: null, out: { refusal, draft, settings } });
  };
  const signIn = ({ account, settings, remember }: SignInRequest): void => {
    const configuration = { account, settings };
    const refusal = tryOut(configuration);
    if (refusal !== null) {
      signOut(refusal, account, settings);
      return;
    }
    if (remember === 'nothing') forgetAccount();
    else if (remember !== 'as before') rememberAccount(account, remember === 'with password');
    // A reload then stays signed in, with nothing stored. Accounts of other servers are not put into the address.
    if (isReadyAccount(account)) history.replaceState(null, '', phoneQuery(userOf(account.address), settings));
    setStage({ signedIn: { ...configuration, embedded: false, also: [] } });
  };

  if (stage.signedIn === null) return <SignInPage {...stage.out} onSignIn={signIn} />;
  const { account, settings, embedded, also } = stage.signedIn;
  const leave = (error: ErrorInfo | null): void => {
    const refusal = error === null ? null : refusalOf(error);
    const draft = isReadyAccount(account) ? remembered() : error === null ? { ...account, password: '' } : account;
    signOut(refusal, draft, settings);
  };
  return (
    <Phone
      key={account.address}
      account={account}
      also={also}
      settings={settings}
      embedded={embedded}
      onSignOut={() => leave(null)}
      onRefused={leave}
      onUseTone={() => setStage({ signedIn: { ...stage.signedIn, settings: { ...settings, tone: 440 } } })}
    />
  );
}

function firstStage({ account, also, unknownAccount, settings, embedded }: PageQuery): Stage {
  if (account !== null) return { signedIn: { account, settings, embedded, also } };
  const refusal: Refusal | null =
    unknownAccount === null
      ? null
      : { what: words.refused.unknown.what, next: words.refused.account(unknownAccount), technical: null };
  return { signedIn: null, out: { refusal, draft: remembered(), settings } };
}

function remembered(): Partial<Account> {
  return readRememberedAccount() ?? {};
}

/** Making a user agent opens nothing, so a configuration is tried out by making one. */
function tryOut(configuration: PhoneConfiguration): Refusal | null {
  try {
    createUA(configuration);
    return null;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return { what: words.fields.configuration, next: error.message, technical: error.code };
  }
}
