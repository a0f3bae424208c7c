import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { outcomeIn } from '../testing/outcome.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import type { InboundMessage } from './inbound-message.ts';
import { Messager } from './messager.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

let box: PhoneBox;
let alice: Phone;
let dave: ScriptedPeer;
let errors: readonly string[];

beforeEach(async () => {
  errors = [];
  box = new PhoneBox();
  alice = await box.phone('alice');
  dave = box.network.scriptedPeer('dave');
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(nothing);
  expect(box.errors).toEqual(errors);
});

const outcomeOf = (promise: PromiseLike<unknown>): Promise<unknown> => outcomeIn(box, promise);

describe('a text we send', () => {
  test('[UA-05] message() returns it at once, with the body to show', async () => {
    const message = alice.ua.message('bob@example.com', 'Hello, Bob!');
    expect(message.body).toBe('Hello, Bob!');
    expect(message).toMatchObject({ direction: 'outgoing', contentType: 'text/plain', method: 'MESSAGE' });
    expect(message.ua).toBe(alice.ua);
    expect(message.data).toEqual({});
    await outcomeOf(message);
  });

  test('[UA-05] carries the text as text/plain, without a Contact (RFC 3428 section 4)', async () => {
    const message = alice.ua.message('dave', 'Grüße');
    const request = await dave.expect('MESSAGE');
    expect(request.body).toBe('Grüße');
    expect(request.contentType?.type).toBe('text/plain');
    expect(request.contacts).toEqual([]);
    dave.respond(request, 200, { contact: null });
    expect(await outcomeOf(message)).toMatchObject({ statusCode: 200 });
  });

  test('[UA-05] takes a content type and extra headers', async () => {
    const message = alice.ua.message('dave', '<b>hi</b>', {
      contentType: 'text/html;charset=utf-8',
      extraHeaders: ['X-Thread: 7', 'Subject: hello'],
    });
    const request = await dave.expect('MESSAGE');
    expect(request.header('Content-Type')).toBe('text/html;charset=utf-8');
    expect(request.header('X-Thread')).toBe('7');
    expect(request.header('Subject')).toBe('hello');
    dave.respond(request, 202, { contact: null });
    expect(await outcomeOf(message)).toMatchObject({ statusCode: 202 });
  });

  test.each([
    ['an extra header', { extraHeaders: ['X-A: 1\r\nX-B: 2'] }],
    ['a content type', { contentType: 'text/plain\r\nX-B: 2' }],
    ['a header of ours', { extraHeaders: ['From: <sip:eve@example.com>'] }],
  ])('[UA-05] with a line break or a claim in %s throws, and nothing is sent', async (_, options) => {
    expect(() => alice.ua.message('dave', 'x', options)).toThrow(expect.objectContaining({ code: 'INVALID_VALUE' }));
    await dave.expectNothing(1000, 'MESSAGE');
  });

  test('[UA-05] a refusal is told by the event and the promise', async () => {
    const message = alice.ua.message('dave', 'Hello?');
    const told: unknown[] = [];
    message.on('rejected', (response, cause) => told.push(['rejected', response.statusCode, cause]));
    message.on('failed', (response, cause) => told.push(['failed', response?.statusCode, cause]));
    dave.respond(await dave.expect('MESSAGE'), 486);
    expect(await outcomeOf(message)).toMatchObject({ code: 'RESPONSE', statusCode: 486 });
    expect(told).toEqual([
      ['rejected', 486, 'Busy'],
      ['failed', 486, 'Busy'],
    ]);
  });

  test('[UA-05] to one address waits for the one before (RFC 3428 section 8), in their order', async () => {
    const first = alice.ua.message('dave', 'one');
    const second = alice.ua.message('dave', 'two');
    const third = alice.ua.message('dave', 'three');
    const one = await dave.expect('MESSAGE');
    await dave.expectNothing(3000, (entry) => entry.message?.body === 'two');
    dave.respond(one, 200, { contact: null });
    const two = await dave.expect('MESSAGE');
    expect(two.body).toBe('two');
    dave.respond(two, 500, { contact: null });
    const three = await dave.expect('MESSAGE');
    expect(three.body).toBe('three');
    dave.respond(three, 200, { contact: null });
    expect(await outcomeOf(first)).toMatchObject({ statusCode: 200 });
    expect(await outcomeOf(second)).toMatchObject({ code: 'RESPONSE', statusCode: 500 });
    expect(await outcomeOf(third)).toMatchObject({ statusCode: 200 });
  });

  test('[UA-05] to different addresses go at once', async () => {
    const erin = box.network.scriptedPeer('erin');
    const [one, two] = [alice.ua.message('dave', 'a'), alice.ua.message('erin', 'b')];
    const atErin = await erin.expect('MESSAGE');
    erin.respond(atErin, 200, { contact: null });
    dave.respond(await dave.expect('MESSAGE'), 200, { contact: null });
    await outcomeOf(Promise.all([one.response, two.response]));
  });

  test('[UA-05] one that waits and is given up is never sent', async () => {
    const first = alice.ua.message('dave', 'one');
    const second = alice.ua.message('dave', 'two');
    second.cancel();
    expect(await outcomeOf(second)).toMatchObject({ code: 'CANCELED' });
    dave.respond(await dave.expect('MESSAGE'), 200, { contact: null });
    await outcomeOf(first);
    await dave.expectNothing(2000, 'MESSAGE');
  });

  test('[UA-05] that nobody answers fails after 64*T1, and the next one goes', async () => {
    const first = alice.ua.message('dave', 'one');
    const causes: string[] = [];
    first.on('failed', (response, cause) => causes.push(`${String(response?.statusCode)} ${cause}`));
    const second = alice.ua.message('dave', 'two');
    await dave.expect('MESSAGE');
    expect(await outcomeOf(first)).toMatchObject({ code: 'REQUEST_TIMEOUT' });
    expect(causes).toEqual(['undefined Request Timeout']);
    const two = await dave.expect((entry) => entry.message?.body === 'two');
    dave.respond(two, 200, { contact: null });
    await outcomeOf(second);
  });

  test('[UA-05] without a connection fails at once', async () => {
    const phone = box.make('carol');
    const message = phone.ua.message('dave', 'x');
    const causes: string[] = [];
    message.on('failed', (_, cause) => causes.push(cause));
    expect(await outcomeOf(message)).toMatchObject({ code: 'CONNECTION' });
    expect(causes).toEqual(['Connection Error']);
  });

  test('[UA-05] answers a challenge', async () => {
    const other = new PhoneBox({ proxy: { challenge: true } });
    const carol = await other.phone('carol');
    const erin = other.network.scriptedPeer('erin');
    const message = carol.ua.message('erin', 'secret');
    const request = await erin.expect('MESSAGE');
    expect(request.body).toBe('secret');
    erin.respond(request, 200, { contact: null });
    expect(await outcomeIn(other, message)).toMatchObject({ statusCode: 200 });
    await other.close();
    expect(other.leaks()).toEqual(nothing);
  });
});

