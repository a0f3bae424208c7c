import type { VideoLabels } from '../video-labels.ts';

/** The Japanese words about pictures. */
export const video: VideoLabels = {
  video: 'ビデオ',
  share: '画面を共有',
  group: (name) => `${name} さんとのビデオ`,
  theirs: (name) => `${name} さんの映像`,
  ours: '自分の映像',
  you: '自分',
  theirsOff: (name) => `${name} さんは映像を表示していません`,
  sharing: '画面を共有しています',
  stopSharing: '共有を停止',
  switchCamera: 'カメラを切り替え',
  theyStarted: (name) => `${name} さんがビデオをオンにしました`,
  showYourself: 'カメラをオンにする',
  videoCall: 'ビデオ通話',
  screenDenied: {
    what: '画面は共有されていません',
    next: '画面が選択されなかったか、ブラウザーで許可されていません。通話はそのまま続きます。',
  },
  refused: {
    what: '相手側でビデオを使えません',
    next: '相手の電話または途中のサーバーが映像を受け付けません。音声の通話は続きます。',
  },
};
