'use client';

/** What a page may do with notifications of the system; `unsupported` where there are none. */
export type NotificationAccess = NotificationPermission | 'unsupported';

/** A notification as it is asked for: text alone. */
export interface NotificationRequest {
  readonly title: string;
  readonly body: string;
  /** Replaces the one before with the same tag. */
  readonly tag: string;
  /** Stays until somebody acts. */
  readonly sticky: boolean;
  readonly icon: string | undefined;
  readonly onClick: () => void;
}

/** What `useCallNotifications` needs of its surroundings; the browser's own by default. */
export interface NotificationPlatform {
  readonly access: () => NotificationAccess;
  /** Tells when the access changes; returns what ends that. */
  readonly watchAccess: (listener: () => void) => () => void;
  /** Asks the person. Browsers want this to come from an act of theirs. */
  readonly request: () => Promise<NotificationAccess>;
  /**
   * Shows one; returns what closes it.
   *
   * @throws TypeError where notifications need a service worker
   */
  readonly show: (request: NotificationRequest) => () => void;
  readonly isHidden: () => boolean;
  readonly watchHidden: (listener: () => void) => () => void;
  /** Brings the page to the front. */
  readonly focusPage: () => void;
}

/** The notifications of this browser. */
export const browserNotifications: NotificationPlatform = {
  access: () => (typeof Notification === 'undefined' ? 'unsupported' : Notification.permission),
  watchAccess(listener) {
    let ended = false;
    let status: PermissionStatus | undefined;
    const permissions =
      typeof navigator === 'undefined' ? undefined : (navigator.permissions as Permissions | undefined);
    permissions?.query({ name: 'notifications' }).then(
      (found) => {
        if (ended) return;
        status = found;
        found.addEventListener('change', listener);
      },
      // Browsers that do not tell of changes are asked again after a request.
      () => undefined,
    );
    return () => {
      ended = true;
      status?.removeEventListener('change', listener);
    };
  },
  request: () =>
    typeof Notification === 'undefined' ? Promise.resolve('unsupported') : Notification.requestPermission(),
  show({ title, body, tag, sticky, icon, onClick }) {
    const options: NotificationOptions = { body, tag, requireInteraction: sticky, silent: true };
    const shown = new Notification(title, icon === undefined ? options : { ...options, icon });
    shown.onclick = () => {
      onClick();
      shown.close();
    };
    return () => shown.close();
  },
  isHidden: () => document.visibilityState === 'hidden',
  watchHidden(listener) {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
  focusPage: () => window.focus(),
};
