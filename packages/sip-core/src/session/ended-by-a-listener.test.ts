import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Phone, PhoneBox } from '../testing/phones.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

let box: PhoneBox;
let alice: Phone;

beforeEach(async () => {
  box = new PhoneBox();
  alice = await box.phone('alice');
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(nothing);
  expect(box.errors).toEqual([]);
});

describe('a call that is ended by whoever is told of it', () => {
  test('[SES-06] as it begins is not placed, and has no name any more', async () => {
    const { events, core } = alice.ua.userAgent;
    const dave = box.network.scriptedPeer('dave');
    events.on('session', (session) => void session.terminate());
    const call = alice.ua.invite('dave');
    expect(call.state).toBe('Terminated');
    await dave.expectNothing(1000);
    expect(core.sessionIds.size).toBe(0);
  });

  test('[SES-06] as it comes in leaves no timer, and is not shown', async () => {
    const bob = await box.phone('bob');
    bob.ua.userAgent.events.on('session', () => {
      bob.ua.userAgent.dispose();
    });
    alice.ua.invite('bob');
    await box.run(1000);
    expect([bob.incoming.length, bob.ua.sessions.size]).toEqual([0, 0]);
  });

  test('[SES-06] while it is described for a reliable response leaves no timer, and tells no progress', async () => {
    const bob = await box.phone('bob');
    alice.ua.invite('bob', { rel100: 'supported' });
    await box.until(() => bob.incoming.length === 1);
    const callee = bob.incoming[0]!;
    const told: string[] = [];
    callee.on('progress', () => told.push('progress'));
    const stop = callee.subscribe(() => {
      if (callee.getSnapshot().media.audio === null) return;
      stop();
      void callee.terminate();
    });
    const progress = callee.progress({ statusCode: 183, sessionDescription: true, rel100: 'supported' });
    await box.until(() => callee.state === 'Terminated');
    await expect(progress).rejects.toThrow('report progress');
    expect(told).toEqual([]);
  });

  test('[SES-06] at the moment it is answered by letting everything go tells no answer after its end', async () => {
    const bob = await box.phone('bob');
    alice.ua.invite('bob');
    await box.until(() => bob.incoming.length === 1);
    const callee = bob.incoming[0]!;
    const told: string[] = [];
    for (const name of ['accepted', 'terminated'] as const) callee.on(name, () => told.push(name));
    callee.subscribe(() => {
      if (callee.getSnapshot().answeredAt !== null) bob.ua.userAgent.dispose();
    });
    await callee.accept();
    expect(told).toEqual(['terminated']);
  });

  test('[SES-06] at the moment it is answered is hung up', async () => {
    const bob = await box.phone('bob');
    const call = alice.ua.invite('bob');
    await box.until(() => bob.incoming.length === 1);
    const callee = bob.incoming[0]!;
    const stop = callee.subscribe(() => {
      if (callee.getSnapshot().answeredAt === null) return;
      stop();
      void callee.terminate();
    });
    void callee.accept();
    await box.until(() => call.state === 'Terminated');
    expect([call.cause, callee.cause]).toMatchObject([
      { code: 'HUNG_UP', by: 'remote' },
      { code: 'HUNG_UP', by: 'local' },
    ]);
  });
});
