import type { ConferenceLabels } from '../conference-labels.ts';
import { counted } from '../counted.ts';

const people = counted('ar', {
  one: 'أنت وشخص واحد',
  two: 'أنت وشخصان',
  few: 'أنت و# أشخاص',
  many: 'أنت و# شخصًا',
  other: 'أنت و# شخص',
});

/** Conferences, in Arabic. */
export const conference: ConferenceLabels = {
  group: 'مكالمة جماعية',
  title: people,
  note: 'تُمزج في هذه الصفحة وتنتهي عندما تنهي المكالمة.',
  participants: 'المشاركون',
  merge: 'دمج',
  mergeWith: (name) => `الدمج مع ${name}`,
  silence: (name) => `إسكات ${name}`,
  silenced: 'مُسكَت',
  remove: (name) => `إخراج ${name}`,
  hangUp: (name) => `إنهاء المكالمة مع ${name}`,
  split: 'فصل',
  leave: 'مغادرة',
  endAll: 'إنهاء للجميع',
  failed: 'تعذّر ضم الجميع. المكالمات مستمرة.',
  announce: (count) => `مكالمة جماعية: ${people(count)}`,
};
