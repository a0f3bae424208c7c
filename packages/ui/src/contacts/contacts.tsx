'use client';

import { useCall } from '@hookswitch/react-sip';
import {
  type Contact,
  type ContactDraft,
  StorageFullError,
  useContacts,
  usePhoneStorage,
} from '@hookswitch/react-sip/storage';
import { type ReactElement, useRef, useState } from 'react';
import { start } from '../call/call-actions.ts';
import { useContactsLabels } from '../labels/hooks/use-contacts-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { saveFile } from '../list/save-file.ts';
import { OwnPresence } from '../presence-dot/own-presence.tsx';
import { PresenceDot } from '../presence-dot/presence-dot.tsx';
import { classNames } from '../theme/class-names.ts';
import { ContactForm } from './contact-form.tsx';
import { ContactsView } from './contacts-view.tsx';
import { readContacts } from './read-contacts.ts';
import { writeVCards } from './vcard.ts';

/** Props of {@link Contacts}. */
export interface ContactsProps {
  /** Asked to call an address; by default it calls. */
  readonly onCall?: ((target: string) => void) | undefined;
  /** Asked to write to an address; without it nobody is offered to. */
  readonly onMessage?: ((target: string) => void) | undefined;
  /** An address that is to be added: the form opens with it. */
  readonly adding?: string | undefined;
  /** The name that goes with it. */
  readonly name?: string | undefined;
  /** Shows how people are, and lets us say how we are. It follows only those in view. Default true. */
  readonly presence?: boolean | undefined;
  readonly className?: string | undefined;
}

/** Characters of a file that are read. */
const longestFile = 20_000_000;

/**
 * The people we know, kept by the `PhoneStorageProvider` above: search, favourites, presence, a form, and files of vCard
 * or JSON in and out.
 *
 * @example
 * ```tsx
 * <PhoneStorageProvider storage={storage}>
 *   <Contacts onMessage={(target) => write(target)} />
 * </PhoneStorageProvider>
 * ```
 */
export function Contacts(props: ContactsProps): ReactElement {
  const { adding, presence = true, className } = props;
  const { call } = useCall();
  const labels = useContactsLabels();
  const language = useLanguage();
  const { contacts, loaded, save, remove } = useContacts();
  const { status } = usePhoneStorage();
  const [draft, setDraft] = useState<ContactDraft | null>(() =>
    adding === undefined ? null : { name: props.name ?? '', addresses: [{ label: '', address: adding }] },
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [news, setNews] = useState<string | null>(null);
  const list = useRef<HTMLElement>(null);

  const edit = (next: ContactDraft): void => {
    setProblem(null);
    setDraft(next);
  };
  const close = (): void => {
    setDraft(null);
    // The form goes, and with it the focus.
    setTimeout(() => list.current?.focus({ preventScroll: true }), 0);
  };
  const keep = (next: ContactDraft): void => {
    save(next).then(close, (error: unknown) => {
      setProblem(error instanceof StorageFullError ? labels.full(error.limit) : labels.nameMissing);
    });
  };
  const take = async (file: File): Promise<void> => {
    const drafts = file.size > longestFile ? [] : readContacts(await file.text());
    const saved = await Promise.allSettled(drafts.map((each) => save(each)));
    const count = saved.filter((each) => each.status === 'fulfilled').length;
    setNews(count === 0 ? labels.importFailed : labels.imported(count));
  };
  const restore = (contact: Contact): void => void save(contact);

  if (draft !== null) {
    return (
      <section
        tabIndex={-1}
        aria-label={labels.group}
        {...language}
        className={classNames('hs-root hs-list-page', className)}
      >
        <ContactForm key={draft.id ?? 'new'} draft={draft} problem={problem} onSave={keep} onCancel={close} />
      </section>
    );
  }
  return (
    <ContactsView
      ref={list}
      contacts={contacts}
      loaded={loaded}
      kept={status.kind !== 'memory'}
      className={className}
      news={news}
      onCall={props.onCall ?? ((target) => start(() => call(target)))}
      onMessage={props.onMessage}
      onAdd={() => edit({ name: '', addresses: [] })}
      onEdit={edit}
      onFavourite={(contact) => void save({ ...contact, favourite: !contact.favourite })}
      onRemove={({ id }) => void remove(id)}
      onRestore={restore}
      onImport={(file) => void take(file)}
      onExport={() => saveFile('contacts.vcf', 'text/vcard', writeVCards(contacts))}
      presenceOf={presence ? (address) => <PresenceDot target={address} labelled hideUnknown /> : undefined}
    >
      {presence && <OwnPresence />}
    </ContactsView>
  );
}
