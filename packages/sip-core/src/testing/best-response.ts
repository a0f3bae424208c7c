import type { MessageText } from './message-text.ts';

/** How a branch ended; without a text the proxy says it in its own words. */
export interface FinalResponse {
  readonly statusCode: number;
  readonly text: MessageText | undefined;
}

/** Codes that tell the caller what to do better come before others of their class (RFC 3261 section 16.7 step 6). */
const TELLING: readonly number[] = [401, 407, 415, 420, 484];

/** Chooses what the caller hears when no branch succeeded (RFC 3261 section 16.7 steps 6 and 7). */
export function bestResponse(responses: readonly FinalResponse[]): FinalResponse {
  const [best] = [...responses].sort((a, b) => rank(a) - rank(b));
  if (best === undefined) return { statusCode: 480, text: undefined };
  // 503 would make the caller give up on this proxy, which is well.
  if (best.statusCode === 503) return { statusCode: 500, text: undefined };
  if (best.statusCode === 401 || best.statusCode === 407) gatherChallenges(best, responses);
  return best;
}

function rank({ statusCode }: FinalResponse): number {
  if (statusCode >= 600) return 0;
  const telling = TELLING.indexOf(statusCode);
  const within = telling >= 0 ? telling : statusCode === 408 || statusCode === 503 || statusCode === 487 ? 99 : 50;
  return Math.floor(statusCode / 100) * 1000 + within;
}

function gatherChallenges(best: FinalResponse, responses: readonly FinalResponse[]): void {
  for (const other of responses) {
    if (other === best || other.text === undefined) continue;
    for (const name of ['WWW-Authenticate', 'Proxy-Authenticate']) {
      for (const field of other.text.fields) {
        if (field.name.toLowerCase() === name.toLowerCase()) best.text?.add(name, field.value);
      }
    }
  }
}
