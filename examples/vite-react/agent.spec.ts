import { createFakeNetwork, routedSocket } from '@hookswitch/sip-core/testing';
import { expect, test } from 'playwright/test';

const network = createFakeNetwork();
test.afterAll(() => network.close());

test('the agent answers the second call', async ({ page }) => {
  await page.routeWebSocket(/\/sip$/, (socket) => network.accept(routedSocket(socket)));
  await page.goto('/');
  await page.getByText('Ready').waitFor();
  const first = (await network.phone('bob')).invite('alice');
  await page.getByRole('button', { name: 'Answer' }).click();
  const second = (await network.phone('carol')).invite('alice');
  await page.getByRole('button', { name: 'Hold & answer' }).click();
  await expect.poll(() => [first.getSnapshot().hold.remote, second.phase]).toEqual([true, 'established']);
});
