/** The words of notifications, and of the settings for them and for media keys. */
export interface NotificationsLabels {
  readonly title: string;
  readonly system: string;
  readonly systemHint: string;
  readonly denied: string;
  readonly unsupported: string;
  readonly mediaKeys: string;
  readonly mediaKeysHint: string;
  readonly noMediaKeys: string;
  readonly answerByPlay: string;
  /** Headings of a notification, and who calls. */
  readonly incoming: string;
  readonly missed: string;
  readonly caller: (name: string, number: string) => string;
}
