import { describe, expect, it } from 'vitest';
import { eventually, PATIENCE, Person } from './support/person.ts';
import { Stage } from './support/stage.ts';

/** Hertz of each person's voice. */
const ALICE = 440;
const BOB = 660;
/** How often each ending is tried; 15 in the long run. */
const RUNS = Number(process.env['HOOKSWITCH_PAGE_RUNS'] ?? 3);
/** How many pages are closed at the same time. */
const AT_ONCE = 3;
/** Milliseconds until the far end of a closed page must know, where somebody waits whether the page comes back. */
const GRACE = 10_000;

const stage = Stage.forThisFile();

async function inCall(): Promise<[Person, Person]> {
  const [alice, bob] = await Promise.all([
    stage.guest(`account=alice&tone=${ALICE}`),
    stage.guest(`account=bob&tone=${BOB}`),
  ]);
  await alice.press('Call Bob');
  await bob.press('Answer');
  await Promise.all([alice.hears(BOB), bob.hears(ALICE)]);
  return [alice, bob];
}

/** Milliseconds from the beginning of the reload until both hear each other again. */
async function reload(alice: Person, bob: Person, act: () => Promise<unknown>): Promise<number> {
  const { id = '' } = (await alice.call()) ?? {};
  const began = Date.now();
  await act();
  await alice.isProbed();
  await Promise.all([alice.hears(BOB), bob.hears(ALICE)]);
  const took = Date.now() - began;
  expect((await alice.call())?.id).toBe(id);
  return took;
}

/** A page in a call with the tone machine. */
async function talker(without: 'nothing' | 'executor'): Promise<Person> {
  const person = await Person.open(stage.browser, 'about:blank', without === 'executor' ? ['SharedWorker'] : []);
  await person.visit(`${stage.server.url}?account=alice&tone=${ALICE}`);
  await person.isReady();
  await person.dial('601');
  await person.isTalking();
  return person;
}

const robotCalls = (): number => stage.server.network.counts().robotCalls;

describe('a page in a call', () => {
  it('[NET-04] is loaded again, and both hear each other within 5 s; then either side hangs up', async () => {
    const [alice, bob] = await inCall();
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      times.push(await reload(alice, bob, () => alice.page.reload()));
    }
    console.log(`Heard again after a reload, in ms: ${times.join(', ')}`);
    expect(Math.max(...times)).toBeLessThan(5000);
    // Whoever was to hang up if the page stayed away has been told that it is back.
    await new Promise((resolve) => setTimeout(resolve, GRACE + 1000));
    await Promise.all([alice.isTalking(), bob.isTalking()]);
    await bob.press('Hold');
    await alice.callIs({ hold: { local: false, remote: true } });
    await bob.press('Hang up');
    await alice.isIdle();
    await alice.hasLeftNothing();
  });

  it('[NET-04] loads itself again where nobody could hang up for it', async () => {
    const bob = await stage.guest(`account=bob&tone=${BOB}`);
    const alice = await Person.open(stage.browser, 'about:blank', ['SharedWorker']);
    stage.afterwards(() => alice.close());
    await alice.visit(`${stage.server.url}?account=alice&tone=${ALICE}`);
    await alice.isReady();
    await alice.press('Call Bob');
    await bob.press('Answer');
    await Promise.all([alice.hears(BOB), bob.hears(ALICE)]);
    const took = await reload(alice, bob, async () => {
      const loaded = alice.page.waitForEvent('load');
      await alice.page.evaluate(() => setTimeout(() => location.reload()));
      await loaded;
    });
    expect(took).toBeLessThan(5000);
    await alice.press('Hang up');
    await bob.isIdle();
  });

  it.each(['nothing', 'executor'] as const)(
    '[NET-04] is closed, and hangs up; the browser lacks %s',
    async (without) => {
      const before = robotCalls();
      const times: number[] = [];
      while (times.length < RUNS) {
        const talkers: Person[] = [];
        for (let each = 0; each < AT_ONCE; each += 1) talkers.push(await talker(without));
        expect(robotCalls()).toBe(before + AT_ONCE);
        const began = Date.now();
        await Promise.all(talkers.map(({ page }) => page.close()));
        await eventually(async () => expect(robotCalls()).toBe(before), { ...PATIENCE, timeout: GRACE + 5000 });
        times.push(...talkers.map(() => Date.now() - began));
        await Promise.all(talkers.map((person) => person.close()));
      }
      console.log(
        `${String(times.length)} of ${String(times.length)} hung up, the last within ${String(Math.max(...times))} ms`,
      );
      expect(Math.max(...times)).toBeLessThan(without === 'executor' ? 3000 : GRACE + 4000);
    },
    60_000 + 10_000 * RUNS,
  );
});
