import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncomingRequest } from '../message/incoming-message.ts';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
import { type Phone, PhoneBox, type PhoneOptions } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import type { Session } from '../session/session.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

let box: PhoneBox;

beforeEach(() => {
  box = new PhoneBox();
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(nothing);
  expect(box.errors).toEqual([]);
});

/** Cuts every connection of a phone, as a network does. */
function cut(user: string): void {
  box.network.closeSockets({ user, clean: false });
}

describe('calls between two phones', () => {
  let alice: Phone;
  let bob: Phone;
  let caller: Session;
  let callee: Session;

  beforeEach(async () => {
    alice = await box.phone('alice');
    bob = await box.phone('bob');
    ({ caller, callee } = await box.call(alice, bob));
    await box.run(20_000);
  });

  /** Both sides agree that nothing is left to be said. */
  async function settled(): Promise<void> {
    await box.until(() => alice.ua.isRegistered() && bob.ua.isRegistered());
    await box.run(10_000);
    expect([caller.phase, callee.phase]).toEqual(['established', 'established']);
    expect([caller, callee].map(({ context }) => context.negotiation.floor)).toEqual(['idle', 'idle']);
  }

  test.each(['alice', 'bob'])('[NET-03] go on when the socket of %s is cut, and end by either side', async (user) => {
    const refreshed: string[] = [];
    caller.on('reinvite', () => refreshed.push('alice'));
    callee.on('reinvite', () => refreshed.push('bob'));
    cut(user);
    await box.run(10);
    expect([caller.phase, callee.phase]).toContain('reconnecting');
    await settled();
    expect(refreshed).toEqual([user === 'alice' ? 'bob' : 'alice']);
    void caller.hold();
    await box.run(1000);
    expect(callee.getSnapshot().hold.remote).toBe(true);
    void (user === 'alice' ? callee : caller).terminate();
    await box.until(() => caller.phase === 'ended' && callee.phase === 'ended');
    expect([caller.cause?.code, callee.cause?.code]).toEqual(['HUNG_UP', 'HUNG_UP']);
  });

  test('[MED-06] leave it to the caller for a second to mend a path that both have lost', async () => {
    const refreshed: string[] = [];
    caller.on('reinvite', () => refreshed.push('by the called'));
    callee.on('reinvite', () => refreshed.push('by the caller'));
    const path = bob.media.of(callee.id);
    path?.setConnection('disconnected');
    await box.run(900);
    path?.setConnection('connected');
    await box.run(5000);
    expect(refreshed).toEqual([]);
    path?.setConnection('disconnected');
    await box.run(1500);
    expect(refreshed).toEqual(['by the called']);
    path?.setConnection('connected');
    const paths = [path, alice.media.of(caller.id)];
    for (const each of paths) each?.setConnection('disconnected');
    await box.run(900);
    for (const each of paths) each?.setConnection('connected');
    await box.run(5000);
    expect(refreshed).toEqual(['by the called', 'by the caller']);
  });

  test('[NET-03] go on when the server was away: both refresh, and the glare is sorted out', async () => {
    box.network.down();
    await box.run(3000);
    expect(alice.ua.isConnected()).toBe(false);
    box.network.up();
    await settled();
    void callee.hold();
    await box.run(1000);
    expect(caller.getSnapshot().hold.remote).toBe(true);
    void callee.unhold();
    await box.run(1000);
    expect(caller.getSnapshot().hold.remote).toBe(false);
    void caller.terminate();
    await box.until(() => callee.phase === 'ended');
  });

  test('[NET-03] go on through ten losses in a row', async () => {
    for (let loss = 0; loss < 10; loss += 1) {
      cut(loss % 2 === 0 ? 'alice' : 'bob');
      await box.run(1500);
    }
    await settled();
    void callee.terminate();
    await box.until(() => caller.phase === 'ended');
  });
});

