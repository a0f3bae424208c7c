import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Phone } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import { NOTHING, Stage } from '../testing/subscription-stage.ts';

let stage: Stage;
let alice: Phone;
let dave: ScriptedPeer;

beforeEach(async () => {
  stage = await Stage.open();
  ({ alice, dave } = stage);
});

afterEach(async () => {
  await stage.box.close();
  expect(stage.leaks()).toEqual(NOTHING);
  expect(stage.box.errors).toEqual([]);
});

/** How many SUBSCRIBEs Dave has received. */
const subscribes = (): number =>
  dave.received.filter((entry) => entry.method === 'SUBSCRIBE' && entry.kind === 'request').length;

describe('unsubscribe()', () => {
  test('[PRO-09] asks with Expires 0 and waits for the last NOTIFY (section 4.1.2.3)', async () => {
    const { dialog, subscription } = await stage.subscribed();
    const told: string[] = [];
    subscription.on('terminated', (reason) => told.push(reason));
    let done = false;
    void subscription.unsubscribe().then(() => (done = true));
    const request = await dave.expect('SUBSCRIBE');
    expect(request.expires).toBe(0);
    expect(request.toTag).toBeDefined();
    stage.accept(request, 0);
    await stage.box.run(1000);
    expect(done).toBe(false);
    expect(subscription.getSnapshot()).toMatchObject({ status: 'unsubscribing', state: 'Subscribed' });
    expect(await stage.notify(dialog, 'terminated;reason=timeout')).toBe(200);
    await stage.box.run(10);
    expect(done).toBe(true);
    expect(told).toEqual(['timeout']);
    await dave.expectNothing(7_200_000, 'SUBSCRIBE');
  });

  test('[PRO-09] a NOTIFY that crosses it is answered and told, and is not the last', async () => {
    const { dialog, subscription } = await stage.subscribed();
    const seen: string[] = [];
    subscription.on('notify', (_, { state }) => seen.push(state));
    void subscription.unsubscribe();
    const request = await dave.expect('SUBSCRIBE');
    expect(await stage.notify(dialog, 'active;expires=3000')).toBe(200);
    expect(subscription.state).toBe('Subscribed');
    stage.accept(request, 0);
    expect(await stage.notify(dialog, 'terminated;reason=timeout')).toBe(200);
    expect(seen).toEqual(['active', 'terminated']);
    expect(subscription.state).toBe('Terminated');
  });

  test.each([481, 500, 403])('[PRO-09] answered %i is over', async (status) => {
    const { subscription } = await stage.subscribed();
    const done = stage.outcomeOf(subscription.unsubscribe());
    dave.respond(await dave.expect('SUBSCRIBE'), status);
    await done;
    expect(subscription.state).toBe('Terminated');
  });

  test('[PRO-09] without the last NOTIFY is over after 64*T1', async () => {
    const { subscription } = await stage.subscribed();
    const start = stage.box.clock.now();
    const done = stage.outcomeOf(subscription.unsubscribe());
    stage.accept(await dave.expect('SUBSCRIBE'), 0);
    await done;
    expect(stage.box.clock.now() - start).toBeLessThan(33_000);
    expect(subscription.state).toBe('Terminated');
  });

  test('[PRO-09] before the 200 ends the subscription as soon as it stands', async () => {
    const subscription = alice.ua.subscribe('dave', 'presence');
    const request = await dave.expect('SUBSCRIBE');
    subscription.cancel();
    const dialog = dave.dialog(request);
    stage.accept(request);
    expect(await stage.notify(dialog, 'active;expires=3600')).toBe(200);
    const bye = await dave.expect('SUBSCRIBE');
    expect(bye.expires).toBe(0);
    stage.accept(bye, 0);
    await stage.notify(dialog, 'terminated;reason=timeout');
    expect(subscription.state).toBe('Terminated');
    await dave.expectNothing(1000, 'CANCEL');
  });

  test('[PRO-09] while waiting to try again ends it at once', async () => {
    const { dialog, subscription } = await stage.subscribed();
    await stage.notify(dialog, 'terminated;reason=probation;retry-after=600');
    expect(subscription.getSnapshot().status).toBe('waiting');
    await subscription.unsubscribe();
    expect(subscription.state).toBe('Terminated');
    await dave.expectNothing(900_000, 'SUBSCRIBE');
  });

  test('[PRO-09] is joined by a second call, and harmless after the end', async () => {
    const { dialog, subscription } = await stage.subscribed();
    const both = stage.outcomeOf(Promise.all([subscription.unsubscribe(), subscription.unsubscribe()]));
    stage.accept(await dave.expect('SUBSCRIBE'), 0);
    await stage.notify(dialog, 'terminated;reason=timeout');
    await both;
    await subscription.unsubscribe();
    await dave.expectNothing(1000, 'SUBSCRIBE');
  });

  test('[UA-03] stop() ends subscriptions with a word, within its deadline', async () => {
    const { dialog } = await stage.subscribed();
    const stopped = stage.outcomeOf(alice.ua.stop());
    const request = await dave.expect('SUBSCRIBE');
    expect(request.expires).toBe(0);
    stage.accept(request, 0);
    dialog.send('NOTIFY', { headers: ['Event: presence', 'Subscription-State: terminated;reason=timeout'] });
    await stopped;
    expect(alice.ua.userAgent.subscriptions.size).toBe(0);
  });

  test('[UA-03] stop() does not wait for a notifier that is silent', async () => {
    const { subscription } = await stage.subscribed();
    const start = stage.box.clock.now();
    await stage.outcomeOf(alice.ua.stop());
    expect(stage.box.clock.now() - start).toBeLessThan(10_000);
    expect(subscription.state).toBe('Terminated');
  });

  test('[MOD-06] dispose() says nothing, and NOTIFYs get 481', async () => {
    const { dialog, subscription } = await stage.subscribed();
    subscription.dispose();
    expect(subscription.state).toBe('Terminated');
    await dave.expectNothing(1000, 'SUBSCRIBE');
    expect(await stage.notify(dialog, 'active')).toBe(481);
  });
});

