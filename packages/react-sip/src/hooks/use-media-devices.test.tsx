import { DeviceManager } from '@hookswitch/sip-core';
import { act } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { SipProvider } from '../provider/sip-provider.tsx';
import { CallScene } from '../testing/call-scene.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useMediaDevices } from './use-media-devices.ts';

const scene = CallScene.each();

/** Devices of a page that may use them. */
class FakeDevices {
  ids = ['desk', 'headset'];
  watchers = new Set<() => void>();
  asked = 0;
  readonly manager: DeviceManager;

  constructor() {
    const info = (deviceId: string): MediaDeviceInfo => {
      return { deviceId, label: deviceId, groupId: '', kind: 'audioinput', toJSON: () => ({}) };
    };
    const webrtc = {
      createPeerConnection: () => {
        throw new Error('none');
      },
      createMediaStream: () => {
        throw new Error('none');
      },
      getUserMedia: () => {
        this.asked += 1;
        return Promise.reject(new DOMException('', 'NotAllowedError'));
      },
      enumerateDevices: () => Promise.resolve(this.ids.map(info)),
      watchDevices: (listener: () => void) => {
        this.watchers.add(listener);
        return () => this.watchers.delete(listener);
      },
    };
    this.manager = new DeviceManager({ webrtc, logger: { log: () => undefined } }, { storage: null });
  }
}

it('[RCT-03] lists devices without a prompt, follows them, and renders for changes alone', async () => {
  const devices = new FakeDevices();
  const { value, renders, rerender, unmount } = renderOnLine(scene().alice, () => useMediaDevices(devices.manager));
  await act(() => devices.manager.refresh());
  expect(value().inputs.map(({ id }) => id)).toEqual(['desk', 'headset']);
  expect(devices.asked).toBe(0);
  const before = value();
  rerender();
  expect(value()).toBe(before);
  renders();
  await act(() => devices.manager.refresh());
  expect(renders()).toBe(0);
  act(() => value().choose('input', 'headset'));
  expect([value().input.id, renders()]).toEqual(['headset', 1]);
  devices.ids = ['desk'];
  await act(async () => {
    for (const listener of devices.watchers) listener();
    await devices.manager.refresh();
  });
  expect([value().input.id, value().input.missing, renders()]).toEqual([null, true, 1]);
  expect(value().choose).toBe(before.choose);
  unmount();
  expect(devices.watchers.size).toBe(0);
});

it('[RCT-03] tells why a request failed', async () => {
  const devices = new FakeDevices();
  const { value } = renderOnLine(scene().alice, () => useMediaDevices(devices.manager));
  await act(() => expect(value().request()).rejects.toMatchObject({ code: 'MEDIA_DENIED' }));
  expect(value()).toMatchObject({ error: { code: 'MEDIA_DENIED' }, permission: { microphone: 'denied' } });
});

it('[RCT-02] has none on the server, and asks for none', () => {
  const devices = new FakeDevices();
  function Count(): string {
    return useMediaDevices(devices.manager).status;
  }
  const html = renderToString(
    <SipProvider ua={scene().alice}>
      <Count />
    </SipProvider>,
  );
  expect([html, devices.watchers.size]).toEqual(['idle', 0]);
});
