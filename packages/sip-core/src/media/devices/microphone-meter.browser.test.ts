import { afterEach, expect, it } from 'vitest';
import { browserPlatform, type Platform } from '../../platform.ts';
import { ToneDevices } from '../../testing/tone-devices.ts';
import { DeviceManager } from './device-manager.ts';
import { MicrophoneMeter } from './microphone-meter.ts';

const cleanups: (() => unknown)[] = [];
const soon = { timeout: 8000, interval: 20 };

afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

function scene(capture?: (constraints: MediaStreamConstraints) => Promise<MediaStream>) {
  const devices = new ToneDevices([
    { id: 'desk', label: 'Desk', kind: 'audioinput' },
    { id: 'headset', label: 'Headset', kind: 'audioinput', frequency: 700 },
  ]);
  const browser = browserPlatform();
  const webrtc = { ...browser.webrtc!, ...devices.webrtc, ...(capture && { getUserMedia: capture }) };
  const platform: Platform = { ...browser, webrtc };
  const manager = new DeviceManager(platform, { storage: null });
  cleanups.push(() => devices.close());
  return { devices, manager, platform };
}

it('[MED-03] measures the chosen microphone without a call, follows choice and plug, and gives it back', async () => {
  const { devices, manager, platform } = scene();
  const meter = new MicrophoneMeter(manager, platform);
  const uses = async (id: string): Promise<void> => {
    await expect.poll(() => meter.getSnapshot(), soon).toEqual({ status: 'open', deviceId: id, error: null });
    await expect.poll(() => meter.level(), soon).toBeGreaterThan(0.7);
    expect(devices.live).toHaveLength(1);
  };
  await uses('desk');
  manager.choose('input', 'headset');
  await uses('headset');
  devices.unplug('headset');
  await uses('desk');
  devices.plug('headset');
  await uses('headset');
  meter.dispose();
  expect([devices.live, devices.watchers, meter.level()]).toEqual([[], 0, 0]);
});

it('[MED-03] says why no microphone opens, and tries again when told', async () => {
  let failing = true;
  const { manager, platform, devices } = scene((constraints) =>
    failing ? Promise.reject(new DOMException('', 'NotReadableError')) : devices.webrtc.getUserMedia(constraints),
  );
  const meter = new MicrophoneMeter(manager, platform);
  cleanups.push(() => meter.dispose());
  await expect
    .poll(() => meter.getSnapshot(), soon)
    .toMatchObject({ status: 'failed', deviceId: null, error: { code: 'MEDIA_IN_USE' } });
  failing = false;
  meter.retry();
  await expect.poll(() => meter.getSnapshot().status, soon).toBe('open');
});

it('[MED-03] closes a microphone that opens after it was disposed of', async () => {
  const { devices, manager, platform } = scene();
  new MicrophoneMeter(manager, platform).dispose();
  await expect.poll(() => devices.captured.length, soon).toBe(1);
  await expect.poll(() => devices.live, soon).toEqual([]);
});
