import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PhoneBox, type Phone } from '../testing/phones.ts';
import type { FakeSessionDescriptionHandler } from '../testing/fake-session-description-handler.ts';
import { sendInDialog } from './dialog-request.ts';
import type { Session } from './session.ts';
import { TrickleIce } from './trickle-ice.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

let box: PhoneBox;
/** Every INFO that either phone received. */
let infos: string[];

beforeEach(() => {
  box = new PhoneBox();
  infos = [];
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(nothing);
  expect(box.errors).toEqual([]);
});

async function phone(user: string, candidates?: readonly number[], trickleIce?: 'auto' | 'off'): Promise<Phone> {
  const made = await box.phone(user, {
    media: candidates === undefined ? {} : { candidates },
    ...(trickleIce === undefined ? {} : { configuration: { trickleIce } }),
  });
  made.ua.userAgent.core.trace.on(({ direction, text }) => {
    if (direction === 'received' && text.startsWith('INFO ')) infos.push(text);
  });
  return made;
}

function media(session: Session): FakeSessionDescriptionHandler {
  return session.sessionDescriptionHandler as FakeSessionDescriptionHandler;
}

/** Lets time pass until an act is done. */
async function done(act: Promise<void>): Promise<void> {
  let over = false;
  const settled = act.finally(() => {
    over = true;
  });
  await box.until(() => over);
  await settled;
}

/** One candidate under the credentials of a description. */
function fragment(description = '', port = 9): string {
  const credentials = description.match(/^a=ice-(ufrag|pwd):.*$/gm) ?? [];
  const lines = ['m=audio 9 RTP/AVP 0', 'a=mid:0', ...credentials.map((line) => line.trim())];
  return [...lines, `a=candidate:7 1 udp 1 192.0.2.7 ${port} typ host`, ''].join('\r\n');
}

/** Sends candidates of our own making. */
function sendInfo(session: Session, body: string, contentType = 'application/trickle-ice-sdpfrag'): Promise<void> {
  return done(session.info({ infoPackage: 'trickle-ice', contentType, body }));
}

/** Ports of the candidates that reached the agent; 0 for the end. */
function added(session: Session): readonly number[] {
  return (media(session).gathering?.added ?? []).map(({ candidate }) => Number(candidate.split(' ')[5] ?? 0));
}

function described(description: string | undefined): number {
  return description?.match(/^a=candidate:/gm)?.length ?? 0;
}

