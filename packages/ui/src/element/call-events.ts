import type { SessionSnapshot, UASnapshot } from '../snapshots.ts';

/** What a page hears of the calls of a phone. */
export type CallEventName = 'call' | 'incoming' | 'ended';

/** Where calls are read from; every `UA` is one. */
interface Calls {
  getSnapshot(): Pick<UASnapshot, 'sessions'>;
  subscribe(listener: () => void): () => void;
}

/**
 * Tells of each call once that it was placed (`call`) or came in (`incoming`), and once that it `ended`.
 *
 * @returns a function that ends the telling
 */
export function watchCalls(calls: Calls, tell: (name: CallEventName, session: SessionSnapshot) => void): () => void {
  let known: ReadonlyMap<string, SessionSnapshot> = new Map();
  const look = (): void => {
    const before = known;
    const now = new Map(calls.getSnapshot().sessions.map((session) => [session.id, session]));
    known = now;
    for (const session of now.values()) {
      const last = before.get(session.id);
      if (last === undefined) tell(session.direction === 'incoming' ? 'incoming' : 'call', session);
      if (session.phase === 'ended' && last?.phase !== 'ended') tell('ended', session);
    }
    for (const session of before.values()) {
      if (session.phase !== 'ended' && !now.has(session.id)) tell('ended', session);
    }
  };
  look();
  return calls.subscribe(look);
}