describe('a call with a scripted far end', () => {
  let dave: ScriptedPeer;

  async function established(
    options: PhoneOptions = {},
  ): Promise<{ alice: Phone; call: Session; invite: IncomingRequest }> {
    const alice =
      options.configuration?.register === false ? box.make('alice', options) : await box.phone('alice', options);
    if (options.configuration?.register === false) {
      void alice.ua.start();
      await box.until(() => alice.ua.isConnected());
    }
    dave = box.network.scriptedPeer('dave');
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    await box.until(() => call.state === 'Established');
    await box.run(20_000);
    return { alice, call, invite };
  }

  function media(phone: Phone, call: Session): NonNullable<ReturnType<Phone['media']['of']>> {
    const handler = phone.media.of(call.id);
    if (handler === undefined) throw new Error('The call has no media.');
    return handler;
  }

  test('[NET-03] is refreshed once we are registered again, not before', async () => {
    const { alice, call, invite } = await established();
    box.network.faults.delay('REGISTER', 3000);
    cut('alice');
    await dave.expectNothing(3000, 'INVITE');
    const again = await dave.expect('INVITE');
    expect(again.callId).toBe(invite.callId);
    expect(again.cseq.seq).toBeGreaterThan(invite.cseq.seq);
    expect(alice.ua.isRegistered()).toBe(true);
    dave.respond(again, 200, { body: fakeAnswer(again.body) });
    await dave.expect('ACK');
    expect(call.phase).toBe('established');
    await dave.expectNothing(60_000, 'INVITE');
  });

  test('[NET-03] is refreshed at once by a phone that does not register', async () => {
    await established({ configuration: { register: false } });
    box.network.closeSockets({ clean: false });
    const again = await dave.expect('INVITE');
    dave.respond(again, 200, { body: fakeAnswer(again.body) });
    await dave.expect('ACK');
  });

  test.each(['disconnected', 'failed'] as const)('[NET-03] restarts ICE where the media are %s', async (state) => {
    const { alice, call } = await established();
    const offers: (boolean | undefined)[] = [];
    const handler = media(alice, call);
    const getDescription = handler.getDescription.bind(handler);
    handler.getDescription = (options, modifiers) => {
      offers.push(options?.iceRestart);
      return getDescription(options, modifiers);
    };
    cut('alice');
    await box.run(1);
    handler.setConnection(state);
    const again = await dave.expect('INVITE');
    dave.respond(again, 200, { body: fakeAnswer(again.body) });
    await dave.expect('ACK');
    expect(offers).toEqual([true]);
  });

  test('[MED-06] restarts ICE at once when its path is lost while the connection stands', async () => {
    const { alice, call } = await established();
    media(alice, call).setConnection('disconnected');
    const again = await dave.expect('INVITE', { timeout: 100 });
    media(alice, call).setConnection('connected');
    dave.respond(again, 200, { body: fakeAnswer(again.body) });
    await dave.expect('ACK');
    await dave.expectNothing(60_000, 'INVITE');
  });

  test('[MED-06] restarts ICE when the media fail while the connection stands', async () => {
    const { alice, call } = await established();
    const handler = media(alice, call);
    handler.setConnection('failed');
    const again = await dave.expect('INVITE');
    handler.setConnection('connected');
    dave.respond(again, 200, { body: fakeAnswer(again.body) });
    await dave.expect('ACK');
    await dave.expectNothing(60_000, 'INVITE');
  });

  test.each([404, 408, 430, 480, 503])(
    '[NET-03] answered %i is tried again: the far end may be back later',
    async (status) => {
      const { call } = await established();
      cut('alice');
      dave.respond(await dave.expect('INVITE'), status);
      dave.respond(await dave.expect('INVITE'), status);
      expect(call.phase).toBe('established');
      const again = await dave.expect('INVITE');
      dave.respond(again, 200, { body: fakeAnswer(again.body) });
      await dave.expect('ACK');
      await dave.expectNothing(60_000, 'INVITE');
      expect(call.phase).toBe('established');
    },
  );

  test('[NET-03] goes on when nobody ever answers, and is left as it is', async () => {
    const { call } = await established();
    cut('alice');
    let attempts = 0;
    for (; attempts < 8; attempts += 1) dave.respond(await dave.expect('INVITE'), 480);
    await dave.expectNothing(120_000, 'INVITE');
    expect(call.phase).toBe('established');
  });

  test('[NET-03] is left as it is where the far end refuses', async () => {
    const { call } = await established();
    cut('alice');
    dave.respond(await dave.expect('INVITE'), 488);
    await dave.expectNothing(60_000, 'INVITE');
    expect(call.phase).toBe('established');
  });

  test('[NET-03] is over where the far end knows it no more', async () => {
    const { call } = await established();
    cut('alice');
    dave.respond(await dave.expect('INVITE'), 481);
    await box.until(() => call.phase === 'ended' || call.phase === 'ending');
  });

  test('[NET-03] gets its ACK once more, which may have been lost with the connection', async () => {
    const alice = await box.phone('alice');
    dave = box.network.scriptedPeer('dave');
    box.network.faults.drop('ACK');
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await box.until(() => call.state === 'Established');
    cut('alice');
    await dave.expect('ACK');
    const again = await dave.expect('INVITE');
    dave.respond(again, 200, { body: fakeAnswer(again.body) });
    await dave.expect('ACK');
  });

  test('[NET-03] gets our answer to a re-INVITE once more, as soon as the connection is back', async () => {
    const { alice, invite } = await established();
    box.network.faults.drop('200 INVITE', { times: 3 });
    const dialog = dave.dialog(invite);
    const hold = dialog.send('INVITE', { body: fakeOffer({ version: 2 }) });
    // Repeated after 0.5 and 1.5 s in vain; the next would come after 3.5 s.
    await box.run(2000);
    cut('alice');
    await box.until(() => alice.ua.isConnected());
    dialog.ack(await dave.expectResponse(200, hold, { timeout: 100 }));
    await dave.expect('INVITE');
  });

  test('[NET-03] is not given up for a 408 when the far end has come back meanwhile', async () => {
    const { call, invite } = await established();
    const held = call.hold().catch((error: unknown) => error);
    const hold = await dave.expect('INVITE');
    dave.dialog(invite).send('OPTIONS');
    await box.run(1000);
    dave.respond(hold, 408);
    await box.run(1000);
    expect(await held).toMatchObject({ statusCode: 408 });
    expect(call.phase).toBe('established');
    expect(call.getSnapshot().hold.local).toBe(false);
  });

  test('[NET-03] is not touched where that is not wanted', async () => {
    const { alice, call } = await established({ configuration: { sessionRecovery: false } });
    cut('alice');
    await box.until(() => alice.ua.isRegistered());
    await dave.expectNothing(60_000, 'INVITE');
    expect(call.phase).toBe('established');
  });
});

