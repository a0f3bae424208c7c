import process from 'node:process';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { FaultProxy, type SeenMessage } from '../fault-proxy.ts';
import { until } from '../lab/until.ts';
import type { Phone } from '../support/phone.ts';
import { figure } from '../support/figure.ts';
import { missing, Stage } from '../support/stage.ts';

/** A phone, and the position of the call there. */
interface Line {
  readonly phone: Phone;
  readonly index: number;
}

/** A moment of a call's life: the message that is lost together with the connection. */
interface CutPoint {
  readonly name: string;
  readonly at: (message: SeenMessage) => boolean;
  readonly caller: 'alice' | 'bob';
  /** What is done once the call is established; none for moments before that. */
  readonly act?: (alice: Line, bob: Line) => Promise<void>;
}

const up = (start: string, method = ''): CutPoint['at'] => matches('up', start, method);
const down = (start: string, method = ''): CutPoint['at'] => matches('down', start, method);

function matches(direction: SeenMessage['direction'], start: string, method: string): CutPoint['at'] {
  return (message) => {
    const sequence = /^CSeq: *\d+ (\w+)/im.exec(message.text)?.[1];
    return message.direction === direction && message.text.startsWith(start) && (method === '' || sequence === method);
  };
}

const points: readonly CutPoint[] = [
  { name: 'our INVITE', caller: 'alice', at: up('INVITE') },
  { name: 'the challenge', caller: 'alice', at: down('SIP/2.0 407', 'INVITE') },
  { name: 'its 100', caller: 'alice', at: down('SIP/2.0 100', 'INVITE') },
  { name: 'its 180', caller: 'alice', at: down('SIP/2.0 180', 'INVITE') },
  { name: 'its 200', caller: 'alice', at: down('SIP/2.0 200', 'INVITE') },
  { name: 'our ACK', caller: 'alice', at: up('ACK') },
  { name: 'their INVITE', caller: 'bob', at: down('INVITE') },
  { name: 'our 180', caller: 'bob', at: up('SIP/2.0 180', 'INVITE') },
  { name: 'our 200', caller: 'bob', at: up('SIP/2.0 200', 'INVITE') },
  { name: 'their ACK', caller: 'bob', at: down('ACK') },
  ...(['alice', 'bob'] as const).flatMap((caller): CutPoint[] => [
    { name: 'our hold', caller, at: up('INVITE'), act: (alice) => alice.phone.hold(alice.index) },
    { name: 'its 200', caller, at: down('SIP/2.0 200', 'INVITE'), act: (alice) => alice.phone.hold(alice.index) },
    { name: 'our ACK to it', caller, at: up('ACK'), act: (alice) => alice.phone.hold(alice.index) },
    { name: 'their hold', caller, at: down('INVITE'), act: (_alice, bob) => bob.phone.hold(bob.index) },
    { name: 'our 200 to it', caller, at: up('SIP/2.0 200', 'INVITE'), act: (_alice, bob) => bob.phone.hold(bob.index) },
    { name: 'our BYE', caller, at: up('BYE'), act: (alice) => alice.phone.hangUp(alice.index) },
    { name: 'their BYE', caller, at: down('BYE'), act: (_alice, bob) => bob.phone.hangUp(bob.index) },
  ]),
];

/** All of them take minutes: HOOKSWITCH_INTEROP_LONG in the environment asks for that. */
const long = process.env['HOOKSWITCH_INTEROP_LONG'] !== undefined;
const usual = ['its 200', 'our ACK', 'our hold', 'their hold', 'our BYE'];
const chosen = long ? points : points.filter(({ name, caller }) => caller === 'alice' && usual.includes(name));

describe.skipIf(missing('kamailio').length > 0)('the connection is lost', () => {
  let stage: Stage;
  let proxy: FaultProxy;
  let phones: readonly [alice: Phone, bob: Phone];

  beforeAll(async () => {
    stage = await Stage.open({ rtpengine: false });
    proxy = await FaultProxy.open(stage.lab.kamailio.ports.ws);
    // Who is cut off every few seconds waits longer from one time to the next, up to 30 s.
    const often = { server: proxy.url, connectionRecoveryMaxInterval: 3 };
    phones = [await stage.signedIn('alice', 440, often), await stage.signedIn('bob', 660)];
  });
  afterAll(async () => {
    await proxy.close();
    await stage.close();
  });

  /** What both sides say of the call once they say the same; a call that never arrived has ended. */
  function agreed(lines: readonly Line[]): Promise<string> {
    let before = '';
    return until(
      'both sides agree',
      async () => {
        const calls = await Promise.all(lines.map(({ phone, index }) => phone.call(index)));
        // A hold whose answer is still on its way is nothing to agree on.
        if (calls.some((call) => call !== undefined && call.phase !== 'ended' && call.pending.length > 0)) return false;
        const now = calls.map((call) => call?.phase ?? 'ended').join();
        const same = now === before && (now === 'established,established' || now === 'ended,ended');
        before = now;
        return same && now;
      },
      { timeout: 40_000, interval: 300 },
    );
  }

  /** Everybody hears the other. */
  async function talk([alice, bob]: readonly [Line, Line]): Promise<void> {
    await Promise.all([alice.phone.hears(660, alice.index), bob.phone.hears(440, bob.index)]);
  }

  it.each(chosen)(
    '[NET-03] with $name lost, in a call of $caller: both sides come to agree',
    async ({ caller, at, act }) => {
      const [alice, bob] = await Promise.all(
        phones.map(async (phone) => {
          const calls = (await phone.events()).filter(({ name }) => name === 'call');
          return { phone, index: calls.length };
        }),
      );
      if (alice === undefined || bob === undefined) throw new Error('There are two phones.');
      const [from, to] = caller === 'alice' ? [alice, bob] : [bob, alice];
      let lost = 0;
      const arm = (): void => {
        proxy.fate = (message) => {
          if (lost > 0 || !at(message)) return 'pass';
          lost = Date.now();
          setImmediate(() => proxy.cut());
          return 'drop';
        };
      };
      if (act === undefined) arm();
      await from.phone.dial(to.phone.user);
      const answered = to.phone.answer(to.index).catch(() => undefined);
      if (act !== undefined) {
        await answered;
        await talk([alice, bob]);
        arm();
        void act(alice, bob).catch(() => undefined);
      }
      await until('the connection is lost', () => lost > 0);
      await alice.phone.registered();
      const outcome = await agreed([alice, bob]);
      figure(`${outcome} ${Date.now() - lost} ms after the loss`);
      if (outcome === 'ended,ended') return;
      for (const { phone, index } of [alice, bob]) {
        if ((await phone.call(index))?.hold.local === true) await phone.unhold(index);
      }
      await talk([alice, bob]);
      await bob.phone.hangUp(bob.index);
      await alice.phone.phase('ended', alice.index);
    },
  );
});