describe('a lost connection', () => {
  test('[PRO-09] the subscription is made anew when there is one again', async () => {
    const { first, subscription } = await stage.subscribed();
    const states: string[] = [];
    subscription.stateChange.addListener((state) => states.push(state));
    stage.box.network.closeSockets();
    await stage.box.until(() => subscription.getSnapshot().status === 'waiting');
    const again = await dave.expect('SUBSCRIBE', { timeout: 60_000 });
    expect(alice.ua.isRegistered()).toBe(true);
    expect(again.callId).not.toBe(first.callId);
    stage.accept(again);
    await stage.notify(dave.dialog(again), 'active;expires=3600');
    expect(states).toEqual(['NotifyWait', 'Subscribed']);
  });

  test('[PRO-09] while asking is told as a failure, and tried again', async () => {
    const subscription = alice.ua.subscribe('dave', 'presence');
    await dave.expect('SUBSCRIBE');
    const causes: string[] = [];
    subscription.on('failed', (response, cause) => causes.push(`${String(response === null)} ${cause}`));
    stage.box.network.closeSockets();
    const again = await dave.expect('SUBSCRIBE', { timeout: 60_000 });
    expect(causes).toEqual(['true Connection Error']);
    stage.accept(again);
    await stage.notify(dave.dialog(again), 'active;expires=3600');
    expect(subscription.state).toBe('Subscribed');
  });

  test('[PRO-09] with retry off is the end', async () => {
    const { subscription } = await stage.subscribed(3600, { retry: false });
    stage.box.network.closeSockets();
    await stage.box.until(() => subscription.state === 'Terminated');
    await dave.expectNothing(60_000, 'SUBSCRIBE');
  });

  test('[PRO-09] while unsubscribing is the end', async () => {
    const { subscription } = await stage.subscribed();
    const done = stage.outcomeOf(subscription.unsubscribe());
    await dave.expect('SUBSCRIBE');
    stage.box.network.closeSockets();
    await done;
    await dave.expectNothing(60_000, 'SUBSCRIBE');
  });

  test('[PRO-09] while waiting for a retry-after does not shorten it', async () => {
    const { dialog } = await stage.subscribed();
    await stage.notify(dialog, 'terminated;reason=probation;retry-after=600');
    stage.box.network.closeSockets();
    await stage.box.run(590_000);
    expect(subscribes()).toBe(1);
    await stage.box.run(20_000);
    expect(subscribes()).toBe(2);
  });
});
