import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MediaError } from '../media/media-error.ts';
import type { Session } from '../session/session.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { UAConfiguration } from '../ua/configuration.ts';
import { Referral } from './referral.ts';
import { NOTHING, outcomeOf, watched } from '../testing/transfer-fixture.ts';

let box: PhoneBox;
let alice: Phone;
let bob: Phone;
let carol: Phone;

beforeEach(async () => {
  box = new PhoneBox();
  alice = await box.phone('alice');
  carol = await box.phone('carol');
});

async function bobStarts(configuration: UAConfiguration = {}): Promise<void> {
  bob = await box.phone('bob', { configuration });
}

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(NOTHING);
  expect(box.errors).toEqual([]);
});

interface Calls {
  /** Alice's end of her call with Bob, and his. */
  readonly first: Session;
  readonly atBob: Session;
  /** Alice's end of her call with Carol, and hers. */
  readonly second: Session;
  readonly atCarol: Session;
}

type Way = 'calls' | 'is called';

async function calls(first: Way, second: Way, configuration: UAConfiguration = {}): Promise<Calls> {
  await bobStarts(configuration);
  const one = first === 'calls' ? await box.call(alice, bob) : await box.call(bob, alice);
  await Promise.all([(first === 'calls' ? one.caller : one.callee).hold(), box.run(100)]);
  const two = second === 'calls' ? await box.call(alice, carol) : await box.call(carol, alice);
  return {
    first: first === 'calls' ? one.caller : one.callee,
    atBob: first === 'calls' ? one.callee : one.caller,
    second: second === 'calls' ? two.caller : two.callee,
    atCarol: second === 'calls' ? two.callee : two.caller,
  };
}

function consent(session: Session): void {
  session.on('referRequested', (context) => {
    if (context instanceof Referral) void context.accept().then(() => context.makeInviter().invite());
  });
}

/** Bob and Carol talk, and Alice is out of it. */
function expectTransferred({ first, atCarol }: Calls): void {
  expect(alice.ua.sessions.size).toBe(0);
  expect(first.cause).toMatchObject({ code: 'TRANSFERRED', by: 'local' });
  expect(atCarol.cause).toMatchObject({ code: 'REPLACED', by: 'remote' });
  expect([...bob.ua.sessions.values()].map((session) => session.state)).toEqual(['Established']);
  expect([...carol.ua.sessions.values()].map((session) => session.state)).toEqual(['Established']);
  const [atBob] = bob.ua.sessions.values();
  const [atCarolNow] = carol.ua.sessions.values();
  expect(atBob?.remoteIdentity.uri.user).toBe('carol');
  expect(atCarolNow?.remoteIdentity.uri.user).toBe('bob');
  expect(atCarolNow?.getSnapshot().media.audio).toEqual({ local: 'sendrecv', remote: 'sendrecv' });
}

const ways = ['calls', 'is called'] as const;

describe.each(ways.flatMap((first) => ways.map((second) => [first, second] as const)))(
  'the transferor %s the transferee and %s the target:',
  (first, second) => {
    test('[SES-05] an attended transfer by consent joins the two others (RFC 5589 section 7.3)', async () => {
      const all = await calls(first, second);
      consent(all.atBob);
      const told: string[] = [];
      all.atCarol.on('replaced', (session) => told.push(`replaced by ${session.remoteIdentity.uri.user ?? ''}`));
      all.atCarol.on('bye', () => told.push('bye'));
      all.atCarol.on('terminated', (_message, cause) => told.push(cause));
      carol.ua.on('invite', (session) => {
        expect(session.replacing).toBe(all.atCarol);
        session.on('accepted', () => told.push('accepted'));
      });
      expect(await outcomeOf(box, all.first.refer(all.second))).toBe('done');
      await box.run(500);
      expectTransferred(all);
      expect(told).toEqual(['replaced by bob', 'bye', 'accepted', 'Replaced']);
    });

    test('[SES-08] an attended transfer is followed without asking where configured so', async () => {
      const all = await calls(first, second, { autoFollowRefer: true });
      expect(await outcomeOf(box, all.first.refer(all.second))).toBe('done');
      await box.run(500);
      expectTransferred(all);
    });

    test('[SES-05] the target may be transferred to the transferee as well (RFC 5589 section 7.4)', async () => {
      const all = await calls(first, second);
      consent(all.atCarol);
      expect(await outcomeOf(box, all.second.refer(all.first))).toBe('done');
      await box.run(500);
      expect(all.atBob.cause).toMatchObject({ code: 'REPLACED' });
      expect(alice.ua.sessions.size).toBe(0);
      expect([...carol.ua.sessions.values()][0]?.remoteIdentity.uri.user).toBe('bob');
    });
  },
);

