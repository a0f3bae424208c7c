import { appended } from '../base/appended.ts';
import { LazyMap } from '../base/lazy-map.ts';
import { NOTHING } from '../base/nothing.ts';
import type { SnapshotStore } from '../base/snapshot.ts';
import type { SessionSnapshot } from '../session/session-snapshot.ts';
import type { Session } from '../session/session.ts';
import type { UASnapshot } from './ua-snapshot.ts';

/** The calls in the snapshot of a phone: those that live, and for one change those that have ended. */
export class ShownCalls {
  readonly #sessions: ReadonlyMap<string, Session>;
  readonly #snapshots: SnapshotStore<UASnapshot>;
  /** Sessions on their way out, which the user agent has forgotten already. */
  readonly #leaving = new LazyMap<string, Session>();
  /** Those that ended with the last change: the snapshot shows them until the next. */
  #ended: readonly SessionSnapshot[] = NOTHING;

  constructor(sessions: ReadonlyMap<string, Session>, snapshots: SnapshotStore<UASnapshot>) {
    this.#sessions = sessions;
    this.#snapshots = snapshots;
  }

  /** Shows a call that begins. */
  enter(session: Session): void {
    session.subscribe(this.#changed);
    this.#changed();
  }

  /** Goes on to show a call that the user agent has forgotten, until its end was seen. */
  leave(session: Session): void {
    this.#leaving.set(session.id, session);
  }

  /** The same function for all calls. */
  readonly #changed = (): void => {
    this.#ended = NOTHING;
    for (const [id, session] of this.#leaving) {
      if (session.phase !== 'ended') continue;
      this.#leaving.delete(id);
      this.#ended = appended(this.#ended, session.getSnapshot());
    }
    this.#snapshots.refresh(this.#read);
  };

  readonly #read = (): Partial<UASnapshot> => {
    const shown = [...this.#ended];
    for (const session of this.#leaving.values()) shown.push(session.getSnapshot());
    for (const session of this.#sessions.values()) shown.push(session.getSnapshot());
    return { sessions: shown.sort((a, b) => a.createdAt - b.createdAt) };
  };
}
