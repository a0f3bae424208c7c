import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PATIENCE, type Person } from './support/person.ts';
import { Stage } from './support/stage.ts';

/** Hertz of each person's voice. */
const ALICE = 440;
const BOB = 660;
const CAROL = 880;

const stage = Stage.forThisFile();
let alice: Person;
let bob: Person;

beforeAll(async () => {
  [alice, bob] = await Promise.all([stage.resident('Alice', ALICE), stage.resident('Bob', BOB)]);
});

beforeEach(async () => {
  await Promise.all([alice.isFree(), bob.isFree()]);
});

async function talk(): Promise<void> {
  await alice.press('Call Bob');
  await bob.press('Answer');
  await Promise.all([alice.isTalking(), bob.isTalking()]);
  await Promise.all([alice.hears(BOB), bob.hears(ALICE)]);
}

describe('two people', () => {
  it('[APP-01] call by number, hear each other, and the caller hangs up', async () => {
    await alice.dial('bob');
    await alice.sees('Ringing their phone…');
    await expect.poll(() => bob.page.title(), PATIENCE).toBe('(1) Incoming call from Alice');
    await bob.press('Answer');
    await Promise.all([alice.isTalking(), bob.isTalking()]);
    await Promise.all([alice.hears(BOB), bob.hears(ALICE)]);
    await expect.poll(() => bob.page.title(), PATIENCE).toBe('On a call with Alice');

    for (const one of [alice, bob]) {
      const before = await one.sound();
      const received = async (): Promise<number> => (await one.sound()).packetsReceived;
      await expect.poll(received, PATIENCE).toBeGreaterThan(before.packetsReceived + 20);
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
    await talk();
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

  it('[SES-11] mute silences one way only', async () => {
    await talk();
    await alice.press('Mute');
    await alice.sees('You are muted');
    await bob.hearsNothing();
    await alice.hears(BOB);
    await alice.press('Mute');
    await bob.hears(ALICE);
  });

  it('[SES-02] digits arrive as sound and as INFO', async () => {
    await talk();
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

  it('[SES-05] a blind transfer moves the call', async () => {
    const [carol] = await Promise.all([stage.guest(`account=carol&tone=${CAROL}`), talk()]);
    await bob.press('Transfer');
    await bob.page.getByRole('form', { name: 'Transfer this call' }).getByRole('textbox').fill('carol');
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

describe('one person', () => {
  it('[APP-01] calls 600 and hears herself', async () => {
    const carol = await stage.guest(`account=carol&tone=${CAROL}`);
    await carol.press('Call Echo');
    await carol.isTalking();
    await carol.hears(CAROL);
    await carol.press('Hang up');
    await carol.isIdle();
    await carol.hasLeftNothing();
  });

  it('[SES-02] calls 601, hears its tone, and the machine gets the digits', async () => {
    const carol = await stage.guest(`account=carol&tone=${CAROL}`);
    const digits: string[] = [];
    const stop = stage.server.network.events.on('digit', ({ digit, via }) => digits.push(`${digit} ${via}`));
    stage.afterwards(async () => stop());
    await carol.dial('601');
    await carol.isTalking();
    await carol.hears(440);
    await carol.press('Keypad');
    await carol.page.keyboard.press('7');
    await expect.poll(() => digits, PATIENCE).toEqual(['7 rtp']);
    await carol.sendByInfo('8');
    await expect.poll(() => digits, PATIENCE).toEqual(['7 rtp', '8 info']);
    await carol.press('Hang up');
    await carol.isIdle();
  });

  it('[KIT-10] signs in, calls and hangs up with keys alone', async () => {
    const carol = await stage.visitor();
    const { keyboard } = carol.page;
    await carol.tabTo(carol.button('Sign in as Carol'));
    await keyboard.press('Enter');
    await carol.isReady();
    await carol.tabTo(carol.page.getByRole('textbox', { name: 'Number or address', exact: true }));
    await keyboard.type('600');
    await keyboard.press('Enter');
    await carol.isTalking();
    await carol.tabTo(carol.button('Hang up'));
    await keyboard.press('Enter');
    await carol.isIdle();
    await carol.tabTo(carol.button('Sign out'));
    await keyboard.press('Space');
    await carol.button('Sign in as Carol').waitFor();
  });
});
