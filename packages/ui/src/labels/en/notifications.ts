import type { NotificationsLabels } from '../notifications-labels.ts';

/** The English words of notifications and media keys. */
export const notifications: NotificationsLabels = {
  title: 'Notifications',
  system: 'Tell me about calls outside this page',
  systemHint: 'Shown by your computer while this page is hidden.',
  denied: 'Blocked by the browser. Allow notifications in the address bar, then switch this on.',
  unsupported: 'This browser has no notifications.',
  mediaKeys: 'Media keys',
  mediaKeysHint: 'Hang up and mute by the keys of your keyboard while a call runs.',
  noMediaKeys: 'This browser keeps the media keys to itself.',
  answerByPlay: 'Play and pause answer a call',
  incoming: 'Incoming call',
  missed: 'Missed call',
  caller: (name, number) => (number === '' || number === name ? name : `${name}, ${number}`),
};
