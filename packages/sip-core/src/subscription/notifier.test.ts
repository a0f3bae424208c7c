import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';
import type { Phone } from '../testing/phones.ts';
import type { ScriptedDialog } from '../testing/scripted-dialog.ts';
import type { RequestOptions, ScriptedPeer } from '../testing/scripted-peer.ts';
import { NOTHING, Stage } from '../testing/subscription-stage.ts';
import type { Notifier } from './notifier.ts';

const STATE = { body: 'here', contentType: 'text/plain' };

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

/** Sends a SUBSCRIBE of Dave to Alice, and waits for its final response. */
async function ask(headers: readonly string[] = [], options: RequestOptions = {}): Promise<IncomingResponse> {
  const lines = headers.some((line) => line.startsWith('Event')) ? headers : ['Event: presence', ...headers];
  const sent = dave.request('SUBSCRIBE', 'sip:alice@example.com', { ...options, headers: lines });
  return dave.expectResponse('*', sent);
}

/** A subscription of Dave to Alice that she has accepted. */
async function accepted(
  accept: (notifier: Notifier) => unknown = (notifier) => notifier.accept({ state: STATE }),
  headers: readonly string[] = ['Expires: 600'],
): Promise<{ notifier: Notifier; response: IncomingResponse; dialog: ScriptedDialog; notify: IncomingRequest }> {
  const notifiers: Notifier[] = [];
  alice.ua.on('subscribe', (notifier) => {
    notifiers.push(notifier);
    accept(notifier);
  });
  const response = await ask(headers);
  const notify = await dave.expect('NOTIFY');
  dave.respond(notify, 200);
  const [notifier] = notifiers;
  if (notifier === undefined) throw new Error('nobody asked');
  return { notifier, response, dialog: dave.dialog(response), notify };
}

const stateOf = (notify: IncomingRequest): string => notify.header('Subscription-State') ?? '';

