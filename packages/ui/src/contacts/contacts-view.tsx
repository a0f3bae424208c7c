'use client';

import type { Contact } from '@hookswitch/react-sip/storage';
import { type ReactElement, type ReactNode, type Ref, useState } from 'react';
import { DownloadIcon, PlusIcon, UploadIcon } from '../icons/icons.ts';
import { useContactsLabels } from '../labels/hooks/use-contacts-labels.ts';
import { useEndedLabels } from '../labels/hooks/use-ended-labels.ts';
import { useHistoryLabels } from '../labels/hooks/use-history-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { EmptyNote } from '../list/empty-note.tsx';
import { matches } from '../list/matches.ts';
import { SearchField } from '../list/search-field.tsx';
import { UndoStrip } from '../list/undo-strip.tsx';
import { useGrowingList } from '../list/use-growing-list.ts';
import { WordButton } from '../list/word-button.tsx';
import { classNames } from '../theme/class-names.ts';
import { type ContactActs, ContactRow } from './contact-row.tsx';

/** Props of {@link ContactsView}. */
export interface ContactsViewProps extends ContactActs {
  /** Everybody, by name. */
  readonly contacts: readonly Contact[];
  /** Whether they were read yet. Default true. */
  readonly loaded?: boolean | undefined;
  /** Whether they outlive the page. Default true. */
  readonly kept?: boolean | undefined;
  readonly onAdd: () => void;
  /** Puts somebody back who was removed. */
  readonly onRestore?: ((contact: Contact) => void) | undefined;
  readonly onImport?: ((file: File) => void) | undefined;
  readonly onExport?: (() => void) | undefined;
  /** What became of an import, in words. */
  readonly news?: string | null | undefined;
  /** Above the list, such as our own presence. */
  readonly children?: ReactNode;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLElement> | undefined;
}

/** The people we know. Keeps nothing itself; `Contacts` is connected. */
export function ContactsView({ ref, ...props }: ContactsViewProps): ReactElement {
  const { contacts, loaded = true, kept = true, onRestore, news = null } = props;
  const labels = useContactsLabels();
  const history = useHistoryLabels();
  const ended = useEndedLabels();
  const language = useLanguage();
  const [query, setQuery] = useState('');
  const [gone, setGone] = useState<Contact | null>(null);
  const found = contacts.filter(({ name, addresses }) =>
    matches(query, [name, ...addresses.map(({ address }) => address)]),
  );
  const favourites = found.filter(({ favourite }) => favourite);
  const { shown, end } = useGrowingList(
    found.filter(({ favourite }) => !favourite),
    query,
  );
  const rows = (some: readonly Contact[]): ReactElement => (
    <ul className="hs-rows">
      {some.map((contact) => (
        <ContactRow
          key={contact.id}
          contact={contact}
          onCall={props.onCall}
          onMessage={props.onMessage}
          onEdit={props.onEdit}
          onFavourite={props.onFavourite}
          onRemove={(removed) => {
            setGone(removed);
            props.onRemove(removed);
          }}
          presenceOf={props.presenceOf}
        />
      ))}
    </ul>
  );

  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-label={labels.group}
      {...language}
      className={classNames('hs-root hs-list-page hs-contacts', props.className)}
    >
      <div className="hs-list-page__head">
        <SearchField label={labels.search} value={query} onChange={setQuery} />
        <WordButton icon={PlusIcon} label={labels.add} onPress={props.onAdd} />
      </div>
      {props.children}
      {!kept && <p className="hs-list-page__note">{labels.notKept}</p>}
      {!loaded && contacts.length === 0 && (
        <p className="hs-list-page__note" role="status">
          {labels.loading}
        </p>
      )}
      {loaded && contacts.length === 0 && <EmptyNote title={labels.empty} hint={labels.emptyHint} />}
      {contacts.length > 0 && found.length === 0 && <EmptyNote title={labels.none(query.trim())} />}
      {favourites.length > 0 && (
        <section aria-label={labels.favourites}>
          <h3 className="hs-rows__title">{labels.favourites}</h3>
          {rows(favourites)}
        </section>
      )}
      {shown.length > 0 && (
        <section aria-label={labels.everybody}>
          {favourites.length > 0 && <h3 className="hs-rows__title">{labels.everybody}</h3>}
          {rows(shown)}
        </section>
      )}
      {end !== null && <div ref={end} />}
      <div className="hs-list-page__foot">
        {props.onImport !== undefined && <ImportButton label={labels.import} onFile={props.onImport} />}
        {props.onExport !== undefined && contacts.length > 0 && (
          <WordButton icon={DownloadIcon} label={labels.export} onPress={props.onExport} />
        )}
        <p role="status" className="hs-row__fact">
          {news}
        </p>
      </div>
      <UndoStrip
        text={gone === null || onRestore === undefined ? null : labels.removed(gone.name)}
        undo={history.undo}
        dismiss={ended.dismiss}
        onUndo={() => {
          if (gone !== null) onRestore?.(gone);
          setGone(null);
        }}
        onDismiss={() => setGone(null)}
      />
    </section>
  );
}

function ImportButton({
  label,
  onFile,
}: {
  readonly label: string;
  readonly onFile: (file: File) => void;
}): ReactElement {
  return (
    <label className="hs-word hs-import">
      <UploadIcon aria-hidden focusable={false} className="hs-word__icon" />
      <span>{label}</span>
      <input
        type="file"
        accept=".vcf,.json,text/vcard,application/json"
        className="hs-hidden"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) onFile(file);
          event.target.value = '';
        }}
      />
    </label>
  );
}
