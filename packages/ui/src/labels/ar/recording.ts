import type { RecordingLabels } from '../recording-labels.ts';

/** The Arabic words about recordings. */
export const recording: RecordingLabels = {
  record: 'تسجيل',
  sign: 'جارٍ التسجيل',
  pausedSign: 'التسجيل متوقف مؤقتًا',
  asking: 'في انتظار الموافقة…',
  started: 'بدأ التسجيل',
  paused: 'توقف التسجيل مؤقتًا',
  stopped: 'انتهى التسجيل',
  pause: 'إيقاف التسجيل مؤقتًا',
  resume: 'متابعة التسجيل',
  ready: 'سُجّلت هذه المكالمة',
  keptUntil: 'يبقى هنا حتى تُغلق هذه الصفحة.',
  save: 'حفظ التسجيل',
  saveOne: (number) => `حفظ التسجيل ${number}`,
  discard: 'تجاهل',
  failed: { what: 'لم يُسجَّل', next: 'تعذّر على هذا المتصفح التسجيل. تستمر المكالمة كما كانت.' },
};
