'use client';

import { useCallback } from 'react';
import { handled } from '../handled.ts';
import { conferenceOf } from '../live/conference-room.ts';
import { useBinding } from '../provider/sip-context.ts';
import { switchLine } from '../session/switch-line.ts';

/** What {@link useSwitchLine} returns. Settles when the chosen call is off hold. */
export type UseSwitchLineReturnType = (id: string) => Promise<void>;

/**
 * Changes lines as a desk phone does: the call that talks goes on hold, the chosen one comes to the front and off hold.
 * The calls of a conference do so together. A hold that is refused keeps nobody from the other call.
 *
 * @example
 * ```tsx
 * const switchLine = useSwitchLine();
 * return ids.map((id) => <button key={id} onClick={() => void switchLine(id)}>{id}</button>);
 * ```
 */
export function useSwitchLine(): UseSwitchLineReturnType {
  const binding = useBinding();
  return useCallback(
    (id) => {
      const { sessionIds } = conferenceOf(binding).getState();
      return handled(switchLine(binding, id, sessionIds.includes(id) ? sessionIds : [id]));
    },
    [binding],
  );
}
