import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncomingRequest } from '../message/incoming-message.ts';
import type { Phone } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import { NOTHING, Stage } from '../testing/subscription-stage.ts';
import { Publisher } from './publisher.ts';

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

const tagOf = (request: IncomingRequest): string | undefined => request.header('SIP-If-Match');
const publishes = (): number =>
  dave.received.filter((entry) => entry.kind === 'request' && entry.method === 'PUBLISH').length;

function accept(request: IncomingRequest, tag: string, expires = request.expires ?? 0): void {
  dave.respond(request, 200, { contact: null, headers: [`SIP-ETag: ${tag}`, `Expires: ${expires}`] });
}

async function published(expires = 3600): Promise<Publisher> {
  const publisher = alice.ua.publish('dave', 'presence', 'open', { expires, contentType: 'application/pidf+xml' });
  accept(await dave.expect('PUBLISH'), 'tag1');
  await stage.box.until(() => publisher.state === 'Published');
  return publisher;
}

describe('publish()', () => {
  test('[UA-06] sends a PUBLISH with Event, Expires and the state, and no entity tag (RFC 3903 section 4.2)', async () => {
    const publisher = alice.ua.publish('dave', 'presence', 'open', {
      expires: 600,
      contentType: 'application/pidf+xml',
      extraHeaders: ['X-Foo: bar'],
    });
    expect(publisher).toBeInstanceOf(Publisher);
    const request = await dave.expect('PUBLISH');
    expect(request.event?.value).toBe('presence');
    expect(request.expires).toBe(600);
    expect(request.body).toBe('open');
    expect(request.contentType?.type).toBe('application/pidf+xml');
    expect(request.header('X-Foo')).toBe('bar');
    expect(tagOf(request)).toBeUndefined();
    accept(request, 'a');
    await stage.box.until(() => publisher.state === 'Published');
  });

  test('[MOD-06] Publisher resolves with the 200 and tells its states', async () => {
    const publisher = new Publisher(alice.ua.userAgent, 'sip:dave@example.com', 'presence');
    const told: string[] = [];
    publisher.on('stateChange', (state) => told.push(state));
    publisher.on('published', () => told.push('published'));
    publisher.on('unpublished', () => told.push('unpublished'));
    const first = stage.outcomeOf(publisher.publish('open'));
    accept(await dave.expect('PUBLISH'), 'a');
    expect(await first).toMatchObject({ statusCode: 200 });
    const removed = stage.outcomeOf(publisher.unpublish());
    accept(await dave.expect('PUBLISH'), 'b');
    await removed;
    expect(told).toEqual(['Published', 'published', 'Unpublished', 'unpublished']);
  });

  test.each([
    ['event', 'pre sence', {}],
    ['expires', 'presence', { expires: 0 }],
    ['content type', 'presence', { contentType: 'a/b\r\nX: y' }],
    ['extra header', 'presence', { extraHeaders: ['X-A: 1\r\nX-B: 2'] }],
  ])('[UA-06] throws for a bad %s, and nothing is sent', async (_, event, options) => {
    expect(() => alice.ua.publish('dave', event, 'x', options)).toThrow(
      expect.objectContaining({ code: 'INVALID_VALUE' }),
    );
    await dave.expectNothing(100, 'PUBLISH');
  });

  test('[PRO-09] modifies with a body and the entity tag of the last answer (section 4.4)', async () => {
    const publisher = await published();
    const done = stage.outcomeOf(publisher.publish('busy'));
    const second = await dave.expect('PUBLISH');
    expect([tagOf(second), second.body]).toEqual(['tag1', 'busy']);
    accept(second, 'tag2');
    await done;
    void publisher.publish('free');
    const third = await dave.expect('PUBLISH');
    expect(tagOf(third)).toBe('tag2');
    accept(third, 'tag3');
  });

  test('[PRO-09] sends one at a time (section 4)', async () => {
    const publisher = await published();
    const both = stage.outcomeOf(Promise.all([publisher.publish('one'), publisher.publish('two')]));
    const one = await dave.expect('PUBLISH');
    await dave.expectNothing(2000, 'PUBLISH');
    accept(one, 'tag2');
    const two = await dave.expect('PUBLISH');
    expect([tagOf(two), two.body]).toEqual(['tag2', 'two']);
    accept(two, 'tag3');
    await both;
  });

  test('[PRO-09] after 412 publishes anew without an entity tag, once (section 5)', async () => {
    const publisher = await published();
    const done = stage.outcomeOf(publisher.publish('busy'));
    dave.respond(await dave.expect('PUBLISH'), 412, { contact: null });
    const again = await dave.expect('PUBLISH');
    expect([tagOf(again), again.body]).toEqual([undefined, 'busy']);
    accept(again, 'tag9');
    expect(await done).toMatchObject({ statusCode: 200 });
  });

  test('[PRO-09] 412 to what has no entity tag is a failure, and no loop', async () => {
    const publisher = alice.ua.publish('dave', 'presence', 'open');
    const errors: unknown[] = [];
    publisher.on('failed', (error) => errors.push(error.statusCode));
    dave.onMessage = (entry) => {
      if (entry.message?.kind !== 'request') return false;
      dave.respond(entry.message, 412, { contact: null });
      return true;
    };
    await stage.box.run(60_000);
    expect([errors, publishes()]).toEqual([[412], 1]);
  });

  test('[PRO-09] after 423 asks for the time that is wanted (section 5)', async () => {
    const publisher = alice.ua.publish('dave', 'presence', 'open', { expires: 60 });
    dave.respond(await dave.expect('PUBLISH'), 423, { contact: null, headers: ['Min-Expires: 600'] });
    const again = await dave.expect('PUBLISH');
    expect([again.expires, again.body]).toEqual([600, 'open']);
    accept(again, 'a');
    await stage.box.until(() => publisher.state === 'Published');
  });

  test('[PRO-09] a minimum that keeps growing is not followed for ever', async () => {
    alice.ua.publish('dave', 'presence', 'open', { expires: 60 });
    let least = 60;
    dave.onMessage = (entry) => {
      if (entry.message?.kind !== 'request') return false;
      least += 60;
      dave.respond(entry.message, 423, { contact: null, headers: [`Min-Expires: ${least}`] });
      return true;
    };
    await stage.box.run(120_000);
    expect(publishes()).toBe(4);
  });

  test.each([403, 404, 489, 603])('[PRO-09] refused with %i fails and is not tried again', async (status) => {
    const publisher = new Publisher(alice.ua.userAgent, 'dave', 'presence');
    const done = stage.outcomeOf(publisher.publish('open'));
    dave.respond(await dave.expect('PUBLISH'), status, { contact: null });
    expect(await done).toMatchObject({ code: 'RESPONSE', statusCode: status });
    expect(publisher.state).toBe('Initial');
    await dave.expectNothing(600_000, 'PUBLISH');
  });

  test('[PRO-09] refused with Retry-After is tried again with the whole state', async () => {
    alice.ua.publish('dave', 'presence', 'open');
    dave.respond(await dave.expect('PUBLISH'), 480, { contact: null, headers: ['Retry-After: 30'] });
    await dave.expectNothing(29_000, 'PUBLISH');
    const again = await dave.expect('PUBLISH');
    expect([again.body, tagOf(again)]).toEqual(['open', undefined]);
    accept(again, 'a');
  });
});