describe('an incoming SUBSCRIBE', () => {
  test('[PRO-09] that nobody decides about gets 405, and Allow leaves SUBSCRIBE out', async () => {
    const response = await ask();
    expect(response.statusCode).toBe(405);
    expect(response.allow).not.toContain('SUBSCRIBE');
  });

  test('[PRO-09] that a listener leaves unanswered gets 489 (RFC 6665 section 4.2.1.1)', async () => {
    alice.ua.on('subscribe', () => undefined);
    expect((await ask()).statusCode).toBe(489);
  });

  test('[PRO-09] to a package that is not ours gets 489 with Allow-Events, and nobody is asked', async () => {
    let asked = 0;
    alice.ua.on('subscribe', () => (asked += 1));
    alice.ua.userAgent.subscriptions.packages.add('presence');
    const response = await ask(['Event: dialog']);
    expect([response.statusCode, response.header('Allow-Events'), asked]).toEqual([489, 'presence', 0]);
  });

  test.each([[[]], [['Event: bad event']]])('[PRO-09] without a readable Event is refused: %j', async (headers) => {
    alice.ua.on('subscribe', (notifier) => notifier.accept());
    const sent = dave.request('SUBSCRIBE', 'sip:alice@example.com', { headers });
    expect((await dave.expectResponse('*', sent)).statusCode).toBeGreaterThanOrEqual(400);
  });

  test('[PRO-09] can be refused', async () => {
    alice.ua.on('subscribe', (notifier) => notifier.reject({ statusCode: 403, reasonPhrase: 'No' }));
    expect(await ask()).toMatchObject({ statusCode: 403, reasonPhrase: 'No' });
  });

  test('[MOD-01] reaches the delegate of document 002', async () => {
    alice.ua.userAgent.delegate = { onSubscribe: (notifier) => void notifier.reject() };
    expect((await ask()).statusCode).toBe(603);
  });

  test('[PRO-09] whose listener throws is refused', async () => {
    alice.ua.on('subscribe', () => {
      throw new Error('listener');
    });
    expect((await ask()).statusCode).toBe(489);
    expect(stage.box.errors.splice(0)).toHaveLength(1);
  });

  test('[PRO-09] is accepted with 200, Expires and Contact, and a NOTIFY follows at once (section 4.2.1.2)', async () => {
    const { response, notify, notifier } = await accepted();
    expect(response.statusCode).toBe(200);
    expect(response.expires).toBe(600);
    expect(response.contacts).toHaveLength(1);
    expect(notify.toTag).toBe(response.fromTag);
    expect(notify.fromTag).toBe(response.toTag);
    expect(notify.event?.value).toBe('presence');
    expect(stateOf(notify)).toBe('active;expires=600');
    expect(notify.body).toBe('here');
    expect(notifier).toMatchObject({ state: 'Active', event: 'presence', answered: true });
    expect(notifier.remoteIdentity.uri.user).toBe('dave');
  });

  test('[PRO-09] the Event id comes back in the NOTIFY (section 8.2.1)', async () => {
    const { notify } = await accepted(undefined, ['Event: presence;id=42', 'Expires: 600']);
    expect(notify.header('Event')).toBe('presence;id=42');
  });

  test('[PRO-09] gets no more time than it asked for, and less when we say so', async () => {
    const long = await accepted((notifier) => notifier.accept({ expires: 7200 }));
    expect(long.response.expires).toBe(600);
    long.notifier.dispose();
  });

  test('[PRO-09] gets less time when we say so', async () => {
    const { response, notify } = await accepted((notifier) => notifier.accept({ expires: 120 }));
    expect(response.expires).toBe(120);
    expect(stateOf(notify)).toBe('active;expires=120');
  });

  test('[PRO-09] for too short a time gets 423, but never for an hour or more (section 4.2.1.1)', async () => {
    alice.ua.on('subscribe', (notifier) => notifier.accept({ minExpires: 7200 }));
    const brief = await ask(['Expires: 60']);
    expect([brief.statusCode, brief.minExpires]).toEqual([423, 7200]);
    expect((await ask(['Expires: 3600'])).statusCode).toBe(200);
    dave.respond(await dave.expect('NOTIFY'), 481);
    expect((await ask(['Expires: 0'])).statusCode).toBe(200);
    dave.respond(await dave.expect('NOTIFY'), 200);
  });

  test('[PRO-09] with Expires 0 gets the state once (section 4.4.3)', async () => {
    const { notify, notifier, response } = await accepted(undefined, ['Expires: 0']);
    expect(response.expires).toBe(0);
    expect(stateOf(notify)).toBe('terminated;reason=timeout');
    expect(notify.body).toBe('here');
    expect(notifier.state).toBe('Terminated');
  });

  test('[PRO-09] of 2^32-1 seconds lasts a week', async () => {
    const { response } = await accepted(undefined, ['Expires: 4294967295']);
    expect(response.expires).toBe(604_800);
  });

  test('[PRO-09] pending tells nothing, until it is granted or refused (section 4.2.1.3)', async () => {
    const { notifier, notify } = await accepted((each) => each.pending({ state: STATE }));
    expect(stateOf(notify)).toBe('pending;expires=600');
    expect(notify.hasBody).toBe(false);
    expect(() => notifier.notify(STATE)).toThrow(expect.objectContaining({ code: 'INVALID_STATE' }));
    notifier.accept();
    const granted = await dave.expect('NOTIFY');
    dave.respond(granted, 200);
    expect([stateOf(granted), granted.body]).toEqual(['active;expires=600', 'here']);
  });

  test('[PRO-09] pending can be rejected by a NOTIFY', async () => {
    const { notifier } = await accepted((each) => each.pending());
    notifier.terminate('rejected');
    const last = await dave.expect('NOTIFY');
    dave.respond(last, 200);
    expect(stateOf(last)).toBe('terminated;reason=rejected');
  });

  test('[PRO-09] answered twice throws', async () => {
    const { notifier } = await accepted();
    const bad = expect.objectContaining({ code: 'INVALID_STATE' }) as Error;
    expect(() => notifier.accept()).toThrow(bad);
    expect(() => notifier.pending()).toThrow(bad);
    expect(() => notifier.reject()).toThrow(bad);
  });

  test('[PRO-09] a state that cannot be sent throws before anything is answered', async () => {
    const codes: unknown[] = [];
    alice.ua.on('subscribe', (notifier) => {
      for (const act of [
        () => notifier.accept({ state: { body: 'x', contentType: 'a/b\r\nX: y' } }),
        () => notifier.accept({ extraHeaders: ['X-A: 1\nX-B: 2'] }),
        () => notifier.reject({ statusCode: 200 }),
      ]) {
        try {
          act();
        } catch (error) {
          codes.push((error as { code: unknown }).code);
        }
      }
      notifier.reject();
    });
    expect((await ask()).statusCode).toBe(603);
    expect(codes).toEqual(['INVALID_VALUE', 'INVALID_VALUE', 'INVALID_VALUE']);
  });
});

