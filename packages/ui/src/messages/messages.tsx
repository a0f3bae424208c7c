'use client';

import { type TextMessage, useConnection, useMessages, useSipStore } from '@hookswitch/react-sip';
import { useOptionalPhoneStorage } from '@hookswitch/react-sip/storage';
import { type ReactElement, useMemo, useState, useSyncExternalStore } from 'react';
import { Announcer } from '../announcer/announcer.tsx';
import { usePartyText } from '../call/party-names.tsx';
import { partyAt } from '../call/party-at.ts';
import { useMessagesLabels } from '../labels/hooks/use-messages-labels.ts';
import { conversationsIn } from './conversation.ts';
import { ConversationsView } from './conversations-view.tsx';
import type { Writable } from './new-message.tsx';
import { Thread } from './thread.tsx';

/** Props of {@link Messages}. */
export interface MessagesProps {
  /** Whom to write to at first: an address, a name or number of our own domain. Default the list. */
  readonly target?: string | undefined;
  /** Asked to call an address; without it nobody is offered to. */
  readonly onCall?: ((target: string) => void) | undefined;
  readonly className?: string | undefined;
}

const noContacts = { subscribe: () => () => undefined, getState: () => null };

/**
 * Texts (RFC 3428): the conversations, and one of them at a time. Inside a `PhoneStorageProvider` they outlive the page,
 * otherwise they last as long as it.
 *
 * @example
 * ```tsx
 * <Messages onCall={(target) => void call(target)} />
 * ```
 */
export function Messages({ target, onCall, className }: MessagesProps): ReactElement {
  const labels = useMessagesLabels();
  const { host } = useSipStore((state) => state.account);
  const { isConnected } = useConnection();
  const textOf = usePartyText();
  const { messages, restore } = useMessages();
  const contacts = useOptionalPhoneStorage()?.contacts ?? noContacts;
  const book = useSyncExternalStore(contacts.subscribe, contacts.getState, contacts.getState);
  const [open, setOpen] = useState<string | null>(target ?? null);
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const [gone, setGone] = useState<readonly TextMessage[]>([]);
  const conversations = useMemo(() => conversationsIn(messages), [messages]);
  const people = useMemo<readonly Writable[]>(
    () => (book?.items ?? []).flatMap(({ name, addresses }) => addresses.map(({ address }) => ({ name, address }))),
    [book],
  );
  const text = (peer: string): ReturnType<typeof textOf> => textOf(partyAt(peer, host));
  const news = messages.filter(({ read }) => !read).at(-1);

  return (
    <>
      {open === null ? (
        <ConversationsView
          conversations={conversations}
          textOf={text}
          people={people}
          onOpen={setOpen}
          removed={gone[0] === undefined ? null : text(gone[0].peer).name}
          onUndo={() => {
            restore(gone);
            setGone([]);
          }}
          onDismiss={() => setGone([])}
          className={className}
        />
      ) : (
        <Thread
          key={open}
          peer={open}
          name={text(open).name}
          connected={isConnected}
          draft={drafts[open] ?? ''}
          onDraft={(draft) => setDrafts({ ...drafts, [open]: draft })}
          onBack={() => setOpen(null)}
          onCall={onCall && (() => onCall(open))}
          onRemoved={(removed) => {
            setGone(removed);
            setOpen(null);
          }}
          className={className}
        />
      )}
      <Announcer message={open === null && news !== undefined ? labels.received(text(news.peer).name) : ''} />
    </>
  );
}
