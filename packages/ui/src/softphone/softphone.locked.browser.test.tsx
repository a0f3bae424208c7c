import { SipProvider } from '@hookswitch/react-sip';
import { listenTo } from '@hookswitch/sip-core/testing';
import { afterEach, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { PhoneScene } from '../testing/phone-scene.ts';
import { Softphone } from './softphone.tsx';

const soon = { timeout: 8000, interval: 20 };
const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

// One test alone: after its click, this page may sound for good.
it('[statement 11] [KIT-06] shows a call that may not sound yet, and one click lets ring and voices be heard', async () => {
  const scene = new PhoneScene();
  cleanups.push(() => scene.close());
  await scene.start();
  const contexts: AudioContext[] = [];
  const taps: MediaStreamAudioDestinationNode[] = [];
  vi.spyOn(scene.ua.userAgent.platform.webrtc!, 'createAudioContext').mockImplementation((options) => {
    const context = new AudioContext(options);
    const tap = new MediaStreamAudioDestinationNode(context);
    Object.defineProperty(context, 'destination', { value: tap });
    contexts.push(context);
    taps.push(tap);
    return context;
  });
  const screen = await render(
    <SipProvider ua={scene.ua} stopOnUnmount="never">
      <Softphone />
    </SipProvider>,
  );
  cleanups.push(() => screen.unmount());

  const talk = await scene.answer('marta');
  const element = (): HTMLAudioElement => screen.container.querySelector('audio')!;
  await expect.poll(() => element().srcObject, soon).not.toBeNull();
  const unlock = screen.getByRole('button', { name: 'Turn sound on' });
  await expect.element(unlock).toBeVisible();
  await scene.receive('jonas');
  await expect.element(screen.getByRole('dialog', { name: 'Incoming call from Jonas Weber' })).toBeVisible();
  expect(element().paused).toBe(true);
  await expect.poll(() => contexts.length, soon).toBeGreaterThan(0);
  expect(contexts.every(({ state }) => state === 'suspended')).toBe(true);

  await unlock.click();
  await expect.poll(() => element().paused, soon).toBe(false);
  const voice = listenTo(element().srcObject as MediaStream);
  cleanups.push(() => voice.stop());
  await expect.poll(() => voice.level(), soon).toBeGreaterThan(0.05);
  expect(element().muted).toBe(false);
  await expect.element(unlock).not.toBeInTheDocument();

  await talk.terminate();
  const rings = (): number => {
    const meters = taps.map(({ stream }) => listenTo(stream));
    cleanups.push(() => meters.forEach((meter) => meter.stop()));
    taps.length = 0;
    bells.push(...meters);
    return Math.max(0, ...bells.map((meter) => meter.levelAt(784)));
  };
  const bells: ReturnType<typeof listenTo>[] = [];
  await expect.poll(rings, soon).toBeGreaterThan(0.05);
});
