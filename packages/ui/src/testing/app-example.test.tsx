import { SipProvider } from '@hookswitch/react-sip';
import { browserPlatform } from '@hookswitch/sip-core';
import { createFakeMedia, createFakeNetwork } from '@hookswitch/sip-core/testing';
import { Softphone } from '@hookswitch/ui';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';

test('[statement 15] [APP-04] calls the support line', async () => {
  const network = createFakeNetwork();
  const platform = { ...browserPlatform(), createWebSocket: network.createWebSocket };
  const account = { uri: network.uri('alice'), password: 'wonderland', wsServers: network.server, platform };
  const configuration = { ...account, sessionDescriptionHandlerFactory: createFakeMedia() };
  render(<SipProvider configuration={configuration} children={<Softphone />} />);
  await screen.findByText('Ready');
  await userEvent.type(screen.getByRole('textbox'), '600{Enter}');
  expect(await screen.findByRole('timer')).toBeVisible();
});
