import { connection } from '../en/connection.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.connection` of the nearest `LabelsProvider`; English without one. */
export const useConnectionLabels: () => Labels['connection'] = labelsHook('connection', connection);
