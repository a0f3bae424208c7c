import { afterEach, describe, expect, it } from 'vitest';
import { createMediaEnd, type MediaEnd } from '../media-end.ts';
import { measureTone } from '../tone-meter.ts';
import { createBrowserRobotMedia } from './browser-media.ts';
import type { RobotMedia } from './robot-media.ts';

const open: (MediaEnd | RobotMedia)[] = [];

afterEach(() => {
  for (const end of open.splice(0)) end.close();
});

function track<End extends MediaEnd | RobotMedia>(end: End): End {
  open.push(end);
  return end;
}

/** Calls a robot, or is called by it. */
async function talk(phone: MediaEnd, robot: RobotMedia, hold = false): Promise<string> {
  const { body } = await phone.handler.getDescription({ hold });
  const answer = await robot.answer(body);
  await phone.handler.setDescription(answer);
  return answer;
}

async function heard(phone: MediaEnd): Promise<number> {
  const tone = await measureTone(phone.handler.remoteMediaStream, { seconds: 0.5 });
  return Math.round(tone.frequency / 10) * 10;
}

describe('createBrowserRobotMedia', () => {
  it('[APP-04] echoes the voice of the caller, says nothing while on hold, and goes on after', async () => {
    const phone = track(createMediaEnd({ frequency: 700 }));
    const robot = track(createBrowserRobotMedia('echo'));
    await talk(phone, robot);
    await expect.poll(() => heard(phone), { timeout: 10_000 }).toBe(700);
    expect(await talk(phone, robot, true)).toContain('a=recvonly');
    await expect.poll(() => heard(phone), { timeout: 10_000 }).toBe(0);
    expect(await talk(phone, robot)).toContain('a=sendrecv');
    await expect.poll(() => heard(phone), { timeout: 10_000 }).toBe(700);
  });

  it('[APP-04] plays a tone, whoever makes the offer', async () => {
    const phone = track(createMediaEnd({ frequency: 700 }));
    await talk(phone, track(createBrowserRobotMedia('tone')));
    await expect.poll(() => heard(phone), { timeout: 10_000 }).toBe(440);
    const called = track(createMediaEnd({ frequency: 700 }));
    const robot = track(createBrowserRobotMedia('tone'));
    await called.handler.setDescription(await robot.offer());
    await robot.accept((await called.handler.getDescription()).body);
    await expect.poll(() => heard(called), { timeout: 10_000 }).toBe(440);
  });

  it('[APP-04] echoes video', async () => {
    const phone = track(createMediaEnd());
    const { body } = await phone.handler.getDescription({ constraints: { audio: true, video: true } });
    const robot = track(createBrowserRobotMedia('echo'));
    await phone.handler.setDescription(await robot.answer(body));
    expect(phone.handler.media.video).toEqual({ local: 'sendrecv', remote: 'sendrecv' });
  });
});
