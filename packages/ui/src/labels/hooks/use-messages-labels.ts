import { messages } from '../en/messages.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.messages` of the nearest `LabelsProvider`; English without one. */
export const useMessagesLabels: () => Labels['messages'] = labelsHook('messages', messages);
