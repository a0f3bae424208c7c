import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Phone } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import { NOTHING, Stage } from '../testing/subscription-stage.ts';
import { Publisher } from './publisher.ts';
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

describe('a NOTIFY without a 200', () => {
  test('[PRO-09] makes a subscription that outlives the SUBSCRIBE nobody answers (RFC 6665 section 4.1.2.4)', async () => {
    const subscription = alice.ua.subscribe('dave', 'presence');
    const failures: string[] = [];
    subscription.on('failed', (_, cause) => failures.push(cause));
    const request = await dave.expect('SUBSCRIBE');
    await stage.notify(dave.dialog(request), 'active;expires=3600');
    await stage.box.run(40_000);
    expect([subscription.state, failures]).toEqual(['Subscribed', []]);
  });

  test('[PRO-09] makes a subscription that a later refusal of another branch does not end', async () => {
    const subscription = alice.ua.subscribe('dave', 'presence');
    const request = await dave.expect('SUBSCRIBE');
    await stage.notify(dave.dialog(request), 'active;expires=3600');
    dave.respond(request, 403);
    await stage.box.run(100);
    expect(subscription.state).toBe('Subscribed');
  });

  test.each([403, undefined])(
    '[PRO-09] that is the last one as well is told although the answer is %s',
    async (status) => {
      const subscription = alice.ua.subscribe('dave', 'presence');
      const told: string[] = [];
      subscription.on('notify', (_, { reason }) => told.push(reason));
      subscription.on('terminated', (reason) => told.push(`over ${reason}`));
      const request = await dave.expect('SUBSCRIBE');
      await stage.notify(dave.dialog(request), 'terminated;reason=noresource');
      if (status !== undefined) dave.respond(request, status);
      await stage.box.run(40_000);
      expect(told).toEqual(['noresource', 'over noresource']);
      expect(await stage.outcomeOf(subscription.response)).toMatchObject({ code: 'INVALID_STATE' });
    },
  );
});

describe('listeners', () => {
  test('[UA-06] come and go: once, off, and the functions that on() returns', async () => {
    const { subscription, dialog } = await stage.subscribed();
    const seen: string[] = [];
    const listener = (): void => void seen.push('off');
    const stop = subscription.on('notify', () => seen.push('stopped'));
    subscription.once('notify', () => seen.push('once'));
    subscription.on('notify', listener);
    subscription.off('notify', listener);
    stop();
    const changed = (state: string): void => void seen.push(state);
    subscription.stateChange.addListener(changed);
    subscription.stateChange.removeListener(changed);
    await stage.notify(dialog, 'active');
    await stage.notify(dialog, 'terminated;reason=noresource');
    expect(seen).toEqual(['once']);
  });

  test('[UA-09] the UA tells message, notify and subscribe, and its snapshot is watched beside them', async () => {
    const seen: string[] = [];
    alice.ua.on('message', (message) => seen.push(`message ${message.body}`));
    alice.ua.once('notify', (notify) => seen.push(`notify ${notify.method}`));
    alice.ua.on('subscribe', (notifier) => seen.push(`subscribe ${notifier.event}`));
    dave.request('MESSAGE', 'sip:alice@example.com', { body: 'hi', contentType: 'text/plain' });
    await dave.expectResponse(200, 'MESSAGE');
    const headers = ['Event: presence', 'Subscription-State: active'];
    await dave.expectResponse(481, dave.request('NOTIFY', 'sip:alice@example.com', { headers }));
    await dave.expectResponse(489, dave.request('SUBSCRIBE', 'sip:alice@example.com', { headers }));
    expect(seen).toEqual(['message hi', 'notify NOTIFY', 'subscribe presence']);
  });
});

