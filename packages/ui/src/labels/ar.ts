import { accounts } from './ar/accounts.ts';
import { addCall } from './ar/add-call.ts';
import { conference } from './ar/conference.ts';
import { consultation } from './ar/consultation.ts';
import { counted } from './counted.ts';
import type { Labels } from './labels.ts';
import { latinLetters } from './latin-letters.ts';
import { people } from './ar/people.ts';
import { recording } from './ar/recording.ts';
import { recovery } from './ar/recovery.ts';
import { trace } from './ar/trace.ts';
import { video } from './ar/video.ts';
import { devices } from './ar/devices.ts';
import { quality } from './ar/quality.ts';
import { settings } from './ar/settings.ts';
import { notifications } from './ar/notifications.ts';
import { headset } from './ar/headset.ts';
import { causes } from './ar/causes.ts';
import { errors } from './ar/errors.ts';

/** In the genitive, as it stands after “بعد” and “لمدة”. */
const seconds = counted('ar', {
  one: 'ثانية واحدة',
  two: 'ثانيتين',
  few: '# ثوانٍ',
  many: '# ثانية',
  other: '# ثانية',
});

/** The Arabic words, for a phone that runs from right to left. */
export const ar: Labels = {
  language: { tag: 'ar', direction: 'rtl' },
  dialpad: {
    group: 'لوحة الاتصال',
    keys: 'المفاتيح',
    field: 'رقم أو عنوان',
    placeholder: 'أدخل رقمًا',
    letters: latinLetters,
    key: (key, letters) => {
      if (key === '*') return 'نجمة';
      if (key === '#') return 'مربع';
      if (key === '0') return '0، اضغط مطولًا لعلامة الجمع';
      return letters === '' ? key : `${key} ${letters}`;
    },
    plus: 'علامة الجمع',
    erase: 'حذف آخر رقم',
    call: 'اتصال',
    recall: (number) => `اضغط «اتصال» لاستعادة \u2068${number}\u2069`,
    entered: (digits) => `أُدخل \u2068${digits}\u2069`,
    notConnected: 'غير متصل: لا يمكن إجراء مكالمات الآن',
  },
  call: {
    unknown: 'متصل مجهول',
    status: {
      dialing: 'جارٍ الاتصال…',
      ringing: 'هاتفه يرن…',
      early: 'لم يُرد بعد، تسمع صوت الخط',
      incoming: 'مكالمة واردة',
      connecting: 'تم الرد، جارٍ توصيل الصوت…',
      talking: 'مكالمة جارية',
      held: 'قيد الانتظار',
      heldByThem: 'وضعك الطرف الآخر قيد الانتظار',
      heldByBoth: 'قيد الانتظار عند الطرفين',
      reconnecting: 'تابع الحديث، جارٍ إعادة الاتصال…',
      ending: 'جارٍ إنهاء المكالمة…',
      ended: 'انتهت المكالمة',
    },
    elapsed: 'مدة المكالمة',
    region: (name) => `مكالمة مع \u2068${name}\u2069`,
    via: (account) => `على \u2068${account}\u2069`,
    announce: (mood, name) =>
      ({
        dialing: `جارٍ الاتصال بـ \u2068${name}\u2069`,
        ringing: `هاتف \u2068${name}\u2069 يرن`,
        early: '',
        incoming: '',
        connecting: '',
        talking: `أنت على اتصال مع \u2068${name}\u2069`,
        held: `\u2068${name}\u2069 قيد الانتظار`,
        heldByThem: `وضعك \u2068${name}\u2069 قيد الانتظار`,
        heldByBoth: 'قيد الانتظار عند الطرفين',
        reconnecting: 'انقطع الاتصال، جارٍ المحاولة من جديد',
        ending: '',
        ended: `انتهت المكالمة مع \u2068${name}\u2069`,
      })[mood],
  },
  controls: {
    group: 'أدوات المكالمة',
    mute: 'كتم',
    hold: 'انتظار',
    keypad: 'الأرقام',
    transfer: 'تحويل',
    add: 'إضافة',
    devices: 'الأجهزة',
    more: 'المزيد',
    hangUp: 'إنهاء المكالمة',
    cancel: 'إلغاء',
    back: 'العودة إلى المكالمة',
    muted: 'صوتك مكتوم',
  },
  addCall,
  consultation,
  conference,
  accounts,
  keypad: {
    group: 'لوحة الأرقام لهذه المكالمة',
    sent: 'الأرقام المرسلة',
    empty: 'تُرسل الأرقام إلى الطرف الآخر',
    hide: 'إخفاء اللوحة',
  },
  transfer: {
    group: 'تحويل هذه المكالمة',
    title: () => 'تحويل هذه المكالمة إلى',
    suggestions: 'آخر من تحدثت معهم',
    placeholder: 'رقم أو عنوان',
    start: 'حوّل الآن',
    cancel: 'إلغاء',
    back: 'رجوع',
    again: 'إعادة المحاولة',
    empty: 'اكتب من تُحوَّل إليه المكالمة.',
    requested: (target) => `جارٍ طلب التحويل إلى \u2068${target}\u2069…`,
    trying: (target) => `جارٍ الاتصال بـ \u2068${target}\u2069…`,
    ringing: (target) => `هاتف \u2068${target}\u2069 يرن…`,
    accepted: (target) => `حُوّلت إلى \u2068${target}\u2069.`,
    failed: (target, statusCode) =>
      `\u2068${target}\u2069: ${statusCode === 486 || statusCode === 600 ? 'الخط مشغول' : statusCode === 404 ? 'لا يوجد هذا الرقم' : statusCode === 480 || statusCode === 408 ? 'لا يوجد رد' : 'تعذّر استلام المكالمة'}. ما زالت المكالمة معك؛ جرّب رقمًا آخر أو عد إليها.`,
  },
  incoming: {
    dialog: (name) => `مكالمة واردة من \u2068${name}\u2069`,
    alert: (name, number) =>
      number === '' || number === name
        ? `مكالمة واردة من \u2068${name}\u2069.`
        : `مكالمة واردة من \u2068${name}\u2069، \u2068${number}\u2069.`,
    title: 'مكالمة واردة',
    silenced: 'يرن بصمت',
    answer: 'رد',
    decline: 'رفض',
    silence: 'إسكات الرنين',
    holdAndAnswer: 'انتظار ورد',
    titleVideo: 'مكالمة فيديو واردة',
    answerVideo: 'الرد بالفيديو',
    endAndAnswer: 'إنهاء ورد',
    more: 'خيارات أخرى',
    busy: 'مشغول',
    toVoicemail: 'إلى البريد الصوتي',
  },
  ended: {
    talked: (duration) => `مدة المكالمة \u2068${duration}\u2069`,
    redial: 'اتصل مجددًا',
    dismiss: 'إغلاق',
    retryAfter: (count) => `يطلب الطرف الآخر الانتظار لمدة ${seconds(count)}.`,
  },
  causes,
  errors,
  registration: {
    status: {
      unregistered: 'خارج الخدمة',
      registering: 'جارٍ تسجيل الدخول…',
      registered: 'جاهز',
      unregistering: 'جارٍ تسجيل الخروج…',
      failed: 'لم يُسجَّل الدخول',
    },
    offline: 'غير متصل',
    refused: ({ statusCode }) => ({
      what: 'رُفض تسجيل الدخول',
      next:
        statusCode === 404
          ? 'لا يعرف الخادم هذا الرقم، فلا يستطيع أحد الاتصال بك. تحقق من حسابك.'
          : statusCode === 401 || statusCode === 403 || statusCode === 407
            ? 'لم يقبل الخادم الاسم أو كلمة المرور، فلا يستطيع أحد الاتصال بك. تحقق من حسابك.'
            : `${statusCode === null ? 'رفض الخادم' : `أجاب الخادم بالرمز ${statusCode}`}، فلا يستطيع أحد الاتصال بك. حاول مرة أخرى أو اسأل المسؤول.`,
    }),
    retryIn: (count) => `محاولة جديدة بعد ${seconds(count)}`,
  },
  connection: {
    connecting: 'جارٍ الاتصال بخادم الهاتف…',
    offline: 'هذا الحاسوب غير متصل بالشبكة',
    reconnecting: (count) =>
      count === null || count <= 0
        ? 'انقطع الاتصال، جارٍ المحاولة الآن…'
        : `انقطع الاتصال، محاولة جديدة بعد ${seconds(count)}`,
    callGoesOn: 'مكالمتك مستمرة؛ على الانتظار والتحويل أن يتأخرا قليلًا.',
    noCalls: 'لا يمكنك الاتصال ولا تلقي المكالمات حتى يعود.',
    stopped: 'الهاتف مغلق',
    tryNow: 'حاول الآن',
    switchOn: 'تشغيل',
  },
  list: { group: 'مكالماتك', switchTo: (name) => `الانتقال إلى \u2068${name}\u2069` },
  log: {
    group: 'المكالمات الأخيرة',
    empty: 'لا مكالمات بعد',
    emptyHint: 'تظهر هنا المكالمات التي تجريها وتتلقاها.',
    call: (name) => `الاتصال بـ \u2068${name}\u2069`,
    outcome: {
      answered: 'واردة',
      missed: 'فائتة',
      declined: 'مرفوضة',
      failed: 'فاشلة',
      placed: 'صادرة',
      elsewhere: 'رُد عليها في مكان آخر',
    },
    remove: (name) => `إزالة \u2068${name}\u2069 من القائمة`,
    today: 'اليوم',
    yesterday: 'أمس',
    // Digits as on the keys and in the numbers, so that one screen does not mix two kinds.
    locale: 'ar-u-nu-latn',
  },
  audio: { blocked: 'يُبقي متصفحك هذه المكالمة صامتة إلى أن تسمح بالصوت.', unlock: 'تشغيل الصوت' },
  details: {
    group: 'عن هذه المكالمة',
    direction: 'الاتجاه',
    incoming: 'واردة',
    outgoing: 'صادرة',
    address: 'العنوان',
    line: 'خطك',
    started: 'البداية',
    sound: 'الصوت',
    both: 'في الاتجاهين',
    oneWay: 'في اتجاه واحد',
    none: 'لا يوجد بعد',
  },
  phone: { region: 'الهاتف', recent: 'المكالمات الأخيرة', dialpad: 'لوحة الأرقام' },
  ...people,
  video,
  recording,
  recovery,
  trace,
  devices,
  quality,
  settings,
  notifications,
  headset,
};
