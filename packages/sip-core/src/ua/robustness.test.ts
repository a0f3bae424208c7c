import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RequestTimeoutError } from '../user-agent/request-errors.ts';
import { SipError } from '../base/errors.ts';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
import { outcomeIn } from '../testing/outcome.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';

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
  vi.restoreAllMocks();
  await box.close();
  expect(box.leaks()).toEqual(nothing);
});

describe('callers with odd addresses', () => {
  test.each([
    'sip:100%25@example.com',
    'sip:a%3Bb;ext=5@example.com',
    'sip:%00@example.com',
    'sip:+1(555)123;phone-context=x@example.com',
    'sip:%ff%fe@example.com',
  ])('[UA-10] %s can be answered and hung up on, and keeps its address', async (from) => {
    dave.request('INVITE', 'sip:alice@example.com', { from, body: fakeOffer() });
    await box.until(() => alice.incoming.length === 1);
    const [call] = alice.incoming;
    void call?.accept();
    const ok = await dave.expectResponse(200, 'INVITE');
    dave.dialog(ok).ack(ok);
    await box.run(100);
    void call?.terminate();
    const bye = await dave.expect('BYE');
    expect(bye.to.uri.toString()).toBe(from);
    dave.respond(bye, 200);
    await box.run(100);
    expect(call?.state).toBe('Terminated');
    expect(box.errors).toEqual([]);
  });

  test('[PRO-03] a BYE in the dialog counts, whatever user its Request-URI names', async () => {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    const dialog = dave.dialog(invite);
    const rewrite = (text: string): string => text.replace(/^BYE sip:[^@]+@/, 'BYE sip:somebody@');
    box.network.faults.alter('BYE', rewrite, { direction: 'out' });
    await dave.expectResponse(200, dialog.send('BYE'));
    expect(call.state).toBe('Terminated');
  });
});

describe('identifiers', () => {
  test('[PRO-02] come from the platform’s source of randomness only, and never twice', async () => {
    const random = vi.spyOn(Math, 'random');
    const seen = new Set<string>();
    for (let time = 0; time < 20; time += 1) {
      const call = alice.ua.invite('602');
      await box.until(() => call.state === 'Terminated');
      alice.ua.message('602', 'Hi');
      await box.run(100);
    }
    const invites = box.network.trace.find(({ method, direction }) => method === 'INVITE' && direction === 'in');
    for (const { text } of invites.filter(({ startLine }) => startLine.startsWith('INVITE sip:602')))
      for (const [, value = ''] of text.matchAll(/(?:^Call-ID: |^From:.*;tag=)([^\r;]+)/gm)) seen.add(value);
    expect(seen.size).toBe(40);
    expect(random).not.toHaveBeenCalled();
  });
});

describe('applications that make mistakes', () => {
  test('[SES-03] a listener that throws at the end of a call keeps nothing open', async () => {
    const call = alice.ua.invite('600');
    await box.until(() => call.state === 'Established');
    const fail = (): never => {
      throw new Error('mine');
    };
    for (const event of ['bye', 'terminated', 'stateChange'] as const) call.on(event, fail);
    call.subscribe(fail);
    call.stateChange.addListener(fail);
    void call.terminate();
    await box.run(100);
    expect(call.state).toBe('Terminated');
    expect(alice.media.open()).toBe(0);
    expect(alice.ua.sessions.size).toBe(0);
    expect(box.errors.length).toBeGreaterThan(0);
    expect(box.errors.every((line) => line.includes('mine'))).toBe(true);
  });

  test('[SES-03] off() removes a listener that was added with once()', async () => {
    const call = alice.ua.invite('602');
    const listener = vi.fn();
    call.once('terminated', listener);
    call.off('terminated', listener);
    call.stateChange.addListener(listener, { once: true });
    call.stateChange.removeListener(listener);
    await box.until(() => call.state === 'Terminated');
    expect(listener).not.toHaveBeenCalled();
  });

  test('[SES-06] options are only read: the same frozen object serves many times', async () => {
    const extraHeaders = Object.freeze(['X-Ticket: 42']);
    const options = Object.freeze({ extraHeaders });
    for (let time = 0; time < 2; time += 1) {
      const call = alice.ua.invite('dave', options);
      const invite = await dave.expect('INVITE');
      dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
      await dave.expect('ACK');
      await box.until(() => call.state === 'Established');
      for (let again = 0; again < 3; again += 1) {
        const done = call.reinvite(options);
        const reinvite = await dave.expect('INVITE');
        for (const name of ['Contact', 'Allow', 'X-Ticket']) expect(reinvite.headers(name).length).toBe(1);
        dave.respond(reinvite, 200, { body: fakeAnswer(reinvite.body) });
        await dave.expect('ACK');
        await outcomeIn(box, done);
      }
      void call.terminate(options);
      dave.respond(await dave.expect('BYE'), 200);
      await box.run(100);
    }
    expect(extraHeaders).toEqual(['X-Ticket: 42']);
  });
});

