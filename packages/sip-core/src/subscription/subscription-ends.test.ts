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

describe('a refresh', () => {
  test('[PRO-09] goes out before the subscription ends, in its dialog (RFC 6665 section 4.1.2.2)', async () => {
    const { dialog, first } = await stage.subscribed(3600);
    const start = stage.box.clock.now();
    const refresh = await dave.expect('SUBSCRIBE', { timeout: 3_600_000 });
    const after = (stage.box.clock.now() - start) / 1000;
    expect(after).toBeGreaterThanOrEqual(2880);
    expect(after).toBeLessThanOrEqual(3240);
    expect(refresh.callId).toBe(first.callId);
    expect(refresh.toTag).toBe(dave.tagFor(first));
    expect(refresh.cseq.seq).toBe(first.cseq.seq + 1);
    expect(refresh.expires).toBe(3600);
    stage.accept(refresh);
    expect(await stage.notify(dialog, 'active;expires=3600')).toBe(200);
  });

  test('[PRO-09] follows the expires of the NOTIFY, which outweighs that of the 200 (section 4.1.3)', async () => {
    const { dialog, subscription } = await stage.subscribed(3600);
    await stage.notify(dialog, 'active;expires=100');
    expect(subscription.getSnapshot().expiresAt).toBe(stage.box.clock.now() + 100_000);
    const start = stage.box.clock.now();
    await dave.expect('SUBSCRIBE', { timeout: 100_000 });
    expect(stage.box.clock.now() - start).toBeLessThanOrEqual(90_000);
    await stage.notify(dialog, 'active;expires=3600');
  });

  test('[PRO-09] keeps the subscription when the 200 shortens it', async () => {
    const { dialog, subscription } = await stage.subscribed(3600);
    await stage.box.run(3000);
    subscription.refresh();
    stage.accept(await dave.expect('SUBSCRIBE'), 60);
    await stage.box.run(100);
    expect(subscription.getSnapshot().expiresAt).toBeLessThanOrEqual(stage.box.clock.now() + 60_000);
    await stage.notify(dialog, 'active');
  });

  test('[PRO-09] whose NOTIFY never comes ends the subscription after 64*T1, and a new one is made', async () => {
    const { first, subscription } = await stage.subscribed();
    await stage.box.run(3000);
    subscription.refresh();
    stage.accept(await dave.expect('SUBSCRIBE'));
    const again = await dave.expect('SUBSCRIBE', { timeout: 40_000 });
    expect(again.callId).not.toBe(first.callId);
    expect(again.fromTag).not.toBe(first.fromTag);
    expect(again.toTag).toBeUndefined();
    expect(subscription.state).toBe('NotifyWait');
  });

  test('[PRO-09] answered 204 needs no NOTIFY (RFC 5839)', async () => {
    const { subscription } = await stage.subscribed();
    await stage.box.run(3000);
    subscription.refresh();
    dave.respond(await dave.expect('SUBSCRIBE'), 204, { headers: ['Expires: 3600'] });
    await dave.expectNothing(60_000, 'SUBSCRIBE');
    expect(subscription.state).toBe('Subscribed');
  });

  test('[PRO-09] answered 481 makes a new subscription with a fresh Call-ID', async () => {
    const { first, subscription } = await stage.subscribed();
    await stage.box.run(3000);
    subscription.refresh();
    dave.respond(await dave.expect('SUBSCRIBE'), 481);
    const again = await dave.expect('SUBSCRIBE');
    expect(again.callId).not.toBe(first.callId);
    stage.accept(again);
    await stage.notify(dave.dialog(again), 'active;expires=3600');
    expect(subscription.state).toBe('Subscribed');
  });

  test.each([404, 405, 410, 416, 482, 483, 484, 485, 489, 501, 604])(
    '[PRO-09] answered %i ends the subscription (section 4.1.2.2)',
    async (status) => {
      const { subscription, dialog } = await stage.subscribed(3600, { retry: false });
      await stage.box.run(3000);
      subscription.refresh();
      dave.respond(await dave.expect('SUBSCRIBE'), status);
      await stage.box.run(100);
      expect(subscription.state).toBe('Terminated');
      expect(subscription.getSnapshot().error).toMatchObject({ code: 'RESPONSE', statusCode: status });
      expect(await stage.notify(dialog, 'active')).toBe(481);
    },
  );

  test.each([400, 403, 406, 488, 500, 503, 603])(
    '[PRO-09] answered %i leaves the subscription for the time it has, and is tried again (section 4.1.2.2)',
    async (status) => {
      const { subscription, dialog } = await stage.subscribed(120);
      await stage.box.run(3000);
      subscription.refresh();
      dave.respond(await dave.expect('SUBSCRIBE'), status);
      await stage.box.run(34_000);
      expect(subscription.state).toBe('Subscribed');
      const again = await dave.expect('SUBSCRIBE', { timeout: 90_000 });
      expect(again.toTag).toBeDefined();
      stage.accept(again);
      expect(await stage.notify(dialog, 'active;expires=120')).toBe(200);
    },
  );

  test('[PRO-09] refused until the end lets the subscription end at its time, and a new one is made', async () => {
    const { first, subscription } = await stage.subscribed(20);
    dave.onMessage = (entry) => {
      if (entry.message?.kind !== 'request' || entry.message.callId !== first.callId) return false;
      dave.respond(entry.message, 500);
      return true;
    };
    const again = await dave.expect('SUBSCRIBE', { timeout: 40_000 });
    expect(again.callId).not.toBe(first.callId);
    expect(subscription.state).toBe('NotifyWait');
    // The end was near: the tries do not come closer together than two seconds.
    expect(subscribes()).toBeLessThanOrEqual(8);
  });

  test('[PRO-09] answered 423 asks for the time that is wanted (RFC 3261 section 21.4.17)', async () => {
    const { subscription, dialog } = await stage.subscribed(60);
    await stage.box.run(3000);
    subscription.refresh();
    dave.respond(await dave.expect('SUBSCRIBE'), 423, { headers: ['Min-Expires: 300'] });
    const again = await dave.expect('SUBSCRIBE');
    expect(again.expires).toBe(300);
    stage.accept(again);
    await stage.notify(dialog, 'active;expires=300');
  });

  test('[PRO-09] is not sent when the application does not want it', async () => {
    const { subscription } = await stage.subscribed(60, { refresh: false });
    await stage.box.run(50_000);
    expect(subscribes()).toBe(1);
    await stage.box.run(20_000);
    expect(subscription.state).toBe('Terminated');
    expect(subscribes()).toBe(1);
  });

  test('[PRO-09] by refresh() is sent once, however often it is asked for', async () => {
    const { subscription, dialog } = await stage.subscribed();
    for (let count = 0; count < 50; count += 1) subscription.refresh();
    await stage.box.run(2500);
    expect(subscribes()).toBe(2);
    stage.accept(await dave.expect('SUBSCRIBE'));
    await stage.notify(dialog, 'active;expires=3600');
  });
});

