import { devices } from '../en/devices.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.devices` of the nearest `LabelsProvider`; English without one. */
export const useDevicesLabels: () => Labels['devices'] = labelsHook('devices', devices);