describe('trickle ICE', () => {
  test('[PRO-11] sends a full offer and an answer at once, whose candidates follow', async () => {
    const [alice, bob] = [await phone('alice', [10, 300]), await phone('bob', [10, 300, 900])];
    const start = box.clock.now();
    const { caller, callee } = await box.call(alice, bob);
    // Only the offer waited.
    expect(box.clock.now() - start).toBeLessThan(400);
    expect(described(media(caller).localDescriptions[0])).toBe(2);
    expect(described(media(callee).localDescriptions[0])).toBe(0);
    await box.run(2000);
    expect(added(caller)).toEqual([50_000, 50_001, 50_002, 0]);
    expect(added(callee)).toEqual([]);
    expect(infos.length).toBeLessThanOrEqual(3);
    const last = infos.at(-1) ?? '';
    expect(last).toMatch(/^Info-Package: trickle-ice\r$/m);
    expect(last).toMatch(/^Content-Type: application\/trickle-ice-sdpfrag\r$/m);
    expect(last).toMatch(/^Content-Disposition: Info-Package\r$/m);
    expect(last).toMatch(/m=audio 9 RTP\/AVP 0\r\na=mid:0\r\na=ice-ufrag:.*\r\na=ice-pwd:.*\r\na=candidate:1 /);
    expect(described(last)).toBe(3);
    expect(last.endsWith('a=end-of-candidates\r\n')).toBe(true);
  });

  test.each([
    ['the caller', [50], undefined, undefined],
    ['the callee', undefined, [50], undefined],
    ['both, but one has it switched off', [50], [50], 'off'],
  ] as const)('[PRO-11] is not used when only %s can', async (_, ours, theirs, mode) => {
    const [alice, bob] = [await phone('alice', ours), await phone('bob', theirs, mode)];
    const { caller, callee } = await box.call(alice, bob);
    await done(caller.reinvite());
    await done(callee.reinvite({ sessionDescriptionHandlerOptions: { iceRestart: true } }));
    await box.run(2000);
    expect(infos).toEqual([]);
    for (const session of [caller, callee]) {
      const waited = media(session).gathering === undefined ? 0 : 1;
      expect(media(session).localDescriptions.map(described)).toEqual([waited, waited, waited]);
    }
  });

  test('[PRO-11] one INFO at a time carries all that was found meanwhile', async () => {
    const [alice, bob] = [await phone('alice', [10]), await phone('bob', [10, 500, 520, 540, 560, 580])];
    const { caller } = await box.call(alice, bob);
    await box.run(5000);
    expect(added(caller)).toEqual([50_000, 50_001, 50_002, 50_003, 50_004, 50_005, 0]);
    expect(infos.length).toBeLessThanOrEqual(5);
  });

  test('[PRO-11] a restart trickles both ways, and leaves the candidates before behind', async () => {
    const [alice, bob] = [await phone('alice', [10, 300]), await phone('bob', [10, 300])];
    const { caller, callee } = await box.call(alice, bob);
    await box.run(1000);
    const before = box.clock.now();
    await done(caller.reinvite({ sessionDescriptionHandlerOptions: { iceRestart: true } }));
    expect(box.clock.now() - before).toBeLessThan(200);
    expect(media(caller).localDescriptions.map(described)).toEqual([2, 0]);
    await box.run(1000);
    expect(added(callee)).toEqual([50_000, 50_001, 0]);
    await sendInfo(caller, fragment(media(caller).localDescriptions[0], 9999));
    await sendInfo(caller, fragment(media(caller).localDescriptions[1], 8888));
    await done(caller.reinvite({ sessionDescriptionHandlerOptions: { iceRestart: true } }));
    await box.run(1000);
    expect(added(callee)).toEqual([50_000, 50_001, 0, 8888, 50_000, 50_001, 0]);
  });

  test('[PRO-11] what modifiers have not seen does not follow', async () => {
    const [alice, bob] = [await phone('alice', [10]), await phone('bob', [10, 300])];
    const call = alice.ua.invite(bob.ua.configuration.uri ?? '');
    await box.until(() => bob.incoming.length > 0);
    void bob.incoming[0]?.accept({ sessionDescriptionHandlerModifiers: [(same) => Promise.resolve(same)] });
    await box.until(() => call.state === 'Established');
    await box.run(1000);
    expect(described(media(bob.incoming[0]!).localDescriptions[0])).toBe(2);
    expect(infos).toEqual([]);
  });

  test('[PRO-11] early media: the caller tells that the answer arrived, and the callee trickles before it answers', async () => {
    const [alice, bob] = [await phone('alice', [10]), await phone('bob', [10, 300])];
    const call = alice.ua.invite(bob.ua.configuration.uri ?? '');
    await box.until(() => bob.incoming.length > 0);
    void bob.incoming[0]?.progress({ statusCode: 183, sessionDescription: true });
    await box.run(2000);
    expect(call.state).toBe('Establishing');
    expect(added(call)).toEqual([50_000, 50_001, 0]);
    expect(described(infos[0])).toBe(1);
  });

  test('[PRO-11] candidates that come before their description wait for it', async () => {
    const [alice, bob] = [await phone('alice', [10]), await phone('bob', [10])];
    const call = alice.ua.invite(bob.ua.configuration.uri ?? '');
    await box.until(() => bob.incoming.length > 0);
    const incoming = bob.incoming[0]!;
    await box.until(() => call.phase === 'ringing');
    // The offer of a call that rings is not taken yet.
    const early = fragment(media(call).localDescriptions[0], 7777);
    const dialog = call.context.earlyDialog!;
    const info = dialog.createRequest('INFO');
    info.headers.set('Info-Package', 'trickle-ice');
    info.body = { content: early, contentType: 'application/trickle-ice-sdpfrag' };
    await done(sendInDialog(call.context, dialog, info).then((response) => expect(response.statusCode).toBe(200)));
    expect(added(incoming)).toEqual([]);
    await done(incoming.accept());
    expect(added(incoming)).toEqual([7777]);
  });

  test.each([
    [469, 'outlasts the call', true],
    [500, 'does not', false],
  ] as const)(
    '[PRO-11] an INFO refused with %i leaves the call as it is; that nobody takes them %s',
    async (code, _, forGood) => {
      const [alice, bob] = [await phone('alice', [10]), await phone('bob', [10, 300, 600])];
      const refuse = vi.spyOn(TrickleIce.prototype, 'receive').mockImplementation((request) => {
        request.reply(code);
        return true;
      });
      const { caller, callee } = await box.call(alice, bob);
      await box.run(3000);
      refuse.mockRestore();
      expect([caller.state, callee.state]).toEqual(['Established', 'Established']);
      expect(infos.length).toBe(forGood ? 1 : 3);
      await done(callee.reinvite({ sessionDescriptionHandlerOptions: { iceRestart: true } }));
      await box.run(1000);
      expect(described(media(callee).localDescriptions[1])).toBe(forGood ? 3 : 0);
      expect(added(caller).length > 0).toBe(!forGood);
    },
  );

  test('[PRO-11] an INFO of the package with another content is refused, one that makes no sense is not', async () => {
    const [alice, bob] = [await phone('alice', [10]), await phone('bob', [10])];
    const { caller, callee } = await box.call(alice, bob);
    await expect(sendInfo(callee, 'x', 'text/plain')).rejects.toMatchObject({ statusCode: 415 });
    await expect(sendInfo(callee, 'x'.repeat(140_000))).rejects.toMatchObject({ code: 'RESPONSE' });
    await sendInfo(callee, 'm=\r\n'.repeat(10_000));
    await box.run(1000);
    expect([added(caller), caller.state]).toEqual([[50_000, 0], 'Established']);
  });
});