describe('a call that ends while there is no connection', () => {
  test('[NET-03] stops ringing at the far end once we are back', async () => {
    const alice = await box.phone('alice');
    const bob = await box.phone('bob');
    const call = alice.ua.invite('bob');
    await box.until(() => call.phase === 'ringing');
    cut('alice');
    await box.until(() => call.phase === 'ended');
    await box.until(() => bob.incoming[0]?.phase === 'ended', 5000);
    expect(bob.incoming).toHaveLength(1);
  });

  test('[NET-03] is hung up at the far end once we are back', async () => {
    const alice = await box.phone('alice');
    const bob = await box.phone('bob');
    const { caller, callee } = await box.call(alice, bob);
    box.network.closeSockets({ user: 'alice', clean: false });
    await box.run(1);
    void caller.terminate();
    await box.until(() => caller.phase === 'ended');
    expect(callee.phase).toBe('established');
    await box.until(() => callee.phase === 'ended', 5000);
    expect(callee.cause).toMatchObject({ code: 'HUNG_UP', by: 'remote' });
  });

  test('[NET-03] is hung up once only', async () => {
    const alice = await box.phone('alice');
    const dave = box.network.scriptedPeer('dave');
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180);
    await box.until(() => call.phase === 'ringing');
    cut('alice');
    dave.respond(await dave.expect('BYE'), 200);
    cut('alice');
    await box.until(() => alice.ua.isRegistered());
    await dave.expectNothing(60_000, 'BYE');
    dave.respond(invite, 487);
  });
});

describe.each(['crlf', 'options'] as const)('keep-alive by %s', (keepAliveMode) => {
  // Whenever it happens between two pings, so that a late timer does not take it beyond two intervals.
  test.each([0, 1, 2, 3, 4, 5, 6, 7])(
    '[NET-01] finds a half-open connection well within two intervals (+%i s)',
    async (s) => {
      const alice = await box.phone('alice', { configuration: { keepAliveMode, keepAliveInterval: 8 } });
      await box.run(20_000 + s * 1000);
      box.network.freeze({ user: 'alice' });
      const frozen = box.clock.now();
      await box.until(() => !alice.ua.isConnected());
      expect(box.clock.now() - frozen).toBeLessThanOrEqual(14_000);
      await box.until(() => alice.ua.isRegistered());
    },
  );
});
