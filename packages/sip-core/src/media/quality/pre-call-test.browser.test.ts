import { afterEach, expect, it } from 'vitest';
import { browserPlatform, type Platform } from '../../platform.ts';
import { ToneDevices } from '../../testing/tone-devices.ts';
import { PreCallTest, type PreCallTestOptions } from './pre-call-test.ts';

const cleanups: (() => unknown)[] = [];

afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

function scene(options: PreCallTestOptions = {}) {
  const devices = new ToneDevices([
    { id: 'desk', label: 'Desk', kind: 'audioinput' },
    { id: 'headset', label: 'Headset', kind: 'audioinput', frequency: 700 },
  ]);
  cleanups.push(() => devices.close());
  const browser = browserPlatform();
  const made: RTCPeerConnection[] = [];
  const createPeerConnection = (configuration: RTCConfiguration): RTCPeerConnection => {
    const connection = new RTCPeerConnection(configuration);
    made.push(connection);
    return connection;
  };
  const platform: Platform = { ...browser, webrtc: { ...browser.webrtc!, ...devices.webrtc, createPeerConnection } };
  const test = new PreCallTest(platform, { duration: 800, ...options });
  const left = (): readonly unknown[] => [
    devices.live,
    made.filter(({ signalingState }) => signalingState !== 'closed'),
  ];
  return { devices, test, left };
}

it('[MED-05] calls itself, measures what arrives, and leaves nothing open', async () => {
  const { test, devices, left } = scene({ devices: { chosen: () => 'headset', subscribe: () => () => undefined } });
  const steps: unknown[] = [];
  test.subscribe(() => steps.push(test.getSnapshot().step ?? test.getSnapshot().status));
  const running = test.run();
  expect(test.run()).toBe(running);
  const result = await running;
  expect(result).toMatchObject({
    ...{ level: 'good', loss: 0, codec: 'opus', relay: 'none', local: true },
    ...{ candidates: ['host'], path: { local: 'host', relayed: false } },
  });
  expect(result.mos).toBeGreaterThan(4.03);
  expect(result.microphone).toBeGreaterThan(0.1);
  expect(result.roundTripTime).toBeLessThan(200);
  expect(result.jitter).not.toBeNull();
  expect(steps).toEqual(['microphone', 'connecting', 'measuring', 'done']);
  expect(test.getSnapshot().result).toBe(result);
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  expect(devices.asked[0]).toMatchObject({ audio: { deviceId: { exact: 'headset' } } });
  expect(left()).toEqual([[], []]);
});

it('[MED-05] tells a TURN server that cannot be reached, and measures without it', async () => {
  // Nobody listens at this port.
  const iceServers = [{ urls: 'turn:127.0.0.1:9?transport=tcp', username: 'u', credential: 'p' }];
  const { test, left } = scene({ peerConnectionConfiguration: { iceServers }, timeout: 1500 });
  const result = await test.run();
  expect(result).toMatchObject({ level: 'good', relay: 'unreachable', local: true, candidates: ['host'] });
  expect(left()).toEqual([[], []]);
});

it('[MED-05] says so when no way is found', async () => {
  const { test, left } = scene({ peerConnectionConfiguration: { iceTransportPolicy: 'relay' }, timeout: 300 });
  expect(await test.run()).toMatchObject({ level: 'poor', mos: null, path: null, candidates: [], local: false });
  expect(left()).toEqual([[], []]);
});

it('[MED-05] fails with the reason when there is no microphone, and runs again', async () => {
  const { test, devices } = scene();
  devices.unplug('desk');
  devices.unplug('headset');
  await expect(test.run()).rejects.toMatchObject({ code: 'MEDIA_NOT_FOUND' });
  expect(test.getSnapshot()).toMatchObject({ status: 'failed', step: null, error: { code: 'MEDIA_NOT_FOUND' } });
  devices.plug('desk');
  expect((await test.run()).level).toBe('good');
});

it('[MED-05] stops when told, and gives everything back', async () => {
  const { test, left } = scene({ duration: 60_000 });
  const running = test.run();
  await expect.poll(() => test.getSnapshot().step, { timeout: 5000, interval: 20 }).toBe('measuring');
  test.stop();
  expect(test.getSnapshot()).toMatchObject({ status: 'idle', step: null, error: null });
  await expect(running).rejects.toMatchObject({ code: 'MEDIA_CLOSED' });
  expect(left()).toEqual([[], []]);
});