describe('Messager', () => {
  test('[MOD-06] resolves with the 200 of the other phone', async () => {
    const bob = await box.phone('bob');
    const texts: string[] = [];
    bob.ua.userAgent.delegate = { onMessage: (message) => void texts.push(message.body) };
    const messager = new Messager(alice.ua.userAgent, 'sip:bob@example.com', 'Hi');
    expect(await outcomeOf(messager.message())).toMatchObject({ statusCode: 200 });
    expect(texts).toEqual(['Hi']);
  });

  test('[MOD-06] tells the request delegate, and rejects when refused', async () => {
    const told: string[] = [];
    const requestDelegate = {
      onAccept: () => told.push('accept'),
      onReject: () => told.push('reject'),
    };
    const messager = new Messager(alice.ua.userAgent, 'dave', 'Hi', 'text/plain', { extraHeaders: ['X-A: 1'] });
    const first = messager.message({ requestDelegate, requestOptions: { extraHeaders: ['X-B: 2'] } });
    const request = await dave.expect('MESSAGE');
    expect([request.header('X-A'), request.header('X-B')]).toEqual(['1', '2']);
    dave.respond(request, 403);
    expect(await outcomeOf(first)).toMatchObject({ statusCode: 403 });
    const second = messager.message({ requestDelegate });
    dave.respond(await dave.expect('MESSAGE'), 200, { contact: null });
    await outcomeOf(second);
    expect(told).toEqual(['reject', 'accept']);
  });
});

