import { ResponseError } from '../user-agent/request-errors.ts';
import { reinvite } from './reinvite.ts';
import type { SessionContext } from './session-context.ts';
import type { SessionTimer } from './session-timer.ts';
import { update } from './update.ts';

/** Closer than this many milliseconds to the end of the session, nothing is tried again. */
const LAST_CHANCE = 5000;

/**
 * Refreshes the session: by UPDATE without an offer where the far end takes it, by re-INVITE otherwise (RFC 4028 section
 * 7.4). One that fails is tried again in what is left of the interval, but not when it is refused the same way twice
 * (section 10). The call goes on meanwhile, and ends when it expires.
 */
export async function refreshSession(context: SessionContext, timer: SessionTimer, before?: number): Promise<void> {
  if (context.state !== 'Established') return;
  const byUpdate = context.peer.allows('UPDATE');
  try {
    await (byUpdate ? update(context, {}) : reinvite(context, {}));
  } catch (error) {
    if (context.isEnding()) return;
    context.platform.logger.log('info', 'session', 'the session was not refreshed', error);
    const status = error instanceof ResponseError ? error.statusCode : undefined;
    if (byUpdate && (status === 405 || status === 501)) {
      context.peer.disallow('UPDATE');
      await refreshSession(context, timer);
      return;
    }
    if (status !== undefined && status === before) return;
    const wish = error instanceof ResponseError ? error.response.retryAfter?.seconds : undefined;
    const delay = wish === undefined ? timer.remaining / 2 : wish * 1000;
    if (delay > timer.remaining - LAST_CHANCE) return;
    context.timers.start('refresh', delay, () => void refreshSession(context, timer, status));
  }
}
