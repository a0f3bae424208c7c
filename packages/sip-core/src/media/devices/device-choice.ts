import type { DeviceList } from './device-list.ts';
import type { Device, DeviceChoice, DeviceRole, DevicesSnapshot } from './devices-snapshot.ts';

/** A device that a person chose. The label finds it again where the browser has given it another id. */
export type WantedDevice = NonNullable<DeviceChoice['wanted']>;

/** What was chosen for each role. */
export type WantedDevices = Readonly<Partial<Record<DeviceRole, WantedDevice>>>;

/**
 * What comes of a choice: by id, else by label where only one device has it, else the default.
 *
 * @param present - `undefined` while nobody knows which devices there are: the choice is trusted then
 */
export function resolveChoice(wanted: WantedDevice | undefined, present: readonly Device[] | undefined): DeviceChoice {
  if (wanted === undefined) return Object.freeze({ id: null, wanted: null, missing: false });
  const choice = Object.freeze({ ...wanted });
  if (present === undefined) return Object.freeze({ id: wanted.id, wanted: choice, missing: false });
  const alike = present.filter(({ label }) => label !== '' && label === wanted.label);
  const found = present.find(({ id }) => id === wanted.id) ?? (alike.length === 1 ? alike[0] : undefined);
  return Object.freeze({ id: found?.id ?? null, wanted: choice, missing: found === undefined });
}

/**
 * What comes of every choice.
 *
 * @param list - the devices there are; `undefined` before they were listed
 */
export function resolveChoices(wanted: WantedDevices, list: DeviceList | undefined): Pick<DevicesSnapshot, DeviceRole> {
  const inputs = known(list?.inputs, list?.present.input);
  const cameras = known(list?.cameras, list?.present.camera);
  const outputs = known(list?.outputs, list?.present.output);
  return {
    input: resolveChoice(wanted.input, inputs),
    camera: resolveChoice(wanted.camera, cameras),
    output: resolveChoice(wanted.output, outputs),
    ringer: resolveChoice(wanted.ringer, outputs),
  };
}

/** Devices that are there and have no names yet may be any. */
function known(devices: readonly Device[] | undefined, present: boolean | undefined): readonly Device[] | undefined {
  return devices?.length === 0 && present === true ? undefined : devices;
}
