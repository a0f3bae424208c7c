import type { Clock } from '../platform.ts';
import type { Session } from '../session/session.ts';
import type { UserAgent } from './user-agent.ts';

/**
 * Ends sessions as their states need: CANCEL, refusal or BYE.
 *
 * @param deadline - seconds to wait at the most
 */
export async function endSessions(sessions: Iterable<Session>, clock: Clock, deadline: number): Promise<void> {
  const ending = [...sessions].map((session) => endOf(session));
  if (ending.length > 0) await withDeadline(clock, Promise.all(ending), deadline);
}

/**
 * Waits for work that never fails, but not for ever.
 *
 * @param deadline - seconds to wait at the most
 */
export function withDeadline(clock: Clock, work: Promise<unknown>, deadline: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = clock.setTimeout(resolve, deadline * 1000);
    void work.then(() => {
      clock.clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * Ends calls as soon as they begin: whoever stops is in no call afterwards.
 *
 * @returns a function that lets calls begin again
 */
export function endNewSessions(userAgent: UserAgent): () => void {
  return userAgent.events.on('session', (session) => {
    // The one who begins it must be done first.
    void Promise.resolve().then(() => endOf(session));
  });
}

function endOf(session: Session): Promise<void> {
  if (session.state === 'Terminating' || session.state === 'Terminated') {
    return new Promise((resolve) => {
      if (session.state === 'Terminated') resolve();
      else session.context.atEnd(resolve);
    });
  }
  return session.terminate().catch(() => undefined);
}
