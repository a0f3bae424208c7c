'use client';

import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { handled } from '../handled.ts';
import { conversationsOf, peerOf, type TextMessage } from '../live/conversations.ts';
import { useBinding } from '../provider/sip-context.ts';

/** Whose conversation: an address, a name or number of our own domain; nothing for all of them. */
export type UseMessagesParameters = string | null | undefined;

/** What {@link useMessages} returns. */
export interface UseMessagesReturnType {
  /** The texts, oldest first. */
  readonly messages: readonly TextMessage[];
  /** How many of them nobody has looked at. */
  readonly unread: number;
  /** Whether the other end is writing; without a peer, whether anybody is. */
  readonly composing: boolean;
  /**
   * Sends a text; it is in the list before this returns, with how far it got. Rejects when it was refused.
   *
   * @param to - whom to; may be left out with a peer
   */
  readonly send: (body: string, to?: string) => Promise<void>;
  /** Sends a text of ours again that failed. Rejects when it was refused again. */
  readonly resend: (id: string) => Promise<void>;
  /** Tells the other end that we are writing; call it at each key. */
  readonly typed: () => void;
  readonly markRead: () => void;
  /** Forgets the texts. */
  readonly clear: () => void;
  /** Puts texts back that were cleared. */
  readonly restore: (messages: readonly TextMessage[]) => void;
}

/**
 * Texts with somebody (RFC 3428), in and outside of calls. From the first use on, texts are taken as long as the user
 * agent lives, a thousand at the most. Inside a `PhoneStorageProvider` they outlive the page.
 *
 * @param peer - whom with; all conversations by default
 * @example
 * ```tsx
 * const { messages, composing, send, typed } = useMessages('sip:bob@example.com');
 * return (
 *   <form action={(form) => void send(String(form.get('text')))}>
 *     {messages.map(({ id, direction, body, status }) => <p key={id} data-from={direction}>{body} {status}</p>)}
 *     {composing && <p>Bob is writing</p>}
 *     <input name="text" onInput={typed} />
 *   </form>
 * );
 * ```
 */
export function useMessages(peer?: UseMessagesParameters): UseMessagesReturnType {
  const binding = useBinding();
  const conversations = conversationsOf(binding);
  const address = useMemo(() => (typeof peer === 'string' ? peerOf(binding.ua, peer) : null), [binding, peer]);
  const messages = useStore(
    conversations,
    useShallow((state) => state.messages.filter((message) => address === null || message.peer === address)),
  );
  const composing = useStore(conversations, (state) =>
    address === null ? state.composing.length > 0 : state.composing.includes(address),
  );
  const acts = useMemo(
    () => ({
      send: (body: string, to: string = address ?? '') => handled(conversations.send(to, body)),
      resend: (id: string) => handled(conversations.resend(id)),
      restore: conversations.restore,
      typed: () => (address === null ? undefined : conversations.typed(address)),
      markRead: () => conversations.markRead(address),
      clear: () => conversations.clear(address),
    }),
    [conversations, address],
  );
  return useMemo(
    () => ({ messages, unread: messages.filter(({ read }) => !read).length, composing, ...acts }),
    [messages, composing, acts],
  );
}
