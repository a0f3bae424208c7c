import type { ErrorInfo } from '../snapshots.ts';
import { accounts } from './ar/accounts.ts';
import { addCall } from './ar/add-call.ts';
import { conference } from './ar/conference.ts';
import { consultation } from './ar/consultation.ts';
import { counted } from './counted.ts';
import type { Labels, Sentence } from './labels.ts';
import { latinLetters } from './latin-letters.ts';
import { by, say } from './say.ts';
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

/** In the genitive, as it stands after “بعد” and “لمدة”. */
const seconds = counted('ar', {
  one: 'ثانية واحدة',
  two: 'ثانيتين',
  few: '# ثوانٍ',
  many: '# ثانية',
  other: '# ثانية',
});

const refused = (error: ErrorInfo): Sentence => ({
  what: 'رفض الخادم الطلب',
  next: `لم يقبل الخادم هذا الطلب${error.statusCode === null ? '' : ` (${error.statusCode})`}. المكالمة كما كانت؛ حاول مرة أخرى أو اسأل المسؤول.`,
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
  causes: {
    HUNG_UP: by(
      { what: 'أنهيت المكالمة', next: null },
      { what: 'أنهى الطرف الآخر المكالمة', next: null },
      { what: 'انتهت المكالمة', next: null },
    ),
    CANCELED: by(
      { what: 'ألغيت المكالمة', next: null },
      { what: 'توقف المتصل عن الاتصال', next: 'عاود الاتصال متى شئت.' },
    ),
    ANSWERED_ELSEWHERE: say('تم الرد على جهاز آخر', 'رد على هذه المكالمة شخص له الرقم نفسه.'),
    BUSY: by(
      { what: 'كنت مشغولًا', next: 'سمع الطرف الآخر نغمة الانشغال.' },
      { what: 'الخط مشغول', next: 'الطرف الآخر في مكالمة أخرى. حاول بعد بضع دقائق.' },
    ),
    REJECTED: by(
      { what: 'رفضت المكالمة', next: null },
      { what: 'رُفضت المكالمة', next: 'اختار الطرف الآخر عدم الرد. حاول لاحقًا أو أرسل رسالة.' },
    ),
    REDIRECTED: by(
      { what: 'حوّلت هذه المكالمة', next: null },
      { what: 'حُوّلت المكالمة إلى مكان آخر', next: 'يحوّل هذا الرقم إلى رقم آخر، ولم تتمكن المكالمة من متابعته.' },
    ),
    UNAVAILABLE: say('غير متاح', 'لم يُرد على المكالمة، أو الهاتف مغلق. حاول لاحقًا.'),
    NOT_FOUND: say('لا يوجد هذا الرقم', 'ليس هذا الرقم لأحد. تحقق منه واتصل مجددًا.'),
    ADDRESS_INCOMPLETE: say('الرقم قصير جدًا', 'تنقصه أرقام. تحقق من الرقم واتصل مجددًا.'),
    INCOMPATIBLE_SDP: say('الجهازان غير متوافقين', 'لا يستطيع جهازه تبادل الصوت مع جهازك. اتصل برقم آخر.'),
    AUTHENTICATION_ERROR: say(
      'رُفض تسجيل الدخول',
      'لم يقبل الخادم الاسم أو كلمة المرور، فلم تُجرَ المكالمة. تحقق من حسابك.',
    ),
    SIP_FAILURE_CODE: (cause) => ({
      what: 'فشلت المكالمة',
      next: `أجاب الخادم${cause.statusCode === null ? '' : ` بالرمز ${cause.statusCode}`} ولم يوصل المكالمة. حاول مرة أخرى؛ وإن استمر ذلك فاسأل المسؤول.`,
    }),
    NO_ANSWER: by(
      { what: 'مكالمة فائتة', next: 'فاتتك هذه المكالمة. عاود الاتصال متى شئت.' },
      { what: 'لا يوجد رد', next: 'لم يرد الطرف الآخر. حاول لاحقًا.' },
    ),
    EXPIRES: say('لا رد في الوقت المحدد', 'رن الهاتف طويلًا فأُوقفت المكالمة. حاول لاحقًا.'),
    NO_ACK: say('لم تكتمل المكالمة', 'رددت، لكن الطرف الآخر لم يؤكد ذلك. انتظر اتصاله مجددًا أو عاود الاتصال.'),
    NO_PRACK: say('لم تكتمل المكالمة', 'توقف الطرف الآخر عن الاستجابة أثناء الرنين. عاود الاتصال.'),
    REQUEST_TIMEOUT: say('لا رد من الخادم', 'لم تُجرَ المكالمة أو أنها انتهت. تحقق من الشبكة وحاول مرة أخرى.'),
    CONNECTION_ERROR: say(
      'انقطع الاتصال',
      'انقطعت الصلة بخادم الهاتف وانتهت المكالمة. تحقق من الشبكة؛ يعيد الهاتف الاتصال تلقائيًا.',
    ),
    DIALOG_ERROR: say('فُقدت المكالمة', 'لم يعد الطرفان متفقين على هذه المكالمة فانتهت. اتصل مجددًا.'),
    MEDIA_DENIED: say(
      'الميكروفون محظور',
      'لا يمكن أن تستمر المكالمة بدونه. اسمح بالميكروفون في شريط العنوان ثم اتصل مجددًا.',
    ),
    MEDIA_ERROR: say('لا يوجد ميكروفون', 'تعذّر فتح الميكروفون فانتهت المكالمة. صِل واحدًا أو اختر غيره ثم اتصل مجددًا.'),
    BAD_MEDIA_DESCRIPTION: say(
      'تعذّر تجهيز الصوت',
      'أرسل الطرف الآخر ما لا يفهمه هذا الهاتف. اتصل مجددًا أو استخدم رقمًا آخر.',
    ),
    RTP_TIMEOUT: say('فُقد الصوت', 'لم يُسمع شيء من الطرف الآخر مدة طويلة فانتهت المكالمة. اتصل مجددًا.'),
    NOT_RESUMED: say('تعذّر استئناف المكالمة', 'أُعيد تحميل الصفحة ولم يكن بالإمكان متابعة المكالمة. اتصل مجددًا.'),
    REPLACED: say('استمرت في مكان آخر', 'استمرت هذه المكالمة كمكالمة أخرى.'),
    TRANSFERRED: say('حُوّلت المكالمة', 'يتحدث الطرف الآخر الآن مع شخص آخر.'),
    INTERNAL_ERROR: say('حدث خطأ ما', 'أنهى خطأ في الهاتف هذه المكالمة. اتصل مجددًا؛ وأعد تحميل الصفحة إن استمر ذلك.'),
  },
  errors: {
    MEDIA_DENIED: say('الميكروفون محظور', 'لا يسمعك الطرف الآخر. اسمح بالميكروفون في شريط العنوان ثم حاول مرة أخرى.'),
    MEDIA_NOT_FOUND: say('لم يُعثر على ميكروفون', 'لا يسمعك الطرف الآخر. صِل سماعة رأس أو ميكروفونًا ثم حاول مرة أخرى.'),
    MEDIA_IN_USE: say('الميكروفون مستخدم', 'يستخدمه برنامج آخر. أغلق ذلك البرنامج ثم حاول مرة أخرى.'),
    MEDIA_CONSTRAINTS: say('الميكروفون غير مناسب', 'لا يستطيع الجهاز المختار ما طُلب منه. اختر جهازًا آخر.'),
    MEDIA_UNSUPPORTED: say(
      'لا يمكن إجراء مكالمات هنا',
      'لا يستطيع هذا المتصفح أو هذه الصفحة استخدام الصوت. افتحها عبر https في متصفح حديث.',
    ),
    MEDIA_NOTHING_ASKED: say('لا شيء لاستخدامه', 'لم يُطلب صوت ولا صورة. اختر واحدًا منهما على الأقل.'),
    MEDIA_INSECURE: say(
      'الصفحة غير آمنة',
      'لا تسمح المتصفحات بالميكروفون إلا في الصفحات الآمنة. افتح هذه الصفحة عبر https.',
    ),
    MEDIA_UNKNOWN: say('لم يُفتح الميكروفون', 'لا يذكر المتصفح السبب. أعد توصيله أو اختر غيره، ثم حاول مرة أخرى.'),
    MEDIA_REFUSED: say('رُفض الفيديو', 'لا يقبل الطرف الآخر الفيديو. تستمر المكالمة بالصوت.'),
    MEDIA_NEGOTIATION: say('تعذّر تغيير الصوت', 'لم يقبل الطرف الآخر التغيير. تستمر المكالمة كما كانت.'),
    MEDIA_CLOSED: say('الصوت مغلق بالفعل', 'انتهت المكالمة؛ لم يتغير شيء.'),
    CONNECT_FAILED: say(
      'تعذّر الوصول إلى الخادم',
      'لا يمكنك الآن الاتصال ولا تلقي المكالمات. تحقق من الشبكة؛ يواصل الهاتف المحاولة.',
    ),
    CONNECT_TIMEOUT: say('الخادم بطيء جدًا', 'لم يفتح الاتصال في الوقت المحدد. تحقق من الشبكة؛ يواصل الهاتف المحاولة.'),
    BAD_SUBPROTOCOL: say('ليس خادم هاتف', 'يجيب هذا العنوان لكنه لا يتحدث SIP. اسأل المسؤول عن العنوان الصحيح.'),
    NO_WEBSOCKET: say('لا سبيل إلى الاتصال', 'لا يستطيع هذا المتصفح فتح اتصال للمكالمات. استخدم متصفحًا حديثًا.'),
    CLOSED: say('أُغلق الاتصال', 'أنهاه الخادم أو الشبكة. يعيد الهاتف الاتصال تلقائيًا.'),
    KEEP_ALIVE_TIMEOUT: say('توقف الخادم عن الرد', 'انقطع الاتصال. يعيد الهاتف الاتصال تلقائيًا.'),
    REPLACED: say('تغيّر الخادم', 'ينتقل الهاتف إلى خادم أفضل. حاول بعد لحظات.'),
    ABORTED: say('أُوقف الاتصال', 'الهاتف غير متصل. شغّله للمحاولة مرة أخرى.'),
    NOT_CONNECTED: say('غير متصل', 'لا صلة للهاتف بخادمه. يعيد الاتصال تلقائيًا؛ حاول بعد ذلك.'),
    SEND_FAILED: say('لم يُرسل شيء', 'انقطعت الصلة بالخادم في تلك اللحظة. حاول عندما يتصل الهاتف.'),
    CONNECTION: say('انقطع الاتصال', 'لم يصل هذا إلى الطرف الآخر. المكالمة مستمرة؛ حاول عندما يتصل الهاتف.'),
    REQUEST_TIMEOUT: say('لا رد في الوقت المحدد', 'المكالمة مستمرة كما كانت. تحقق من الشبكة وحاول مرة أخرى.'),
    RESPONSE: refused,
    TRANSFER_FAILED: say('لم ينجح التحويل', 'تعذّر الوصول إلى الشخص الآخر. ما زالت المكالمة معك.'),
    SESSION_ENDED: say('كانت المكالمة قد انتهت', 'لم يتغير شيء. اتصل مجددًا إن احتجت.'),
    SESSION_NOT_FOUND: say('كانت المكالمة قد انتهت', 'لم يتغير شيء. اتصل مجددًا إن احتجت.'),
    INVALID_STATE: say('غير ممكن الآن', 'كانت المكالمة قد تغيّرت. انظر حالتها وحاول مرة أخرى إن لزم.'),
    INVALID_VALUE: say('لا يمكن الاتصال بهذا', 'في الرقم أو العنوان رموز غير مسموح بها. صحّحه وحاول مرة أخرى.'),
    CONFIGURATION: say('الهاتف غير مُعدّ', 'ينقصه إعداد أو فيه إعداد خاطئ، فلا يمكن إجراء مكالمات. اسأل المسؤول.'),
    UNKNOWN: say('لم ينجح ذلك', 'المكالمة كما كانت. حاول مرة أخرى؛ وأعد تحميل الصفحة إن استمر ذلك.'),
  },
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
