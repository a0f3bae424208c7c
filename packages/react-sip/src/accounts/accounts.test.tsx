import type { Invitation, UA } from '@hookswitch/sip-core';
import { act, render } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useSipStore } from '../hooks/use-sip-store.ts';
import { useUA } from '../hooks/use-ua.ts';
import { FakeLine } from '../testing/fake-line.ts';
import { AccountScope } from './account-scope.tsx';
import type { SipAccount } from './sip-account.ts';
import { SipAccountsProvider } from './sip-accounts-provider.tsx';
import { useAccounts, type UseAccountsReturnType } from './use-accounts.ts';

let line: FakeLine;
const seen: { value?: UseAccountsReturnType; renders: number; uas: Map<string, UA>; current?: string } = {
  renders: 0,
  uas: new Map(),
};

beforeEach(() => {
  line = new FakeLine();
  seen.renders = 0;
  seen.uas.clear();
});

afterEach(() => {
  line.network.close();
});

const note = (value: UseAccountsReturnType, current: string): void => {
  seen.value = value;
  seen.renders += 1;
  seen.current = current;
};

function Reader(): ReactNode {
  const value = useAccounts();
  note(
    value,
    useSipStore((state) => state.account.user),
  );
  return value.accounts.map(({ id }) => <AccountScope key={id} id={id} children={<Take id={id} />} />);
}

function Take({ id }: { readonly id: string }): ReactNode {
  seen.uas.set(id, useUA());
  return null;
}

const account = (user: string, changes: object = {}): SipAccount => ({
  id: user,
  configuration: { ...line.configuration(user), ...changes },
});
const tree = (accounts: readonly SipAccount[]): ReactNode => (
  <StrictMode>
    <SipAccountsProvider accounts={accounts} children={<Reader />} />
  </StrictMode>
);
const uaOf = (id: string): UA => seen.uas.get(id)!;
const holds = (id: string): readonly boolean[] =>
  [...uaOf(id).sessions.values()].map((session) => session.getSnapshot().hold.local);

async function carolWhoAnswers(): Promise<UA> {
  const carol = line.ua('carol');
  carol.on('invite', (session: Invitation) => void session.accept());
  void carol.start();
  await line.pass();
  return carol;
}

describe('SipAccountsProvider', () => {
  it('[NET-05] registers several accounts, each by itself; one that fails does not touch the others', async () => {
    render(tree([account('alice'), account('bob', { password: 'wrong' })]));
    await line.pass();
    expect(seen.value).toMatchObject({
      chosenId: 'alice',
      accounts: [
        { id: 'alice', label: 'alice', registration: { status: 'registered' } },
        { id: 'bob', registration: { status: 'failed' } },
      ],
    });
    expect(line.sockets).toBe(2);
    expect(seen.current).toBe('alice');
    act(() => seen.value?.choose('bob'));
    expect([seen.value?.chosenId, seen.current]).toEqual(['bob', 'bob']);
    act(() => seen.value?.choose('nobody'));
    expect(seen.value?.chosenId).toBe('bob');
  });

  it('[NET-05] lets one account talk at a time, and takes it into use', async () => {
    const carol = await carolWhoAnswers();
    render(tree([account('alice'), account('bob')]));
    await line.pass();
    act(() => void uaOf('bob').invite(line.network.uri('carol')));
    await line.pass();
    expect([seen.current, holds('bob')]).toEqual(['bob', [false]]);
    act(() => void carol.invite(line.network.uri('alice')));
    await line.pass();
    expect([seen.current, holds('bob')]).toEqual(['bob', [false]]);
    expect(seen.value?.accounts).toMatchObject([{ ringing: 1, calls: 1 }, { ringing: 0 }]);
    const [incoming] = uaOf('alice').sessions.values();
    act(() => void (incoming as Invitation).accept());
    await line.pass();
    expect([seen.current, holds('alice'), holds('bob')]).toEqual(['alice', [false], [true]]);
    const { renders } = seen;
    act(() => incoming?.mute());
    expect(seen.renders).toBe(renders);
    act(() => void [...uaOf('bob').sessions.values()][0]?.unhold());
    await line.pass();
    expect([seen.current, holds('alice'), holds('bob')]).toEqual(['bob', [true], [false]]);
  });

  it('[NET-05] keeps the others when one goes, and a call of the one that goes', async () => {
    await carolWhoAnswers();
    const accounts = [account('alice'), account('bob')];
    const { rerender } = render(tree(accounts));
    await line.pass();
    const bob = uaOf('bob');
    act(() => void uaOf('alice').invite(line.network.uri('carol')));
    await line.pass();
    rerender(tree(accounts.slice(1)));
    await line.pass();
    expect(seen.value?.accounts.map(({ id }) => id)).toEqual(['bob', 'alice']);
    act(() => void [...uaOf('alice').sessions.values()][0]?.terminate());
    await line.pass();
    expect(seen.value?.accounts.map(({ id }) => id)).toEqual(['bob']);
    expect(uaOf('bob')).toBe(bob);
    expect(seen.value?.chosenId).toBe('bob');
    // React 18 draws when all that passed has passed; only then the account is let go.
    await line.pass();
    expect(line.registrations).toEqual(['carol bound', 'alice bound', 'bob bound', 'alice removed']);
    rerender(tree([account('bob', { displayName: 'Robert' })]));
    await line.pass();
    expect(uaOf('bob')).not.toBe(bob);
    expect(line.registrations.slice(-2)).toEqual(['bob removed', 'bob bound']);
  });
});
