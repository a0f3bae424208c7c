import { SipProvider } from '@hookswitch/react-sip';
import { browserPlatform, type Platform, UA } from '@hookswitch/sip-core';
import { createFakeNetwork, createToneMicrophone, FakeTab, listenTo } from '@hookswitch/sip-core/testing';
import { afterEach, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { PhoneScene } from '../testing/phone-scene.ts';
import { Softphone } from './softphone.tsx';

const soon = { timeout: 8000, interval: 20 };
const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

it('[NET-04] asks for a click where a call that goes on after a reload may not sound yet', async () => {
  const network = createFakeNetwork();
  cleanups.push(() => network.close());
  const phone = (user: string, frequency: number, more: Partial<Platform> = {}): UA => {
    const { network: _network, ...browser } = browserPlatform();
    const getUserMedia = (): Promise<MediaStream> => {
      const microphone = createToneMicrophone(frequency);
      cleanups.push(() => microphone.stop());
      return Promise.resolve(microphone.stream);
    };
    return new UA({
      uri: network.uri(user),
      password: network.accounts.find((account) => account.user === user)?.password ?? '',
      wsServers: network.server,
      resumeCalls: 'automatic',
      platform: {
        ...browser,
        ...more,
        createWebSocket: network.createWebSocket,
        webrtc: { ...browser.webrtc!, getUserMedia },
      },
    });
  };
  const bob = phone('bob', 660);
  cleanups.push(() => bob.dispose());
  bob.on('invite', (invitation) => void invitation.accept());
  await bob.start();
  await network.until(() => bob.isRegistered());

  const tab = new FakeTab(browserPlatform().clock);
  const page = { page: tab.page, storage: tab.storage };
  const first = phone('alice', 440, page);
  await first.start();
  const call = first.invite('bob');
  expect(await network.until(() => call.getSnapshot().phase === 'established')).toBe(true);
  tab.leave();
  first.userAgent.dispose();

  const second = phone('alice', 440, page);
  cleanups.push(() => second.dispose());
  const screen = await render(
    <SipProvider ua={second} stopOnUnmount="never">
      <Softphone />
    </SipProvider>,
  );
  cleanups.push(() => screen.unmount());
  const unlock = screen.getByRole('button', { name: 'Turn sound on' });
  await expect.element(unlock, soon).toBeVisible();
  await expect.poll(() => second.getSnapshot().sessions[0]?.phase, soon).toBe('established');
  const element = screen.container.querySelector('audio');
  expect(element?.paused).toBe(true);
  await second.stop();
});

// The last test: after its click, this page may sound for good.
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
