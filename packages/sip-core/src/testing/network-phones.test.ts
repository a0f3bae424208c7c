import { expect, test } from 'vitest';
import { createFakeNetwork } from './fake-network.ts';
import { seededRandom } from './seeded-random.ts';
import { VirtualClock } from './virtual-clock.ts';

test('[APP-05] phones of the network call each other, and nothing of them stays', async () => {
  const clock = new VirtualClock();
  const network = createFakeNetwork({ clock, random: seededRandom() });
  const [alice, bob] = [await network.phone('alice'), await network.phone('bob')];
  alice.on('invite', (call) => void call.accept());
  const call = bob.invite('alice');
  expect(await network.until(() => call.phase === 'established')).toBe(true);
  network.close();
  await clock.run(70_000);
  expect(clock.pending).toBe(0);
});

test('[APP-05] an account that is not there is named with those that are', () => {
  const network = createFakeNetwork();
  expect(() => network.configuration('zoe')).toThrow('no account "zoe", but alice, bob, carol');
  network.close();
});

test('[APP-05] a phone that cannot register says what was said', async () => {
  const clock = new VirtualClock();
  const network = createFakeNetwork({ clock, random: seededRandom() });
  network.onRequest = (request) => (request.method === 'REGISTER' ? { statusCode: 403 } : undefined);
  await expect(network.phone('bob')).rejects.toThrow(/bob could not register:[^]*403/);
  network.close();
});
