import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { outcomeIn } from '../testing/outcome.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import { ClientContext } from './client-context.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

let box: PhoneBox;
let alice: Phone;
let dave: ScriptedPeer;

beforeEach(async () => {
  box = new PhoneBox();
  alice = await box.phone('alice');
  dave = box.network.scriptedPeer('dave');
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(nothing);
  expect(box.errors).toEqual([]);
});

const outcomeOf = (promise: PromiseLike<unknown>): Promise<unknown> => outcomeIn(box, promise);

function listen(context: ClientContext): string[] {
  const told: string[] = [];
  context.on('progress', (response, cause) => told.push(`progress ${response.statusCode} ${cause}`));
  context.on('accepted', (response, cause) => told.push(`accepted ${response.statusCode} ${cause}`));
  context.on('rejected', (response, cause) => told.push(`rejected ${response.statusCode} ${cause}`));
  context.on('failed', (response, cause) => told.push(`failed ${String(response?.statusCode ?? null)} ${cause}`));
  return told;
}

describe('request()', () => {
  test('[CTX-01] returns a context with the attributes of document 004', async () => {
    const context = alice.ua.request('OPTIONS', 'dave', { extraHeaders: ['X-Foo: bar'] });
    expect(context).toBeInstanceOf(ClientContext);
    expect(context.ua).toBe(alice.ua);
    expect(context.method).toBe('OPTIONS');
    expect(context.request.method).toBe('OPTIONS');
    expect(context.localIdentity.uri.toString()).toBe('sip:alice@example.com');
    expect(context.remoteIdentity.uri.toString()).toBe('sip:dave@example.com');
    expect(context.data).toEqual({});
    const request = await dave.expect('OPTIONS');
    expect(request.header('X-Foo')).toBe('bar');
    dave.respond(request, 200);
    expect(await outcomeOf(context)).toMatchObject({ statusCode: 200 });
  });

  test('[CTX-01] emits progress for each provisional response, then accepted', async () => {
    const context = alice.ua.request('INVITE', 'dave');
    const told = listen(context);
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180);
    dave.respond(invite, 183);
    dave.respond(invite, 200);
    expect(await outcomeOf(context.response)).toMatchObject({ statusCode: 200 });
    expect(told.filter((line) => !line.includes(' 100 '))).toEqual([
      'progress 180 Ringing',
      'progress 183 Session Progress',
      'accepted 200 OK',
    ]);
    await dave.expect('ACK');
    dave.respond(await dave.expect('BYE'), 200);
  });

  test('[CTX-01] emits rejected and then failed for a final response of 300 or more', async () => {
    const context = alice.ua.request('OPTIONS', 'dave');
    const told = listen(context);
    dave.respond(await dave.expect('OPTIONS'), 404);
    expect(await outcomeOf(context)).toMatchObject({ code: 'RESPONSE', statusCode: 404 });
    expect(told).toEqual(['rejected 404 Not Found', 'failed 404 Not Found']);
  });

  test('[CTX-01] a redirection is a failure and is not followed', async () => {
    const context = alice.ua.request('OPTIONS', 'dave');
    const told = listen(context);
    dave.respond(await dave.expect('OPTIONS'), 302, { contact: 'sip:erin@example.com' });
    await outcomeOf(context);
    expect(told).toEqual(['rejected 302 Redirected', 'failed 302 Redirected']);
  });

  test('[CTX-01] failed has null for a response when nobody answers', async () => {
    const context = alice.ua.request('OPTIONS', 'dave');
    const told = listen(context);
    await dave.expect('OPTIONS');
    expect(await outcomeOf(context)).toMatchObject({ code: 'REQUEST_TIMEOUT' });
    expect(told).toEqual(['failed null Request Timeout']);
  });

  test('[CTX-01] failed has null for a response when the connection is lost', async () => {
    const context = alice.ua.request('OPTIONS', 'dave');
    const told = listen(context);
    await dave.expect('OPTIONS');
    box.network.closeSockets();
    expect(await outcomeOf(context)).toMatchObject({ code: 'CONNECTION' });
    expect(told).toEqual(['failed null Connection Error']);
  });

  test('[CTX-01] a listener added right after the call hears of a failure', async () => {
    const told = listen(box.make('carol').ua.request('OPTIONS', 'dave'));
    await box.run(10);
    expect(told).toEqual(['failed null Connection Error']);
  });

  test('[CTX-01] once() and off() work', async () => {
    const context = alice.ua.request('INVITE', 'dave');
    const told: number[] = [];
    const listener = (): void => void told.push(0);
    context.on('progress', listener);
    context.off('progress', listener);
    context.once('progress', (response) => told.push(response.statusCode));
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180);
    dave.respond(invite, 486);
    await outcomeOf(context);
    expect(told).toHaveLength(1);
  });

  test('[CTX-01] several listeners of a rejection that nobody awaits leave no unhandled promise', async () => {
    const context = alice.ua.request('OPTIONS', 'nobody');
    const told = listen(context);
    await box.until(() => told.length === 2);
    expect(told[1]).toBe('failed 404 Not Found');
  });

  test.each(['OPTIONS', 'PUBLISH', 'INFO', 'X-THING', 'SUBSCRIBE', 'REFER'])(
    '[UA-08] sends any method: %s',
    async (method) => {
      const context = alice.ua.request(method, 'dave');
      dave.respond(await dave.expect(method), 200);
      expect(await outcomeOf(context)).toMatchObject({ statusCode: 200 });
    },
  );

  test.each(['ACK', 'CANCEL', 'OPT IONS', '', 'OPTIONS\r\nX: y'])('[UA-08] refuses %j as a method', (method) => {
    expect(() => alice.ua.request(method, 'dave')).toThrow(expect.objectContaining({ code: 'INVALID_VALUE' }));
  });

  test('[UA-08] carries a body, text/plain unless said otherwise', async () => {
    const plain = alice.ua.request('INFO', 'dave', { body: 'text' });
    const first = await dave.expect('INFO');
    expect([first.header('Content-Type'), first.body]).toEqual(['text/plain', 'text']);
    dave.respond(first, 200);
    const typed = alice.ua.request('INFO', 'dave', { body: '{}', contentType: 'application/json' });
    const second = await dave.expect('INFO');
    expect(second.header('Content-Type')).toBe('application/json');
    dave.respond(second, 200);
    const lined = alice.ua.request('INFO', 'dave', { body: '{}', extraHeaders: ['Content-Type: application/json'] });
    const third = await dave.expect('INFO');
    expect(third.headers('Content-Type')).toEqual(['application/json']);
    dave.respond(third, 200);
    await outcomeOf(Promise.all([plain.response, typed.response, lined.response]));
  });

  test('[UA-08] says where we are reached in what makes a dialog', async () => {
    const context = alice.ua.request('SUBSCRIBE', 'dave', { extraHeaders: ['Event: x', 'Expires: 0'] });
    const request = await dave.expect('SUBSCRIBE');
    expect(request.contacts).toHaveLength(1);
    expect(request.event?.value).toBe('x');
    dave.respond(request, 200);
    await outcomeOf(context);
  });

  test('[UA-08] answers a challenge and shows the request as it was sent last', async () => {
    const other = new PhoneBox({ proxy: { challenge: true } });
    const carol = await other.phone('carol');
    const erin = other.network.scriptedPeer('erin');
    const context = carol.ua.request('OPTIONS', 'erin');
    erin.respond(await erin.expect('OPTIONS'), 200);
    expect(await outcomeIn(other, context)).toMatchObject({ statusCode: 200 });
    expect(context.request.cseq.seq).toBeGreaterThan(1);
    await other.close();
  });
});

