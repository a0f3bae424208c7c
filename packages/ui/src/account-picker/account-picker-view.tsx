'use client';

import type { AccountState } from '@hookswitch/react-sip';
import { type FocusEvent, type KeyboardEvent, type ReactElement, useRef, useState } from 'react';
import { CheckIcon, ChevronDownIcon, PhoneIncomingIcon } from '../icons/icons.ts';
import { useAccountsLabels } from '../labels/hooks/use-accounts-labels.ts';
import { useRegistrationLabels } from '../labels/hooks/use-registration-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { registrationLook, registrationLooks } from '../registration-status/registration-look.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link AccountPickerView}. */
export interface AccountPickerViewProps {
  readonly accounts: readonly AccountState[];
  /** The one in use. */
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
  /** Whether the list is open at first; default false. */
  readonly initiallyOpen?: boolean;
  readonly className?: string | undefined;
}

/** Which account is in use and how it stands; pressed, all of them, to choose from. */
export function AccountPickerView(props: AccountPickerViewProps): ReactElement | null {
  const { accounts, chosenId, onChoose, initiallyOpen = false, className } = props;
  const labels = useAccountsLabels();
  const language = useLanguage();
  const wordOf = useStatusWord();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(initiallyOpen);
  const chosen = accounts.find(({ id }) => id === chosenId) ?? accounts[0];
  if (chosen === undefined) return null;
  const elsewhere = accounts.some(({ id, ringing }) => id !== chosen.id && ringing > 0);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!open) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(root.current, event.key === 'ArrowDown' ? 1 : -1);
    }
  };
  const onBlur = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    <div
      ref={root}
      {...language}
      className={classNames('hs-root hs-accounts', className)}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      <button
        ref={button}
        type="button"
        className="hs-accounts__button"
        aria-expanded={open}
        aria-description={labels.choose}
        title={labels.choose}
        onClick={() => setOpen(!open)}
      >
        <bdi className="hs-accounts__name">{chosen.label}</bdi>{' '}
        <ChevronDownIcon aria-hidden className="hs-accounts__icon" data-open={open ? '' : undefined} />
        {elsewhere && <PhoneIncomingIcon aria-hidden className="hs-accounts__icon hs-accounts__ringing" />}
        <Status account={chosen} word={wordOf(chosen)} />
      </button>
      {elsewhere && (
        <span role="status" className="hs-hidden">
          {accounts
            .filter(({ id, ringing }) => id !== chosen.id && ringing > 0)
            .map(({ label }) => `${label}: ${labels.ringing}`)
            .join(', ')}
        </span>
      )}
      {open && (
        <ul className="hs-accounts__list" aria-label={labels.group}>
          {accounts.map((account) => (
            <li key={account.id}>
              <button
                type="button"
                className="hs-accounts__item"
                aria-current={account.id === chosen.id ? 'true' : undefined}
                onClick={() => {
                  onChoose(account.id);
                  close();
                }}
              >
                <CheckIcon aria-hidden className="hs-accounts__icon hs-accounts__check" />
                <span className="hs-accounts__who">
                  <bdi className="hs-accounts__name">{account.label}</bdi>{' '}
                  <bdi className="hs-accounts__number" dir="ltr">
                    {account.account.user}
                  </bdi>
                </span>{' '}
                {account.ringing > 0 ? (
                  <span className="hs-accounts__status" data-hs-tone="go">
                    <PhoneIncomingIcon aria-hidden className="hs-accounts__icon hs-accounts__ringing" />
                    {labels.ringing}
                  </span>
                ) : (
                  account.calls > 0 && <span className="hs-accounts__calls">{labels.calls(account.calls)}</span>
                )}{' '}
                <Status account={account} word={wordOf(account)} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Status({ account, word }: { readonly account: AccountState; readonly word: string }): ReactElement {
  const { tone, icon: Glyph, turning } = registrationLooks[lookOf(account)];
  return (
    <span className="hs-accounts__status" data-hs-tone={tone}>
      <Glyph aria-hidden className="hs-accounts__icon" data-turning={turning === true ? '' : undefined} />
      {word}
    </span>
  );
}

function useStatusWord(): (account: AccountState) => string {
  const registration = useRegistrationLabels();
  return (account) => {
    const look = lookOf(account);
    return look === 'offline' ? registration.offline : registration.status[look];
  };
}

function lookOf({ registration, status }: AccountState): ReturnType<typeof registrationLook> {
  return registrationLook(registration, status === 'connected');
}

function step(root: HTMLElement | null, by: number): void {
  const buttons = [...(root?.querySelectorAll<HTMLElement>('.hs-accounts__item') ?? [])];
  const at = buttons.findIndex((each) => each === each.ownerDocument.activeElement);
  const next = at === -1 && by < 0 ? buttons.length - 1 : (at + by + buttons.length) % buttons.length;
  buttons[next]?.focus();
}
