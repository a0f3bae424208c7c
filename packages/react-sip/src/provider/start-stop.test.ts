import { UA } from '@hookswitch/sip-core';
import { createFakeMedia, createFakeNetwork, seededRandom, VirtualClock } from '@hookswitch/sip-core/testing';
import { expect, it } from 'vitest';
import { bindingOf } from './ua-binding.ts';

/** What a seed stands for: starts and stops, most of them at once, some a while later. */
function sequence(seed: number): readonly { readonly act: 'start' | 'stop'; readonly wait: number }[] {
  const [length = 0, ...octets] = seededRandom(seed).bytes(20);
  return octets.slice(0, 2 + (length % 6)).map((octet) => ({
    act: octet % 2 === 0 ? 'start' : 'stop',
    wait: octet < 160 ? 0 : octet,
  }));
}

it('[statement 3] [RCT-02] starts and stops in the order asked, settles every promise and ends as asked last, 200 times', async () => {
  const clock = new VirtualClock();
  const network = createFakeNetwork({ clock, random: seededRandom(1) });
  const password = network.accounts.find(({ user }) => user === 'alice')?.password;
  for (let seed = 1; seed <= 200; seed += 1) {
    const ua = new UA({
      ...{ uri: network.uri('alice'), wsServers: network.server, password },
      sessionDescriptionHandlerFactory: createFakeMedia(),
      platform: { clock, random: seededRandom(seed), createWebSocket: network.createWebSocket },
    });
    const binding = bindingOf(ua);
    const settled: number[] = [];
    const steps = sequence(seed);
    for (const [index, { act, wait }] of steps.entries()) {
      const note = (): void => void settled.push(index);
      binding[act]().then(note, note);
      if (wait > 0) await clock.run(wait);
    }
    await clock.run(20_000);
    const acts = steps.map(({ act }) => act).join(' ');
    expect([...settled], `seed ${seed}: ${acts}`).toEqual(steps.map((_, index) => index));
    const last = steps.at(-1)?.act;
    const status = last === 'start' ? ['connected'] : ['stopped', 'idle'];
    expect(status, `seed ${seed}: ${acts}`).toContain(ua.getSnapshot().status);
    expect(ua.isRegistered(), `seed ${seed}: ${acts}`).toBe(last === 'start');
    const disposed = ua.dispose();
    await clock.run(70_000);
    await disposed;
    expect(network.counts().sockets, `seed ${seed}: ${acts}`).toBe(0);
  }
  network.close();
}, 30_000);