describe('limits', () => {
  test('[PRO-09] further subscribers are refused with 480 and Retry-After when there are too many', async () => {
    const { subscriptions } = alice.ua.userAgent;
    const fakes = Array.from({ length: 500 }, () => ({ end: () => Promise.resolve(), dispose: () => undefined }));
    for (const fake of fakes) subscriptions.adopt(fake);
    alice.ua.on('subscribe', (notifier) => notifier.accept());
    const sent = dave.request('SUBSCRIBE', 'sip:alice@example.com', { headers: ['Event: presence'] });
    expect((await dave.expectResponse(480, sent)).retryAfter?.seconds).toBe(300);
    for (const fake of fakes) subscriptions.forget(fake);
  });

  test('[PRO-09] a SUBSCRIBE without Expires asks for an hour', async () => {
    alice.ua.on('subscribe', (notifier) => notifier.accept());
    const sent = dave.request('SUBSCRIBE', 'sip:alice@example.com', { headers: ['Event: presence'] });
    expect((await dave.expectResponse(200, sent)).expires).toBe(3600);
    dave.respond(await dave.expect('NOTIFY'), 481);
  });

  test('[PRO-09] a subscriber that was never started lives without a trace', async () => {
    const subscriber = new Subscriber(alice.ua.userAgent, 'dave', 'presence', {
      accept: ['text/plain', 'text/html'],
      body: '<filter/>',
      extraHeaders: ['Content-Type: application/simple-filter+xml', 'Expires: 5', 'Event: other'],
    });
    expect(subscriber.request.headers.get('Accept')).toBe('text/plain, text/html');
    expect(subscriber.request.headers.all('Event')).toEqual(['presence']);
    expect(subscriber.request.headers.all('Expires')).toEqual(['3600']);
    expect(subscriber.request.body?.contentType).toBe('application/simple-filter+xml');
    subscriber.refresh();
    await subscriber.unsubscribe();
    expect(subscriber.state).toBe('Terminated');
  });

  test('[PRO-09] a refresh that is under way is not doubled, and unsubscribe() goes before it', async () => {
    const { subscription, dialog } = await stage.subscribed();
    await stage.box.run(3000);
    subscription.refresh();
    const refresh = await dave.expect('SUBSCRIBE');
    subscription.refresh();
    await dave.expectNothing(5000, 'SUBSCRIBE');
    const done = stage.outcomeOf(subscription.unsubscribe());
    const last = await dave.expect('SUBSCRIBE');
    expect(last.expires).toBe(0);
    dave.respond(refresh, 481);
    stage.accept(last, 0);
    await stage.notify(dialog, 'terminated;reason=timeout');
    await done;
    expect(subscription.state).toBe('Terminated');
  });

  test('[PRO-09] a refresh that is refused shows its error, and the next NOTIFY clears it', async () => {
    const { subscription } = await stage.subscribed();
    const told: string[] = [];
    subscription.on('rejected', (response, cause) => told.push(`rejected ${response.statusCode} ${cause}`));
    subscription.on('failed', (response, cause) => told.push(`failed ${String(response?.statusCode)} ${cause}`));
    await stage.box.run(3000);
    subscription.refresh();
    dave.respond(await dave.expect('SUBSCRIBE'), 480, { headers: ['Retry-After: 20'] });
    await stage.box.run(100);
    expect(told).toEqual(['rejected 480 Unavailable', 'failed 480 Unavailable']);
    expect(subscription.getSnapshot()).toMatchObject({ status: 'waiting', error: { statusCode: 480 } });
    const again = await dave.expect('SUBSCRIBE', { timeout: 30_000 });
    stage.accept(again);
    await stage.notify(dave.dialog(again), 'active;expires=3600');
    expect(subscription.getSnapshot()).toMatchObject({ status: 'active', error: null, retryAt: null });
  });

  test('[UA-05] a text too long for MESSAGE is sent, with a warning in the log (RFC 3428 section 8)', async () => {
    const message = alice.ua.message('dave', 'x'.repeat(2000));
    const request = await dave.expect('MESSAGE');
    expect(request.body).toHaveLength(2000);
    dave.respond(request, 200, { contact: null });
    await stage.outcomeOf(message);
  });
});

describe('a publication', () => {
  test('[PRO-09] whose refresh is refused for good counts as gone', async () => {
    const publisher = alice.ua.publish('dave', 'presence', 'open', { expires: 60 });
    const told: string[] = [];
    publisher.on('unpublished', () => told.push('unpublished'));
    publisher.on('failed', (error) => told.push(`failed ${String(error.statusCode)}`));
    dave.respond(await dave.expect('PUBLISH'), 200, { contact: null, headers: ['SIP-ETag: a', 'Expires: 60'] });
    dave.respond(await dave.expect('PUBLISH', { timeout: 60_000 }), 403, { contact: null });
    await stage.box.run(100);
    expect(told).toEqual(['unpublished', 'failed 403']);
    await dave.expectNothing(600_000, 'PUBLISH');
  });

  test('[PRO-09] whose removal is refused rejects, and is refreshed no more', async () => {
    const publisher = alice.ua.publish('dave', 'presence', 'open');
    dave.respond(await dave.expect('PUBLISH'), 200, { contact: null, headers: ['SIP-ETag: a', 'Expires: 3600'] });
    await stage.box.until(() => publisher.state === 'Published');
    const done = stage.outcomeOf(publisher.unpublish());
    dave.respond(await dave.expect('PUBLISH'), 403, { contact: null });
    expect(await done).toMatchObject({ statusCode: 403 });
    expect(publisher.state).toBe('Unpublished');
  });

  test('[PRO-09] with retry off is not tried again', async () => {
    const publisher = new Publisher(alice.ua.userAgent, 'dave', 'presence', { retry: false });
    const done = stage.outcomeOf(publisher.publish('open', 'text/html'));
    const request = await dave.expect('PUBLISH');
    expect(request.contentType?.type).toBe('text/html');
    dave.respond(request, 480, { contact: null, headers: ['Retry-After: 5'] });
    expect(await done).toMatchObject({ statusCode: 480 });
    await dave.expectNothing(60_000, 'PUBLISH');
  });

  test('[PRO-09] disposed of while it is sent tells nothing more', async () => {
    const publisher = alice.ua.publish('dave', 'presence', 'open');
    const told: string[] = [];
    publisher.on('published', () => told.push('published'));
    publisher.on('failed', () => told.push('failed'));
    const request = await dave.expect('PUBLISH');
    publisher.dispose();
    dave.respond(request, 200, { contact: null, headers: ['SIP-ETag: a'] });
    await stage.box.run(1000);
    expect([told, publisher.state]).toEqual([[], 'Terminated']);
  });
});
