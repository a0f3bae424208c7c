import { browserPlatform, type UAConfiguration } from '@hookswitch/sip-core';
import { createFakeMedia, createFakeNetwork, FakeTabs, type FakeNetwork } from '@hookswitch/sip-core/testing';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Softphone } from '../softphone/softphone.tsx';
import { LazyOtherTabView } from './lazy-other-tab-view.ts';

let network: FakeNetwork;

beforeEach(async () => {
  await LazyOtherTabView.preload();
  network = createFakeNetwork();
});

afterEach(() => {
  network.close();
});

test('[NET-05] says that the phone is in another tab, places and ends calls there, and takes over', async () => {
  const { clock } = browserPlatform();
  const browser = new FakeTabs(clock);
  const tab = (): UAConfiguration => ({
    uri: network.uri('alice'),
    password: network.accounts.find((account) => account.user === 'alice')?.password ?? '',
    wsServers: network.server,
    platform: { ...browserPlatform(), tabs: browser.tab(), createWebSocket: network.createWebSocket },
    sessionDescriptionHandlerFactory: createFakeMedia(),
  });
  const first = render(<Softphone account={tab()} share />);
  await within(first.container).findByText('Ready');
  const second = render(<Softphone account={tab()} share />);
  const here = within(second.container);
  expect(await here.findByText('Your phone is in another tab', { selector: 'strong' })).toBeVisible();
  expect(await here.findByText('Ready')).toBeVisible();
  expect(here.queryByText('The phone is switched off')).not.toBeInTheDocument();

  await userEvent.type(here.getByRole('textbox'), '600{Enter}');
  expect(await within(first.container).findByRole('timer')).toBeVisible();
  expect(await here.findByRole('timer')).toBeVisible();
  await userEvent.click(here.getByRole('button', { name: 'Hang up' }));
  await waitFor(() => expect(here.queryByRole('timer')).not.toBeInTheDocument());
  expect(await within(first.container).findByText('You ended the call')).toBeVisible();

  first.unmount();
  await waitFor(() => expect(here.queryByText('Your phone is in another tab')).not.toBeInTheDocument());
  expect(await here.findByText('Ready')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Call' })).not.toHaveAttribute('aria-disabled');
  second.unmount();
  await waitFor(() => expect(network.counts().bindings).toBe(0));
});