describe('starting and stopping', () => {
  test('[UA-02] start() after a start() that failed does not resolve before there is a connection', async () => {
    box.network.down();
    const bob = box.make('bob');
    expect(await outcomeIn(box, bob.ua.start())).toBeInstanceOf(SipError);
    let resolved = false;
    void bob.ua.start().then(
      () => (resolved = true),
      () => undefined,
    );
    await box.run(20_000);
    expect(resolved).toBe(false);
    box.network.up();
    await box.until(() => bob.ua.isConnected());
    expect(await outcomeIn(box, bob.ua.start())).toBeUndefined();
  });

  test('[UA-03] stop() settles every request that waits', async () => {
    const waiting = [alice.ua.message('dave', 'Hi'), alice.ua.options('dave'), alice.ua.request('FOO', 'dave')];
    await dave.expect('MESSAGE');
    const outcomes = waiting.map(({ response }) => response.catch((error: unknown) => error));
    void alice.ua.stop();
    await box.run(40_000);
    for (const outcome of await Promise.all(outcomes)) {
      expect(outcome).toBeInstanceOf(SipError);
      expect(outcome).not.toBeInstanceOf(RequestTimeoutError);
    }
  });
});

describe('within a call', () => {
  async function established() {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    await box.until(() => call.state === 'Established');
    return { call, dialog: dave.dialog(invite) };
  }

  test('[PRO-09] a NOTIFY without an Event gets one refusal, and the call goes on', async () => {
    const { call, dialog } = await established();
    for (const headers of [
      [],
      ['Subscription-State: active'],
      ['Event: ', 'Subscription-State: active'],
      ['Event: ;;'],
    ]) {
      const response = await dave.expectResponse('*', dialog.send('NOTIFY', { headers }));
      expect([400, 481, 489]).toContain(response.statusCode);
    }
    expect(call.state).toBe('Established');
    expect(box.errors).toEqual([]);
    void call.terminate();
    dave.respond(await dave.expect('BYE'), 200);
  });

  test('[PRO-04] a request that is challenged takes the next number, and so does the one after it', async () => {
    const { call } = await established();
    const numbers: number[] = [];
    for (let time = 0; time < 2; time += 1) {
      const done = call.info({ contentType: 'text/plain', body: 'x' });
      const first = await dave.expect('INFO');
      numbers.push(first.cseq.seq);
      if (time === 0) {
        dave.respond(first, 407, {
          headers: ['Proxy-Authenticate: Digest realm="example.com", nonce="n1", qop="auth"'],
        });
        const second = await dave.expect('INFO');
        numbers.push(second.cseq.seq);
        dave.respond(second, 200);
      } else dave.respond(first, 200);
      await outcomeIn(box, done);
    }
    const [first = 0] = numbers;
    expect(numbers).toEqual([first, first + 1, first + 2]);
    void call.terminate();
    dave.respond(await dave.expect('BYE'), 200);
  });
});
