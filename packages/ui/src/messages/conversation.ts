import type { TextMessage } from '@hookswitch/react-sip';

/** The texts with one person, in one line of a list. */
export interface Conversation {
  /** Address of the other end. */
  readonly peer: string;
  readonly last: TextMessage;
  readonly unread: number;
}

/** Conversations out of texts, the latest first. */
export function conversationsIn(messages: readonly TextMessage[]): readonly Conversation[] {
  const found = new Map<string, Conversation>();
  for (const message of messages) {
    const unread = (found.get(message.peer)?.unread ?? 0) + (message.read ? 0 : 1);
    found.set(message.peer, { peer: message.peer, last: message, unread });
  }
  return [...found.values()].sort((a, b) => b.last.at - a.last.at);
}
