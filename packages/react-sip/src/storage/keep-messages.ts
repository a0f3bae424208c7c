'use client';

import type { Conversations } from '../live/conversations.ts';
import type { TextMessage } from '../live/conversations.ts';
import { messageRecord, textMessage } from './message-record.ts';
import type { PhoneStorage } from './phone-storage.ts';

/**
 * Keeps the texts of a user agent, and brings those of earlier pages, and of other tabs, back into it.
 *
 * @param account - our address: texts of other accounts stay where they are
 * @returns a function that ends it
 */
export function keepMessages(storage: PhoneStorage, conversations: Conversations, account: string): () => void {
  const { messages: archive } = storage;
  let kept: ReadonlyMap<string, TextMessage> = new Map();
  let reading = true;

  const bring = (): void => {
    const stored = archive.getState().items.filter((record) => record.account === account);
    if (stored.length > 0) conversations.restore(stored.map(textMessage));
  };
  const write = (): void => {
    if (reading) return;
    const now = new Map(conversations.getState().messages.map((message) => [message.id, message]));
    const stored = new Map(archive.getState().items.map((record) => [record.id, record]));
    const changed = [...now.values()].filter((message) => {
      const record = stored.get(message.id);
      return kept.get(message.id) !== message && (record?.status !== message.status || record.read !== message.read);
    });
    const gone = [...kept.keys()].filter((id) => !now.has(id) && stored.has(id));
    kept = now;
    if (changed.length > 0) void archive.put(changed.map((message) => messageRecord(message, account)));
    if (gone.length > 0) void archive.remove(gone);
  };

  const stops = [conversations.subscribe(write), archive.subscribe(() => (reading ? undefined : bring()))];
  let stopped = false;
  void storage.load().then(() => {
    if (stopped) return;
    bring();
    reading = false;
    write();
  });
  return () => {
    stopped = true;
    for (const stop of stops) stop();
  };
}
