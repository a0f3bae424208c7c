import type { QualityLabels } from '../quality-labels.ts';

/** The Arabic words about quality. */
export const quality: QualityLabels = {
  group: 'جودة المكالمة',
  level: { unknown: 'لم تُقَس بعد', good: 'صوت جيد', fair: 'صوت متوسط', poor: 'صوت رديء' },
  warnings: {
    NO_AUDIO_RECEIVED: {
      what: 'صوت الطرف الآخر لا يصل',
      next: 'أنت لا تسمعه. اسأل إن كان قد كتم صوته؛ وإن استمر ذلك فاتصل مجددًا.',
    },
    DEAD_MICROPHONE: {
      what: 'ميكروفونك لا يعطي صوتًا',
      next: 'لا يسمعك الطرف الآخر. تحقق من مفتاح السماعة أو اختر ميكروفونًا آخر.',
    },
    HIGH_LOSS: { what: 'اتصالك يفقد حزمًا', next: 'قد تسقط كلمات. اقترب من الموجّه أو استخدم كابلًا.' },
    HIGH_JITTER: {
      what: 'اتصالك غير منتظم',
      next: 'قد يتقطع الصوت. أوقف التنزيلات والمكالمات الأخرى على هذه الشبكة.',
    },
    HIGH_ROUND_TRIP: {
      what: 'الخط يتأخر في الرد',
      next: 'قد تتقاطع أقوالكما. اترك وقفة قصيرة؛ وقد يكون VPN هو السبب.',
    },
    LOW_MOS: { what: 'الصوت رديء', next: 'شبكتك لا تكفي. استخدم كابلًا أو اقترب من الموجّه.' },
  },
  score: 'درجة الصوت (MOS)',
  lossIn: 'المفقود في الطريق إليك',
  lossOut: 'المفقود في الطريق إلى الطرف الآخر',
  jitter: 'التذبذب',
  roundTrip: 'الذهاب والإياب',
  codec: 'الترميز',
  path: 'المسار',
  direct: 'مباشر',
  relayed: 'عبر خادم وسيط',
  scoreOf: (score) => `${score} من 5`,
  percent: (share) => `${share}٪`,
  milliseconds: (count) => `${count} ملي ثانية`,
  unknown: 'غير معروف بعد',
};
