import { SharedUA, UA } from '@hookswitch/sip-core';
import { FakeTab, FakeTabs } from '@hookswitch/sip-core/testing';
import { act } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FakeLine } from '../testing/fake-line.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useResumableCalls } from './use-resumable-calls.ts';
import { useTabs } from './use-tabs.ts';

it('[NET-05] says that the phone is in another tab, shows its calls and acts on them', async () => {
  const line = new FakeLine();
  const browser = new FakeTabs(line.clock);
  const tab = (): SharedUA => {
    const configuration = line.configuration('alice');
    const platform = { ...configuration.platform, tabs: browser.tab() };
    return new SharedUA(new UA({ ...configuration, platform }));
  };
  const [first, second] = [tab(), tab()];
  first.start();
  second.start();
  const bob = line.ua('bob');
  void bob.start();
  await line.pass();
  const { value, unmount } = renderOnLine(second.ua, () => useTabs(second));
  expect(value()).toMatchObject({ role: 'follower', isElsewhere: true });
  expect(value().phone.registration.status).toBe('registered');

  const before = value().act;
  void value().act({ name: 'call', target: 'bob' });
  await line.pass();
  expect(value().phone.sessions).toMatchObject([{ direction: 'outgoing', remote: { user: 'bob' } }]);
  expect(value().act).toBe(before);

  void first.stop();
  await line.pass(5000);
  expect(value()).toMatchObject({ role: 'leader', isElsewhere: false });
  unmount();
  void second.stop();
  void bob.stop();
  await line.pass(5000);
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
  await line.pass(5000);
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
  await line.pass(5000);
});
