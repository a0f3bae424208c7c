'use client';

import type { UABinding } from '../provider/ua-binding.ts';
import type { CallOptions } from '../call-options.ts';
import { selectSession } from '../store/selectors.ts';
import type { SipState } from '../store/sip-state.ts';
import { CallFailedError } from './call-failed-error.ts';
import { SessionNotFoundError } from './session-not-found-error.ts';

/**
 * Places a call and waits for its answer.
 *
 * @param onPlaced - gets the session's id as soon as there is one
 * @returns the session's id, once answered
 */
export async function placeCall(
  { ua, store }: Pick<UABinding, 'ua' | 'store'>,
  target: string,
  options: CallOptions | undefined,
  onPlaced: (id: string) => void,
): Promise<string> {
  const { id } = ua.invite(target, options);
  onPlaced(id);
  return await new Promise<string>((resolve, reject) => {
    let seen = false;
    const look = (state: SipState): boolean => {
      const session = selectSession(state, id);
      seen ||= session !== null;
      if (session === null && !seen) return false;
      if (session === null) reject(new SessionNotFoundError(id));
      else if (session.state === 'Terminated' && session.cause !== null)
        reject(new CallFailedError(session.cause, session.lastError));
      else if (session.answeredAt !== null) resolve(id);
      else return false;
      return true;
    };
    if (look(store.getState())) return;
    const unsubscribe = store.subscribe((state) => {
      if (look(state)) unsubscribe();
    });
  });
}