describe('an attended transfer that fails', () => {
  test('[SES-05] because the transferee refuses leaves both calls', async () => {
    const all = await calls('calls', 'calls');
    expect(await outcomeOf(box, all.first.refer(all.second))).toMatchObject({ code: 'RESPONSE', statusCode: 603 });
    expect([all.first.state, all.second.state]).toEqual(['Established', 'Established']);
  });

  test('[SES-09] because the target refuses the new call leaves the old ones as they are', async () => {
    const all = await calls('calls', 'calls');
    consent(all.atBob);
    carol.ua.on('invite', (session) => void session.reject({ statusCode: 486 }));
    const outcome = await outcomeOf(box, all.first.refer(all.second));
    expect(outcome).toMatchObject({ code: 'TRANSFER_FAILED', statusCode: 486 });
    expect([all.first.state, all.second.state]).toEqual(['Established', 'Established']);
    expect([all.atBob.state, all.atCarol.state]).toEqual(['Established', 'Established']);
    expect(all.first.getSnapshot().transfer).toMatchObject({ state: 'failed', statusCode: 486 });
  });

  test('[SES-09] because the target has no microphone any more leaves the old calls as they are', async () => {
    const all = await calls('calls', 'calls');
    consent(all.atBob);
    carol.media.failNext('getDescription', new MediaError('MEDIA_IN_USE', 'The microphone is in use.'));
    const outcome = await outcomeOf(box, all.first.refer(all.second));
    expect(outcome).toMatchObject({ code: 'TRANSFER_FAILED', statusCode: 480 });
    expect([all.second.state, all.atCarol.state]).toEqual(['Established', 'Established']);
  });

  test('[SES-05] because the target has hung up meanwhile says so, and rings nobody', async () => {
    const all = await calls('calls', 'calls');
    consent(all.atBob);
    const outcome = watched(box, all.first.refer(all.second));
    void all.atCarol.terminate();
    expect(await outcome()).toMatchObject({ code: 'TRANSFER_FAILED', statusCode: 603 });
    expect(carol.incoming.length).toBe(1);
    expect(all.first.state).toBe('Established');
  });

  test('[SES-05] falls back to a blind one (RFC 5589 section 7.7)', async () => {
    const all = await calls('calls', 'calls');
    consent(all.atBob);
    box.network.answerNext('INVITE', 420, { headers: ['Unsupported: replaces'] });
    const outcome = await outcomeOf(box, all.first.refer(all.second));
    expect(outcome).toMatchObject({ code: 'TRANSFER_FAILED', statusCode: 420 });
    await outcomeOf(box, all.second.terminate());
    const known = carol.incoming.length;
    const blind = watched(box, all.first.refer('carol'));
    await box.until(() => carol.incoming.length > known);
    void carol.incoming.at(-1)?.accept();
    expect(await blind()).toBe('done');
  });
});

describe('what an attended transfer keeps', () => {
  test('[SES-09] a mute of the target goes over to the new call', async () => {
    const all = await calls('calls', 'calls');
    consent(all.atBob);
    all.atCarol.mute({ audio: true, video: false });
    expect(await outcomeOf(box, all.first.refer(all.second))).toBe('done');
    expect([...carol.ua.sessions.values()].at(-1)?.getSnapshot().muted).toEqual({ audio: true, video: false });
  });

  test('[SES-05] with activeAfterTransfer our own calls end only when the far ends hang up', async () => {
    const all = await calls('calls', 'calls');
    consent(all.atBob);
    expect(await outcomeOf(box, all.first.refer(all.second, { activeAfterTransfer: true }))).toBe('done');
    await box.run(500);
    expect(all.first.state).toBe('Established');
    expect(all.second.cause).toMatchObject({ code: 'HUNG_UP', by: 'remote' });
  });
});

describe('a transfer to somebody who still rings (RFC 5589 section 7.6)', () => {
  beforeEach(() => bobStarts());

  test('[SES-05] waits for the answer, then joins the two', async () => {
    const { caller: first, callee: atBob } = await box.call(alice, bob);
    consent(atBob);
    const second = alice.ua.invite('carol');
    await box.until(() => second.phase === 'ringing');
    const outcome = watched(box, first.refer(second));
    await box.run(3000);
    expect(first.getSnapshot().transfer).toMatchObject({ state: 'requested', target: 'sip:carol@example.com' });
    expect(bob.incoming.length).toBe(1);
    void carol.incoming[0]?.accept();
    expect(await outcome()).toBe('done');
    await box.run(500);
    expectTransferred({ first, atBob, second, atCarol: carol.incoming[0] ?? first });
  });

  test('[SES-05] fails with the status of whoever does not answer', async () => {
    const { caller: first } = await box.call(alice, bob);
    const second = alice.ua.invite('carol');
    await box.until(() => second.phase === 'ringing');
    const outcome = watched(box, first.refer(second));
    await box.run(100);
    void carol.incoming[0]?.reject({ statusCode: 486 });
    expect(await outcome()).toMatchObject({ code: 'TRANSFER_FAILED', statusCode: 486 });
    expect(first.getSnapshot()).toMatchObject({ state: 'Established', transfer: { state: 'failed', statusCode: 486 } });
  });

  test('[SES-05] is given up with the call it would transfer', async () => {
    const { caller: first, callee: atBob } = await box.call(alice, bob);
    const second = alice.ua.invite('carol');
    await box.until(() => second.phase === 'ringing');
    const outcome = watched(box, first.refer(second));
    void atBob.terminate();
    expect(await outcome()).toMatchObject({ code: 'SESSION_ENDED' });
    expect(second.phase).toBe('ringing');
  });

  test('[SES-05] may take the caller who rings here off our hands', async () => {
    const { caller: first, callee: atBob } = await box.call(alice, bob);
    consent(atBob);
    const ringing = carol.ua.invite('alice');
    await box.until(() => ringing.phase === 'ringing');
    const second = alice.incoming[0];
    if (second === undefined) throw new Error('nobody rings');
    const told: string[] = [];
    ringing.on('replaced', () => told.push('replaced'));
    expect(await outcomeOf(box, first.refer(second))).toBe('done');
    await box.run(500);
    expect(told).toEqual(['replaced']);
    expect(ringing.cause).toMatchObject({ code: 'REPLACED' });
    expect(second.cause).toMatchObject({ code: 'CANCELED', by: 'remote' });
    expect([...carol.ua.sessions.values()][0]?.remoteIdentity.uri.user).toBe('bob');
  });
});
