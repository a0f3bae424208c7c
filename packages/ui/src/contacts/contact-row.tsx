'use client';

import type { Contact } from '@hookswitch/react-sip/storage';
import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { EditIcon, EllipsisIcon, MessageIcon, PhoneIcon, StarIcon, TrashIcon } from '../icons/icons.ts';
import { useContactsLabels } from '../labels/hooks/use-contacts-labels.ts';
import { useInView } from '../list/use-in-view.ts';
import { WordButton } from '../list/word-button.tsx';
import { initials } from './initials.ts';

/** What can be done with a contact. */
export interface ContactActs {
  /** Asked to call an address. */
  readonly onCall: (address: string) => void;
  /** Asked to write to an address; without it nobody is offered to. */
  readonly onMessage?: ((address: string) => void) | undefined;
  readonly onEdit: (contact: Contact) => void;
  readonly onFavourite: (contact: Contact) => void;
  readonly onRemove: (contact: Contact) => void;
  /** Draws how an address is right now; asked only while the contact is in view. */
  readonly presenceOf?: ((address: string) => ReactNode) | undefined;
}

/** Props of {@link ContactRow}. */
export interface ContactRowProps extends ContactActs {
  readonly contact: Contact;
}

/** Somebody we know: one press calls, another shows what else can be done. */
export function ContactRow({ contact, presenceOf, ...acts }: ContactRowProps): ReactElement {
  const labels = useContactsLabels();
  const [open, setOpen] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const inView = useInView(row);
  const { name, addresses, note } = contact;
  const first = addresses[0]?.address;
  return (
    <li ref={row} className="hs-row hs-contact">
      <div className="hs-row__line">
        <button
          type="button"
          className="hs-row__main"
          title={first === undefined ? undefined : labels.call(first)}
          onClick={() => (first === undefined ? setOpen(!open) : acts.onCall(first))}
        >
          <span aria-hidden className="hs-contact__face">
            {initials(name)}
          </span>
          <span className="hs-row__words">
            <bdi className="hs-row__name">{name}</bdi>
            <span className="hs-row__text">
              {first !== undefined && <bdi className="hs-contact__address">{first}</bdi>}
              {inView && first !== undefined && presenceOf?.(first)}
            </span>
          </span>
        </button>
        <ActionButton
          icon={EllipsisIcon}
          label={labels.more(name)}
          tone="plain"
          size="small"
          labelled="hidden"
          expanded={open}
          onPress={() => setOpen(!open)}
        />
      </div>
      {open && (
        <div className="hs-row__acts">
          {note !== '' && <p className="hs-row__fact">{note}</p>}
          {addresses.map(({ address, label }) => (
            <WordButton
              key={address}
              icon={PhoneIcon}
              label={label === '' ? labels.call(address) : `${labels.call(address)} · ${label}`}
              onPress={() => acts.onCall(address)}
            />
          ))}
          {first !== undefined && acts.onMessage !== undefined && (
            <WordButton icon={MessageIcon} label={labels.message} onPress={() => acts.onMessage?.(first)} />
          )}
          <WordButton
            icon={StarIcon}
            label={labels.favourite}
            pressed={contact.favourite}
            onPress={() => acts.onFavourite(contact)}
          />
          <WordButton icon={EditIcon} label={labels.edit} onPress={() => acts.onEdit(contact)} />
          <WordButton icon={TrashIcon} tone="end" label={labels.remove} onPress={() => acts.onRemove(contact)} />
        </div>
      )}
    </li>
  );
}
