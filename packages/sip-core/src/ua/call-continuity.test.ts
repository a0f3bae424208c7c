import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncomingRequest } from '../message/incoming-message.ts';
import { parseMessage } from '../message/parse-message.ts';
import { ResumedCall } from '../session/resumed-call.ts';
import type { Session } from '../session/session.ts';
import { fakeAnswer } from '../testing/fake-sdp.ts';
import { FakeTab } from '../testing/fake-page.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import type { UAConfiguration } from './configuration.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

let box: PhoneBox;
let tab: FakeTab;
let dave: ScriptedPeer;

beforeEach(() => {
  box = new PhoneBox();
  tab = new FakeTab(box.clock);
  dave = box.network.scriptedPeer('dave');
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(nothing);
  expect(tab.watched).toBe(0);
  expect(box.errors).toEqual([]);
});

/** A page of Alice's in a tab. */
function page(configuration: UAConfiguration = {}, within: FakeTab = tab): Promise<Phone> {
  const platform = { storage: within.storage, page: within.page };
  return box.phone('alice', { configuration: { resumeCalls: 'automatic', ...configuration, platform } });
}

/** An answered call to Dave. */
async function talk(alice: Phone): Promise<{ readonly call: Session; readonly invite: IncomingRequest }> {
  const call = alice.ua.invite('dave');
  const invite = await dave.expect('INVITE');
  dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
  await dave.expect('ACK');
  await box.until(() => call.state === 'Established');
  return { call, invite };
}

/** The page goes, and what it had in memory with it. */
async function gone(alice: Phone, how: Parameters<FakeTab['leave']>[0] = {}): Promise<void> {
  tab.leave(how);
  await box.run(1);
  alice.ua.userAgent.dispose();
  await box.run(200);
}

/** Answers the re-INVITE that takes the call up. */
async function taken(): Promise<IncomingRequest> {
  const again = await dave.expect('INVITE');
  dave.respond(again, 200, { body: fakeAnswer(again.body) });
  await dave.expect('ACK');
  return again;
}

