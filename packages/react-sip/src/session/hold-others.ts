'use client';

import type { UABinding } from '../provider/ua-binding.ts';
import { selectSessions } from '../store/selectors.ts';

/**
 * Puts every call that talks on hold.
 *
 * @param except - ids of calls that go on
 * @throws what the first refusal says: until it is on hold, somebody would hear what is meant for another
 */
export async function holdOthers(
  { ua, store }: Pick<UABinding, 'ua' | 'store'>,
  except: readonly string[] = [],
): Promise<void> {
  const talking = selectSessions(store.getState()).filter(
    ({ id, phase, hold }) => phase === 'established' && !hold.local && !except.includes(id),
  );
  await Promise.all(talking.map(async ({ id }) => ua.sessions.get(id)?.hold()));
}
