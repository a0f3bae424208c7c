import type { Contestant } from '../contestants/contestant.ts';
import { connected } from '../lab/stage.ts';

/** Makes two phones and one call between them, in an engine that has done nothing of the kind before. */
export async function measureFirstCall(contestant: Contestant): Promise<void> {
  if (contestant.phone === undefined) return;
  const start = process.cpuUsage();
  const { alice } = await connected(contestant.phone, false);
  const constructed = process.cpuUsage(start);
  const before = process.cpuUsage();
  const call = await alice.call();
  await call.hangUp();
  const spent = process.cpuUsage(before);
  process.send?.({
    constructed: (constructed.user + constructed.system) / 2,
    firstCall: spent.user + spent.system,
  });
  process.disconnect();
  process.exit(0);
}