describe('the initial SUBSCRIBE', () => {
  test('[PRO-09] answered 423 is sent again with Min-Expires', async () => {
    alice.ua.subscribe('dave', 'presence', { expires: 60, allowShortExpires: true });
    dave.respond(await dave.expect('SUBSCRIBE'), 423, { headers: ['Min-Expires: 600'] });
    const again = await dave.expect('SUBSCRIBE');
    expect(again.expires).toBe(600);
    stage.accept(again);
    await stage.notify(dave.dialog(again), 'active;expires=600');
  });

  test('[PRO-09] a minimum that keeps growing is not followed for ever', async () => {
    const subscription = alice.ua.subscribe('dave', 'presence', { expires: 60, allowShortExpires: true });
    let least = 60;
    dave.onMessage = (entry) => {
      if (entry.message?.kind !== 'request') return false;
      least += 60;
      dave.respond(entry.message, 423, { headers: [`Min-Expires: ${least}`] });
      return true;
    };
    await stage.box.run(600_000);
    expect(subscription.state).toBe('Terminated');
    expect(subscribes()).toBe(4);
  });

  test.each([302, 403, 404, 405, 406, 481, 489, 501, 603])('[PRO-09] refused with %i ends it', async (status) => {
    const subscription = alice.ua.subscribe('dave', 'presence');
    const told: string[] = [];
    subscription.on('rejected', (response) => told.push(`rejected ${response.statusCode}`));
    subscription.on('failed', (response) => told.push(`failed ${String(response?.statusCode)}`));
    subscription.on('terminated', () => told.push('terminated'));
    dave.respond(await dave.expect('SUBSCRIBE'), status);
    expect(await stage.outcomeOf(subscription.response)).toMatchObject({ code: 'RESPONSE', statusCode: status });
    expect(told).toEqual([`rejected ${status}`, `failed ${status}`, 'terminated']);
    expect(subscription.state).toBe('Terminated');
    await dave.expectNothing(60_000, 'SUBSCRIBE');
  });

  test('[PRO-09] refused with Retry-After is tried again after so many seconds', async () => {
    const subscription = alice.ua.subscribe('dave', 'presence');
    dave.respond(await dave.expect('SUBSCRIBE'), 480, { headers: ['Retry-After: 40'] });
    await stage.box.run(39_000);
    expect(subscription.getSnapshot()).toMatchObject({ status: 'waiting', state: 'NotifyWait' });
    expect(subscribes()).toBe(1);
    await stage.box.run(2000);
    expect(subscribes()).toBe(2);
  });

  test('[PRO-09] not answered is tried again, less and less often', async () => {
    alice.ua.subscribe('dave', 'presence');
    await stage.box.run(3_600_000);
    expect(subscribes()).toBeGreaterThan(3);
    expect(subscribes()).toBeLessThan(15);
  });

  test('[PRO-09] without a connection is a failure, and goes when there is one', async () => {
    const carol = stage.box.make('carol');
    const subscription = carol.ua.subscribe('dave', 'presence');
    const causes: string[] = [];
    subscription.on('failed', (_, cause) => causes.push(cause));
    expect(await stage.outcomeOf(subscription.response)).toMatchObject({ code: 'CONNECTION' });
    expect(causes).toEqual(['Connection Error']);
    void carol.ua.start();
    const request = await dave.expect('SUBSCRIBE');
    stage.accept(request);
    await stage.notify(dave.dialog(request), 'active;expires=3600');
    expect(subscription.state).toBe('Subscribed');
  });

  test('[PRO-09] with Expires 0 fetches the state once (section 4.4.3)', async () => {
    const subscription = alice.ua.subscribe('dave', 'presence', { expires: 0, allowShortExpires: true });
    const told: string[] = [];
    subscription.on('accepted', () => told.push('accepted'));
    subscription.on('notify', (request) => told.push(request.body));
    subscription.on('terminated', (reason) => told.push(reason));
    const request = await dave.expect('SUBSCRIBE');
    expect(request.expires).toBe(0);
    const notify = { body: 'state', contentType: 'text/plain' };
    expect(await stage.notify(dave.dialog(request), 'terminated;reason=timeout', notify)).toBe(200);
    stage.accept(request);
    expect(await stage.outcomeOf(subscription.response)).toMatchObject({ statusCode: 200 });
    await stage.box.run(60_000);
    expect(told).toEqual(['state', 'accepted', 'timeout']);
    expect(subscribes()).toBe(1);
  });
});

