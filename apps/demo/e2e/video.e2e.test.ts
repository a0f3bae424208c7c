import { describe, expect, it } from 'vitest';
import { PATIENCE } from './support/person.ts';
import { Stage } from './support/stage.ts';

const stage = Stage.forThisFile();

describe('two people with cameras', () => {
  it('[MED-02] see each other, one turns the camera off and is still shown the other, and nothing is left', async () => {
    const [alice, bob] = await Promise.all([stage.resident('Alice', 440), stage.resident('Bob', 660)]);
    const field = alice.page.getByRole('textbox', { name: 'Number or address', exact: true });
    await field.fill('bob');
    await alice.press('Video call');
    await bob.sees('Incoming video call');
    await bob.press('Answer with video');
    await Promise.all([alice.isTalking(), bob.isTalking()]);
    await Promise.all([alice.seesMoving(), bob.seesMoving()]);
    await Promise.all([alice.hears(660), bob.hears(440)]);
    const shown = bob.page.getByLabel(/^Picture of/);
    await expect.poll(() => shown.evaluate((video: HTMLVideoElement) => video.videoWidth), PATIENCE).toBeGreaterThan(0);

    await alice.press('Video');
    await expect
      .poll(async () => (await bob.call())?.media.video, PATIENCE)
      .toEqual({ local: 'sendonly', remote: 'recvonly' });
    await bob.sees('Alice shows no picture');
    await alice.seesMoving();
    await bob.press('Hang up');
    await Promise.all([alice.isIdle(), bob.isIdle()]);
    await Promise.all([alice.hasLeftNothing(), bob.hasLeftNothing()]);
  });
});
