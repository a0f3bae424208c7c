import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import manifest from '../message/rfc4475/manifest.json' with { type: 'json' };
import { createFakeMedia } from '../testing/fake-media.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { Wire } from '../testing/wire.ts';
import { UserAgent } from './user-agent.ts';

function load(file: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../message/rfc4475/${file}`, import.meta.url)));
}

function answering(): { readonly wire: Wire; readonly clock: VirtualClock; readonly userAgent: UserAgent } {
  const clock = new VirtualClock();
  const wire = new Wire();
  const userAgent = new UserAgent({
    transport: wire,
    platform: { clock, random: seededRandom(1), logger: { log: () => undefined } },
    sessionDescriptionHandlerFactory: createFakeMedia(),
  });
  return { wire, clock, userAgent };
}

/** Numbers are final responses; `process` is anything but a refusal; `drop` is silence. */
type Expected = readonly (number | string)[];

describe('a user agent and the torture messages of RFC 4475', () => {
  test.each(manifest)('[PRO-12] $name: $note', async ({ file, expect: { ua } }) => {
    const { wire, clock, userAgent } = answering();
    wire.deliver(load(file));
    await clock.run(1000);
    const expected: Expected = ua;
    const refusals = wire.statuses.filter((status) => status >= 300);
    const [status] = wire.statuses;
    // Nobody is in the dialog it claims, or takes its method: then it cannot be processed.
    const unserved = expected.includes('process') && (status === 481 || status === 405);
    if (refusals.length > 0 && !unserved) expect(expected).toContain(status);
    else if (status === undefined) expect(expected).toContain('drop');
    else expect(expected).toContain('process');
    expect(refusals.length).toBeLessThanOrEqual(1);
    userAgent.dispose();
    expect(clock.pending).toBe(0);
  });
});
