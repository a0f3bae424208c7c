import { describe, expect, test } from 'vitest';
import { PhoneBox } from '../testing/phones.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import type { Session } from './session.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

/** What both sides do at the same instant, and what must hold afterwards. */
interface Crossing {
  readonly name: string;
  readonly left: (session: Session) => Promise<void>;
  readonly right: (session: Session) => Promise<void>;
  readonly holds: { readonly left: boolean; readonly right: boolean };
}

const offer = { sessionDescription: true };
const crossings: readonly Crossing[] = [
  { name: 'two holds', left: (s) => s.hold(), right: (s) => s.hold(), holds: { left: true, right: true } },
  { name: 'hold, re-INVITE', left: (s) => s.hold(), right: (s) => s.reinvite(), holds: { left: true, right: false } },
  { name: 'UPDATE, hold', left: (s) => s.update(offer), right: (s) => s.hold(), holds: { left: false, right: true } },
  {
    name: 'two UPDATEs',
    left: (s) => s.update(offer),
    right: (s) => s.update(offer),
    holds: { left: false, right: false },
  },
  {
    name: 'hold, offerless re-INVITE',
    left: (s) => s.hold(),
    right: (s) => s.reinvite({ inviteWithoutSdp: true }),
    holds: { left: true, right: false },
  },
];

/** Lets both sides of a call offer at once, and sees that they converge; gives how often a 491 made one wait. */
async function cross(seed: number): Promise<number> {
  const random = seededRandom(seed);
  const dice = (sides: number): number => (random.bytes(1)[0] ?? 0) % sides;
  const latency = 1 + dice(60);
  const box = new PhoneBox({ seed, latency: () => latency + dice(5) });
  const delay = { getDescription: dice(30), setDescription: dice(30) };
  const left = await box.phone('alice', { media: { delay } });
  const right = await box.phone('bob', { media: { delay } });
  const { caller, callee } = await box.call(left, right);
  const crossing = crossings[seed % crossings.length]!;
  box.network.trace.clear();
  const since = box.clock.now();
  let outcome = 'pending';
  Promise.all([crossing.left(caller), crossing.right(callee)]).then(
    () => (outcome = 'both'),
    (error: unknown) => (outcome = String(error)),
  );
  await box.until(() => outcome !== 'pending', 20_000);
  await box.until(() => [caller, callee].every((each) => each.context.negotiation.floor === 'idle'), 20_000);
  const took = box.clock.now() - since;
  const { holds } = crossing;
  expect({ seed, crossing: crossing.name, outcome }).toEqual({ seed, crossing: crossing.name, outcome: 'both' });
  expect(took).toBeLessThan(5000);
  expect(caller.getSnapshot().hold).toEqual({ local: holds.left, remote: holds.right });
  expect(callee.getSnapshot().hold).toEqual({ local: holds.right, remote: holds.left });
  expect(caller.getSnapshot().media.audio?.local).toBe(callee.getSnapshot().media.audio?.remote);
  let count = 0;
  for (const [user, least, most] of [
    ['alice', 2100, 4000],
    ['bob', 0, 2000],
  ] as const) {
    for (const waited of waits(box, user)) {
      count += 1;
      expect(waited).toBeGreaterThanOrEqual(least);
      // The media take their time before the next attempt is on the wire.
      expect(waited).toBeLessThanOrEqual(most + 200);
    }
  }
  await box.close();
  expect(box.leaks()).toEqual(nothing);
  expect(box.errors).toEqual([]);
  return count;
}

/** Milliseconds from each 491 that a user got to its next attempt, as the network saw them. */
function waits(box: PhoneBox, user: string): number[] {
  const found: number[] = [];
  let refusedAt: number | undefined;
  for (const message of box.network.trace.entries) {
    if (message.user !== user) continue;
    const negotiates = message.method === 'INVITE' || message.method === 'UPDATE';
    if (message.statusCode === 491 && message.direction === 'out') refusedAt = message.time;
    else if (refusedAt !== undefined && message.kind === 'request' && negotiates && message.direction === 'in') {
      found.push(message.time - refusedAt);
      refusedAt = undefined;
    }
  }
  return found;
}

describe('two phones that offer at the same moment', () => {
  const seeds = Array.from({ length: 1000 }, (_, index) => index + 1);
  const parts = Array.from({ length: 10 }, (_, index) => seeds.slice(index * 100, index * 100 + 100));

  test.each(parts.map((part) => [part[0]!, part.at(-1)!, part] as const))(
    '[PRO-07] converge within 5 s, in the windows of RFC 3261 section 14.1 (seeds %i to %i)',
    async (_first, _last, part) => {
      let crossed = 0;
      for (const seed of part) crossed += await cross(seed);
      expect(crossed).toBeGreaterThan(part.length);
    },
    60_000,
  );
});
