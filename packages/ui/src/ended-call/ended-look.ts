import type { EndCauseCode, SessionSnapshot } from '../snapshots.ts';

/** Endings that nobody needs to do anything about. */
const ordinary: ReadonlySet<EndCauseCode> = new Set<EndCauseCode>([
  'HUNG_UP',
  'CANCELED',
  'ANSWERED_ELSEWHERE',
  'REPLACED',
  'TRANSFERRED',
]);

/** Whether a call ended in a way that a person should read about: it was refused, failed, or broke. */
export function endedBadly({ cause, direction }: Pick<SessionSnapshot, 'cause' | 'direction'>): boolean {
  if (cause === null || ordinary.has(cause.code)) return false;
  const ourOwnDoing = cause.by === 'local' && ['REJECTED', 'BUSY', 'REDIRECTED'].includes(cause.code);
  return !ourOwnDoing && !(direction === 'incoming' && cause.code === 'NO_ANSWER');
}
