import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../server/start-server.ts';
import { launch } from './support/launch.ts';
import { PATIENCE, Person } from './support/person.ts';

/** Hertz of each person's voice. */
const ALICE = 440;
const BOB = 660;
const CAROL = 880;

let server: RunningServer;
let browser: Browser;
const people: Person[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ port: 0 }), launch()]);
});

afterEach(async () => {
  const complaints = people.flatMap((person) => person.complaints);
  await Promise.all(people.splice(0).map((person) => person.close()));
  expect(complaints).toEqual([]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

async function person(query: string): Promise<Person> {
  const one = await Person.signedIn(browser, server.url, query);
  people.push(one);
  return one;
}

function aliceAndBob(): Promise<readonly [Person, Person]> {
  return Promise.all([person(`account=alice&tone=${ALICE}`), person(`account=bob&tone=${BOB}`)]);
}

async function talking(): Promise<readonly [Person, Person]> {
  const [alice, bob] = await aliceAndBob();
  await alice.press('Call Bob');
  await bob.press('Answer');
  await Promise.all([alice.isTalking(), bob.isTalking()]);
  return [alice, bob];
}

describe('two people', () => {
  it('[APP-01] sign in on the page, and hear each other; the caller hangs up', async () => {
    const [alice, bob] = await Promise.all([Person.open(browser, server.url), Person.open(browser, server.url)]);
    people.push(alice, bob);
    for (const [one, name, tone] of [
      [alice, 'Alice', ALICE],
      [bob, 'Bob', BOB],
    ] as const) {
      await one.page.getByText('Sound and ringing').click();
      await one.page.getByLabel('Play a test tone instead of the microphone').check();
      await one.page.getByLabel('Frequency in hertz').fill(String(tone));
      await one.press(`Sign in as ${name}`);
      await one.isReady();
    }

    await alice.dial('bob');
    await alice.sees('Ringing their phone…');
    await expect.poll(() => bob.page.title(), PATIENCE).toBe('(1) Incoming call from Alice');
    await bob.press('Answer');
    await Promise.all([alice.isTalking(), bob.isTalking()]);
    await Promise.all([alice.hears(BOB), bob.hears(ALICE)]);

    for (const one of [alice, bob]) {
      const before = await one.sound();
      expect(before).toMatchObject({ packetsReceived: expect.any(Number), packetsSent: expect.any(Number) });
      await expect.poll(async () => (await one.sound()).packetsReceived, PATIENCE).toBeGreaterThan(before.packetsReceived + 20);
      const after = await one.sound();
      expect(after.packetsSent).toBeGreaterThan(before.packetsSent);
      expect(after.energy).toBeGreaterThan(before.energy + 0.001);
    }

    await alice.press('Hang up');
    await bob.sees('They ended the call');
    await Promise.all([alice.isIdle(), bob.isIdle()]);
    await Promise.all([alice.hasLeftNothing(), bob.hasLeftNothing()]);
    await alice.sees('Outgoing');
    await bob.sees('Incoming');
  });

  it('[SES-04] hold silences both ways, resume brings the sound back; the other side hangs up', async () => {
    const [alice, bob] = await talking();
    await Promise.all([alice.hears(BOB), bob.hears(ALICE)]);

    await alice.press('Hold');
    await alice.callIs({ hold: { local: true, remote: false }, pending: [] });
    await bob.callIs({ hold: { local: false, remote: true } });
    await alice.sees('On hold');
    await bob.sees('They put you on hold');
    await Promise.all([alice.hearsNothing(), bob.hearsNothing()]);

    await alice.press('Hold');
    await Promise.all([alice.isTalking(), bob.isTalking()]);
    await Promise.all([alice.hears(BOB), bob.hears(ALICE)]);

    await bob.press('Hold');
    await alice.callIs({ hold: { local: false, remote: true } });
    await Promise.all([alice.hearsNothing(), bob.hearsNothing()]);
    await bob.press('Hold');
    await Promise.all([alice.hears(BOB), bob.hears(ALICE)]);

    await bob.press('Hang up');
    await Promise.all([alice.isIdle(), bob.isIdle()]);
    await Promise.all([alice.hasLeftNothing(), bob.hasLeftNothing()]);
  });

  it('[MED-05] mute silences one way only', async () => {
    const [alice, bob] = await talking();
    await bob.hears(ALICE);
    await alice.press('Mute');
    await alice.sees('You are muted');
    await bob.hearsNothing();
    await alice.hears(BOB);
    await alice.press('Mute');
    await bob.hears(ALICE);
  });

  it('[DTM-01] digits arrive as sound and as INFO', async () => {
    const [alice, bob] = await talking();
    await bob.hears(ALICE);

    // The receiver's own ears: a key is two tones at once.
    await alice.press('Mute');
    await bob.hearsNothing();
    await bob.listenForDigits();
    await alice.press('Keypad');
    const keypad = alice.page.getByRole('group', { name: 'Keypad for this call' });
    for (const [key, heard] of [
      ['5', '5'],
      ['star', '5*'],
      ['1', '5*1'],
    ] as const) {
      await keypad.getByRole('button', { name: new RegExp(`^${key}`) }).click();
      await expect.poll(() => bob.digitsHeard(), PATIENCE).toBe(heard);
    }
    await bob.stopListening();

    await alice.sendByInfo('42#');
    await bob.sees('42#');
    await bob.sendByInfo('9');
    await alice.sees('9');
    await alice.press('Hang up');
    await bob.isIdle();
    await Promise.all([alice.hasLeftNothing(), bob.hasLeftNothing()]);
  });

  it('[TRF-01] a blind transfer moves the call', async () => {
    const [[alice, bob], carol] = await Promise.all([talking(), person(`account=carol&tone=${CAROL}`)]);
    await bob.press('Transfer');
    await bob.page.getByRole('textbox', { name: 'Transfer Alice to' }).fill('carol');
    await bob.press('Transfer now');
    await carol.press('Answer');
    await carol.isTalking();
    await bob.isIdle();
    await expect
      .poll(() => alice.calls(), PATIENCE)
      .toMatchObject([{ phase: 'established', remote: { user: 'carol' } }]);
    await Promise.all([alice.hears(CAROL), carol.hears(ALICE)]);
    await bob.hasLeftNothing();

    await carol.press('Hang up');
    await Promise.all([alice.isIdle(), carol.isIdle()]);
    await Promise.all([alice.hasLeftNothing(), carol.hasLeftNothing()]);
  });
});
