import type { ConsultationLabels } from '../consultation-labels.ts';

/** Asking before a transfer, in Arabic. */
export const consultation: ConsultationLabels = {
  group: 'استشارة قبل التحويل',
  start: 'اسأل أولًا',
  swap: 'تبديل',
  merge: 'ضم الكل',
  complete: 'تحويل',
  cancel: (waiting) => `إنهاء هذه المكالمة والعودة إلى ${waiting}`,
  back: 'رجوع',
  completing: 'جارٍ وصلهما…',
  completesOnAnswer: (asked) => `سيتم وصلهما حالما يجيب ${asked}…`,
  failed: 'تعذّر وصلهما. المكالمتان مستمرتان؛ حاول مرة أخرى أو ارجع.',
  announce: (waiting, asked) => `أجاب ${asked}. ${waiting} في الانتظار.`,
  lines: 'مكالماتك الأخرى',
  toLine: (name) => `الوصل مع ${name}`,
};
