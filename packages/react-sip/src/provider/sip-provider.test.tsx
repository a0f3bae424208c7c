import type { UA } from '@hookswitch/sip-core';
import { act, render, screen } from '@testing-library/react';
import { Activity, type ReactNode, StrictMode, Suspense, use } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useConnection } from '../hooks/use-connection.ts';
import { FakeLine } from '../testing/fake-line.ts';
import { Journal } from '../testing/journal.ts';
import { REACT_18 } from '../testing/react-version.ts';
import { SipProvider } from './sip-provider.tsx';

let line: FakeLine;
let journal: Journal;

beforeEach(() => {
  line = new FakeLine();
  journal = new Journal();
});

afterEach(() => {
  vi.useRealTimers();
  line.network.close();
});

/** A phone that is followed; by its name where there are several. */
function phone(user = 'alice', name?: string): UA {
  return journal.follow(line.ua(user), name);
}

function Status(): ReactNode {
  return <p>{useConnection().status}</p>;
}

describe('SipProvider with a user agent of the app', () => {
  it('[RCT-02] starts it once and stops it once under StrictMode', async () => {
    vi.useFakeTimers();
    const ua = phone();
    const { unmount } = render(
      <StrictMode>
        <SipProvider ua={ua}>
          <Status />
        </SipProvider>
      </StrictMode>,
    );
    await line.pass();
    expect(journal.log).toEqual(['start']);
    expect(screen.getByText('connected')).toBeInTheDocument();

    unmount();
    expect(journal.log).toEqual(['start']);
    await line.pass();
    expect(journal.log).toEqual(['start', 'stop', 'stopped']);
    expect(journal.subscribers(ua)).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('[RCT-02] does nothing on a hundred renders of its parent', async () => {
    const ua = phone();
    const tree = (round: number): ReactNode => (
      <SipProvider ua={ua}>
        <button onClick={() => Math.max(round)}>{round}</button>
      </SipProvider>
    );
    const { rerender } = render(tree(0));
    for (let round = 1; round <= 100; round += 1) rerender(tree(round));
    await line.pass();
    expect(journal.log).toEqual(['start']);
    expect(journal.subscribers(ua)).toBe(1);
  });

  it('[RCT-02] leaves starting to the app when asked to', async () => {
    const ua = phone();
    const { rerender } = render(<SipProvider ua={ua} autoStart={false} />);
    await line.pass();
    expect([journal.log, line.sockets]).toEqual([[], 0]);
    rerender(<SipProvider ua={ua} />);
    await line.pass();
    expect(journal.log).toEqual(['start']);
  });

  it('[RCT-02] stops what the app started, and nothing that does not run', async () => {
    const running = phone('alice', 'running');
    const idle = phone('bob', 'idle');
    const { unmount } = render(
      <>
        <SipProvider ua={running} autoStart={false} />
        <SipProvider ua={idle} autoStart={false} />
      </>,
    );
    await line.after(() => running.start());
    unmount();
    await line.pass();
    expect(journal.log).toEqual(['running start', 'running stop', 'running stopped']);
  });

  it('[RCT-02] survives a remount in the same task', async () => {
    const ua = phone();
    const { rerender } = render(<SipProvider key="1" ua={ua} />);
    rerender(<SipProvider key="2" ua={ua} />);
    await line.pass();
    expect(journal.log).toEqual(['start']);
    expect(line.registrations).toEqual(['alice bound']);
  });

  it('[RCT-02] starts again after it was stopped, once that is over', async () => {
    const ua = phone();
    const first = render(<SipProvider ua={ua} />);
    await line.pass();
    line.network.freeze();
    first.unmount();
    await line.pass(0);
    render(<SipProvider ua={ua} />);
    await line.pass(0);
    expect(journal.log).toEqual(['start', 'stop']);
    await line.pass(10_000);
    expect(journal.log).toEqual(['start', 'stop', 'stopped', 'start']);
    expect(journal.subscribers(ua)).toBe(1);
    expect(ua.isRegistered()).toBe(true);
  });

  it('[RCT-02] waits for the end of a call before it stops', async () => {
    const ua = phone();
    const { unmount } = render(<SipProvider ua={ua} />);
    await line.pass();
    const hangUp = await line.talk(ua);
    unmount();
    await line.pass();
    expect(journal.log).toEqual(['start']);
    await hangUp();
    expect(journal.log).toEqual(['start', 'stop', 'stopped']);
    expect(journal.subscribers(ua)).toBe(0);
  });

  it('[RCT-02] takes hold again while it waits for the end of a call', async () => {
    const ua = phone();
    const { unmount } = render(<SipProvider ua={ua} />);
    await line.pass();
    const hangUp = await line.talk(ua);
    unmount();
    await line.pass();
    render(<SipProvider ua={ua} />);
    await hangUp();
    expect(journal.log).toEqual(['start']);
  });

  it('[RCT-02] stops at once, or never, when asked to', async () => {
    const [always, never] = [phone('alice', 'always'), phone('bob', 'never')];
    const { unmount } = render(
      <>
        <SipProvider ua={always} stopOnUnmount="always" />
        <SipProvider ua={never} stopOnUnmount="never" />
      </>,
    );
    await line.pass();
    for (const ua of [always, never]) await line.talk(ua);
    unmount();
    await line.pass();
    expect(journal.log).toEqual(['always start', 'never start', 'always stop', 'always stopped']);
    expect([journal.subscribers(always), journal.subscribers(never)]).toEqual([0, 0]);
    expect([always.sessions.size, never.sessions.size]).toEqual([0, 1]);
  });

  it.skipIf(REACT_18)('[RCT-02] keeps a live call through StrictMode and a hidden Activity', async () => {
    const ua = phone();
    const tree = (mode: 'visible' | 'hidden'): ReactNode => (
      <StrictMode>
        <Activity mode={mode}>
          <SipProvider ua={ua}>
            <Status />
          </SipProvider>
        </Activity>
      </StrictMode>
    );
    const { rerender } = render(tree('visible'));
    await line.pass();
    await line.talk(ua);
    rerender(tree('hidden'));
    await line.pass();
    expect(journal.log).toEqual(['start']);
    rerender(tree('visible'));
    await line.pass();
    expect(journal.log).toEqual(['start']);
    expect(ua.sessions.size).toBe(1);
  });

  it('[RCT-02] follows a change of the user agent', async () => {
    const [a, b] = [phone('alice', 'a'), phone('bob', 'b')];
    const { rerender } = render(<SipProvider ua={a} />);
    rerender(<SipProvider ua={b} />);
    await line.pass();
    expect(journal.log).toEqual(['a start', 'b start', 'a stop', 'a stopped']);
  });

  it('[RCT-02] takes a start that fails without an unhandled rejection', async () => {
    line.network.down();
    const ua = phone();
    render(<SipProvider ua={ua} />);
    await line.pass();
    expect(journal.log).toEqual(['start']);
    expect(ua.getSnapshot().error).toMatchObject({ code: 'CONNECT_FAILED' });
  });

  it.skipIf(REACT_18)('[RCT-02] does not start for a render that React throws away', async () => {
    const ua = phone();
    const forever = new Promise<never>(() => undefined);
    function Suspended(): ReactNode {
      return use(forever);
    }
    await act(async () => {
      render(
        <Suspense fallback="waiting">
          <SipProvider ua={ua}>
            <Suspended />
          </SipProvider>
        </Suspense>,
      );
    });
    await line.pass();
    expect([journal.log, line.sockets]).toEqual([[], 0]);
    expect(journal.subscribers(ua)).toBe(0);
  });
});
