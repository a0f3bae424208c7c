import { notifications } from '../en/notifications.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.notifications` of the nearest `LabelsProvider`; English without one. */
export const useNotificationsLabels: () => Labels['notifications'] = labelsHook('notifications', notifications);
