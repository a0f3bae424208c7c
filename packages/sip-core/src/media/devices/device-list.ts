import type { Device, DevicesSnapshot } from './devices-snapshot.ts';

/** The devices there are, as a snapshot shows them. */
export type DeviceList = Pick<DevicesSnapshot, 'inputs' | 'cameras' | 'outputs' | 'present'>;

/** Entries that stand for whatever the system's default is, in Chromium. */
const ALIASES: ReadonlySet<string> = new Set(['default', 'communications']);

/** Sorts what the browser lists; entries without a name, and those that only stand for others, are left out. */
export function readDevices(infos: readonly MediaDeviceInfo[]): DeviceList {
  const of = (kind: MediaDeviceKind): readonly MediaDeviceInfo[] => infos.filter((info) => info.kind === kind);
  return {
    inputs: devices(of('audioinput')),
    cameras: devices(of('videoinput')),
    outputs: devices(of('audiooutput')),
    present: Object.freeze({
      input: of('audioinput').length > 0,
      camera: of('videoinput').length > 0,
      output: of('audiooutput').length > 0,
    }),
  };
}

function devices(infos: readonly MediaDeviceInfo[]): readonly Device[] {
  const named = infos.filter(({ deviceId }) => deviceId !== '' && !ALIASES.has(deviceId));
  return Object.freeze(named.map(({ deviceId: id, label, groupId }) => Object.freeze({ id, label, groupId })));
}
