import type { ErrorInfo } from '../../base/errors.ts';
import { NOTHING } from '../../base/nothing.ts';
import type { DevicePermission } from '../../platform.ts';

/** What a device is chosen for. The ringer may be another one than that of the conversation. */
export type DeviceRole = 'input' | 'camera' | 'output' | 'ringer';

/** A device as the page may know it. */
export interface Device {
  readonly id: string;
  /** What the system calls it; text from outside. */
  readonly label: string;
  /** Devices of one piece, such as the microphone and the loudspeaker of a headset, share it. */
  readonly groupId: string;
}

/** What was chosen for one role, and what comes of it. */
export interface DeviceChoice {
  /** The device in use; `null` is the system's default. */
  readonly id: string | null;
  /** What the person chose; `null` for nothing, which means the default. */
  readonly wanted: { readonly id: string; readonly label: string } | null;
  /** Whether what was chosen is not there now; it is used again as soon as it is. */
  readonly missing: boolean;
}

/** The devices at one moment: frozen, serialisable, and the same reference until something in it changes. */
export interface DevicesSnapshot {
  /** `idle`: nobody has asked yet. `pending`: being listed, or the person is being asked. */
  readonly status: 'idle' | 'pending' | 'ready';
  readonly permission: { readonly microphone: DevicePermission; readonly camera: DevicePermission };
  /** Microphones, without the system's own entries for "default"; empty until the page may use one. */
  readonly inputs: readonly Device[];
  readonly cameras: readonly Device[];
  readonly outputs: readonly Device[];
  /** Whether there is any such device, known before the page may use one. */
  readonly present: { readonly input: boolean; readonly camera: boolean; readonly output: boolean };
  readonly input: DeviceChoice;
  readonly camera: DeviceChoice;
  readonly output: DeviceChoice;
  readonly ringer: DeviceChoice;
  /** Whether sound can be sent to a device of choice in this browser. */
  readonly canSelectOutput: boolean;
  /** Why the last request failed, by one of the media codes; cleared by the next that succeeds. */
  readonly error: ErrorInfo | null;
}

const NOTHING_CHOSEN: DeviceChoice = /* @__PURE__ */ Object.freeze({ id: null, wanted: null, missing: false });

/** Before anybody asked; what the server renders. */
export const NO_DEVICES: DevicesSnapshot = /* @__PURE__ */ Object.freeze({
  status: 'idle',
  permission: /* @__PURE__ */ Object.freeze({ microphone: 'unknown', camera: 'unknown' }),
  inputs: NOTHING,
  cameras: NOTHING,
  outputs: NOTHING,
  present: /* @__PURE__ */ Object.freeze({ input: false, camera: false, output: false }),
  input: NOTHING_CHOSEN,
  camera: NOTHING_CHOSEN,
  output: NOTHING_CHOSEN,
  ringer: NOTHING_CHOSEN,
  canSelectOutput: false,
  error: null,
});