describe('options()', () => {
  test('[UA-08] asks what the far end can do (RFC 3261 section 11)', async () => {
    await box.phone('bob');
    const context = alice.ua.options('bob');
    expect(context.method).toBe('OPTIONS');
    expect(context.request.headers.get('Accept')).toBe('application/sdp');
    expect(await outcomeOf(context)).toMatchObject({ statusCode: 200 });
    const { allow } = await context;
    expect(allow).toContain('INVITE');
  });
});

describe('cancel()', () => {
  test('[CTX-01] of an INVITE sends CANCEL, with the reason given (RFC 3261 section 9.1, RFC 3326)', async () => {
    const context = alice.ua.request('INVITE', 'dave');
    const told = listen(context);
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180);
    await box.run(100);
    expect(context.cancel({ status_code: 480, reason_phrase: 'say "later"' })).toBe(context);
    const cancel = await dave.expect('CANCEL');
    expect(cancel.header('Reason')).toBe('SIP;cause=480;text="say \\"later\\""');
    dave.respond(cancel, 200);
    dave.respond(invite, 487);
    expect(await outcomeOf(context)).toMatchObject({ statusCode: 487 });
    expect(told.slice(-2)).toEqual(['rejected 487 Canceled', 'failed 487 Canceled']);
  });

  test('[CTX-01] that crosses a 200 leaves no call: ACK and BYE', async () => {
    const context = alice.ua.request('INVITE', 'dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180);
    await box.run(100);
    context.cancel();
    dave.respond(await dave.expect('CANCEL'), 200);
    dave.respond(invite, 200);
    await dave.expect('ACK');
    dave.respond(await dave.expect('BYE'), 200);
    expect(await outcomeOf(context)).toMatchObject({ statusCode: 200 });
  });

  test('[CTX-01] of another request sends nothing, and it fails at once (RFC 3261 section 9.1)', async () => {
    const context = alice.ua.request('OPTIONS', 'dave');
    const told = listen(context);
    const request = await dave.expect('OPTIONS');
    context.cancel();
    expect(told).toEqual(['failed null Canceled']);
    expect(await outcomeOf(context)).toMatchObject({ code: 'CANCELED' });
    dave.respond(request, 200);
    await dave.expectNothing(1000, 'CANCEL');
    expect(told).toHaveLength(1);
  });

  test('[CTX-01] after the final response throws InvalidStateError', async () => {
    const context = alice.ua.request('OPTIONS', 'dave');
    dave.respond(await dave.expect('OPTIONS'), 200);
    await outcomeOf(context);
    expect(() => context.cancel()).toThrow(expect.objectContaining({ code: 'INVALID_STATE' }));
  });

  test('[CTX-01] twice throws InvalidStateError', async () => {
    const context = alice.ua.request('OPTIONS', 'dave');
    context.cancel();
    expect(() => context.cancel()).toThrow(expect.objectContaining({ code: 'INVALID_STATE' }));
    await box.run(10);
  });
});

