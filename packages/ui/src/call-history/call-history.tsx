'use client';

import { useCall } from '@hookswitch/react-sip';
import { useOptionalPhoneStorage } from '@hookswitch/react-sip/storage';
import { type ReactElement, useEffect, useMemo } from 'react';
import { start } from '../call/call-actions.ts';
import { usePartyText } from '../call/party-names.tsx';
import type { CallLogEntry } from '../call-log/call-log-entry.ts';
import { saveFile } from '../list/save-file.ts';
import { VoicemailBadge } from '../voicemail-badge/voicemail-badge.tsx';
import { CallHistoryView } from './call-history-view.tsx';
import type { HistoryEntry } from './history-entry.ts';
import { usePhoneHistory } from './use-phone-history.ts';

/** Props of {@link CallHistory}. */
export interface CallHistoryProps {
  /** Asked to call an address; by default it calls. */
  readonly onCall?: ((target: string) => void) | undefined;
  /** Asked to write to an address; without it nobody is offered to. */
  readonly onMessage?: ((target: string) => void) | undefined;
  /** Asked to add somebody to the contacts; without it nobody is offered to. */
  readonly onAdd?: ((target: string, name: string) => void) | undefined;
  /** Further calls that the app remembers. */
  readonly older?: readonly CallLogEntry[] | undefined;
  /** What to call for voicemail where the server does not say; `false` shows none. Default as the server says. */
  readonly voicemail?: string | false | undefined;
  readonly className?: string | undefined;
}

const none: readonly CallLogEntry[] = [];

/**
 * The calls that were. Inside a `PhoneStorageProvider` they outlive the page; missed ones count as seen once this shows
 * them.
 *
 * @example
 * ```tsx
 * <PhoneStorageProvider storage={storage}>
 *   <CallHistory onMessage={(target) => write(target)} />
 * </PhoneStorageProvider>
 * ```
 */
export function CallHistory(props: CallHistoryProps): ReactElement {
  const { older = none, voicemail, onMessage, onAdd } = props;
  const { call } = useCall();
  const onCall = props.onCall ?? ((target: string): void => start(() => call(target)));
  const { entries, missed, loaded, kept, markSeen, remove, restore } = usePhoneHistory();
  const contacts = useOptionalPhoneStorage()?.contacts;
  const textOf = usePartyText();
  useEffect(() => {
    if (missed > 0) markSeen();
  }, [missed, markSeen]);
  const all = useMemo(() => {
    const known = new Set(entries.map(({ id }) => id));
    const others = older.filter(({ id }) => !known.has(id)).map((entry) => ({ ...entry, seen: true }));
    return [...entries, ...others].sort((a, b) => b.startedAt - a.startedAt);
  }, [entries, older]);
  const own = new Set(entries.map(({ id }) => id));

  return (
    <CallHistoryView
      entries={all}
      loaded={loaded}
      kept={kept}
      className={props.className}
      onCall={({ party }) => onCall(party.uri)}
      onMessage={onMessage && (({ party }) => onMessage(party.uri))}
      onAdd={onAdd && (({ party }) => onAdd(party.uri, textOf(party).name))}
      isStranger={contacts && (({ party }) => contacts.find(party.uri) === null)}
      onRemove={(gone) => remove(gone.flatMap(({ id }) => (own.has(id) ? [id] : [])))}
      onRestore={restore}
      onExport={() => saveFile('calls.json', 'application/json', JSON.stringify(entries.map(plain), null, 2))}
    >
      {voicemail !== false && <VoicemailBadge number={voicemail} onCall={onCall} hideEmpty />}
    </CallHistoryView>
  );
}

/** What of a call is worth exporting: times as people and programs read them. */
function plain({ id, party, outcome, startedAt, duration }: HistoryEntry): object {
  return { id, outcome, name: party.displayName, address: party.uri, startedAt: new Date(startedAt), duration };
}