describe('a text that comes in', () => {
  test('[UA-05] is told and accepted with 200, without body or Contact (RFC 3428 section 7)', async () => {
    const messages: InboundMessage[] = [];
    alice.ua.on('message', (message) => messages.push(message));
    const sent = dave.request('MESSAGE', 'sip:alice@example.com', { body: 'Hello', contentType: 'text/plain' });
    const response = await dave.expectResponse(200, sent);
    expect(response.hasBody).toBe(false);
    expect(response.contacts).toEqual([]);
    expect(messages[0]).toMatchObject({ body: 'Hello', contentType: 'text/plain', method: 'MESSAGE', answered: true });
    expect(messages[0]?.remoteIdentity.uri.user).toBe('dave');
    expect(messages[0]?.localIdentity.uri.user).toBe('alice');
    expect(messages[0]?.ua).toBe(alice.ua.userAgent);
    expect(messages[0]?.inDialog).toBe(false);
  });

  test('[UA-05] that nobody listens to is not acknowledged: 405, and Allow leaves MESSAGE out', async () => {
    dave.request('MESSAGE', 'sip:alice@example.com', { body: 'spam', contentType: 'text/plain' });
    const response = await dave.expectResponse(405, 'MESSAGE');
    expect(response.allow).not.toContain('MESSAGE');
    expect(response.allow).toContain('INVITE');
  });

  test('[UA-05] OPTIONS lists MESSAGE only while somebody listens', async () => {
    const allowed = async (): Promise<readonly string[]> => {
      const sent = dave.request('OPTIONS', 'sip:alice@example.com');
      return (await dave.expectResponse(200, sent)).allow;
    };
    expect(await allowed()).not.toContain('MESSAGE');
    const stop = alice.ua.on('message', () => undefined);
    expect(await allowed()).toContain('MESSAGE');
    stop();
    expect(await allowed()).not.toContain('MESSAGE');
  });

  test('[UA-05] can be refused by its listener', async () => {
    alice.ua.on('message', (message) => message.reject({ statusCode: 403, reasonPhrase: 'Not you' }));
    dave.request('MESSAGE', 'sip:alice@example.com', { body: 'x', contentType: 'text/plain' });
    expect((await dave.expectResponse(403, 'MESSAGE')).reasonPhrase).toBe('Not you');
  });

  test('[UA-05] refused with 415 says what would do (RFC 3261 section 21.4.13)', async () => {
    alice.ua.on('message', (message) => message.reject({ statusCode: 415 }));
    dave.request('MESSAGE', 'sip:alice@example.com', { body: 'x', contentType: 'image/png' });
    expect((await dave.expectResponse(415, 'MESSAGE')).header('Accept')).toBe('text/plain');
  });

  test('[UA-05] can be accepted with 202 and headers', async () => {
    alice.ua.on('message', (message) => message.accept({ statusCode: 202, extraHeaders: ['X-Stored: yes'] }));
    dave.request('MESSAGE', 'sip:alice@example.com', { body: 'x', contentType: 'text/plain' });
    expect((await dave.expectResponse(202, 'MESSAGE')).header('X-Stored')).toBe('yes');
  });

  test('[UA-05] can be answered later: 100 says so, and no other provisional is sent (RFC 4320 section 4.1)', async () => {
    const messages: InboundMessage[] = [];
    alice.ua.on('message', (message) => messages.push(message.progress()));
    const sent = dave.request('MESSAGE', 'sip:alice@example.com', { body: 'x', contentType: 'text/plain' });
    await box.until(() => messages.length === 1);
    await box.run(5000);
    messages[0]?.accept();
    await dave.expectResponse(200, sent);
  });

  test('[UA-05] one that is put off and forgotten is refused before its sender gives up', async () => {
    alice.ua.on('message', (message) => message.progress());
    const sent = dave.request('MESSAGE', 'sip:alice@example.com', { body: 'x', contentType: 'text/plain' });
    await dave.expectResponse(480, sent, { timeout: 25_000 });
  });

  test('[CTX-01] a second final answer throws, and so does one out of range', async () => {
    const thrown: unknown[] = [];
    const attempt = (act: () => unknown): void => {
      try {
        act();
      } catch (error) {
        thrown.push((error as { code: unknown }).code);
      }
    };
    alice.ua.on('message', (message) => {
      attempt(() => message.accept({ statusCode: 486 }));
      attempt(() => message.reject({ statusCode: 200 }));
      attempt(() => message.reject({ statusCode: 486, reasonPhrase: 'Busy\r\nX-Evil: 1' }));
      attempt(() => message.reject({ statusCode: 486, extraHeaders: ['X-A: 1\nX-B: 2'] }));
      message.accept();
      attempt(() => message.accept());
      attempt(() => message.reject());
    });
    dave.request('MESSAGE', 'sip:alice@example.com', { body: 'x', contentType: 'text/plain' });
    await dave.expectResponse(200, 'MESSAGE');
    expect(thrown).toEqual([
      'INVALID_VALUE',
      'INVALID_VALUE',
      'INVALID_VALUE',
      'INVALID_VALUE',
      'INVALID_STATE',
      'INVALID_STATE',
    ]);
  });

  test('[UA-05] is accepted although a listener throws', async () => {
    alice.ua.on('message', () => {
      throw new Error('listener');
    });
    dave.request('MESSAGE', 'sip:alice@example.com', { body: 'x', contentType: 'text/plain' });
    await dave.expectResponse(200, 'MESSAGE');
    errors = box.errors.slice();
    expect(errors).toHaveLength(1);
  });

  test('[MOD-01] is accepted although the delegate throws', async () => {
    alice.ua.userAgent.delegate = {
      onMessage: () => {
        throw new Error('delegate');
      },
    };
    dave.request('MESSAGE', 'sip:alice@example.com', { body: 'x', contentType: 'text/plain' });
    await dave.expectResponse(200, 'MESSAGE');
    errors = box.errors.slice();
    expect(errors).toHaveLength(1);
  });

  test('[UA-05] within a call is told and accepted, and the call goes on', async () => {
    const messages: InboundMessage[] = [];
    alice.ua.on('message', (message) => messages.push(message));
    const bob = await box.phone('bob');
    const { caller, callee } = await box.call(bob, alice);
    const dialog = caller.context.dialog;
    const request = dialog?.createRequest('MESSAGE');
    if (dialog === undefined || request === undefined) throw new Error('no dialog');
    request.body = { content: 'in the call', contentType: 'text/plain' };
    const statuses: number[] = [];
    bob.ua.userAgent.core.send(
      request,
      { onFinal: (response) => void statuses.push(response.statusCode), onFailure: () => undefined },
      dialog,
    );
    await box.until(() => statuses.length === 1);
    expect(statuses).toEqual([200]);
    expect(messages[0]).toMatchObject({ body: 'in the call', inDialog: true });
    expect(callee.state).toBe('Established');
  });

  test('[UA-12] within a dialog that is not known gets 481', async () => {
    alice.ua.on('message', () => undefined);
    const text = dave.build('MESSAGE', 'sip:alice@example.com', { body: 'x', contentType: 'text/plain' });
    text.set('To', '<sip:alice@example.com>;tag=unknown');
    dave.send(text);
    await dave.expectResponse(481, 'MESSAGE');
  });

  test('[UA-05] two phones exchange texts', async () => {
    const bob = await box.phone('bob');
    const seen: string[] = [];
    bob.ua.on('message', (message) => {
      seen.push(message.body);
      void bob.ua.message(message.remoteIdentity.uri, `re: ${message.body}`);
    });
    alice.ua.on('message', (message) => seen.push(message.body));
    await outcomeOf(alice.ua.message('bob', 'ping'));
    await box.until(() => seen.length === 2);
    expect(seen).toEqual(['ping', 're: ping']);
  });
});
