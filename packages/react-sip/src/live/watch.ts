'use client';

import { type ErrorInfo, errorInfo, type Subscriber, type SubscriptionSnapshot, type UA } from '@hookswitch/sip-core';
import type { UABinding } from '../provider/ua-binding.ts';
import { createLiveStore, type ReadableStore, type SetState } from './create-live-store.ts';
import { perBinding } from './per-binding.ts';

/** A subscription, and what it has told. */
export interface WatchState<State> {
  /** How the subscription stands; `null` before it was asked for. */
  readonly subscription: SubscriptionSnapshot | null;
  /** What was told last; `null` before. */
  readonly told: State | null;
  /** Why it was refused last, or could not be asked for. */
  readonly error: ErrorInfo | null;
}

/** What is followed of somebody, and how what is told is read. */
export interface WatchKind<State> {
  /** Tells the kinds apart: watches of one kind and target share a subscription. */
  readonly name: string;
  readonly event: string;
  /** Reads what is told. */
  readonly follow: (subscriber: Subscriber, tell: (state: State) => void) => void;
}

const watches: (binding: UABinding) => Map<string, ReadableStore<WatchState<unknown>>> = perBinding(
  () => new Map<string, ReadableStore<WatchState<unknown>>>(),
);

const NOTHING: WatchState<never> = Object.freeze({ subscription: null, told: null, error: null });

/** The watch of a target: one subscription however many follow it. Without a target, nothing ever happens in it. */
export function watchOf<State>(
  binding: UABinding,
  target: string | null,
  kind: WatchKind<State>,
): ReadableStore<WatchState<State>> {
  const known = watches(binding);
  const key = `${kind.name} ${target ?? ''}`;
  // Kinds of one name have one type of state.
  const found = known.get(key) as ReadableStore<WatchState<State>> | undefined;
  if (found !== undefined) return found;
  const start = target === null ? idle : startWatch(binding.ua, target, kind);
  const watch = createLiveStore<WatchState<State>>(NOTHING, (set) => {
    known.set(key, watch);
    const stop = start(set);
    return () => {
      known.delete(key);
      stop();
    };
  });
  known.set(key, watch);
  return watch;
}

const idle = () => (): void => undefined;

function startWatch<State>(ua: UA, target: string, { event, follow }: WatchKind<State>) {
  return (set: SetState<WatchState<State>>): (() => void) => {
    let subscriber: Subscriber | undefined;
    const change = (changes: Partial<WatchState<State>>): void => {
      set((state) => Object.freeze({ ...state, ...changes }));
    };
    const begin = (): void => {
      try {
        const current = ua.subscribe(target, event);
        subscriber = current;
        const show = (): void => {
          if (subscriber !== current) return;
          const subscription = current.getSnapshot();
          change({ subscription, error: subscription.error });
        };
        current.subscribe(show);
        follow(current, (told) => {
          if (subscriber === current) change({ told });
        });
        show();
      } catch (error) {
        change({ error: errorInfo(error) });
      }
    };
    begin();
    // `stop()` ends every subscription; whoever starts again wants them back.
    const stopListening = ua.on('connected', () => {
      if (subscriber?.getSnapshot().status === 'ended' && subscriber.getSnapshot().error === null) begin();
    });
    return () => {
      stopListening();
      const last = subscriber;
      subscriber = undefined;
      void last?.unsubscribe();
      set(() => NOTHING);
    };
  };
}
