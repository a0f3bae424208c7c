import { randomFraction } from '../base/identifiers.ts';
import type { ResponseError } from '../user-agent/request-errors.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import type { SessionContext } from './session-context.ts';

/** How often a crossing request is sent again before the caller is told. */
const ATTEMPTS = 10;
/** The longest Retry-After of a 500 that still means "you are too quick" (RFC 3261 section 14.2). */
const MOST_SECONDS = 10;

/**
 * Does something until it no longer crosses what the far end does: after a 491 it is tried again in the windows of RFC
 * 3261 section 14.1, after a 500 with a short Retry-After when that is over, after a 422 at once with a longer interval
 * (RFC 4028 section 7.3).
 *
 * @param attempt - gives the refusal, or nothing when it was accepted
 * @throws ResponseError the last refusal
 */
export async function untilAccepted(
  context: SessionContext,
  attempt: () => Promise<ResponseError | undefined>,
): Promise<void> {
  for (let count = 1; ; count += 1) {
    const refusal = await attempt();
    if (refusal === undefined) return;
    const delay = count === ATTEMPTS ? undefined : delayAfter(context, refusal);
    if (delay === undefined) throw refusal;
    if (delay > 0) await context.wait('glare', delay, 'be changed');
  }
}

function delayAfter(context: SessionContext, { response }: ResponseError): number | undefined {
  if (response.statusCode === 422) return context.sessionTimer.raise(response) ? 0 : undefined;
  if (response.statusCode === 491) return glareDelay(context);
  const seconds = response.statusCode === 500 ? response.retryAfter?.seconds : undefined;
  return seconds === undefined || seconds > MOST_SECONDS ? undefined : Math.max(seconds * 1000, 100);
}

/** Section 14.1: who made the Call-ID waits 2.1 to 4 s, the other 0 to 2 s, in steps of 10 ms. */
function glareDelay(context: SessionContext): number {
  const steps = (least: number, most: number): number =>
    least + Math.floor(randomFraction(context.platform.random) * (most - least + 1));
  return 10 * (context.direction === 'outgoing' ? steps(210, 400) : steps(0, 200));
}

/** Refuses a request that crosses one of ours, or comes before the last was answered (section 14.2). */
export function refuseCrossing(context: SessionContext, request: ServerRequest, verdict: 'glare' | 'busy'): void {
  if (verdict === 'glare') {
    request.reply(491);
    return;
  }
  const seconds = Math.floor(randomFraction(context.platform.random) * (MOST_SECONDS + 1));
  request.reply(500, { headers: [['Retry-After', String(seconds)]] });
}