describe('what is published', () => {
  test('[PRO-09] is refreshed before its time by the entity tag alone (section 4.3)', async () => {
    await published(600);
    const start = stage.box.clock.now();
    const refresh = await dave.expect('PUBLISH', { timeout: 600_000 });
    expect(stage.box.clock.now() - start).toBeLessThanOrEqual(540_000);
    expect([tagOf(refresh), refresh.hasBody, refresh.expires]).toEqual(['tag1', false, 600]);
    accept(refresh, 'tag2');
    const next = await dave.expect('PUBLISH', { timeout: 600_000 });
    expect(tagOf(next)).toBe('tag2');
    accept(next, 'tag3');
  });

  test('[PRO-09] is published anew when a refresh gets 412', async () => {
    await published(600);
    dave.respond(await dave.expect('PUBLISH', { timeout: 600_000 }), 412, { contact: null });
    const again = await dave.expect('PUBLISH');
    expect([tagOf(again), again.body]).toEqual([undefined, 'open']);
    accept(again, 'tag2');
  });

  test('[PRO-09] lasts as long as the answer says, and is refreshed in time', async () => {
    const publisher = alice.ua.publish('dave', 'presence', 'open', { expires: 3600 });
    accept(await dave.expect('PUBLISH'), 'a', 60);
    const refresh = await dave.expect('PUBLISH', { timeout: 60_000 });
    accept(refresh, 'b', 60);
    await stage.box.run(100);
    expect(publisher.state).toBe('Published');
  });

  test.each([
    ['of no duration', 0],
    ['of one second', 1],
  ])('[PRO-09] a server that grants a publication %s is asked at most once in two seconds', async (_, expires) => {
    const times: number[] = [];
    dave.onMessage = (entry) => {
      if (entry.message?.kind !== 'request') return false;
      times.push(stage.box.clock.now());
      accept(entry.message, `tag${times.length}`, expires);
      return true;
    };
    alice.ua.publish('dave', 'presence', 'open');
    await stage.box.run(60_000);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2000);
  });

  test('[PRO-09] of 2^32-1 seconds is no storm', async () => {
    alice.ua.publish('dave', 'presence', 'open', { expires: 2 ** 32 - 1 });
    accept(await dave.expect('PUBLISH'), 'a', 2 ** 32 - 1);
    await dave.expectNothing(86_400_000, 'PUBLISH');
  });

  test('[PRO-09] without an entity tag in the answer is published whole again', async () => {
    const publisher = alice.ua.publish('dave', 'presence', 'open', { expires: 60 });
    dave.respond(await dave.expect('PUBLISH'), 200, { contact: null, headers: ['Expires: 60'] });
    const again = await dave.expect('PUBLISH', { timeout: 60_000 });
    expect([tagOf(again), again.body]).toEqual([undefined, 'open']);
    accept(again, 'a');
    await stage.box.until(() => publisher.state === 'Published');
  });

  test('[PRO-09] is removed by Expires 0 and the entity tag, without a body (section 4.5)', async () => {
    const publisher = await published();
    const done = stage.outcomeOf(publisher.unpublish());
    const request = await dave.expect('PUBLISH');
    expect([tagOf(request), request.expires, request.hasBody]).toEqual(['tag1', 0, false]);
    accept(request, 'tag2', 0);
    expect(await done).toBeUndefined();
    expect(publisher.state).toBe('Unpublished');
    await dave.expectNothing(7_200_000, 'PUBLISH');
  });

  test('[PRO-09] can be published again after its removal, as something new', async () => {
    const publisher = await published();
    const done = stage.outcomeOf(publisher.unpublish());
    dave.respond(await dave.expect('PUBLISH'), 412, { contact: null });
    expect(await done).toBeUndefined();
    void publisher.publish('again');
    const request = await dave.expect('PUBLISH');
    expect([tagOf(request), request.body]).toEqual([undefined, 'again']);
    accept(request, 'tag7');
  });

  test('[PRO-09] counts as gone when its time is over and no refresh came through', async () => {
    const publisher = await published(60);
    dave.onMessage = () => true;
    await stage.box.run(70_000);
    expect(publisher.state).toBe('Unpublished');
  });

  test('[PRO-09] is refreshed after the connection came back', async () => {
    await published(60);
    stage.box.network.closeSockets();
    const refresh = await dave.expect('PUBLISH', { timeout: 60_000 });
    expect(tagOf(refresh)).toBe('tag1');
    accept(refresh, 'tag2');
  });

  test('[UA-03] is removed by stop()', async () => {
    await published();
    const stopped = stage.outcomeOf(alice.ua.stop());
    const request = await dave.expect('PUBLISH');
    expect(request.expires).toBe(0);
    accept(request, 'x', 0);
    await stopped;
  });

  test('[MOD-06] after dispose() nothing is sent, and publish() rejects', async () => {
    const publisher = await published(60);
    publisher.dispose();
    expect(await stage.outcomeOf(publisher.publish('x'))).toMatchObject({ code: 'INVALID_STATE' });
    await publisher.unpublish();
    await dave.expectNothing(120_000, 'PUBLISH');
  });

  test('[PRO-09] unpublish() of nothing sends nothing', async () => {
    const publisher = new Publisher(alice.ua.userAgent, 'dave', 'presence');
    await publisher.unpublish();
    await dave.expectNothing(100, 'PUBLISH');
    publisher.dispose();
  });
});

describe('an incoming PUBLISH', () => {
  test("[PRO-12] gets 405: we are nobody's presence server", async () => {
    const sent = dave.request('PUBLISH', 'sip:alice@example.com', { headers: ['Event: presence'] });
    expect((await dave.expectResponse(405, sent)).allow).not.toContain('PUBLISH');
  });
});
