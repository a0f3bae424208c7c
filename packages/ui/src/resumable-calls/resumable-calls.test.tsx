import { browserPlatform, UA } from '@hookswitch/sip-core';
import { createFakeMedia, createFakeNetwork, FakeTab, type FakeNetwork } from '@hookswitch/sip-core/testing';
import { SipProvider } from '@hookswitch/react-sip';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Softphone } from '../softphone/softphone.tsx';

let network: FakeNetwork;
let second: UA;

/** A page that was in a call is loaded again: what the next one shows. */
beforeEach(async () => {
  network = createFakeNetwork();
  const tab = new FakeTab(browserPlatform().clock);
  const page = (): UA =>
    new UA({
      uri: network.uri('alice'),
      password: network.accounts.find((account) => account.user === 'alice')?.password ?? '',
      wsServers: network.server,
      resumeCalls: 'ask',
      platform: {
        ...browserPlatform(),
        page: tab.page,
        storage: tab.storage,
        createWebSocket: network.createWebSocket,
      },
      sessionDescriptionHandlerFactory: createFakeMedia(),
    });
  const first = page();
  await first.start();
  const call = first.invite('600');
  await network.until(() => call.state === 'Established');
  tab.leave();
  first.userAgent.dispose();
  second = page();
  render(
    <SipProvider ua={second}>
      <Softphone />
    </SipProvider>,
  );
});

afterEach(async () => {
  cleanup();
  await second.stop();
  network.close();
});

test('[NET-04] asks whether to go on with a call that a reload interrupted, and does', async () => {
  expect(await screen.findByText(/^Your call with 600\S* was interrupted$/)).toBeVisible();
  await userEvent.click(await screen.findByRole('button', { name: 'Go on' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Hold' })).not.toHaveAttribute('aria-disabled'));
  expect(screen.queryByRole('button', { name: 'Go on' })).not.toBeInTheDocument();
  expect(network.counts().robotCalls).toBe(1);
  expect(second.getSnapshot().sessions).toMatchObject([{ phase: 'established', remote: { user: '600' } }]);
});

test('[NET-04] hangs up instead', async () => {
  const goOn = await screen.findByRole('button', { name: 'Go on' });
  await userEvent.click(within(goOn.parentElement!).getByRole('button', { name: 'Hang up' }));
  expect(screen.queryByRole('button', { name: 'Go on' })).not.toBeInTheDocument();
  await waitFor(() => expect(network.counts().robotCalls).toBe(0));
});
