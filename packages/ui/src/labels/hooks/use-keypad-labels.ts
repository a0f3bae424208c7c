import { keypad } from '../en/keypad.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.keypad` of the nearest `LabelsProvider`; English without one. */
export const useKeypadLabels: () => Labels['keypad'] = labelsHook('keypad', keypad);