describe('a page that is loaded again', () => {
  test('[NET-04] takes its call up in the same dialog, with new media and a new Contact', async () => {
    const first = await page();
    const { call, invite } = await talk(first);
    call.mute({ audio: true, video: false });
    await box.run(5000);
    const before = call.getSnapshot();
    await gone(first);
    const second = await page();
    expect([...second.ua.sessions.values()].map(({ phase }) => phase)).toEqual(['reconnecting']);
    const again = await taken();
    expect([again.callId, again.fromTag, again.cseq.seq > invite.cseq.seq]).toEqual([
      invite.callId,
      invite.fromTag,
      true,
    ]);
    expect(again.toTag).toBeDefined();
    expect(again.contacts[0]?.uri.toString()).not.toBe(invite.contacts[0]?.uri.toString());
    await box.run(10);
    const [resumed] = second.ua.sessions.values();
    expect(resumed).toBeInstanceOf(ResumedCall);
    expect(resumed?.getSnapshot()).toMatchObject({
      id: before.id,
      phase: 'established',
      direction: 'outgoing',
      createdAt: before.createdAt,
      answeredAt: before.answeredAt,
      remote: before.remote,
      muted: { audio: true, video: false },
      lastError: null,
    });
    expect(second.media.of(before.id)?.muted.audio).toBe(true);
    await box.run(30_000);
    expect([tab.wills, tab.carriedOut]).toEqual([0, []]);
  });

  test('[NET-04] goes on with the session that its description named (RFC 3264 section 8)', async () => {
    const first = await page();
    const { invite } = await talk(first);
    await gone(first);
    await page();
    const again = await taken();
    const [, , session, version] = /^o=(\S+) (\S+) (\S+)/m.exec(again.body) ?? [];
    const [, , before, versionBefore] = /^o=(\S+) (\S+) (\S+)/m.exec(invite.body) ?? [];
    expect(session).toBe(before);
    expect(Number(version)).toBe(Number(versionBefore) + 1);
  });

  test('[NET-04] answers the far end, and ends by either side', async () => {
    const bob = await box.phone('bob');
    const first = await page();
    const { callee } = await box.call(first, bob);
    await box.run(3000);
    await gone(first);
    const second = await page();
    await box.until(() => [...second.ua.sessions.values()].some(({ phase }) => phase === 'established'));
    void callee.hold();
    await box.run(1000);
    const [call] = second.ua.sessions.values();
    expect(call?.getSnapshot().hold.remote).toBe(true);
    void callee.terminate();
    await box.until(() => second.ua.sessions.size === 0);
    expect(call?.cause).toMatchObject({ code: 'HUNG_UP', by: 'remote' });
  });

  test('[NET-04] takes up a call that came in, and hangs it up', async () => {
    const bob = await box.phone('bob');
    const first = await page();
    const { caller } = await box.call(bob, first);
    await box.run(3000);
    await gone(first);
    const second = await page();
    await box.until(() => [...second.ua.sessions.values()].some(({ phase }) => phase === 'established'));
    const [call] = second.ua.sessions.values();
    expect(call?.direction).toBe('incoming');
    void call?.terminate();
    await box.until(() => caller.phase === 'ended');
    expect(caller.cause).toMatchObject({ code: 'HUNG_UP', by: 'remote' });
    expect(call?.cause).toMatchObject({ code: 'HUNG_UP', by: 'local' });
  });

  test('[NET-04] is loaded again and again in one call', async () => {
    let alice = await page();
    const { call } = await talk(alice);
    for (let loads = 0; loads < 5; loads += 1) {
      await gone(alice);
      alice = await page();
      await taken();
      await box.run(2000);
    }
    expect(alice.ua.sessions.get(call.id)?.phase).toBe('established');
  });

  test('[NET-04] keeps a hold', async () => {
    const first = await page();
    const { call } = await talk(first);
    void call.hold();
    await taken();
    await box.run(10);
    await gone(first);
    const second = await page();
    expect((await taken()).body).toContain('a=sendonly');
    await box.run(10);
    expect([...second.ua.sessions.values()][0]?.getSnapshot().hold).toEqual({ local: true, remote: false });
  });

  test('[NET-04] waits for the registration, so that the far end finds it', async () => {
    const first = await page();
    await talk(first);
    await gone(first);
    box.network.faults.delay('REGISTER', 2000);
    void page();
    await dave.expectNothing(1500, 'INVITE');
    await taken();
  });

  test.each([404, 480, 503])('[NET-04] asks again after a %i: the way may not be back yet', async (status) => {
    const first = await page();
    await talk(first);
    await gone(first);
    const second = await page();
    dave.respond(await dave.expect('INVITE'), status);
    await taken();
    await box.run(10);
    expect([...second.ua.sessions.values()][0]?.phase).toBe('established');
  });

  test.each([
    [481, 'the far end has ended it meanwhile.'],
    [488, 'it was refused with 488 Not Acceptable Here.'],
  ])('[NET-04] says why when the far end answers %i', async (status, why) => {
    const first = await page();
    await talk(first);
    await gone(first);
    const second = await page();
    const [call] = second.ua.sessions.values();
    dave.respond(await dave.expect('INVITE'), status);
    dave.respond(await dave.expect('BYE'), 200);
    await box.until(() => call?.phase === 'ended');
    expect(call?.cause).toMatchObject({ code: 'NOT_RESUMED', by: 'system', statusCode: status });
    expect(call?.getSnapshot().lastError).toMatchObject({
      code: 'NOT_RESUMED',
      message: `The call could not be taken up again: ${why}`,
    });
  });

  test('[NET-04] says so when there is no server any more', async () => {
    const first = await page();
    await talk(first);
    await gone(first);
    box.network.down();
    const second = box.make('alice', {
      configuration: { resumeCalls: 'automatic', platform: { storage: tab.storage, page: tab.page } },
    });
    void second.ua.start();
    await box.run(10);
    const [call] = second.ua.sessions.values();
    await box.until(() => call?.phase === 'ended');
    expect(call?.cause?.code).toBe('NOT_RESUMED');
    expect(call?.getSnapshot().lastError?.message).toContain('no connection');
    box.network.up();
  });

  test('[NET-04] asks first, where it is told to', async () => {
    const first = await page({ resumeCalls: 'ask' });
    const { call } = await talk(first);
    await gone(first);
    const second = await page({ resumeCalls: 'ask' });
    await dave.expectNothing(5000, 'INVITE');
    expect(second.ua.sessions.size).toBe(0);
    const [waiting] = second.ua.resumableCalls;
    expect(waiting).toMatchObject({ id: call.id, direction: 'outgoing', remote: { user: 'dave' } });
    const resumed = waiting?.resume();
    expect(second.ua.resumableCalls).toEqual([]);
    await taken();
    await box.run(10);
    expect((await resumed)?.phase).toBe('established');
  });

  test('[NET-04] hangs up when nobody says a word for half a minute, or no', async () => {
    for (const drop of [false, true]) {
      const first = await page({ resumeCalls: 'ask' });
      await talk(first);
      await gone(first);
      const second = await page({ resumeCalls: 'ask' });
      if (drop) second.ua.resumableCalls[0]?.drop();
      else await box.run(30_000);
      dave.respond(await dave.expect('BYE'), 200);
      expect(second.ua.resumableCalls).toEqual([]);
      void second.ua.stop();
      await box.run(5000);
    }
  });

  test('[NET-04] leaves a call that is too old, and hangs it up', async () => {
    const first = await page();
    await talk(first);
    await gone(first);
    await box.run(11_000);
    const second = await page();
    dave.respond(await dave.expect('BYE'), 200);
    expect(second.ua.sessions.size).toBe(0);
    await dave.expectNothing(10_000, 'INVITE');
  });

  test('[NET-04] takes a call up once, though its tab was duplicated', async () => {
    const first = await page();
    await talk(first);
    await box.run(1000);
    const copy = new FakeTab(box.clock, { copyOf: tab });
    const other = await page({}, copy);
    await dave.expectNothing(2000, 'INVITE');
    expect(other.ua.sessions.size).toBe(0);
    await gone(first);
    const second = await page();
    await taken();
    expect([second.ua.sessions.size, tab.stored.size]).toEqual([1, 0]);
  });

  test('[NET-04] keeps no secret', async () => {
    const first = await page();
    await talk(first);
    await gone(first);
    const text = [...tab.stored.values()].join('\n');
    expect(text).toContain('"callId"');
    expect(text).not.toMatch(/wonderland|digest|nonce|ice-pwd|ice-ufrag|fingerprint|response=/i);
    tab.stored.clear();
  });

  test.each(['', 'null', '{}', '[1]', '{"leftAt":1,"calls":[{}]}', '{"leftAt":"x","calls":7}'])(
    '[NET-04] makes nothing of a store that says %j',
    async (text) => {
      tab.stored.set('hookswitch.calls.sip:alice@example.com', text);
      const alice = await page();
      await box.run(1000);
      expect([alice.ua.sessions.size, tab.stored.size]).toEqual([0, 0]);
    },
  );
});

