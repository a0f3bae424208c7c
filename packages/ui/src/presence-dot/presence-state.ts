import type { PresenceState } from '../labels/people-labels.ts';

/** What presence tells, as far as it matters here. */
export interface ToldPresence {
  readonly availability: 'unknown' | 'open' | 'closed';
  readonly activities: readonly string[];
}

/** Activities that say somebody does not want to be called now (RFC 4480 section 3.2). */
const busy: readonly string[] = ['busy', 'on-the-phone', 'meeting', 'appointment', 'presentation', 'performance'];
const away: readonly string[] = ['away', 'vacation', 'holiday', 'permanent-absence', 'sleeping', 'lunch', 'meal'];

/** One word for what somebody says of themselves. */
export function presenceState({ availability, activities }: ToldPresence): PresenceState {
  if (availability === 'unknown') return 'unknown';
  if (activities.some((each) => each === 'do-not-disturb' || each === 'dnd')) return 'doNotDisturb';
  if (activities.some((each) => busy.includes(each))) return 'busy';
  if (activities.some((each) => away.includes(each))) return 'away';
  return availability === 'open' ? 'available' : 'offline';
}
