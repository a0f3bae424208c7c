import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ScriptedDialog } from '../../testing/scripted-dialog.ts';
import { NOTHING, Stage } from '../../testing/subscription-stage.ts';
import type { Subscriber } from '../subscriber.ts';
import { DialogInfoTracker } from './dialog-info-tracker.ts';
import { DIALOG_INFO } from './dialog-info.ts';
import { followState } from './follow-state.ts';

let stage: Stage;
let subscription: Subscriber;
let seen: string[];
let stop: () => void;

beforeEach(async () => {
  stage = await Stage.open();
  seen = [];
  subscription = stage.alice.ua.subscribe('dave', 'dialog');
  stop = followState(
    subscription,
    () => new DialogInfoTracker(),
    (states) => {
      seen.push(states.flatMap(({ dialogs }) => dialogs.map(({ id, state }) => `${id} ${state}`)).join(','));
    },
  );
});

afterEach(async () => {
  await stage.box.close();
  expect(stage.leaks()).toEqual(NOTHING);
  expect(stage.box.errors).toEqual([]);
});

function tell(dialog: ScriptedDialog, version: number, state: string, ids: readonly string[]): Promise<number> {
  const rows = ids.map((id) => `<dialog id="${id}"><state>early</state></dialog>`).join('');
  return stage.notify(dialog, 'active;expires=3600', {
    event: 'dialog',
    contentType: DIALOG_INFO,
    body: `<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="${version}" state="${state}" entity="x">${rows}</dialog-info>`,
  });
}

test('[PRO-09] a missed part makes us ask for the whole, by a refresh (RFC 4235 section 4.3)', async () => {
  const first = await stage.dave.expect('SUBSCRIBE');
  stage.accept(first);
  const dialog = stage.dave.dialog(first);
  await tell(dialog, 0, 'full', ['a']);
  await tell(dialog, 1, 'partial', ['b']);
  expect(seen).toEqual(['a early', 'a early,b early']);
  await tell(dialog, 3, 'partial', ['d']);
  const refresh = await stage.dave.expect('SUBSCRIBE');
  expect(refresh.toTag).toBeDefined();
  stage.accept(refresh);
  await tell(dialog, 4, 'full', ['a', 'b', 'c', 'd']);
  expect(seen.at(-1)).toBe('a early,b early,c early,d early');
});

test('[PRO-09] a notifier that always leaves a gap is asked at most every two seconds', async () => {
  const first = await stage.dave.expect('SUBSCRIBE');
  stage.accept(first);
  const dialog = stage.dave.dialog(first);
  const times: number[] = [];
  let version = 0;
  stage.dave.onMessage = (entry) => {
    if (entry.message?.kind !== 'request' || entry.method !== 'SUBSCRIBE') return false;
    times.push(stage.box.clock.now());
    stage.accept(entry.message);
    void tell(dialog, (version += 2), 'partial', ['x']);
    return true;
  };
  await tell(dialog, (version += 2), 'partial', ['x']);
  await stage.box.run(60_000);
  expect(times.length).toBeGreaterThan(5);
  expect(Math.min(...times.slice(1).map((time, index) => time - (times[index] ?? 0)))).toBeGreaterThanOrEqual(2000);
  stage.dave.onMessage = undefined;
  subscription.dispose();
});

test('[PRO-09] the states of forked notifiers are told together, and one that ends is left out', async () => {
  const first = await stage.dave.expect('SUBSCRIBE');
  stage.accept(first, 3600, { toTag: 'one' });
  const [one, two] = [stage.dave.dialog(first, { toTag: 'one' }), stage.dave.dialog(first, { toTag: 'two' })];
  await tell(one, 0, 'full', ['a']);
  await tell(two, 7, 'full', ['b']);
  expect(seen.at(-1)).toBe('a early,b early');
  await stage.notify(two, 'terminated;reason=noresource', { event: 'dialog' });
  expect(seen.at(-1)).toBe('a early');
});

test('[PRO-09] a new subscription starts with version 0 again, and nothing of the old one', async () => {
  const first = await stage.dave.expect('SUBSCRIBE');
  stage.accept(first);
  await tell(stage.dave.dialog(first), 40, 'full', ['a']);
  stage.box.network.closeSockets();
  const again = await stage.dave.expect('SUBSCRIBE', { timeout: 60_000 });
  expect(seen.at(-1)).toBe('');
  stage.accept(again);
  await tell(stage.dave.dialog(again), 0, 'full', ['z']);
  expect(seen.at(-1)).toBe('z early');
  stop();
  await tell(stage.dave.dialog(again), 1, 'full', ['y']).catch(() => undefined);
  expect(seen.at(-1)).toBe('z early');
});
