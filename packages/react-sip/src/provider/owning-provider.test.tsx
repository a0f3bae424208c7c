import type { UA } from '@hookswitch/sip-core';
import { act, render, screen } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useSessions } from '../hooks/use-sessions.ts';
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

async function settle(): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(10));
}

interface Configuration {
  readonly uri: string;
  readonly servers: readonly string[];
  readonly onToken?: () => string;
}

/** Makes user agents that are named after their configuration and share a log. */
function factory(): { log: string[]; made: Map<string, FakeUA>; createUA: (configuration: Configuration) => UA } {
  const log: string[] = [];
  const made = new Map<string, FakeUA>();
  const createUA = ({ uri }: Configuration): UA => {
    const ua = new FakeUA(uri, log);
    // Under StrictMode React makes two and keeps the first; up to 18 the last.
    if (REACT_18 || !made.has(uri)) made.set(uri, ua);
    return ua.asUA;
  };
  return { log, made, createUA };
}

const account = (uri: string): Configuration => ({ uri, servers: ['wss://sip.example.com'], onToken: () => uri });

function Calls(): ReactNode {
  return <p>{useSessions((sessions) => sessions.length)} calls</p>;
}

describe('SipProvider with a configuration', () => {
  it('[RCT-02] starts one user agent and stops it, under StrictMode', async () => {
    const { log, createUA } = factory();
    const { unmount } = render(
      <StrictMode>
        <SipProvider configuration={account('a')} createUA={createUA} />
      </StrictMode>,
    );
    await settle();
    expect(log).toEqual(['a start']);
    unmount();
    await settle();
    expect(log).toEqual(['a start', 'a stop', 'a stopped']);
  });

  it('[RCT-02] makes none anew for a configuration that says the same', async () => {
    const { log, made, createUA } = factory();
    const spy = vi.fn(createUA);
    const { rerender } = render(<SipProvider configuration={account('a')} createUA={spy} />);
    for (let round = 0; round < 100; round += 1) {
      rerender(<SipProvider configuration={account('a')} createUA={(configuration) => spy(configuration)} />);
    }
    await settle();
    expect(log).toEqual(['a start']);
    expect([spy.mock.calls.length, made.size]).toEqual([1, 1]);
  });

  it.each([false, true])('[RCT-02] stops the old before it starts the new (StrictMode: %s)', async (strict) => {
    const { log, made, createUA } = factory();
    const tree = (uri: string): ReactNode => {
      const provider = <SipProvider configuration={account(uri)} createUA={createUA} />;
      return strict ? <StrictMode>{provider}</StrictMode> : provider;
    };
    const { rerender, unmount } = render(tree('a'));
    await settle();
    made.get('a')!.slowStop = true;
    rerender(tree('b'));
    await settle();
    expect(log).toEqual(['a start', 'a stop']);
    made.get('a')!.finishStop();
    await settle();
    expect(log).toEqual(['a start', 'a stop', 'a stopped', 'b start']);
    unmount();
    await settle();
    expect(log).toEqual(['a start', 'a stop', 'a stopped', 'b start', 'b stop', 'b stopped']);
    expect([...made.values()].map((ua) => ua.subscribers)).toEqual([0, 0]);
  });

  it('[RCT-02] ends with the last of many changes', async () => {
    const { log, made, createUA } = factory();
    const { rerender } = render(<SipProvider configuration={account('a')} createUA={createUA} />);
    made.get('a')!.slowStop = true;
    for (const uri of ['b', 'c', 'd']) rerender(<SipProvider configuration={account(uri)} createUA={createUA} />);
    await settle();
    made.get('a')!.finishStop();
    await settle();
    expect(log).toEqual(['a start', 'a stop', 'a stopped', 'd start']);
  });

  it('[RCT-02] keeps the old until its call has ended', async () => {
    const { log, made, createUA } = factory();
    const tree = (uri: string): ReactNode => (
      <SipProvider configuration={account(uri)} createUA={createUA}>
        <Calls />
      </SipProvider>
    );
    const { rerender } = render(tree('a'));
    await settle();
    act(() => void made.get('a')!.add('x', answered()));
    rerender(tree('b'));
    await settle();
    expect(screen.getByText('1 calls')).toBeInTheDocument();
    expect(log).toEqual(['a start']);
    act(() => made.get('a')!.change('x', over()));
    await settle();
    expect(screen.getByText('0 calls')).toBeInTheDocument();
    expect(log).toEqual(['a start', 'a stop', 'a stopped', 'b start']);
  });

  it('[RCT-02] cuts the call of the old when told to stop always', async () => {
    const { log, made, createUA } = factory();
    const tree = (uri: string): ReactNode => (
      <SipProvider configuration={account(uri)} createUA={createUA} stopOnUnmount="always" />
    );
    const { rerender } = render(tree('a'));
    act(() => void made.get('a')!.add('x', answered()));
    rerender(tree('b'));
    await settle();
    expect(log).toEqual(['a start', 'a stop', 'a stopped', 'b start']);
  });
});
