import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncomingRequest } from '../message/incoming-message.ts';
import { MessageText } from '../testing/message-text.ts';
import type { Phone } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import { NOTHING, Stage } from '../testing/subscription-stage.ts';
import type { SubscribeOptions } from '../ua/ua.ts';
import type { Notification } from './notification.ts';
import { Subscriber } from './subscriber.ts';

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

describe('subscribe()', () => {
  test('[UA-06] sends a SUBSCRIBE with Event, Expires, Contact and Accept (RFC 6665 section 4.1.2.1)', async () => {
    const subscription = alice.ua.subscribe('dave', 'presence', { extraHeaders: ['X-Foo: bar'] });
    expect(subscription).toBeInstanceOf(Subscriber);
    const request = await dave.expect('SUBSCRIBE');
    expect(request.event?.value).toBe('presence');
    expect(request.expires).toBe(3600);
    expect(request.contacts).toHaveLength(1);
    expect(request.header('Accept')).toBe('application/pidf+xml');
    expect(request.header('X-Foo')).toBe('bar');
    expect(request.to.uri.toString()).toBe('sip:dave@example.com');
    dave.respond(request, 403);
    await stage.outcomeOf(subscription.response);
  });

  test('[UA-06] lasts an hour at least, unless a shorter time is asked for on purpose', async () => {
    const ask = async (options: SubscribeOptions | undefined): Promise<number | undefined> => {
      const subscription = alice.ua.subscribe('dave', 'presence', options);
      const request = await dave.expect('SUBSCRIBE');
      dave.respond(request, 403);
      await stage.outcomeOf(subscription.response);
      return request.expires;
    };
    expect(await ask(undefined)).toBe(3600);
    expect(await ask({ expires: 60 })).toBe(3600);
    expect(await ask({ expires: 7200 })).toBe(7200);
    expect(await ask({ expires: 60, allowShortExpires: true })).toBe(60);
  });

  test('[UA-06] carries a body and its type', async () => {
    const subscription = alice.ua.subscribe('dave', 'presence', { body: '<filter/>', contentType: 'application/xml' });
    const request = await dave.expect('SUBSCRIBE');
    expect([request.body, request.contentType?.type]).toEqual(['<filter/>', 'application/xml']);
    dave.respond(request, 403);
    await stage.outcomeOf(subscription.response);
  });

  test('[UA-06] is a ClientContext: ua, method, request, identities, data', async () => {
    const subscription = alice.ua.subscribe('dave', 'presence');
    expect(subscription.ua).toBe(alice.ua);
    expect(subscription.method).toBe('SUBSCRIBE');
    expect(subscription.request.method).toBe('SUBSCRIBE');
    expect(subscription.localIdentity.uri.user).toBe('alice');
    expect(subscription.remoteIdentity.uri.user).toBe('dave');
    expect(subscription.data).toEqual({});
    subscription.dispose();
    await stage.box.run(100);
  });

  test.each([
    ['event', 'pre sence', {}],
    ['event', 'presence\r\nX: y', {}],
    ['event', '', {}],
    ['id', 'presence', { id: 'a b' }],
    ['expires', 'presence', { expires: Number.NaN, allowShortExpires: true }],
    ['extra header', 'presence', { extraHeaders: ['X-A: 1\r\nX-B: 2'] }],
    ['content type', 'presence', { body: 'x', contentType: 'a/b\r\nX: y' }],
  ])('[UA-06] throws for a bad %s, and nothing is sent', async (_, event, options) => {
    expect(() => alice.ua.subscribe('dave', event, options)).toThrow(
      expect.objectContaining({ code: 'INVALID_VALUE' }),
    );
    await dave.expectNothing(100, 'SUBSCRIBE');
  });

  test('[UA-06] tells accepted, then each NOTIFY, and its states', async () => {
    const subscription = alice.ua.subscribe('dave', 'presence');
    const told: string[] = [];
    subscription.stateChange.addListener((state) => told.push(state));
    subscription.on('accepted', (response, cause) => told.push(`accepted ${response.statusCode} ${cause}`));
    subscription.on('notify', (request, { state }) => told.push(`notify ${state} ${request.body}`));
    const request = await dave.expect('SUBSCRIBE');
    stage.accept(request);
    const dialog = dave.dialog(request);
    expect(await stage.notify(dialog, 'pending;expires=3600')).toBe(200);
    expect(subscription.getSnapshot()).toMatchObject({ status: 'pending', state: 'Subscribed', notifiers: 1 });
    expect(await stage.notify(dialog, 'active;expires=3500', { body: 'here', contentType: 'text/plain' })).toBe(200);
    expect(subscription.getSnapshot()).toMatchObject({ status: 'active', error: null });
    expect(told).toEqual(['accepted 200 OK', 'Subscribed', 'notify pending ', 'notify active here']);
  });

  test('[MOD-06] Subscriber does the same with a user agent, and resolves with the 200', async () => {
    const subscriber = new Subscriber(alice.ua.userAgent, 'sip:dave@example.com', 'dialog', { expires: 120 });
    expect([subscriber.state, subscriber.ua]).toEqual(['Initial', alice.ua.userAgent]);
    const states: string[] = [];
    subscriber.stateChange.addListener((state) => states.push(state), { once: true });
    const accepted = subscriber.subscribe();
    expect(subscriber.state).toBe('NotifyWait');
    const request = await dave.expect('SUBSCRIBE');
    expect(request.header('Accept')).toBe('application/dialog-info+xml');
    stage.accept(request);
    expect(await stage.outcomeOf(accepted)).toMatchObject({ statusCode: 200 });
    await stage.notify(dave.dialog(request), 'active;expires=120', { event: 'dialog' });
    expect(subscriber.state).toBe('Subscribed');
    expect(states).toEqual(['NotifyWait']);
  });

  test('[MOD-06] the snapshot is frozen, and told once for each change', async () => {
    const { subscription, dialog } = await stage.subscribed();
    const before = subscription.getSnapshot();
    let changes = 0;
    const stop = subscription.subscribe(() => (changes += 1));
    expect(Object.isFrozen(before)).toBe(true);
    expect(before).toMatchObject({ event: 'presence', target: 'sip:dave@example.com', retryAt: null });
    expect(before.expiresAt).toBe(stage.box.clock.now() + 3_600_000);
    await stage.notify(dialog, 'pending;expires=3600');
    expect(changes).toBeGreaterThan(0);
    stop();
    const seen = changes;
    await stage.notify(dialog, 'active;expires=3600');
    expect(changes).toBe(seen);
  });

  test('[UA-09] subscribe(listener) of the UA still watches its snapshot', async () => {
    let changes = 0;
    const stop = alice.ua.subscribe(() => (changes += 1));
    await stage.outcomeOf(alice.ua.unregister());
    expect(changes).toBeGreaterThan(0);
    stop();
  });

  test('[PRO-09] answers a challenge with the same Call-ID and From tag', async () => {
    const other = await Stage.open({ proxy: { challenge: true } });
    const { first, subscription } = await other.subscribed();
    expect(first.cseq.seq).toBe(2);
    expect(subscription.state).toBe('Subscribed');
    await other.box.close();
    expect(other.leaks()).toEqual(NOTHING);
  });
});

