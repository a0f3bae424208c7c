import { beforeAll, expect, it } from 'vitest';
import { PATIENCE, type Person } from './support/person.ts';
import { Stage } from './support/stage.ts';

/** Hertz of each person's voice. */
const ALICE = 440;
const BOB = 660;
const CAROL = 880;

const stage = Stage.forThisFile();
let alice: Person;
let bob: Person;
let carol: Person;

beforeAll(async () => {
  [alice, bob, carol] = await Promise.all([
    stage.resident('Alice', ALICE),
    stage.resident('Bob', BOB),
    stage.resident('Carol', CAROL),
  ]);
});

async function talk(): Promise<void> {
  await alice.dial('bob');
  await bob.press('Answer');
  await Promise.all([alice.isTalking(), bob.isTalking()]);
}

it('[KIT-04] asks first, connects the two, and they hear each other', async () => {
  await talk();
  await alice.press('Transfer');
  await alice.page.keyboard.type('carol');
  await alice.press('Ask first');
  await carol.press('Answer');
  await Promise.all([alice.hears(CAROL), bob.hearsNothing()]);
  await alice.page
    .getByRole('region', { name: 'Asking before a transfer' })
    .getByText('Transfer', { exact: true })
    .click();
  await Promise.all([bob.hears(CAROL), carol.hears(BOB), alice.isIdle()]);
  await bob.press('Hang up');
  await Promise.all([bob.isIdle(), carol.isIdle()]);
});

it('[MED-07] joins two calls in a conference, in which everybody hears everybody', async () => {
  await talk();
  await alice.press('Add call');
  await alice.page.keyboard.type('carol');
  await alice.page.keyboard.press('Enter');
  await carol.press('Answer');
  await alice.hears(CAROL);
  await alice.press('Merge');
  await alice.sees('You and 2 others');
  // With our own microphone silenced, each hears the other and nobody else.
  await alice.press('Mute');
  await Promise.all([bob.hears(CAROL), carol.hears(BOB)]);
  await alice.press('End for all');
  await Promise.all([alice.isIdle(), bob.isIdle(), carol.isIdle()]);
  await expect.poll(() => alice.calls(), PATIENCE).toEqual([]);
});

it('[NET-05] a phone with two accounts answers on the other, and is heard there', async () => {
  const both = await stage.guest(`account=alice&also=carol&tone=${ALICE}`);
  await bob.dial('carol');
  await both.sees('to Carol');
  await both.press('Answer');
  await Promise.all([bob.hears(ALICE), both.hears(BOB)]);
  await both.sees(/^Carol$/);
  await bob.press('Hang up');
  await Promise.all([bob.isIdle(), carol.isIdle()]);
});
