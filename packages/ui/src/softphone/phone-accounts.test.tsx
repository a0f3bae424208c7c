import { browserPlatform, type UAConfiguration } from '@hookswitch/sip-core';
import { createFakeMedia, createFakeNetwork, type FakeNetwork } from '@hookswitch/sip-core/testing';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Softphone } from './softphone.tsx';
import { loadParts } from '../testing/load-parts.ts';

beforeAll(loadParts);

let network: FakeNetwork;

beforeEach(() => {
  network = createFakeNetwork();
});

afterEach(() => {
  network.close();
});

function configurationOf(user: string): UAConfiguration {
  return {
    uri: network.uri(user),
    password: network.accounts.find((account) => account.user === user)?.password ?? '',
    wsServers: network.server,
    platform: { ...browserPlatform(), createWebSocket: network.createWebSocket },
    sessionDescriptionHandlerFactory: createFakeMedia(),
  };
}

test('[KIT-08] brings its own account along', async () => {
  const { unmount } = render(<Softphone account={configurationOf('alice')} />);
  await screen.findByText('Ready');
  await userEvent.type(screen.getByRole('textbox'), '600{Enter}');
  expect(await screen.findByRole('timer')).toBeVisible();
  unmount();
});

test('[NET-05] brings several accounts along, of which one is in use', async () => {
  const accounts = ['alice', 'bob'].map((id) => ({ id, label: `Line of ${id}`, configuration: configurationOf(id) }));
  render(<Softphone accounts={accounts} />);
  const button = await screen.findByRole('button', { name: 'Line of alice Ready' });
  await userEvent.click(button);
  const list = screen.getByRole('list', { name: 'Accounts' });
  await userEvent.click(await within(list).findByRole('button', { name: /^Line of bob bob Ready/ }));
  expect(screen.getByRole('button', { name: 'Line of bob Ready' })).toHaveFocus();
  await userEvent.type(screen.getByRole('textbox'), '600{Enter}');
  expect(await screen.findByRole('timer')).toBeVisible();
});