describe('the first NOTIFY', () => {
  test('[PRO-09] may come before the 200 (RFC 6665 section 4.1.2.4)', async () => {
    const subscription = alice.ua.subscribe('dave', 'presence');
    const request = await dave.expect('SUBSCRIBE');
    const dialog = dave.dialog(request);
    expect(await stage.notify(dialog, 'active;expires=3600')).toBe(200);
    expect(subscription.state).toBe('Subscribed');
    stage.accept(request);
    expect(await stage.outcomeOf(subscription.response)).toMatchObject({ statusCode: 200 });
    subscription.refresh();
    await dave.expect('SUBSCRIBE');
  });

  test('[PRO-09] makes the dialog: Call-ID and From tag alone are not enough for another event', async () => {
    const subscription = alice.ua.subscribe('dave', 'presence');
    const request = await dave.expect('SUBSCRIBE');
    const dialog = dave.dialog(request);
    expect(await stage.notify(dialog, 'active', { event: 'dialog' })).toBe(489);
    expect(await stage.notify(dialog, 'active', { event: 'presence;id=7' })).toBe(481);
    expect(subscription.state).toBe('NotifyWait');
    expect(await stage.notify(dialog, 'active')).toBe(200);
    expect(subscription.state).toBe('Subscribed');
  });

  test('[PRO-09] without Subscription-State gets 400', async () => {
    const subscription = alice.ua.subscribe('dave', 'presence');
    const request = await dave.expect('SUBSCRIBE');
    const dialog = dave.dialog(request);
    const sent = dialog.send('NOTIFY', { headers: ['Event: presence'] });
    await dave.expectResponse(400, sent);
    expect(subscription.state).toBe('NotifyWait');
    subscription.dispose();
  });

  test('[PRO-09] that never comes is a failure after 64*T1 (Timer N)', async () => {
    const subscription = alice.ua.subscribe('dave', 'presence', { retry: false });
    const told: string[] = [];
    subscription.on('failed', (response, cause) => told.push(`${String(response === null)} ${cause}`));
    subscription.on('terminated', (reason) => told.push(`terminated ${reason}`));
    stage.accept(await dave.expect('SUBSCRIBE'));
    await stage.box.run(31_000);
    expect(subscription.state).toBe('NotifyWait');
    await stage.box.run(2000);
    expect(subscription.state).toBe('Terminated');
    expect(told).toEqual(['true Request Timeout', 'terminated ']);
    expect(subscription.getSnapshot().error?.code).toBe('NO_NOTIFY');
  });

  test('[PRO-09] that comes after Timer N gets 481', async () => {
    alice.ua.subscribe('dave', 'presence', { retry: false });
    const request = await dave.expect('SUBSCRIBE');
    stage.accept(request);
    await stage.box.run(33_000);
    expect(await stage.notify(dave.dialog(request), 'active')).toBe(481);
  });

  test('[PRO-09] brings the route that later SUBSCRIBEs take (section 4.4.1)', async () => {
    const subscription = alice.ua.subscribe('dave', 'presence');
    const request = await dave.expect('SUBSCRIBE');
    stage.accept(request);
    const dialog = dave.dialog(request);
    await stage.notify(dialog, 'active;expires=3600', {
      headers: ['Record-Route: <sip:proxy.example.com;transport=ws;lr>, <sip:edge.example.com;lr>'],
    });
    await stage.box.run(3000);
    subscription.refresh();
    // The server strikes its own entry out, and knows no way to the next.
    await stage.box.run(100);
    const [, sent] = stage.box.network.trace.find('SUBSCRIBE').filter((entry) => entry.user === 'alice');
    expect(MessageText.parse(sent?.text ?? '').all('Route')).toEqual([
      '<sip:proxy.example.com;transport=ws;lr>',
      '<sip:edge.example.com;lr>',
    ]);
    subscription.dispose();
  });

  test('[PRO-09] without Record-Route leaves the route that the 200 recorded, as proxies of RFC 3265 have it', async () => {
    const { subscription } = await stage.subscribed();
    await stage.box.run(3000);
    subscription.refresh();
    const refresh = await dave.expect('SUBSCRIBE');
    expect(refresh.requestUri.toString()).toBe(dave.contact);
    expect(refresh.toTag).toBeDefined();
    stage.accept(refresh);
  });
});

