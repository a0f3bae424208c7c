import type { HeadsetLabels } from '../headset-labels.ts';

/** ヘッドセットの日本語。 */
export const headset: HeadsetLabels = {
  title: 'ヘッドセット',
  buttons: 'ヘッドセットのボタンを使う',
  buttonsHint: '応答、終了、ミュートができます。通話中はランプが点灯します。',
  unsupported: 'このブラウザーではヘッドセットのボタンを使えません。対応するブラウザーをお使いください。',
  list: 'ヘッドセット一覧',
  none: '接続されたヘッドセットはまだありません。',
  unnamed: '名前のないヘッドセット',
  status: { opening: '接続中…', ready: '使用できます', failed: '別のプログラムが使用中' },
  connect: 'ヘッドセットを接続',
  forget: (name) => `${name}の接続を解除`,
};
