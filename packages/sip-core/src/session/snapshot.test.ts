import { expect, test } from 'vitest';
import { PhoneBox } from '../testing/phones.ts';

test('[SES-03] no subscriber sees a session half ended, not even when its end makes a transfer fail', async () => {
  const box = new PhoneBox();
  const alice = await box.phone('alice');
  const bob = await box.phone('bob');
  const { caller, callee } = await box.call(alice, bob);
  void caller.refer('carol');
  await box.run(100);
  const seen: string[] = [];
  caller.subscribe(() => {
    const { state, phase, endedAt } = caller.getSnapshot();
    seen.push(`${caller.state}: ${state}, ${phase}, ${endedAt === null ? 'no end' : 'an end'}`);
  });
  void callee.terminate();
  await box.run(1000);
  expect(caller.getSnapshot()).toMatchObject({ state: 'Terminated', transfer: { state: 'failed' } });
  expect(seen.filter((line) => line.startsWith('Terminated'))[0]).toBe('Terminated: Terminated, ended, an end');
  await box.close();
});
