import { contacts } from '../en/contacts.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.contacts` of the nearest `LabelsProvider`; English without one. */
export const useContactsLabels: () => Labels['contacts'] = labelsHook('contacts', contacts);
