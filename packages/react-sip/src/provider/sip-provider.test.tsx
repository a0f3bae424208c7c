import { act, render, screen } from '@testing-library/react';
import { Activity, type ReactNode, StrictMode, Suspense, use } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useConnection } from '../hooks/use-connection.ts';
import { FakeUA } from '../testing/fake-ua.ts';
import { REACT_18 } from '../testing/react-version.ts';
import { answered, over } from '../testing/snapshots.ts';
import { SipProvider } from './sip-provider.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Lets everything that waits for the next task happen, promises included. */
async function settle(): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(10));
}

function Status(): ReactNode {
  return <p>{useConnection().status}</p>;
}

describe('SipProvider with a user agent of the app', () => {
  it('[RCT-02] starts it once and stops it once under StrictMode', async () => {
    const ua = new FakeUA();
    const { unmount } = render(
      <StrictMode>
        <SipProvider ua={ua.asUA}>
          <Status />
        </SipProvider>
      </StrictMode>,
    );
    await settle();
    expect(ua.log).toEqual(['start']);
    expect(screen.getByText('connected')).toBeInTheDocument();

    unmount();
    expect(ua.log).toEqual(['start']);
    await settle();
    expect(ua.log).toEqual(['start', 'stop', 'stopped']);
    expect(ua.subscribers).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('[RCT-02] does nothing on a hundred renders of its parent', async () => {
    const ua = new FakeUA();
    const tree = (round: number): ReactNode => (
      <SipProvider ua={ua.asUA}>
        <button onClick={() => Math.max(round)}>{round}</button>
      </SipProvider>
    );
    const { rerender } = render(tree(0));
    for (let round = 1; round <= 100; round += 1) rerender(tree(round));
    await settle();
    expect(ua.log).toEqual(['start']);
    expect(ua.subscribers).toBe(1);
  });

  it('[RCT-02] leaves starting to the app when asked to', async () => {
    const ua = new FakeUA();
    const { rerender } = render(<SipProvider ua={ua.asUA} autoStart={false} />);
    await settle();
    expect(ua.log).toEqual([]);
    rerender(<SipProvider ua={ua.asUA} />);
    await settle();
    expect(ua.log).toEqual(['start']);
  });

  it('[RCT-02] stops what the app started, and nothing that does not run', async () => {
    const running = new FakeUA();
    const idle = new FakeUA();
    const { unmount } = render(
      <>
        <SipProvider ua={running.asUA} autoStart={false} />
        <SipProvider ua={idle.asUA} autoStart={false} />
      </>,
    );
    await act(() => running.start());
    unmount();
    await settle();
    expect(running.log).toEqual(['start', 'stop', 'stopped']);
    expect(idle.log).toEqual([]);
  });

  it('[RCT-02] survives a remount in the same task', async () => {
    const ua = new FakeUA();
    const { rerender } = render(<SipProvider key="1" ua={ua.asUA} />);
    rerender(<SipProvider key="2" ua={ua.asUA} />);
    await settle();
    expect(ua.log).toEqual(['start']);
  });

  it('[RCT-02] starts again after it was stopped, once that is over', async () => {
    const ua = new FakeUA();
    ua.slowStop = true;
    const first = render(<SipProvider ua={ua.asUA} />);
    first.unmount();
    await settle();
    render(<SipProvider ua={ua.asUA} />);
    await settle();
    expect(ua.log).toEqual(['start', 'stop']);
    ua.finishStop();
    await settle();
    expect(ua.log).toEqual(['start', 'stop', 'stopped', 'start']);
    expect(ua.subscribers).toBe(1);
  });

  it('[RCT-02] waits for the end of a call before it stops', async () => {
    const ua = new FakeUA();
    const { unmount } = render(<SipProvider ua={ua.asUA} />);
    ua.add('a', answered());
    unmount();
    await settle();
    expect(ua.log).toEqual(['start']);
    ua.change('a', over());
    await settle();
    expect(ua.log).toEqual(['start', 'stop', 'stopped']);
    expect(ua.subscribers).toBe(0);
  });

  it('[RCT-02] takes hold again while it waits for the end of a call', async () => {
    const ua = new FakeUA();
    const { unmount } = render(<SipProvider ua={ua.asUA} />);
    ua.add('a', answered());
    unmount();
    await settle();
    render(<SipProvider ua={ua.asUA} />);
    ua.change('a', over());
    await settle();
    expect(ua.log).toEqual(['start']);
  });

  it('[RCT-02] stops at once, or never, when asked to', async () => {
    const log: string[] = [];
    const [always, never] = [new FakeUA('always', log), new FakeUA('never', log)];
    const { unmount } = render(
      <>
        <SipProvider ua={always.asUA} stopOnUnmount="always" />
        <SipProvider ua={never.asUA} stopOnUnmount="never" />
      </>,
    );
    always.add('a', answered());
    never.add('b', answered());
    unmount();
    await settle();
    expect(log).toEqual(['always start', 'never start', 'always stop', 'always stopped']);
    expect([always.subscribers, never.subscribers]).toEqual([0, 0]);
  });

  it.skipIf(REACT_18)('[RCT-02] keeps a live call through StrictMode and a hidden Activity', async () => {
    const ua = new FakeUA();
    const tree = (mode: 'visible' | 'hidden'): ReactNode => (
      <StrictMode>
        <Activity mode={mode}>
          <SipProvider ua={ua.asUA}>
            <Status />
          </SipProvider>
        </Activity>
      </StrictMode>
    );
    const { rerender } = render(tree('visible'));
    await settle();
    ua.add('a', answered());
    rerender(tree('hidden'));
    await settle();
    expect(ua.log).toEqual(['start']);
    rerender(tree('visible'));
    await settle();
    expect(ua.log).toEqual(['start']);
  });

  it('[RCT-02] follows a change of the user agent', async () => {
    const log: string[] = [];
    const [a, b] = [new FakeUA('a', log), new FakeUA('b', log)];
    const { rerender } = render(<SipProvider ua={a.asUA} />);
    rerender(<SipProvider ua={b.asUA} />);
    await settle();
    expect(log).toEqual(['a start', 'b start', 'a stop', 'a stopped']);
  });

  it('[RCT-02] takes a start that fails without an unhandled rejection', async () => {
    const ua = new FakeUA();
    vi.spyOn(ua, 'start').mockRejectedValue(new Error('no network'));
    render(<SipProvider ua={ua.asUA} />);
    await settle();
    expect(ua.start).toHaveBeenCalledOnce();
  });

  it.skipIf(REACT_18)('[RCT-02] does not start for a render that React throws away', async () => {
    const ua = new FakeUA();
    const forever = new Promise<never>(() => undefined);
    function Suspended(): ReactNode {
      return use(forever);
    }
    await act(async () => {
      render(
        <Suspense fallback="waiting">
          <SipProvider ua={ua.asUA}>
            <Suspended />
          </SipProvider>
        </Suspense>,
      );
    });
    await settle();
    expect(ua.log).toEqual([]);
    expect(ua.subscribers).toBe(0);
  });
});
