import type { NotificationsLabels } from '../notifications-labels.ts';

/** كلمات الإشعارات ومفاتيح الوسائط بالعربية. */
export const notifications: NotificationsLabels = {
  title: 'الإشعارات',
  system: 'أعلمني بالمكالمات خارج هذه الصفحة',
  systemHint: 'يعرضها جهازك ما دامت هذه الصفحة مخفية.',
  denied: 'حظرها المتصفح. اسمح بالإشعارات من شريط العنوان، ثم فعّل هذا الخيار.',
  unsupported: 'لا إشعارات في هذا المتصفح.',
  mediaKeys: 'مفاتيح الوسائط',
  mediaKeysHint: 'إنهاء المكالمة وكتم الصوت بمفاتيح لوحة المفاتيح أثناء المكالمة.',
  noMediaKeys: 'هذا المتصفح لا يتيح مفاتيح الوسائط.',
  answerByPlay: 'التشغيل والإيقاف المؤقت يجيبان على المكالمة',
  incoming: 'مكالمة واردة',
  missed: 'مكالمة فائتة',
  caller: (name, number) => (number === '' || number === name ? name : `${name}، ${number}`),
};
