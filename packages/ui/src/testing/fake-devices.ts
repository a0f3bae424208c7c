import { type Device, type DeviceChoice, type DevicesSnapshot, NO_DEVICES } from '@hookswitch/sip-core';

const device = (id: string, label: string): Device => ({ id, label, groupId: '' });

/** Devices of a page that may use them, with some fields replaced, for stories and tests. */
export function fakeDevices(changes: Partial<DevicesSnapshot> = {}): DevicesSnapshot {
  return {
    ...NO_DEVICES,
    status: 'ready',
    permission: { microphone: 'granted', camera: 'granted' },
    inputs: [device('desk', 'Desk Microphone'), device('headset', 'Jabra Evolve2 65')],
    cameras: [device('cam', 'Studio Camera')],
    outputs: [device('speaker', 'Desk Speakers'), device('headset-out', 'Jabra Evolve2 65')],
    present: { input: true, camera: true, output: true },
    canSelectOutput: true,
    ...changes,
  };
}

/** Before the page may use anything: devices are there, and have no names. */
export function namelessDevices(changes: Partial<DevicesSnapshot> = {}): DevicesSnapshot {
  const permission = { microphone: 'prompt', camera: 'prompt' } as const;
  return fakeDevices({ permission, inputs: [], cameras: [], outputs: [], ...changes });
}

/** A device that was chosen and is not there now. */
export function unplugged(label: string): DeviceChoice {
  return { id: null, wanted: { id: 'gone', label }, missing: true };
}
