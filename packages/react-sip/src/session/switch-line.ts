'use client';

import type { UABinding } from '../provider/ua-binding.ts';
import { selectSession, selectSessions } from '../store/selectors.ts';

/**
 * Brings a call to the front and off hold, and puts the calls that talk on hold.
 *
 * @param together - the calls that talk together with it, such as those of a conference; itself by default
 */
export async function switchLine(
  { ua, store }: Pick<UABinding, 'ua' | 'store'>,
  id: string,
  together: readonly string[] = [id],
): Promise<void> {
  store.focus(id);
  if (selectSession(store.getState(), id)?.phase !== 'established') return;
  const up = selectSessions(store.getState()).filter(({ phase }) => phase === 'established');
  const talking = up.filter((other) => !together.includes(other.id) && !other.hold.local);
  // A hold that is refused must not keep a person from the other call.
  await Promise.allSettled(talking.map(async (other) => ua.sessions.get(other.id)?.hold()));
  const waiting = up.filter((other) => together.includes(other.id) && other.hold.local);
  await Promise.all(waiting.map(async (other) => ua.sessions.get(other.id)?.unhold()));
}
