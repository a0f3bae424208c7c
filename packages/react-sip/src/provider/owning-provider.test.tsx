import type { UA } from '@hookswitch/sip-core';
import { defaultAccounts } from '@hookswitch/sip-core/testing';
import { render, screen } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useSessions } from '../hooks/use-sessions.ts';
import { FakeLine } from '../testing/fake-line.ts';
import { Journal } from '../testing/journal.ts';
import { REACT_18 } from '../testing/react-version.ts';
import { SipProvider } from './sip-provider.tsx';

interface Configuration {
  readonly user: string;
  readonly servers: readonly string[];
  readonly onToken?: () => string;
}

let line: FakeLine;
let journal: Journal;
/** The user agents that React kept, by their users. */
let made: Map<string, UA>;

beforeEach(() => {
  const dave = { user: 'dave', password: 'secret', displayName: 'Dave' };
  line = new FakeLine({ accounts: [...defaultAccounts, dave] });
  journal = new Journal();
  made = new Map();
});

afterEach(() => {
  line.network.close();
});

/** Makes user agents that are followed under the names of their users. */
function createUA({ user }: Configuration): UA {
  const ua = journal.follow(line.ua(user), user);
  // Under StrictMode React makes two and keeps the first; up to 18 the last.
  if (REACT_18 || !made.has(user)) made.set(user, ua);
  return ua;
}

const account = (user: string): Configuration => ({ user, servers: [line.network.server], onToken: () => user });

function Calls(): ReactNode {
  return <p>{useSessions((sessions) => sessions.length)} calls</p>;
}

describe('SipProvider with a configuration', () => {
  it('[RCT-02] starts one user agent and stops it, under StrictMode', async () => {
    const { unmount } = render(
      <StrictMode>
        <SipProvider configuration={account('alice')} createUA={createUA} />
      </StrictMode>,
    );
    await line.pass();
    expect(journal.log).toEqual(['alice start']);
    unmount();
    await line.pass();
    expect(journal.log).toEqual(['alice start', 'alice stop', 'alice stopped']);
  });

  it('[RCT-02] makes none anew for a configuration that says the same', async () => {
    const spy = vi.fn(createUA);
    const { rerender } = render(<SipProvider configuration={account('alice')} createUA={spy} />);
    for (let round = 0; round < 100; round += 1) {
      rerender(<SipProvider configuration={account('alice')} createUA={(configuration) => spy(configuration)} />);
    }
    await line.pass();
    expect(journal.log).toEqual(['alice start']);
    expect([spy.mock.calls.length, made.size]).toEqual([1, 1]);
  });

  it.each([false, true])('[RCT-02] stops the old before it starts the new (StrictMode: %s)', async (strict) => {
    const tree = (user: string): ReactNode => {
      const provider = <SipProvider configuration={account(user)} createUA={createUA} />;
      return strict ? <StrictMode>{provider}</StrictMode> : provider;
    };
    const { rerender, unmount } = render(tree('alice'));
    await line.pass();
    // Nobody answers, so that stopping takes its time.
    line.network.freeze();
    rerender(tree('bob'));
    await line.pass();
    expect(journal.log).toEqual(['alice start', 'alice stop']);
    await line.pass(10_000);
    expect(journal.log).toEqual(['alice start', 'alice stop', 'alice stopped', 'bob start']);
    unmount();
    await line.pass();
    expect(journal.log).toEqual([
      ...['alice start', 'alice stop', 'alice stopped'],
      ...['bob start', 'bob stop', 'bob stopped'],
    ]);
    expect([...made.values()].map((ua) => journal.subscribers(ua))).toEqual([0, 0]);
  });

  it('[RCT-02] ends with the last of many changes', async () => {
    const { rerender } = render(<SipProvider configuration={account('alice')} createUA={createUA} />);
    await line.pass();
    line.network.freeze();
    for (const user of ['bob', 'carol', 'dave']) {
      rerender(<SipProvider configuration={account(user)} createUA={createUA} />);
    }
    await line.pass(10_000);
    expect(journal.log).toEqual(['alice start', 'alice stop', 'alice stopped', 'dave start']);
    expect(line.registrations.at(-1)).toBe('dave bound');
  });

  it('[RCT-02] keeps the old until its call has ended', async () => {
    const tree = (user: string): ReactNode => (
      <SipProvider configuration={account(user)} createUA={createUA}>
        <Calls />
      </SipProvider>
    );
    const { rerender } = render(tree('alice'));
    await line.pass();
    const hangUp = await line.talk(made.get('alice')!);
    rerender(tree('bob'));
    await line.pass();
    expect(screen.getByText('1 calls')).toBeInTheDocument();
    expect(journal.log).toEqual(['alice start']);
    await hangUp();
    await line.pass();
    expect(screen.getByText('0 calls')).toBeInTheDocument();
    expect(journal.log).toEqual(['alice start', 'alice stop', 'alice stopped', 'bob start']);
  });

  it('[RCT-02] cuts the call of the old when told to stop always', async () => {
    const tree = (user: string): ReactNode => (
      <SipProvider configuration={account(user)} createUA={createUA} stopOnUnmount="always" />
    );
    const { rerender } = render(tree('alice'));
    await line.pass();
    await line.talk(made.get('alice')!);
    rerender(tree('bob'));
    await line.pass();
    expect(journal.log).toEqual(['alice start', 'alice stop', 'alice stopped', 'bob start']);
    expect(made.get('alice')?.sessions.size).toBe(0);
  });
});
