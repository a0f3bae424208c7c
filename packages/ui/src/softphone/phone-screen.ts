import type { SessionSnapshot } from '../snapshots.ts';

/** What fills the middle of the phone. */
export type PhoneScreen =
  | { readonly kind: 'idle' }
  | { readonly kind: 'incoming'; readonly session: SessionSnapshot }
  | { readonly kind: 'call'; readonly session: SessionSnapshot }
  | { readonly kind: 'ended'; readonly session: SessionSnapshot };

/**
 * One screen for all that goes on: a call that runs goes first (one that rings is then a strip above it), then one that
 * rings, then the one that has just ended.
 */
export function phoneScreen(
  sessions: readonly SessionSnapshot[],
  focusedId: string | null,
  ended: SessionSnapshot | null,
): PhoneScreen {
  const running = sessions.filter(({ phase }) => phase !== 'incoming' && phase !== 'ended');
  const call = running.find(({ id }) => id === focusedId) ?? running.at(-1);
  if (call !== undefined) return { kind: 'call', session: call };
  const incoming = sessions.find(({ phase }) => phase === 'incoming');
  if (incoming !== undefined) return { kind: 'incoming', session: incoming };
  return ended === null ? { kind: 'idle' } : { kind: 'ended', session: ended };
}
