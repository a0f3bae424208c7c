import type { VideoLabels } from '../video-labels.ts';

/** The Arabic words about pictures. */
export const video: VideoLabels = {
  video: 'فيديو',
  share: 'مشاركة الشاشة',
  group: (name) => `فيديو مع ${name}`,
  theirs: (name) => `صورة ${name}`,
  ours: 'صورتك',
  you: 'أنت',
  theirsOff: (name) => `لا يعرض ${name} صورته`,
  sharing: 'أنت تشارك شاشتك',
  stopSharing: 'إيقاف المشاركة',
  switchCamera: 'تبديل الكاميرا',
  theyStarted: (name) => `شغّل ${name} الفيديو`,
  showYourself: 'تشغيل الكاميرا',
  videoCall: 'مكالمة فيديو',
  screenDenied: { what: 'لم تُشارك الشاشة', next: 'لم تُختر أي شاشة، أو لا يسمح المتصفح بذلك. تستمر المكالمة كما كانت.' },
  refused: { what: 'لا فيديو عند الطرف الآخر', next: 'لا يقبل هاتفه أو خادم في الطريق الصورة. تستمر المكالمة بالصوت.' },
};
