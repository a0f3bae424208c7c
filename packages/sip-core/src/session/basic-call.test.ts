import { describe, expect, test } from 'vitest';
import { PhoneBox } from '../testing/phones.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

describe('a call', () => {
  test('[SES-07] is placed, answered, held, resumed and hung up, and leaves nothing', async () => {
    const box = new PhoneBox();
    const alice = await box.phone('alice');
    const bob = await box.phone('bob');
    const { caller, callee } = await box.call(alice, bob);
    expect(caller.phase).toBe('established');
    expect(callee.phase).toBe('established');
    await Promise.all([caller.hold(), box.run(100)]);
    expect(caller.getSnapshot().hold).toEqual({ local: true, remote: false });
    expect(callee.getSnapshot().hold).toEqual({ local: false, remote: true });
    await Promise.all([caller.unhold(), box.run(100)]);
    expect(callee.getSnapshot().hold).toEqual({ local: false, remote: false });
    await Promise.all([callee.terminate(), box.run(100)]);
    expect(caller.state).toBe('Terminated');
    expect(caller.cause).toMatchObject({ code: 'HUNG_UP', by: 'remote' });
    expect(callee.cause).toMatchObject({ code: 'HUNG_UP', by: 'local' });
    await box.close();
    expect(box.leaks()).toEqual(nothing);
    expect(box.errors).toEqual([]);
  });
});
