import { settings } from '../en/settings.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.settings` of the nearest `LabelsProvider`; English without one. */
export const useSettingsLabels: () => Labels['settings'] = labelsHook('settings', settings);
