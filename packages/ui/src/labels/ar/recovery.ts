import { counted } from '../counted.ts';
import type { RecoveryLabels } from '../recovery-labels.ts';

const seconds = counted('ar', {
  one: 'ثانية واحدة',
  two: 'ثانيتين',
  few: '# ثوانٍ',
  many: '# ثانية',
  other: '# ثانية',
});

/** `Labels.recovery`, in Arabic. */
export const recovery: RecoveryLabels = {
  silent: { what: 'لا يُسمع الطرف الآخر', next: 'يتحقق الهاتف من حين لآخر من أنه لا يزال موجودًا.' },
  unreachable: (count) => ({
    what: 'لم يعد الطرف الآخر مسموعًا ولا يجيب',
    next: `إن استمر ذلك فستنتهي المكالمة ${count === null ? 'قريبًا' : `بعد ${seconds(count)}`}.`,
  }),
  elsewhere: {
    what: 'هاتفك في علامة تبويب أخرى',
    next: 'يرن ويُسمع هناك، ويمكنك استخدامه من هنا أيضًا.',
  },
  interrupted: (name) => ({
    what: `انقطعت مكالمتك مع ${name}`,
    next: 'أُعيد تحميل الصفحة. إن لم تُجب فستنتهي المكالمة خلال نصف دقيقة.',
  }),
  goOn: 'متابعة',
  hangUp: 'إنهاء المكالمة',
};
