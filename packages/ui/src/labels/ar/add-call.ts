import type { AddCallLabels } from '../add-call-labels.ts';

/** Calling somebody else, in Arabic. */
export const addCall: AddCallLabels = {
  group: 'إضافة مكالمة',
  title: 'الاتصال بشخص آخر',
  placeholder: 'رقم أو عنوان',
  suggestions: 'آخر من تحدثت معهم',
  call: 'اتصال',
  cancel: 'إلغاء',
  empty: 'اكتب مَن تريد الاتصال به.',
  waits: (name) => `${name} في الانتظار حتى ذلك الحين.`,
};
