import { BrowserPhones, listenTo, mediaOf } from '@hookswitch/sip-core/testing';
import { type ReactNode, useRef } from 'react';
import { afterEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { SipProvider } from '../provider/sip-provider.tsx';
import { useAudioLevel } from './use-audio-level.ts';
import { useCallQuality } from './use-call-quality.ts';
import { useCallStatistics } from './use-call-statistics.ts';
import { useMediaDevices, type UseMediaDevicesReturnType } from './use-media-devices.ts';
import { useMicrophoneLevel, type UseMicrophoneLevelReturnType } from './use-microphone-level.ts';

const cleanups: (() => unknown)[] = [];
const soon = { timeout: 8000, interval: 20 };

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  localStorage.removeItem('hookswitch.devices');
});

it('[RCT-03] falls back when the chosen microphone is unplugged in a call, and takes it again, without a re-INVITE', async () => {
  const phones = new BrowserPhones();
  cleanups.push(() => phones.close());
  const [alice, bob] = [await phones.phone('alice'), await phones.phone('bob')];
  const seen: { devices?: UseMediaDevicesReturnType } = {};
  function Reader(): ReactNode {
    seen.devices = useMediaDevices();
    return null;
  }
  const screen = await render(
    <SipProvider ua={alice.ua} stopOnUnmount="never">
      <Reader />
    </SipProvider>,
  );
  cleanups.push(() => screen.unmount());
  await expect.poll(() => seen.devices?.inputs.map(({ id }) => id), soon).toEqual(['alice-desk', 'alice-headset']);
  seen.devices?.choose('input', 'alice-headset');
  const { caller, callee } = await phones.call(alice, bob);
  const meter = listenTo(mediaOf(callee).remoteMediaStream);
  cleanups.push(() => meter.stop());
  const invites = phones.network.trace.find('INVITE').length;
  const sent = (): string | undefined =>
    mediaOf(caller)
      .peerConnection.getSenders()
      .find(({ track }) => track?.kind === 'audio')
      ?.track?.getSettings().deviceId;
  const hears = async (frequency: number, device: string, state: object): Promise<void> => {
    await expect.poll(() => meter.levelAt(frequency), soon).toBeGreaterThan(0.05);
    await expect.poll(() => [sent(), seen.devices?.input.id ?? 'alice-desk'], soon).toEqual([device, device]);
    expect(seen.devices?.input).toMatchObject(state);
  };
  await hears(590, 'alice-headset', { id: 'alice-headset', missing: false });
  alice.devices.unplug('alice-headset');
  await hears(440, 'alice-desk', { id: null, missing: true, wanted: { id: 'alice-headset', label: 'Headset' } });
  alice.devices.plug('alice-headset');
  await hears(590, 'alice-headset', { id: 'alice-headset', missing: false });
  expect(phones.network.trace.find('INVITE').length).toBe(invites);
});

it('[RCT-03] tells by the method, not the browser, whether outputs can be chosen', async () => {
  const phones = new BrowserPhones();
  cleanups.push(() => phones.close());
  const { platform, ua } = await phones.phone('alice');
  expect(platform.webrtc?.canSelectOutput?.()).toBe(true);
  const descriptor = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'setSinkId')!;
  Reflect.deleteProperty(HTMLMediaElement.prototype, 'setSinkId');
  cleanups.push(() => Object.defineProperty(HTMLMediaElement.prototype, 'setSinkId', descriptor));
  const seen: { devices?: UseMediaDevicesReturnType } = {};
  function Reader(): ReactNode {
    seen.devices = useMediaDevices();
    return null;
  }
  const screen = await render(
    <SipProvider ua={ua} stopOnUnmount="never">
      <Reader />
    </SipProvider>,
  );
  cleanups.push(() => screen.unmount());
  await expect.poll(() => seen.devices?.status, soon).toBe('ready');
  expect(seen.devices?.canSelectOutput).toBe(false);
});

it('[RCT-03] renders each reader of a call as often as what it reads changes: a meter never, figures once a second', async () => {
  const phones = new BrowserPhones();
  cleanups.push(() => phones.close());
  const [alice, bob] = [await phones.phone('alice'), await phones.phone('bob')];
  const { caller } = await phones.call(alice, bob);
  const renders = { parent: 0, meter: 0, quality: 0, statistics: 0 };
  let levels = 0;
  function Meter(): ReactNode {
    const bar = useRef<HTMLElement>(null);
    useAudioLevel(bar, { id: caller.id, onLevel: () => (levels += 1) });
    renders.meter += 1;
    return <b ref={bar} />;
  }
  function Badge(): ReactNode {
    renders.quality += 1;
    return useCallQuality(caller.id).level;
  }
  function Figures(): ReactNode {
    renders.statistics += 1;
    return useCallStatistics(caller.id)?.audio.received?.packets;
  }
  function Parent(): ReactNode {
    renders.parent += 1;
    return (
      <>
        <Meter />
        <Badge />
        <Figures />
      </>
    );
  }
  const screen = await render(
    <SipProvider ua={alice.ua} stopOnUnmount="never">
      <Parent />
    </SipProvider>,
  );
  cleanups.push(() => screen.unmount());
  await expect.poll(() => renders.statistics, soon).toBeGreaterThan(2);
  const before = { ...renders };
  await expect.poll(() => renders.statistics - before.statistics, soon).toBe(2);
  expect({ parent: renders.parent - before.parent, meter: renders.meter - before.meter }).toEqual({
    parent: 0,
    meter: 0,
  });
  // The score is told to one decimal, so that a steady call seldom renders its badge.
  expect(renders.quality - before.quality).toBeLessThanOrEqual(2);
  expect(levels).toBeGreaterThan(0);
});

it('[RCT-03] listens to a microphone without a call only while it is to, and renders for no level', async () => {
  const phones = new BrowserPhones();
  cleanups.push(() => phones.close());
  const { ua, devices } = await phones.phone('alice');
  const seen: { state?: UseMicrophoneLevelReturnType; renders: number } = { renders: 0 };
  function Test({ on }: { readonly on: boolean }): ReactNode {
    const bar = useRef<HTMLElement>(null);
    seen.state = useMicrophoneLevel(bar, { on });
    seen.renders += 1;
    return <b ref={bar} data-testid="bar" />;
  }
  const tree = (on: boolean): ReactNode => (
    <SipProvider ua={ua} stopOnUnmount="never">
      <Test on={on} />
    </SipProvider>
  );
  const screen = await render(tree(false));
  cleanups.push(() => screen.unmount());
  expect([seen.state?.status, devices.captured]).toEqual(['off', []]);
  await screen.rerender(tree(true));
  const level = (): number =>
    Number((screen.getByTestId('bar').element() as HTMLElement).style.getPropertyValue('--level'));
  await expect.poll(level, soon).toBeGreaterThan(0.7);
  expect(seen.state?.status).toBe('open');
  const { renders } = seen;
  let frames = 0;
  const count = (): void => {
    frames += 1;
    requestAnimationFrame(count);
  };
  count();
  await expect.poll(() => frames, soon).toBeGreaterThan(20);
  expect(seen.renders).toBe(renders);
  await screen.rerender(tree(false));
  await expect.poll(() => [devices.live.length, level(), seen.state?.status], soon).toEqual([0, 0, 'off']);
});
