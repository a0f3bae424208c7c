import { describe, expect, it } from 'vitest';
import { CallScene } from '../testing/call-scene.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useSession } from './use-session.ts';
import { useSwitchLine } from './use-switch-line.ts';

const scene = CallScene.each();

/** Call `a` talks, `b` waits, `c` rings. What Bob notices at his ends is noted in order. */
async function setup() {
  const { alice, line } = scene();
  const b = await scene().talking();
  await line.after(() => b.here.hold());
  const [a, c] = [await scene().talking(), await scene().ringing()];
  const hook = renderOnLine(alice, () => ({ switchLine: useSwitchLine(), focused: useSession().session?.id }));
  const noticed: string[] = [];
  for (const [name, { there }] of Object.entries({ a, b })) {
    let waits = there.getSnapshot().hold.remote;
    there.subscribe(() => {
      const now = there.getSnapshot().hold.remote;
      if (now !== waits) noticed.push(`${name} ${now ? 'waits' : 'talks'}`);
      waits = now;
    });
  }
  line.network.trace.clear();
  return { a, b, c, noticed, ...hook };
}

describe('useSwitchLine', () => {
  it('[RCT-03] holds the call that talks, and then takes the chosen one off hold and to the front', async () => {
    const { b, noticed, value } = await setup();
    const { switchLine } = value();
    await scene().line.after(() => switchLine(b.id));
    expect(noticed).toEqual(['a waits', 'b talks']);
    expect(value()).toEqual({ switchLine, focused: b.id });
  });

  it('[RCT-03] goes on though the other call could not be held', async () => {
    const { a, b, noticed, value } = await setup();
    const { line } = scene();
    line.network.answerNext('INVITE', 488);
    await line.after(() => value().switchLine(b.id));
    expect(a.here.getSnapshot().lastError).toMatchObject({ statusCode: 488 });
    expect(noticed).toEqual(['b talks']);
  });

  it('[RCT-03] leaves a call that talks already as it is', async () => {
    const { a, value } = await setup();
    const { line } = scene();
    await line.after(() => value().switchLine(a.id));
    expect(line.network.trace.find('INVITE')).toEqual([]);
    expect(value().focused).toBe(a.id);
  });

  it('[RCT-03] only looks at a call that is not answered yet', async () => {
    const { c, value } = await setup();
    const { line } = scene();
    await line.after(() => value().switchLine(c.id));
    expect(line.network.trace.find('INVITE')).toEqual([]);
    expect(value().focused).toBe(c.id);
  });

  it('[RCT-03] tells why the chosen call stays on hold', async () => {
    const { a, b, value } = await setup();
    const { line } = scene();
    await line.after(() => a.there.terminate());
    line.network.answerNext('INVITE', 488);
    await expect(line.after(() => value().switchLine(b.id))).rejects.toMatchObject({ statusCode: 488 });
    expect(b.here.getSnapshot().hold.local).toBe(true);
  });
});
