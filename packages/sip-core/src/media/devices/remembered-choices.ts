import type { TextStorage } from '../../platform.ts';
import type { WantedDevice, WantedDevices } from './device-choice.ts';
import type { DeviceRole } from './devices-snapshot.ts';

const ROLES: readonly DeviceRole[] = ['input', 'camera', 'output', 'ringer'];

/** Reads what was chosen on an earlier visit; what makes no sense is passed over. */
export function readChoices(storage: TextStorage | undefined, key: string): WantedDevices {
  try {
    const parsed: unknown = JSON.parse(storage?.getItem(key) ?? '{}');
    if (typeof parsed !== 'object' || parsed === null) return {};
    const stored = new Map<string, unknown>(Object.entries(parsed));
    const choices: Partial<Record<DeviceRole, WantedDevice>> = {};
    for (const role of ROLES) {
      const choice = stored.get(role);
      if (isWanted(choice)) choices[role] = { id: choice.id, label: choice.label };
    }
    return choices;
  } catch {
    return {};
  }
}

/** Keeps what was chosen; a full or forbidden storage is no failure of the act. */
export function writeChoices(storage: TextStorage | undefined, key: string, choices: WantedDevices): void {
  try {
    storage?.setItem(key, JSON.stringify(choices));
  } catch {
    // The choice holds for this visit all the same.
  }
}

function isWanted(value: unknown): value is WantedDevice {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('label' in value)) return false;
  return typeof value.id === 'string' && typeof value.label === 'string';
}