describe('a subscription of theirs', () => {
  test('[PRO-09] is told each new state', async () => {
    const { notifier } = await accepted();
    await stage.box.run(100_000);
    notifier.notify({ body: 'away', contentType: 'text/plain' });
    const notify = await dave.expect('NOTIFY');
    dave.respond(notify, 200);
    expect([notify.body, stateOf(notify)]).toEqual(['away', 'active;expires=500']);
  });

  test('[PRO-09] is refreshed with 200 and the state again (section 4.2.1.4)', async () => {
    const { dialog, notifier } = await accepted();
    let refreshed = 0;
    notifier.on('refreshed', () => (refreshed += 1));
    await stage.box.run(500_000);
    const sent = dialog.send('SUBSCRIBE', { headers: ['Event: presence', 'Expires: 600'] });
    expect((await dave.expectResponse(200, sent)).expires).toBe(600);
    const notify = await dave.expect('NOTIFY');
    dave.respond(notify, 200);
    expect([notify.body, stateOf(notify), refreshed]).toEqual(['here', 'active;expires=600', 1]);
    await stage.box.run(300_000);
    expect(notifier.state).toBe('Active');
  });

  test('[PRO-09] a refresh asks a state that is a function anew', async () => {
    let count = 0;
    const state = (): { body: string; contentType: string } => ({
      body: String((count += 1)),
      contentType: 'text/plain',
    });
    const { dialog, notify } = await accepted((notifier) => notifier.accept({ state }));
    expect(notify.body).toBe('1');
    dialog.send('SUBSCRIBE', { headers: ['Event: presence', 'Expires: 600'] });
    const again = await dave.expect('NOTIFY');
    dave.respond(again, 200);
    expect(again.body).toBe('2');
  });

  test('[PRO-09] a refresh for another event gets 489', async () => {
    const { dialog } = await accepted();
    const sent = dialog.send('SUBSCRIBE', { headers: ['Event: dialog', 'Expires: 600'] });
    await dave.expectResponse(489, sent);
  });

  test('[PRO-09] ends by Expires 0, with a last NOTIFY', async () => {
    const { dialog, notifier } = await accepted();
    const reasons: string[] = [];
    notifier.on('terminated', (reason) => reasons.push(reason));
    await dave.expectResponse(200, dialog.send('SUBSCRIBE', { headers: ['Event: presence', 'Expires: 0'] }));
    const last = await dave.expect('NOTIFY');
    dave.respond(last, 200);
    expect([stateOf(last), reasons]).toEqual(['terminated;reason=timeout', ['timeout']]);
    await dave.expectResponse(481, dialog.send('SUBSCRIBE', { headers: ['Event: presence', 'Expires: 600'] }));
  });

  test('[PRO-09] runs out unless it is refreshed, with a last NOTIFY', async () => {
    const { notifier } = await accepted();
    await stage.box.run(599_000);
    expect(notifier.state).toBe('Active');
    const last = await dave.expect('NOTIFY');
    dave.respond(last, 200);
    expect(stateOf(last)).toBe('terminated;reason=timeout');
    expect(notifier.state).toBe('Terminated');
  });

  test('[PRO-09] is ended by us with a reason, retry-after in seconds, and a last state', async () => {
    const { notifier } = await accepted();
    notifier.terminate('probation', { retryAfter: 90, state: STATE });
    const last = await dave.expect('NOTIFY');
    dave.respond(last, 200);
    expect([stateOf(last), last.body]).toEqual(['terminated;reason=probation;retry-after=90', 'here']);
    notifier.terminate('rejected');
    await dave.expectNothing(1000, 'NOTIFY');
  });

  test.each([404, 405, 410, 416, 481, 482, 489, 501, 604])(
    '[PRO-09] is gone when a NOTIFY is answered %i (section 4.2.2)',
    async (status) => {
      const { notifier } = await accepted();
      notifier.notify(STATE);
      dave.respond(await dave.expect('NOTIFY'), status);
      await stage.box.run(100);
      expect(notifier.state).toBe('Terminated');
      await dave.expectNothing(700_000, 'NOTIFY');
    },
  );

  test.each([400, 403, 500])('[PRO-09] goes on when a NOTIFY is answered %i', async (status) => {
    const { notifier } = await accepted();
    notifier.notify(STATE);
    dave.respond(await dave.expect('NOTIFY'), status);
    await stage.box.run(100);
    expect(notifier.state).toBe('Active');
  });

  test('[PRO-09] is gone when a NOTIFY is not answered (section 4.2.2)', async () => {
    const { notifier } = await accepted();
    notifier.notify(STATE);
    await dave.expect('NOTIFY');
    await stage.box.run(40_000);
    expect(notifier.state).toBe('Terminated');
  });

  test('[UA-03] stop() tells that it may be made elsewhere', async () => {
    await accepted();
    const stopped = stage.outcomeOf(alice.ua.stop());
    const last = await dave.expect('NOTIFY');
    dave.respond(last, 200);
    expect(stateOf(last)).toBe('terminated;reason=deactivated');
    await stopped;
  });

  test.each(['BYE', 'NOTIFY', 'INFO', 'OPTIONS', 'REFER'])(
    '[PRO-12] within its dialog, %s gets one final response and changes nothing',
    async (method) => {
      const { dialog, notifier } = await accepted();
      const headers = method === 'NOTIFY' ? ['Event: presence', 'Subscription-State: active'] : [];
      const { statusCode } = await dave.expectResponse('*', dialog.send(method, { headers }));
      expect(statusCode).toBe(method === 'OPTIONS' ? 200 : method === 'BYE' || method === 'NOTIFY' ? 481 : 405);
      expect(notifier.state).toBe('Active');
    },
  );
});

