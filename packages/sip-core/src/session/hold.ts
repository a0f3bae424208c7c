import { type ReinviteOptions, reinvite } from './reinvite.ts';
import type { SessionContext } from './session-context.ts';

/**
 * Puts the far end on hold, or takes it off again: a re-INVITE whose direction says so (RFC 3264 section 8.4, RFC 6337
 * section 5.3). Nothing is sent when it is so already; a refusal leaves everything as it was.
 */
export function setHold(context: SessionContext, hold: boolean, options: ReinviteOptions): Promise<void> {
  return context.perform(hold ? 'hold' : 'unhold', () =>
    reinvite(context, options, () => (context.localHold === hold ? undefined : hold)),
  );
}
