import { expect, test } from 'vitest';
import { Fleet } from '../testing/fleet.ts';

const SIZE = 500;
/** The share of all agents that may come in one second; with so few of them chance adds some. */
const MOST = 0.05 + 4 * Math.sqrt(0.05 / SIZE);

test('[NET-02] 500 agents of one server hold their registrations, and return evenly when it was away', async () => {
  const fleet = new Fleet({ size: SIZE, configuration: { registerExpires: 120, keepAliveInterval: 60 } });
  fleet.start(60);
  await fleet.run(120);
  const isSteady = (): void => {
    const { timers, ...rest } = fleet.counts();
    expect(rest).toEqual({ registered: SIZE, bindings: SIZE, sockets: SIZE, transactions: 0 });
    // Keep-alive, refresh, and the way back to a better server; the rest are messages on their way.
    expect(timers).toBeLessThan(3 * SIZE + 20);
  };
  isSteady();
  // Four registrations each: nothing piles up, and nobody comes in step.
  await fleet.run(420);
  isSteady();
  const refreshes = fleet.seconds.slice(-300).map(({ registers }) => registers);
  expect(Math.max(...refreshes)).toBeLessThan(MOST * SIZE);

  for (const outage of [2, 45]) {
    fleet.down();
    await fleet.run(outage);
    fleet.up();
    const from = fleet.seconds.length;
    await fleet.run(32);
    const returns = fleet.seconds.slice(from).map(({ connections }) => connections);
    expect(Math.max(...returns) / SIZE, `after ${outage} s`).toBeLessThan(MOST);
    await fleet.run(3);
    expect(fleet.counts()).toMatchObject({ registered: SIZE, bindings: SIZE, sockets: SIZE });
  }
  await fleet.run(20);
  isSteady();
  await fleet.close();
  expect(fleet.counts()).toEqual({ registered: 0, bindings: 0, sockets: 0, timers: 0, transactions: 0 });
  expect(fleet.errors).toEqual([]);
}, 60_000);
