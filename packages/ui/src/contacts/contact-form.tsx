'use client';

import type { ContactAddress, ContactDraft } from '@hookswitch/react-sip/storage';
import { type ReactElement, type SyntheticEvent, useEffect, useId, useRef, useState } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { CloseIcon, PlusIcon } from '../icons/icons.ts';
import { useContactsLabels } from '../labels/hooks/use-contacts-labels.ts';
import { WordButton } from '../list/word-button.tsx';

/** Addresses that one person may have here. */
const mostAddresses = 20;

/** Props of {@link ContactForm}. */
export interface ContactFormProps {
  /** Who is changed, or what is known of somebody new. */
  readonly draft: ContactDraft;
  /** Why it could not be saved, in words. */
  readonly problem?: string | null | undefined;
  readonly onSave: (draft: ContactDraft) => void;
  readonly onCancel: () => void;
}

/** Somebody new, or what is to change of somebody. */
export function ContactForm({ draft, problem = null, onSave, onCancel }: ContactFormProps): ReactElement {
  const labels = useContactsLabels();
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(draft.name);
  const [note, setNote] = useState(draft.note ?? '');
  const [addresses, setAddresses] = useState<readonly ContactAddress[]>(
    draft.addresses.length === 0 ? [{ label: '', address: '' }] : draft.addresses,
  );
  const [tried, setTried] = useState(false);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);

  const filled = addresses.filter(({ address }) => address.trim() !== '');
  const noName = name.trim() === '';
  const noAddress = filled.length === 0;
  const change = (at: number, changes: Partial<ContactAddress>): void =>
    setAddresses(addresses.map((each, index) => (index === at ? { ...each, ...changes } : each)));
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (noName || noAddress) {
      document.getElementById(noName ? `${id}-name` : `${id}-address-0`)?.focus();
      return;
    }
    const clean = filled.map(({ address, label }) => ({ address: address.trim(), label: label.trim() }));
    onSave({ ...draft, name: name.trim(), note: note.trim(), addresses: clean });
  };

  return (
    <form className="hs-contact-form" aria-labelledby={`${id}-title`} noValidate onSubmit={submit}>
      <h3 id={`${id}-title`} className="hs-contact-form__title">
        {draft.id === undefined ? labels.newTitle : labels.editTitle}
      </h3>
      <div className="hs-entry">
        <label htmlFor={`${id}-name`}>{labels.name}</label>
        <input
          ref={first}
          id={`${id}-name`}
          className="hs-entry__field"
          dir="auto"
          maxLength={512}
          autoComplete="off"
          aria-invalid={(tried && noName) || undefined}
          aria-describedby={`${id}-name-problem`}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <p id={`${id}-name-problem`} className="hs-entry__problem" role={tried && noName ? 'alert' : undefined}>
          {tried && noName ? labels.nameMissing : ''}
        </p>
      </div>
      {addresses.map(({ address, label }, index) => (
        <div key={index} role="group" aria-label={labels.address} className="hs-contact-form__address">
          <div className="hs-entry">
            <label htmlFor={`${id}-address-${index}`}>{labels.address}</label>
            <input
              id={`${id}-address-${index}`}
              className="hs-entry__field"
              dir="ltr"
              inputMode="tel"
              maxLength={512}
              autoComplete="off"
              spellCheck={false}
              aria-invalid={(tried && noAddress && index === 0) || undefined}
              aria-describedby={`${id}-address-problem`}
              value={address}
              onChange={(event) => change(index, { address: event.target.value })}
            />
          </div>
          <div className="hs-entry hs-entry--short">
            <label htmlFor={`${id}-kind-${index}`}>{labels.kind}</label>
            <input
              id={`${id}-kind-${index}`}
              className="hs-entry__field"
              dir="auto"
              maxLength={64}
              autoComplete="off"
              value={label}
              onChange={(event) => change(index, { label: event.target.value })}
            />
          </div>
          {addresses.length > 1 && (
            <ActionButton
              icon={CloseIcon}
              label={labels.removeAddress}
              tone="plain"
              size="small"
              labelled="hidden"
              onPress={() => setAddresses(addresses.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      <p
        id={`${id}-address-problem`}
        className="hs-entry__problem"
        role={tried && noAddress && !noName ? 'alert' : undefined}
      >
        {tried && noAddress ? labels.addressMissing : ''}
      </p>
      {addresses.length < mostAddresses && (
        <WordButton
          icon={PlusIcon}
          label={labels.addAddress}
          onPress={() => setAddresses([...addresses, { label: '', address: '' }])}
        />
      )}
      <div className="hs-entry">
        <label htmlFor={`${id}-note`}>{labels.note}</label>
        <textarea
          id={`${id}-note`}
          className="hs-entry__field"
          dir="auto"
          rows={2}
          maxLength={4096}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      {problem !== null && (
        <p className="hs-entry__problem" role="alert">
          {problem}
        </p>
      )}
      <div className="hs-contact-form__acts">
        <button type="button" className="hs-word" onClick={onCancel}>
          {labels.cancel}
        </button>
        <button type="submit" className="hs-word hs-word--main">
          {labels.save}
        </button>
      </div>
    </form>
  );
}
