'use client';

import { lazy, type ReactElement, type ReactNode, Suspense } from 'react';
import type { CallLogEntry } from '../call-log/call-log-entry.ts';
import { useSectionsLabels } from '../labels/hooks/use-sections-labels.ts';
import { Fence } from '../lazy/fence.tsx';
import { idOf, type PhoneSection } from './sections.ts';
import type { Dialling } from './use-dialling.ts';
import type { Place } from './use-navigation.ts';

/** Each is fetched when it is first opened. */
const CallHistory = lazy(async () => ({ default: (await import('../call-history/call-history.tsx')).CallHistory }));
const Contacts = lazy(async () => ({ default: (await import('../contacts/contacts.tsx')).Contacts }));
const SettingsPanel = lazy(async () => ({ default: (await import('../settings/settings-panel.tsx')).SettingsPanel }));
const Messages = lazy(async () => ({ default: (await import('../messages/messages.tsx')).Messages }));

/** Props of {@link SectionContent}. */
export interface SectionContentProps {
  readonly sections: readonly PhoneSection[];
  readonly place: Place;
  readonly go: (place: Place) => void;
  readonly dialling: Dialling;
  readonly voicemail: string | false | undefined;
  /** Calls that the app remembers beside those of the phone. */
  readonly older: readonly CallLogEntry[];
}

/** What is in a section. Everything but the dialpad is loaded when it is asked for. */
export function SectionContent(props: SectionContentProps): ReactElement {
  const { place, sections } = props;
  const labels = useSectionsLabels();
  const asked = sections.find((section) => idOf(section) === place.section);
  return (
    <Fence key={place.section}>
      <Suspense
        fallback={
          <p className="hs-section-wait" role="status">
            {labels.loading}
          </p>
        }
      >
        {typeof asked === 'object' ? <div className="hs-custom">{asked.content}</div> : own(props)}
      </Suspense>
    </Fence>
  );
}

function own({ sections, place, go, dialling, voicemail, older }: SectionContentProps): ReactNode {
  const { dial } = dialling;
  const names = sections.map(idOf);
  const message = names.includes('messages') ? (target: string) => go({ section: 'messages', target }) : undefined;
  const add = names.includes('contacts')
    ? (target: string, name: string) => go({ section: 'contacts', target, name })
    : undefined;
  switch (place.section) {
    case 'recents':
      return <CallHistory older={older} voicemail={voicemail} onCall={dial} onMessage={message} onAdd={add} />;
    case 'contacts':
      return (
        <Contacts key={place.target ?? ''} adding={place.target} name={place.name} onCall={dial} onMessage={message} />
      );
    case 'messages':
      return <Messages key={place.target ?? ''} target={place.target} onCall={dial} />;
    case 'settings':
      return <SettingsPanel />;
    default:
      return null;
  }
}