describe('a page that is closed', () => {
  test('[NET-04] hangs up as it goes, where calls are not taken up again', async () => {
    const alice = await page({ resumeCalls: 'off' });
    await talk(alice);
    tab.leave();
    dave.respond(await dave.expect('BYE'), 200);
    expect(tab.stored.size).toBe(0);
    await box.until(() => alice.ua.getSnapshot().status === 'stopped');
    expect(box.network.registrar.contacts('alice')).toEqual([]);
  });

  test('[NET-04] has somebody hang up for it, where they are', async () => {
    const first = await page();
    const { invite } = await talk(first);
    await gone(first);
    await box.run(9000);
    expect(tab.carriedOut).toEqual([]);
    await box.run(1000);
    expect(tab.carriedOut).toHaveLength(1);
    const parsed = parseMessage(tab.carriedOut[0]?.messages[0] ?? '');
    if (!parsed.ok || parsed.message.kind !== 'request') throw new Error('no request');
    expect(parsed.message).toMatchObject({ method: 'BYE', callId: invite.callId, fromTag: invite.fromTag });
    expect(parsed.message.malformed()).toBeUndefined();
    expect(tab.carriedOut[0]?.messages[0]).not.toMatch(/authorization/i);
    tab.stored.clear();
  });

  test('[NET-04] hangs up in doubt, where nobody could do it later', async () => {
    tab = new FakeTab(box.clock, { outlives: false });
    const alice = await page();
    await talk(alice);
    tab.leave();
    dave.respond(await dave.expect('BYE'), 200);
    expect(tab.stored.size).toBe(0);
  });

  test('[NET-04] leaves the call where nobody could do it later, but a key says that it comes back', async () => {
    tab = new FakeTab(box.clock, { outlives: false });
    const first = await page();
    await talk(first);
    await gone(first, { reload: true });
    await page();
    await taken();
  });

  test('[NET-04] gives up what was not answered, in both directions', async () => {
    const alice = await page();
    const out = alice.ua.invite('dave');
    dave.respond(await dave.expect('INVITE'), 180);
    const bob = await box.phone('bob');
    const caller = bob.ua.invite('alice');
    await box.until(() => alice.incoming.length === 1);
    tab.leave();
    await dave.expect('CANCEL');
    expect(out.state).toBe('Terminating');
    expect(alice.incoming[0]?.state).toBe('Terminated');
    await box.until(() => caller.phase === 'ended');
  });

  test('[NET-04] hangs up when the browser may keep it, and connects again when it is shown again', async () => {
    const alice = await page();
    const { call } = await talk(alice);
    tab.leave({ kept: true });
    dave.respond(await dave.expect('BYE'), 200);
    await box.until(() => alice.ua.getSnapshot().status === 'stopped');
    expect(call.phase).toBe('ended');
    tab.back();
    await box.until(() => alice.ua.isRegistered());
  });
});
