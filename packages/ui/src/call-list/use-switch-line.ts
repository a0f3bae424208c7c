'use client';

import { useSipStoreApi, useUA } from '@hookswitch/react-sip';

/**
 * Changes lines as a desk phone does: the call that talks goes on hold, the chosen one comes to the front and off hold.
 */
export function useSwitchLine(): (id: string) => Promise<void> {
  const ua = useUA();
  const store = useSipStoreApi();
  return async (id) => {
    const { sessions } = store.getState();
    store.focus(id);
    const chosen = sessions[id];
    if (chosen?.phase !== 'established') return;
    const talking = Object.values(sessions).filter(
      (session) => session.id !== id && session.phase === 'established' && !session.hold.local,
    );
    // A hold that is refused must not keep a person from the other call.
    await Promise.allSettled(talking.map(async ({ id: other }) => ua.sessions.get(other)?.hold()));
    if (chosen.hold.local) await ua.sessions.get(id)?.unhold();
  };
}