describe('a NOTIFY that ends the subscription (RFC 6665 section 4.1.3)', () => {
  /** Ends a subscription of five minutes; gives the seconds until the next SUBSCRIBE, or Infinity. */
  async function untilAgain(state: string, within = 7200): Promise<number> {
    const { dialog } = await stage.subscribed();
    await stage.box.run(300_000);
    const known = subscribes();
    const start = stage.box.clock.now();
    expect(await stage.notify(dialog, state)).toBe(200);
    if (!(await stage.box.clock.runUntil(() => subscribes() > known, within * 1000))) return Infinity;
    return (stage.box.clock.now() - start) / 1000;
  }

  test.each(['rejected', 'noresource', 'invariant', 'invariant;retry-after=5', 'rejected;retry-after=1'])(
    '[PRO-09] %s: never again',
    async (reason) => {
      expect(await untilAgain(`terminated;reason=${reason}`)).toBe(Infinity);
    },
  );

  test.each(['deactivated', 'deactivated;retry-after=600', 'timeout', 'timeout;retry-after=600'])(
    '[PRO-09] %s: at once',
    async (reason) => {
      expect(await untilAgain(`terminated;reason=${reason}`)).toBeLessThan(0.1);
    },
  );

  test.each(['probation', 'giveup', 'something-new'])(
    '[PRO-09] %s: after retry-after, which is in seconds',
    async (reason) => {
      const after = await untilAgain(`terminated;reason=${reason};retry-after=600`);
      expect(after).toBeGreaterThanOrEqual(600);
      expect(after).toBeLessThan(601);
    },
  );

  test.each(['terminated', 'terminated;reason=probation', 'terminated;reason=giveup', 'TERMINATED;REASON=Unknown'])(
    '[PRO-09] "%s" alone: after a while',
    async (state) => {
      const after = await untilAgain(state);
      expect(after).toBeGreaterThanOrEqual(10);
      expect(after).toBeLessThan(60);
    },
  );

  test('[PRO-09] a retry-after of a thousand years is no reason to hurry', async () => {
    expect(await untilAgain('terminated;reason=probation;retry-after=999999999')).toBe(Infinity);
  });

  test('[PRO-09] tells the end, and the dialog is gone: 481 for what comes later', async () => {
    const { dialog, subscription } = await stage.subscribed();
    const told: string[] = [];
    subscription.on('notify', (_, { state, reason }) => told.push(`${state} ${reason}`));
    subscription.on('terminated', (reason) => told.push(`over ${reason}`));
    expect(await stage.notify(dialog, 'terminated;reason=noresource')).toBe(200);
    expect(told).toEqual(['terminated noresource', 'over noresource']);
    expect(await stage.notify(dialog, 'active')).toBe(481);
    expect(() => subscription.cancel()).toThrow(expect.objectContaining({ code: 'INVALID_STATE' }));
    expect(await stage.outcomeOf(subscription.subscribe())).toMatchObject({ code: 'INVALID_STATE' });
  });

  test('[PRO-09] a new subscription has a fresh Call-ID and From tag, and no route of the old one (section 4.4.2)', async () => {
    const { dialog, first } = await stage.subscribed();
    await stage.notify(dialog, 'terminated;reason=deactivated');
    const again = await dave.expect('SUBSCRIBE');
    expect(again.callId).not.toBe(first.callId);
    expect(again.fromTag).not.toBe(first.fromTag);
    expect(again.toTag).toBeUndefined();
    stage.accept(again);
    expect(await stage.notify(dave.dialog(again), 'active;expires=3600')).toBe(200);
  });

  test.each([
    ['that ends at once by "deactivated"', 'terminated;reason=deactivated'],
    ['that ends at once by "timeout"', 'terminated;reason=timeout'],
    ['with retry-after 0', 'terminated;reason=probation;retry-after=0'],
    ['of no duration', 'active;expires=0'],
    ['of one second', 'active;expires=1'],
    ['of 2^32-1 seconds', 'active;expires=4294967295'],
    ['of no readable duration', 'active;expires=soon'],
  ])(
    '[PRO-09] a notifier that always grants a subscription %s is asked at most once in two seconds',
    async (_, state) => {
      const times: number[] = [];
      dave.onMessage = (entry) => {
        if (entry.message?.kind !== 'request' || entry.method !== 'SUBSCRIBE') return entry.kind === 'response';
        times.push(stage.box.clock.now());
        stage.accept(entry.message);
        dave
          .dialog(entry.message)
          .send('NOTIFY', { headers: ['Event: presence', `Subscription-State: ${state}`], cseq: times.length });
        return true;
      };
      alice.ua.subscribe('dave', 'presence');
      await stage.box.run(600_000);
      const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
      expect(Math.min(...gaps, Infinity)).toBeGreaterThanOrEqual(2000);
      expect(times.length).toBeLessThan(310);
    },
  );
});
