import type { Clock } from '@hookswitch/sip-core';
import { render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { SipProvider } from '../provider/sip-provider.tsx';
import { CallScene } from '../testing/call-scene.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useCallTimer } from './use-call-timer.ts';
import { useSession } from './use-session.ts';

const scene = CallScene.each();

it('[RCT-03] counts whole seconds from the answer, on the second', async () => {
  const { alice, line } = scene();
  const { id, here } = await scene().ringing();
  const { value, renders } = renderOnLine(alice, () => useCallTimer(id));
  await line.pass(2500);
  expect(value()).toBeNull();
  await line.after(() => here.accept(), 0);
  expect(value()).toBe(0);
  await line.pass(300);
  const late = renderOnLine(alice, () => useCallTimer(id));
  renders();
  late.renders();
  await line.pass(699);
  expect([value(), renders(), late.value(), late.renders()]).toEqual([0, 0, 0, 0]);
  await line.pass(1);
  expect([value(), renders(), late.value(), late.renders()]).toEqual([1, 1, 1, 1]);
  for (let second = 0; second < 59; second += 1) await line.pass(1000);
  expect([value(), renders()]).toEqual([60, 59]);
});

it('[RCT-03] stands still when the call has ended, and leaves no timer', async () => {
  const { alice, line } = scene();
  const { id, there } = await scene().talking();
  const before = line.clock.pending;
  const { value, rerender, unmount } = renderOnLine(alice, () => useCallTimer(id));
  expect(line.clock.pending).toBe(before + 1);
  await line.pass(3500);
  await line.after(() => there.terminate(), 0);
  await line.pass(5000);
  rerender();
  expect(value()).toBe(3);
  const after = line.clock.pending;
  unmount();
  expect(line.clock.pending).toBe(after);
});

it('[RCT-03] reads the clock, so a page that slept is right at once', async () => {
  const { line } = scene();
  const { platform } = line.configuration('carol');
  let slept = 0;
  const clock: Clock = {
    now: () => line.clock.now() + slept,
    setTimeout: (callback, delay) => line.clock.setTimeout(callback, delay),
    clearTimeout: (handle) => line.clock.clearTimeout(handle),
  };
  const carol = line.ua('carol', { platform: { ...platform, clock } });
  const { value } = renderOnLine(carol, () => useCallTimer());
  await line.pass(0);
  carol.invite('600');
  await line.pass(1000);
  slept = 3_600_000;
  await line.pass(1000);
  expect(value()).toBe(3602);
});

it('[RCT-04] renders its reader alone', async () => {
  const { alice, line } = scene();
  const { id } = await scene().talking();
  const counts = { timer: 0, card: 0 };
  function Timer(): ReactNode {
    const seconds = useCallTimer(id);
    return <p ref={() => void (counts.timer += 1)}>{seconds} s</p>;
  }
  function Card(): ReactNode {
    const { session } = useSession(id);
    return (
      <div ref={() => void (counts.card += 1)}>
        {session?.id}
        <Timer />
      </div>
    );
  }
  render(
    <SipProvider ua={alice}>
      <Card />
    </SipProvider>,
  );
  const before = { ...counts };
  for (let second = 0; second < 10; second += 1) await line.pass(1000);
  expect(screen.getByText('10 s')).toBeInTheDocument();
  expect({ ...counts }).toEqual({ timer: before.timer + 20, card: before.card });
});

it('[RCT-02] is nought on the server', async () => {
  const { alice } = scene();
  const { id } = await scene().talking();
  function Timer(): ReactNode {
    return <p>{useCallTimer(id)}</p>;
  }
  const html = renderToString(
    <SipProvider ua={alice}>
      <Timer />
    </SipProvider>,
  );
  expect(html).toBe('<p></p>');
});
