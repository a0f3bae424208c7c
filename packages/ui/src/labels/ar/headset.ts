import type { HeadsetLabels } from '../headset-labels.ts';

/** كلمات سماعات الرأس بالعربية. */
export const headset: HeadsetLabels = {
  title: 'سماعة الرأس',
  buttons: 'استخدام أزرار سماعتي',
  buttonsHint: 'تجيب وتنهي وتكتم الصوت، ويضيء مصباحها أثناء المكالمة.',
  unsupported: 'لا يستطيع هذا المتصفح قراءة أزرار السماعات. استخدم متصفحًا يدعمها.',
  list: 'السماعات',
  none: 'لا سماعة متصلة بعد.',
  unnamed: 'سماعة بلا اسم',
  status: { opening: 'جارٍ الاتصال…', ready: 'جاهزة', failed: 'يستخدمها برنامج آخر' },
  connect: 'توصيل سماعة',
  forget: (name) => `فصل ${name}`,
};
