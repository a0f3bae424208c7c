import vm from 'node:vm';
import type * as Kit from '@hookswitch/sip-core';
import { createFakeMedia, createFakeNetwork, seededRandom, VirtualClock } from '@hookswitch/sip-core/testing';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';

/** sip-core as one script that leaves its exports in `kit`. */
let script = '';

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: `export * from '@hookswitch/sip-core'`, resolveDir: import.meta.dirname },
    ...{ bundle: true, write: false, format: 'iife', globalName: 'kit', platform: 'neutral' },
    ...{ conditions: ['hookswitch-source'], mainFields: ['module', 'main'] },
  });
  script = outputFiles[0]?.text ?? '';
}, 60_000);

/** An engine with the language and these globals, and nothing else: no page, no Node. */
function engine(globals: object = {}): typeof Kit {
  const context = vm.createContext({ ...globals });
  vm.runInContext(script, context);
  return vm.runInContext('kit', context) as typeof Kit;
}

describe('[UA-01] sip-core in an engine that is neither a page nor Node, such as that of React Native', () => {
  test('touches no global when it is loaded', () => {
    expect(Object.keys(engine())).toContain('UA');
  });

  test('registers and calls with a platform of plain pieces, URL and TextEncoder', async () => {
    const clock = new VirtualClock();
    const network = createFakeNetwork({ clock, random: seededRandom() });
    const { UA } = engine({ URL, TextEncoder });
    const ua = new UA({
      ...network.configuration('alice'),
      platform: {
        clock,
        random: seededRandom('alice'),
        createWebSocket: network.createWebSocket,
        logger: { log: () => undefined },
      },
      sessionDescriptionHandlerFactory: createFakeMedia(),
    });
    void ua.start();
    expect(await network.until(() => ua.isRegistered())).toBe(true);
    const call = ua.invite('600');
    expect(await network.until(() => call.phase === 'established')).toBe(true);
    void call.bye();
    expect(await network.until(() => call.phase === 'ended')).toBe(true);
    void ua.dispose();
    await clock.run(70_000);
    expect(clock.pending).toBe(0);
    network.close();
  });
});
