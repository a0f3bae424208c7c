import { presence } from '../en/presence.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.presence` of the nearest `LabelsProvider`; English without one. */
export const usePresenceLabels: () => Labels['presence'] = labelsHook('presence', presence);
