'use client';

import { type ReactElement, type SyntheticEvent, useEffect, useId, useRef, useState } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { CloseIcon, WriteIcon } from '../icons/icons.ts';
import { useContactsLabels } from '../labels/hooks/use-contacts-labels.ts';
import { useMessagesLabels } from '../labels/hooks/use-messages-labels.ts';
import { matches } from '../list/matches.ts';
import { WordButton } from '../list/word-button.tsx';

/** Somebody who can be written to. */
export interface Writable {
  readonly name: string;
  readonly address: string;
}

/** People that are offered at a time. */
const most = 5;

/** Props of {@link NewMessage}. */
export interface NewMessageProps {
  readonly people: readonly Writable[];
  readonly onStart: (target: string) => void;
  readonly onCancel: () => void;
}

/** Whom to write to: a number, an address, or somebody whose name one knows. */
export function NewMessage({ people, onStart, onCancel }: NewMessageProps): ReactElement {
  const labels = useMessagesLabels();
  const contacts = useContactsLabels();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [to, setTo] = useState('');
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const found = people.filter(({ name, address }) => matches(to, [name, address])).slice(0, most);
  const start = (event: SyntheticEvent): void => {
    event.preventDefault();
    const named = people.find(({ name }) => name.toLowerCase() === to.trim().toLowerCase());
    const target = named?.address ?? to.trim();
    if (target !== '') onStart(target);
  };
  return (
    <form className="hs-new-message" onSubmit={start}>
      <div className="hs-entry">
        <label htmlFor={id}>{labels.to}</label>
        <input
          ref={field}
          id={id}
          className="hs-entry__field"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          maxLength={512}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      </div>
      {found.length > 0 && (
        <ul aria-label={labels.people} className="hs-rows hs-new-message__people">
          {found.map(({ name, address }) => (
            <li key={`${name} ${address}`} className="hs-row">
              <button type="button" className="hs-row__main hs-new-message__person" onClick={() => onStart(address)}>
                <bdi className="hs-row__name">{name}</bdi>
                <bdi className="hs-row__end">{address}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="hs-new-message__acts">
        <ActionButton icon={CloseIcon} label={contacts.cancel} size="small" labelled="inside" onPress={onCancel} />
        <WordButton icon={WriteIcon} label={labels.start} submits />
      </div>
    </form>
  );
}