describe('an INVITE without a session', () => {
  test('[UA-08] every fork that answers gets ACK and BYE of its own (RFC 3261 section 13.2.2.4)', async () => {
    const context = alice.ua.request('INVITE', 'dave');
    const told = listen(context);
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { toTag: 'one' });
    dave.respond(invite, 200, { toTag: 'two' });
    const acks = [await dave.expect('ACK'), await dave.expect('ACK')];
    const byes = [await dave.expect('BYE'), await dave.expect('BYE')];
    expect(acks.map((ack) => ack.toTag).sort()).toEqual(['one', 'two']);
    expect(byes.map((bye) => bye.toTag).sort()).toEqual(['one', 'two']);
    for (const bye of byes) dave.respond(bye, 200);
    await outcomeOf(context);
    expect(told.filter((line) => line.startsWith('accepted'))).toHaveLength(2);
  });

  test('[UA-08] a 200 that comes again gets its ACK again and is not told again', async () => {
    const context = alice.ua.request('INVITE', 'dave');
    const told = listen(context);
    const invite = await dave.expect('INVITE');
    const ok = dave.respond(invite, 200);
    await dave.expect('ACK');
    dave.send(ok);
    await dave.expect('ACK');
    dave.respond(await dave.expect('BYE'), 200);
    await dave.expectNothing(1000, 'BYE');
    expect(told.filter((line) => line.startsWith('accepted'))).toHaveLength(1);
  });
});