describe('forked', () => {
  async function forked(event: string): Promise<{ subscription: Subscriber; request: IncomingRequest }> {
    const subscription = alice.ua.subscribe('dave', event);
    const request = await dave.expect('SUBSCRIBE');
    stage.accept(request, 3600, { toTag: 'one' });
    expect(await stage.notify(dave.dialog(request, { toTag: 'one' }), 'active;expires=3600', { event })).toBe(200);
    return { subscription, request };
  }

  test('[PRO-09] each NOTIFY with another tag makes a subscription of its own (section 4.4.1)', async () => {
    const { subscription, request } = await forked('dialog');
    const seen: Notification[] = [];
    subscription.on('notify', (_, notification) => seen.push(notification));
    const two = dave.dialog(request, { toTag: 'two' });
    expect(
      await stage.notify(two, 'active;expires=600', { event: 'dialog', body: 'two', contentType: 'text/plain' }),
    ).toBe(200);
    expect(subscription.getSnapshot()).toMatchObject({ notifiers: 2, status: 'active' });
    expect(seen.map(({ request: notify }) => notify.fromTag)).toEqual(['two']);
    expect(await stage.notify(two, 'terminated;reason=noresource', { event: 'dialog' })).toBe(200);
    expect(subscription.getSnapshot()).toMatchObject({ notifiers: 1, status: 'active' });
  });

  test('[PRO-09] each is refreshed in its own dialog', async () => {
    const { subscription, request } = await forked('dialog');
    await stage.notify(dave.dialog(request, { toTag: 'two' }), 'active;expires=3600', {
      event: 'dialog',
      headers: ['Record-Route: <sip:proxy.example.com;transport=ws;lr>'],
    });
    await stage.box.run(3000);
    subscription.refresh();
    const tags = [(await dave.expect('SUBSCRIBE')).toTag, (await dave.expect('SUBSCRIBE')).toTag];
    expect(tags.sort()).toEqual(['one', 'two']);
  });

  test('[PRO-09] a package that allows one notifier refuses the others with 481 (section 5.4.9)', async () => {
    const { subscription, request } = await forked('presence');
    expect(await stage.notify(dave.dialog(request, { toTag: 'two' }), 'active;expires=600')).toBe(481);
    expect(subscription.getSnapshot().notifiers).toBe(1);
  });

  test('[PRO-09] no more than sixteen notifiers are followed', async () => {
    const { subscription, request } = await forked('dialog');
    const statuses: number[] = [];
    for (let count = 2; count <= 18; count += 1) {
      const dialog = dave.dialog(request, { toTag: `tag${count}` });
      statuses.push(await stage.notify(dialog, 'active;expires=600', { event: 'dialog' }));
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(15);
    expect(subscription.getSnapshot().notifiers).toBe(16);
    subscription.dispose();
  });
});

describe('a NOTIFY', () => {
  test('[PRO-09] moves the remote target (RFC 6665 section 4.1.3, RFC 3261 section 12.2)', async () => {
    const { subscription, dialog } = await stage.subscribed();
    const sent = dialog.build('NOTIFY', { headers: ['Event: presence', 'Subscription-State: active;expires=3600'] });
    const moved = dave.contact.replace('sip:dave@', 'sip:elsewhere@');
    sent.set('Contact', `<${moved}>`);
    dave.send(sent);
    await dave.expectResponse(200, sent);
    await stage.box.run(3000);
    subscription.refresh();
    expect((await dave.expect('SUBSCRIBE')).requestUri.toString()).toBe(moved);
  });

  test('[PRO-09] out of order gets 500 (RFC 3261 section 12.2.2)', async () => {
    const { dialog, subscription } = await stage.subscribed();
    const seen: string[] = [];
    subscription.on('notify', (request) => seen.push(request.body));
    const headers = ['Event: presence', 'Subscription-State: active'];
    await dave.expectResponse(500, dialog.send('NOTIFY', { headers, cseq: 1 }));
    expect(seen).toEqual([]);
  });

  test('[PRO-09] of a dialog of ours but of another event gets 489, of another id 481', async () => {
    const { dialog } = await stage.subscribed();
    expect(await stage.notify(dialog, 'active', { event: 'dialog' })).toBe(489);
    expect(await stage.notify(dialog, 'active', { event: 'presence;id=1' })).toBe(481);
  });

  test('[PRO-09] the id of the Event tells two subscriptions apart (section 8.2.1)', async () => {
    const subscription = alice.ua.subscribe('dave', 'presence', { id: 'x7' });
    const request = await dave.expect('SUBSCRIBE');
    expect(request.header('Event')).toBe('presence;id=x7');
    stage.accept(request);
    const dialog = dave.dialog(request);
    expect(await stage.notify(dialog, 'active;expires=3600')).toBe(481);
    expect(await stage.notify(dialog, 'active;expires=3600', { event: 'presence;id=x7' })).toBe(200);
    expect(subscription.state).toBe('Subscribed');
  });

  test('[PRO-09] is answered 200 although a listener throws', async () => {
    const { subscription, dialog } = await stage.subscribed();
    subscription.on('notify', () => {
      throw new Error('listener');
    });
    expect(await stage.notify(dialog, 'active;expires=3600')).toBe(200);
    expect(stage.box.errors.splice(0)).toHaveLength(1);
  });

  test.each(['BYE', 'INFO', 'OPTIONS', 'MESSAGE', 'SUBSCRIBE', 'INVITE', 'REFER', 'UPDATE', 'PUBLISH'])(
    '[PRO-12] within the dialog, %s gets one final response and changes nothing',
    async (method) => {
      const { dialog, subscription } = await stage.subscribed();
      const sent = dialog.send(method);
      const { statusCode } = await dave.expectResponse('*', sent);
      expect(statusCode).toBe(method === 'OPTIONS' ? 200 : method === 'BYE' ? 481 : 405);
      if (method === 'INVITE') await stage.box.run(1000);
      expect(subscription.state).toBe('Subscribed');
    },
  );
});
