import { act, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SipProvider } from '../provider/sip-provider.tsx';
import { FakeUA } from '../testing/fake-ua.ts';
import { renderHook } from '../testing/render-hook.tsx';
import { answered, over } from '../testing/snapshots.ts';
import { useCallTimer } from './use-call-timer.ts';
import { useSession } from './use-session.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

async function pass(milliseconds: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(milliseconds));
}

it('[RCT-03] counts whole seconds from the answer, on the second', async () => {
  const ua = new FakeUA();
  ua.add('a');
  const { value, renders } = renderHook(ua, () => useCallTimer('a'));
  await pass(5000);
  expect(value()).toBeNull();
  act(() => ua.change('a', answered(Date.now() - 300)));
  expect(value()).toBe(0);
  renders();
  await pass(699);
  expect([value(), renders()]).toEqual([0, 0]);
  await pass(1);
  expect([value(), renders()]).toEqual([1, 1]);
  for (let second = 0; second < 59; second += 1) await pass(1000);
  expect([value(), renders()]).toEqual([60, 59]);
});

it('[RCT-03] stands still when the call has ended, and leaves no timer', async () => {
  const ua = new FakeUA();
  ua.add('a', answered());
  const { value, unmount } = renderHook(ua, () => useCallTimer('a'));
  await pass(3500);
  act(() => ua.change('a', over()));
  await pass(5000);
  expect(value()).toBe(3);
  expect(vi.getTimerCount()).toBe(0);
  unmount();
});

it('[RCT-03] reads the clock, so a page that slept is right at once', async () => {
  const ua = new FakeUA();
  ua.add('a', answered());
  const { value } = renderHook(ua, () => useCallTimer());
  await pass(1000);
  vi.setSystemTime(Date.now() + 3_600_000);
  await pass(1000);
  expect(value()).toBe(3602);
});

it('[RCT-04] renders its reader alone', async () => {
  const ua = new FakeUA();
  ua.add('a', answered());
  const counts = { timer: 0, card: 0 };
  function Timer(): ReactNode {
    const seconds = useCallTimer('a');
    return <p ref={() => void (counts.timer += 1)}>{seconds} s</p>;
  }
  function Card(): ReactNode {
    const { session } = useSession('a');
    return (
      <div ref={() => void (counts.card += 1)}>
        {session?.id}
        <Timer />
      </div>
    );
  }
  render(
    <SipProvider ua={ua.asUA}>
      <Card />
    </SipProvider>,
  );
  const before = { ...counts };
  for (let second = 0; second < 10; second += 1) await pass(1000);
  expect(screen.getByText('10 s')).toBeInTheDocument();
  expect({ ...counts }).toEqual({ timer: before.timer + 20, card: before.card });
});

it('[RCT-02] is nought on the server', () => {
  const ua = new FakeUA();
  ua.add('a', answered(1));
  function Timer(): ReactNode {
    return <p>{useCallTimer('a')}</p>;
  }
  const html = renderToString(
    <SipProvider ua={ua.asUA}>
      <Timer />
    </SipProvider>,
  );
  expect(html).toBe('<p></p>');
});
