'use client';

import { type ErrorInfo, errorInfo, PIDF, Publisher, type UA, writePidf } from '@hookswitch/sip-core';
import { handled } from '../handled.ts';
import type { UABinding } from '../provider/ua-binding.ts';
import { createLiveStore, type ReadableStore, type SetState } from './create-live-store.ts';
import { perBinding } from './per-binding.ts';

/** What people say of themselves. */
export type OwnPresence = 'available' | 'busy' | 'away' | 'doNotDisturb';

/** How our own presence stands. */
export interface OwnPresenceState {
  /** What was chosen last; `null` when nothing is published. */
  readonly status: OwnPresence | null;
  readonly note: string;
  /** Whether a server has not yet said that it has it. */
  readonly pending: boolean;
  /** Why a server did not take it. */
  readonly error: ErrorInfo | null;
}

/** Our own presence, and how it is changed. */
export interface OwnPresenceStore extends ReadableStore<OwnPresenceState> {
  /** Resolves when the server has it; `null` takes it back. */
  readonly publish: (status: OwnPresence | null, note?: string) => Promise<void>;
}

/** The activities of RFC 4480 section 3.2 that say it; the last one is ours, as there is none. */
const activities: Readonly<Record<OwnPresence, readonly string[]>> = {
  available: [],
  busy: ['busy'],
  away: ['away'],
  doNotDisturb: ['busy', 'do-not-disturb'],
};

const NOTHING: OwnPresenceState = Object.freeze({ status: null, note: '', pending: false, error: null });

/** The presence that a user agent publishes: it outlives the components, and the connection. */
export const ownPresenceOf: (binding: UABinding) => OwnPresenceStore = perBinding(({ ua }) => {
  let publisher: Publisher | undefined;
  let change: SetState<OwnPresenceState> = () => undefined;
  let listening = false;
  const set = (changes: Partial<OwnPresenceState>): void => change((state) => Object.freeze({ ...state, ...changes }));

  const publisherOf = (): Publisher => {
    if (publisher !== undefined && publisher.state !== 'Terminated') return publisher;
    publisher = new Publisher(ua.userAgent, ownAddress(ua), 'presence', { contentType: PIDF });
    publisher.on('failed', (error) => set({ pending: false, error: errorInfo(error) }));
    publisher.on('published', () => set({ pending: false, error: null }));
    return publisher;
  };
  const send = async (): Promise<void> => {
    const { status, note } = store.getState();
    if (status === null) {
      if (publisher !== undefined && publisher.state !== 'Terminated') await publisher.unpublish();
      return;
    }
    const basic = status === 'doNotDisturb' ? 'closed' : 'open';
    const entity = ownAddress(ua).replace(/^sips?:/, 'pres:');
    const document = { entity, basic, activities: activities[status] } as const;
    await publisherOf().publish(writePidf(note === '' ? document : { ...document, note }));
  };

  const store = createLiveStore<OwnPresenceState>(NOTHING, (setState) => {
    change = setState;
    // `stop()` takes back what is published; whoever starts again wants it back.
    if (!listening) {
      ua.on('registered', () => {
        if (publisher?.state === 'Terminated' && store.getState().status !== null) void send().catch(() => undefined);
      });
    }
    listening = true;
    return () => undefined;
  });
  return {
    ...store,
    publish(status, note = '') {
      set({ status, note, pending: true, error: null });
      const sent = send().then(
        () => set({ pending: false }),
        (error: unknown) => {
          set({ pending: false, error: errorInfo(error) });
          throw error;
        },
      );
      return handled(sent);
    },
  };
});

function ownAddress(ua: UA): string {
  return ua.getSnapshot().account.uri;
}
