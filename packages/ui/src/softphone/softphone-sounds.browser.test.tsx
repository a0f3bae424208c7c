import { SipProvider } from '@hookswitch/react-sip';
import { createPhoneStorage, type PhoneSettings, PhoneStorageProvider } from '@hookswitch/react-sip/storage';
import { devicesOf } from '@hookswitch/sip-core';
import { listenTo } from '@hookswitch/sip-core/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { PhoneScene } from '../testing/phone-scene.ts';
import { Softphone, type SoftphoneProps } from './softphone.tsx';

const cleanups: (() => unknown)[] = [];
const soon = { timeout: 8000, interval: 20 };
const RING = 784;

/** A context that plays into a stream that can be measured, and tells where it was to play. */
class TappedContext extends AudioContext {
  static readonly made: TappedContext[] = [];
  readonly tap: MediaStreamAudioDestinationNode = new MediaStreamAudioDestinationNode(this);
  sink = '';

  constructor(options?: AudioContextOptions) {
    super(options);
    TappedContext.made.push(this);
  }

  override get destination(): AudioDestinationNode {
    return this.tap as AudioNode as AudioDestinationNode;
  }

  setSinkId(id: string): Promise<void> {
    this.sink = id;
    return Promise.resolve();
  }
}

let scene: PhoneScene;

beforeEach(async () => {
  TappedContext.made.length = 0;
  scene = new PhoneScene();
  await scene.start();
  const { webrtc } = scene.ua.userAgent.platform;
  vi.spyOn(webrtc!, 'createAudioContext').mockImplementation((options) => new TappedContext(options));
});

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  await scene.close();
});

async function phone(props: SoftphoneProps = {}, settings: Partial<PhoneSettings> = {}) {
  const storage = createPhoneStorage({ name: `sounds-${Math.random()}` });
  await storage.settings.update(settings);
  const screen = await render(
    <SipProvider ua={scene.ua} stopOnUnmount="never">
      <PhoneStorageProvider storage={storage}>
        <Softphone {...props} />
      </PhoneStorageProvider>
    </SipProvider>,
  );
  cleanups.push(
    () => storage.close(),
    () => screen.unmount(),
  );
  return { screen, storage };
}

/** How loud a frequency is in what all contexts together play. */
function hear(): (frequency: number) => number {
  const meters = new Map<TappedContext, ReturnType<typeof listenTo>>();
  cleanups.push(() => {
    for (const meter of meters.values()) meter.stop();
  });
  return (frequency) => {
    const levels = TappedContext.made.map((context) => {
      const meter = meters.get(context) ?? listenTo(context.tap.stream);
      meters.set(context, meter);
      return meter.levelAt(frequency);
    });
    return Math.max(0, ...levels);
  };
}

describe('the sounds of a phone that is given none', () => {
  it('[KIT-08] ring until the call is silenced, and as loud as the person wants', async () => {
    const { screen, storage } = await phone();
    expect(TappedContext.made).toEqual([]);
    await scene.receive('marta');
    const level = hear();
    await expect.poll(() => level(RING), soon).toBeGreaterThan(0.05);
    const loud = level(RING);
    await storage.settings.update({ ringVolume: 0.2 });
    await expect.poll(() => level(RING), soon).toBeLessThan(loud / 2);
    await storage.settings.update({ ringVolume: 1 });
    await expect.poll(() => level(RING), soon).toBeGreaterThan(loud / 2);
    await screen.getByRole('button', { name: 'Silence' }).click();
    await expect.poll(() => level(RING), soon).toBeLessThan(0.001);
  });

  it('[MED-04] play the ringback of the country, and busy', async () => {
    await phone({}, { app: { ringCountry: 'us' } });
    const call = scene.ua.invite('603');
    const level = hear();
    await expect.poll(() => Math.min(level(440), level(480)), soon).toBeGreaterThan(0.01);
    await call.terminate();
    await expect.poll(() => level(440), soon).toBeLessThan(0.001);
    scene.ua.invite('602');
    await expect.poll(() => Math.min(level(480), level(620)), soon).toBeGreaterThan(0.01);
  });

  it('[MED-04] beep for a second call, beside the voice of the first', async () => {
    await phone();
    await scene.answer('marta');
    await scene.receive('ben');
    const level = hear();
    await expect.poll(() => level(425), soon).toBeGreaterThan(0.01);
    expect(level(RING)).toBeLessThan(0.001);
  });

  it('[MED-03] ring on another device than that of the conversation', async () => {
    const devices = devicesOf(scene.ua.userAgent.platform);
    const { outputs } = await devices.request({ audio: true });
    const speaker = outputs.find(({ id }) => id !== 'default' && id !== '');
    await phone();
    devices.choose('ringer', speaker!.id);
    cleanups.push(() => devices.choose('ringer', null));
    await scene.receive('marta');
    const level = hear();
    await expect.poll(() => level(RING), soon).toBeGreaterThan(0.05);
    const sinks = TappedContext.made.map(({ sink }) => sink);
    expect(sinks).toEqual([speaker!.id]);
  });

  it('[KIT-08] are none for a phone that is to be silent', async () => {
    await phone({ sounds: null });
    const call = await scene.receive('marta');
    await scene.until(() => scene.ua.getSnapshot().sessions[0]?.phase === 'incoming');
    await call.terminate();
    expect(TappedContext.made).toEqual([]);
  });
});
