import { afterEach, describe, expect, it } from 'vitest';
import { BrowserPhones, mediaOf } from '../../testing/browser-phones.ts';
import { ToneDevices } from '../../testing/tone-devices.ts';
import { listenTo } from '../../testing/tone-meter.ts';
import { browserPlatform, type Platform, type TextStorage, type WebRtcPlatform } from '../../platform.ts';
import { DeviceManager } from './device-manager.ts';

const cleanups: (() => unknown)[] = [];
const soon = { timeout: 8000, interval: 20 };

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function memory(): TextStorage {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

interface Scene {
  readonly devices: ToneDevices;
  readonly manager: DeviceManager;
  readonly preferences: TextStorage;
  readonly platform: Platform;
}

function scene(webrtc: Partial<WebRtcPlatform> = {}, preferences = memory()): Scene {
  const devices = new ToneDevices([
    { id: 'desk', label: 'Desk', kind: 'audioinput' },
    { id: 'headset', label: 'Headset', kind: 'audioinput', frequency: 700 },
    { id: 'speaker', label: 'Speaker', kind: 'audiooutput' },
    { id: 'bell', label: 'Bell', kind: 'audiooutput' },
  ]);
  const browser = browserPlatform();
  const platform = { ...browser, preferences, webrtc: { ...browser.webrtc!, ...devices.webrtc, ...webrtc } };
  const manager = new DeviceManager(platform);
  cleanups.push(() => {
    manager.dispose();
    devices.close();
  });
  return { devices, manager, preferences, platform };
}

const names = (list: readonly { readonly label: string }[]): readonly string[] => list.map(({ label }) => label);

describe('DeviceManager', () => {
  it('[MED-03] lists nothing and asks nobody before it is used', async () => {
    const { devices, manager } = scene();
    expect(manager.getSnapshot()).toMatchObject({ status: 'idle', inputs: [], canSelectOutput: true });
    expect([devices.watchers, devices.asked]).toEqual([0, []]);
    const stop = manager.subscribe(() => undefined);
    expect(devices.watchers).toBe(3);
    await expect.poll(() => names(manager.getSnapshot().inputs), soon).toEqual(['Desk', 'Headset']);
    expect(names(manager.getSnapshot().outputs)).toEqual(['Speaker', 'Bell']);
    expect(devices.asked).toEqual([]);
    stop();
    expect(devices.watchers).toBe(0);
  });

  it('[MED-03] asks once, closes the microphone at once, and knows the names then', async () => {
    const { devices, manager } = scene();
    devices.permission = 'prompt';
    await manager.refresh();
    expect(manager.getSnapshot()).toMatchObject({ inputs: [], present: { input: true, camera: false, output: true } });
    const [first, second] = await Promise.all([manager.request(), manager.request()]);
    expect(devices.asked).toHaveLength(1);
    expect(first).toBe(second);
    expect(devices.live).toEqual([]);
    expect(first).toMatchObject({ permission: { microphone: 'granted' }, error: null });
    expect(names(first.inputs)).toEqual(['Desk', 'Headset']);
  });

  it.each([
    ['NotAllowedError', 'MEDIA_DENIED'],
    ['NotReadableError', 'MEDIA_IN_USE'],
    ['NotFoundError', 'MEDIA_NOT_FOUND'],
    ['OverconstrainedError', 'MEDIA_CONSTRAINTS'],
    ['NotSupportedError', 'MEDIA_UNSUPPORTED'],
    ['WhateverError', 'MEDIA_UNKNOWN'],
  ])('[MED-03] tells %s as %s, and forgets it when it works again', async (name, code) => {
    let failing = true;
    const capture = (constraints: MediaStreamConstraints): Promise<MediaStream> =>
      failing ? Promise.reject(new DOMException('', name)) : devices.webrtc.getUserMedia(constraints);
    const { manager, devices } = scene({ getUserMedia: capture });
    await expect(manager.request()).rejects.toMatchObject({ code });
    expect(manager.getSnapshot()).toMatchObject({ status: 'ready', error: { code } });
    expect(manager.getSnapshot().permission.microphone).toBe(code === 'MEDIA_DENIED' ? 'denied' : 'unknown');
    failing = false;
    await manager.request();
    expect(manager.getSnapshot()).toMatchObject({ error: null, permission: { microphone: 'granted' } });
  });

  it('[MED-03] tells a request for nothing, and a page that may use nothing', async () => {
    const real = browserPlatform().webrtc!;
    const nothing = scene({ getUserMedia: (constraints) => real.getUserMedia(constraints) }).manager;
    await expect(nothing.request({ audio: false })).rejects.toMatchObject({ code: 'MEDIA_NOTHING_ASKED' });
    const missing: { readonly mediaDevices?: MediaDevices } = {};
    const insecure = scene({
      getUserMedia: (constraints) => missing.mediaDevices!.getUserMedia(constraints),
      enumerateDevices: () => missing.mediaDevices!.enumerateDevices(),
    }).manager;
    await expect(insecure.request()).rejects.toMatchObject({ code: 'MEDIA_INSECURE' });
    expect((await insecure.refresh()).error).toMatchObject({ code: 'MEDIA_INSECURE' });
  });

  it('[MED-03] remembers what was chosen, by name too', async () => {
    const { manager, preferences } = scene();
    await manager.refresh();
    manager.choose('input', 'headset');
    manager.choose('ringer', 'bell');
    const again = scene({}, preferences).manager;
    expect(again.chosen('audio')).toBe('headset');
    const info = {
      deviceId: 'renamed',
      groupId: '',
      kind: 'audioinput',
      label: 'Headset',
      toJSON: () => ({}),
    } as const;
    const other = scene({ enumerateDevices: () => Promise.resolve([info]) }, preferences).manager;
    await other.refresh();
    expect(other.getSnapshot().input).toMatchObject({ id: 'renamed', missing: false });
    other.choose('input', null);
    expect(scene({}, preferences).manager.chosen('audio')).toBeNull();
  });

  it('[MED-03] is frozen, serialisable and the same until something changes', async () => {
    const { manager, devices } = scene();
    let told = 0;
    cleanups.push(manager.subscribe(() => (told += 1)));
    await manager.refresh();
    const before = manager.getSnapshot();
    expect(JSON.parse(JSON.stringify(before))).toEqual(before);
    expect([before, before.inputs, before.inputs[0], before.input].every((part) => Object.isFrozen(part))).toBe(true);
    told = 0;
    await manager.refresh();
    manager.choose('input', null);
    expect(manager.getSnapshot()).toBe(before);
    expect(told).toBe(0);
    devices.unplug('bell');
    await expect.poll(() => names(manager.getSnapshot().outputs), soon).toEqual(['Speaker']);
    expect(manager.getSnapshot().inputs).toBe(before.inputs);
  });

  it('[MED-03] lists the devices of the browser itself', async () => {
    const manager = new DeviceManager(browserPlatform(), { storage: null });
    cleanups.push(() => manager.dispose());
    const { inputs, outputs, permission } = await manager.request();
    expect(inputs.length).toBeGreaterThan(1);
    expect(outputs.length).toBeGreaterThan(0);
    expect(permission.microphone).toBe('granted');
    expect(inputs.some(({ id }) => id === 'default')).toBe(false);
    const element = new Audio();
    cleanups.push(manager.attach(element));
    manager.choose('output', outputs[0]!.id);
    await expect.poll(() => element.sinkId, soon).toBe(outputs[0]!.id);
    manager.choose('output', null);
    await expect.poll(() => element.sinkId, soon).toBe('');
  });
});

describe('devices of a call', () => {
  it('[statement 12] [MED-03] follow the choice, fall back when unplugged, and come back, without a re-INVITE', async () => {
    const phones = new BrowserPhones();
    cleanups.push(() => phones.close());
    const made: { manager?: DeviceManager } = {};
    const alice = await phones.phone('alice', (platform) => {
      made.manager = new DeviceManager(platform, { storage: null });
      return { devices: made.manager };
    });
    const bob = await phones.phone('bob');
    const manager = made.manager!;
    manager.choose('input', 'alice-headset');
    const { caller, callee } = await phones.call(alice, bob);
    const meter = listenTo(mediaOf(callee).remoteMediaStream);
    cleanups.push(() => meter.stop());
    const used = (): string | undefined => mediaOf(caller).localMediaStream.getAudioTracks()[0]?.getSettings().deviceId;
    const hears = async (frequency: number, device: string): Promise<void> => {
      await expect.poll(() => meter.levelAt(frequency), soon).toBeGreaterThan(0.05);
      await expect.poll(() => [used(), alice.devices.live.length], soon).toEqual([device, 1]);
      expect(manager.getSnapshot().input.id ?? 'alice-desk').toBe(device);
    };
    await hears(590, 'alice-headset');
    alice.devices.unplug('alice-headset');
    await hears(440, 'alice-desk');
    expect(manager.getSnapshot().input).toMatchObject({ id: null, missing: true });
    alice.devices.plug('alice-headset');
    await hears(590, 'alice-headset');
    manager.choose('input', null);
    await hears(440, 'alice-desk');
    expect(phones.network.trace.find('INVITE').length).toBe(2);
    await caller.terminate();
    expect([alice.devices.live, alice.devices.watchers]).toEqual([[], 0]);
  });

  it('[MED-03] that were chosen and are gone by now do not keep a call from being placed', async () => {
    const phones = new BrowserPhones();
    cleanups.push(() => phones.close());
    const preferences = memory();
    preferences.setItem('hookswitch.devices', '{"input":{"id":"gone","label":"Gone"}}');
    const alice = await phones.phone('alice', (platform) => ({
      devices: new DeviceManager({ ...platform, preferences }),
    }));
    const bob = await phones.phone('bob');
    const { caller } = await phones.call(alice, bob);
    await caller.hold();
    const [track] = mediaOf(caller).localMediaStream.getAudioTracks();
    expect(track?.getSettings().deviceId).toBe('alice-desk');
    expect(alice.devices.live).toEqual([track]);
  });
});
