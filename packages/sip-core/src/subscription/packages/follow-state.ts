import type { Subscriber } from '../subscriber.ts';
import type { StateTracker } from './state-tracker.ts';

/**
 * Follows a state that comes in parts: each notifier's documents are put together, and the whole is asked for when one
 * was missed, at most every two seconds.
 *
 * @param makeTracker - makes what puts them together, such as `() => new DialogInfoTracker()`
 * @param changed - gets the state of every notifier, after each change
 * @returns a function that ends it; the subscription goes on
 *
 * @example
 * ```ts
 * const subscription = ua.subscribe('bob', 'dialog');
 * followState(subscription, () => new DialogInfoTracker(), (states) => {
 *   lamp.busy = states.some(({ dialogs }) => dialogs.some((dialog) => dialog.state === 'confirmed'));
 * });
 * ```
 */
export function followState<State>(
  subscription: Subscriber,
  makeTracker: () => StateTracker<State>,
  changed: (states: readonly State[]) => void,
): () => void {
  const trackers = new Map<string, StateTracker<State>>();
  const tell = (): void => {
    changed([...trackers.values()].flatMap(({ state }) => state ?? []));
  };
  const stops = [
    subscription.on('notify', (request, notification) => {
      const notifier = `${request.callId} ${request.fromTag ?? ''}`;
      const tracker = trackers.get(notifier) ?? makeTracker();
      if (notification.state !== 'terminated') trackers.set(notifier, tracker);
      const update = request.hasBody ? tracker.receive(request.body) : 'ignored';
      if (update === 'incomplete') subscription.refresh();
      // What is left of one that is over is no state of anybody any more.
      const gone = notification.state === 'terminated' && trackers.delete(notifier);
      if (update === 'applied' || gone) tell();
    }),
    // Versions start anew with each subscription.
    subscription.on('stateChange', (state) => {
      if (state === 'Subscribed' || trackers.size === 0) return;
      trackers.clear();
      tell();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
