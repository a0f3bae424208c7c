import type { NotificationsLabels } from '../notifications-labels.ts';

/** 通知とメディアキーの日本語。 */
export const notifications: NotificationsLabels = {
  title: '通知',
  system: 'このページの外でも着信を知らせる',
  systemHint: 'このページが隠れている間、お使いの機器が表示します。',
  denied: 'ブラウザーがブロックしています。アドレスバーで通知を許可してから、オンにしてください。',
  unsupported: 'このブラウザーに通知機能はありません。',
  mediaKeys: 'メディアキー',
  mediaKeysHint: '通話中、キーボードのキーで通話終了とミュートができます。',
  noMediaKeys: 'このブラウザーではメディアキーを使えません。',
  answerByPlay: '再生・一時停止キーで応答する',
  incoming: '着信',
  missed: '不在着信',
  caller: (name, number) => (number === '' || number === name ? name : `${name}（${number}）`),
};
