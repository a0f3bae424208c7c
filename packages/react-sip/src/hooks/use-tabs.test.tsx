import { SharedUA, UA } from '@hookswitch/sip-core';
import { FakeTab, FakeTabs } from '@hookswitch/sip-core/testing';
import { act, render } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { expect, it } from 'vitest';
import { SipProvider } from '../provider/sip-provider.tsx';
import { FakeLine } from '../testing/fake-line.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useResumableCalls } from './use-resumable-calls.ts';
import { useTabs, type UseTabsReturnType } from './use-tabs.ts';

/** One tab after the other, each with a provider that shares the phone of Alice. */
function browserOf(line: FakeLine): () => { tabs: () => UseTabsReturnType; unmount: () => void } {
  const browser = new FakeTabs(line.clock);
  return () => {
    const configuration = line.configuration('alice');
    const platform = { ...configuration.platform, tabs: browser.tab() };
    const seen: { tabs: UseTabsReturnType | null } = { tabs: null };
    function Reader(): ReactNode {
      seen.tabs = useTabs();
      return null;
    }
    const { unmount } = render(
      <StrictMode>
        <SipProvider configuration={{ ...configuration, platform }} share>
          <Reader />
        </SipProvider>
      </StrictMode>,
    );
    const tabs = (): UseTabsReturnType => {
      if (seen.tabs === null) throw new Error('The provider shares nothing.');
      return seen.tabs;
    };
    return { tabs, unmount };
  };
}

it('[NET-05] says that the phone is in another tab, shows its calls and acts on them', async () => {
  const line = new FakeLine();
  const open = browserOf(line);
  const [first, second] = [open(), open()];
  const bob = line.ua('bob');
  void bob.start();
  await line.pass();
  expect(first.tabs()).toMatchObject({ role: 'leader', isElsewhere: false });
  expect(second.tabs()).toMatchObject({ role: 'follower', isElsewhere: true });
  expect(second.tabs().phone.registration.status).toBe('registered');
  expect([...line.registrations].sort()).toEqual(['alice bound', 'bob bound']);

  const before = second.tabs().act;
  void second.tabs().act({ name: 'call', target: 'bob' });
  await line.pass();
  expect(second.tabs().phone.sessions).toMatchObject([{ direction: 'outgoing', remote: { user: 'bob' } }]);
  expect(second.tabs().act).toBe(before);
  const id = second.tabs().phone.sessions[0]?.id ?? '';
  void second.tabs().act({ name: 'hangUp', session: id });
  await line.pass();

  first.unmount();
  await line.pass(10_000);
  expect(second.tabs()).toMatchObject({ role: 'leader', isElsewhere: false });
  expect(second.tabs().phone.registration.status).toBe('registered');
  second.unmount();
  void bob.stop();
  await line.pass(10_000);
  expect(line.network.counts()).toMatchObject({ sockets: 0, bindings: 0 });
});

it('[NET-05] takes a shared phone that was made outside, and starts and stops it', async () => {
  const line = new FakeLine();
  const configuration = line.configuration('alice');
  const platform = { ...configuration.platform, tabs: new FakeTabs(line.clock).tab() };
  const shared = new SharedUA(new UA({ ...configuration, platform }));
  const { unmount } = render(<SipProvider shared={shared} />);
  await line.pass();
  expect([shared.getSnapshot().role, shared.ua.isRegistered()]).toEqual(['leader', true]);
  unmount();
  await line.pass();
  expect(shared.getSnapshot().role).toBe('waiting');
  expect(line.network.counts()).toMatchObject({ sockets: 0, bindings: 0 });
});

it('[NET-05] is nothing where no phone is shared', async () => {
  const line = new FakeLine();
  const { value, unmount } = renderOnLine(line.ua('alice'), () => useTabs());
  await line.pass();
  expect(value()).toBeNull();
  unmount();
  await line.pass();
});

it('[NET-04] lists calls of the page before that wait for a word', async () => {
  const line = new FakeLine();
  const tab = new FakeTab(line.clock);
  const page = (): UA => {
    const configuration = line.configuration('alice');
    const platform = { ...configuration.platform, page: tab.page, storage: tab.storage };
    return new UA({ ...configuration, resumeCalls: 'ask', platform });
  };
  const first = page();
  void first.start();
  await line.pass();
  first.invite('600');
  await line.pass(10_000);
  expect(first.sessions.size).toBe(1);
  tab.leave();
  first.userAgent.dispose();

  const second = page();
  const { value, unmount } = renderOnLine(second, useResumableCalls);
  await line.pass();
  expect(value()).toMatchObject([{ direction: 'outgoing', remote: { user: '600' } }]);
  act(() => value()[0]?.drop());
  expect(value()).toEqual([]);
  unmount();
  await line.pass(10_000);
});