describe('two phones', () => {
  test('[PRO-09] one follows the other: accepted, told, refreshed, ended', async () => {
    const bob = await stage.box.phone('bob');
    const notifiers: Notifier[] = [];
    bob.ua.on('subscribe', (notifier) => notifiers.push(notifier.accept({ state: STATE, expires: 100 })));
    const subscription = alice.ua.subscribe('bob', 'presence');
    const seen: string[] = [];
    subscription.on('notify', (request) => seen.push(request.body));
    await stage.box.until(() => subscription.state === 'Subscribed');
    notifiers[0]?.notify({ body: 'away', contentType: 'text/plain' });
    await stage.box.until(() => seen.length === 2);
    await stage.box.run(95_000);
    expect(seen).toEqual(['here', 'away', 'away']);
    await stage.outcomeOf(subscription.unsubscribe());
    expect(notifiers).toHaveLength(1);
    expect(notifiers[0]?.state).toBe('Terminated');
    expect(bob.ua.userAgent.subscriptions.size).toBe(0);
  });

  test('[PRO-09] twenty seeds of sudden losses: nothing is left on either side', async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const other = await Stage.open({ seed });
      const bob = await other.box.phone('bob');
      bob.ua.on('subscribe', (notifier) => notifier.accept({ state: STATE, expires: 60 }));
      const subscription = other.alice.ua.subscribe('bob', 'presence');
      await other.box.run(seed * 700);
      other.box.network.closeSockets();
      await other.box.run(seed * 1300);
      if (seed % 3 === 0) void subscription.unsubscribe();
      if (seed % 3 === 1) other.box.network.closeSockets();
      await other.box.run(40_000);
      if (seed % 3 !== 0) expect(subscription.state).not.toBe('Terminated');
      await other.box.close();
      expect(other.leaks(), `seed ${seed}`).toEqual(NOTHING);
      expect(bob.ua.userAgent.subscriptions.size).toBe(0);
      expect(other.box.errors).toEqual([]);
    }
  });
});
