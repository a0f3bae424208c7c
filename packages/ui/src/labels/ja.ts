import { accounts } from './ja/accounts.ts';
import { addCall } from './ja/add-call.ts';
import { conference } from './ja/conference.ts';
import { consultation } from './ja/consultation.ts';
import { counted } from './counted.ts';
import type { Labels } from './labels.ts';
import { latinLetters } from './latin-letters.ts';
import { people } from './ja/people.ts';
import { recording } from './ja/recording.ts';
import { recovery } from './ja/recovery.ts';
import { trace } from './ja/trace.ts';
import { video } from './ja/video.ts';
import { devices } from './ja/devices.ts';
import { quality } from './ja/quality.ts';
import { settings } from './ja/settings.ts';
import { notifications } from './ja/notifications.ts';
import { headset } from './ja/headset.ts';
import { causes } from './ja/causes.ts';
import { errors } from './ja/errors.ts';

const seconds = counted('ja', { other: '#秒' });

/** The Japanese words. */
export const ja: Labels = {
  language: { tag: 'ja', direction: 'ltr' },
  dialpad: {
    group: 'ダイヤルパッド',
    keys: 'キー',
    field: '電話番号またはアドレス',
    placeholder: '番号を入力',
    letters: latinLetters,
    key: (key, letters) => {
      if (key === '*') return 'アスタリスク';
      if (key === '#') return 'シャープ';
      if (key === '0') return '0、長押しでプラス';
      return letters === '' ? key : `${key} ${letters}`;
    },
    plus: 'プラス記号',
    erase: '最後の数字を削除',
    call: '発信',
    recall: (number) => `発信を押すと${number}を呼び出します`,
    entered: (digits) => `入力：${digits}`,
    notConnected: '未接続：今は電話をかけられません',
  },
  call: {
    unknown: '非通知',
    status: {
      dialing: '発信中…',
      ringing: '呼び出し中…',
      early: 'まだ応答なし、回線の音声を再生中',
      incoming: '着信',
      connecting: '応答、音声を接続中…',
      talking: '通話中',
      held: '保留中',
      heldByThem: '相手が保留中',
      heldByBoth: '双方で保留中',
      reconnecting: 'そのままお話しください、再接続中…',
      ending: '終了中…',
      ended: '通話終了',
    },
    elapsed: '通話時間',
    region: (name) => `${name}との通話`,
    via: (account) => `${account}宛て`,
    announce: (mood, name) =>
      ({
        dialing: `${name}に発信しています`,
        ringing: `${name}を呼び出しています`,
        early: '',
        incoming: '',
        connecting: '',
        talking: `${name}とつながりました`,
        held: `${name}を保留にしました`,
        heldByThem: `${name}が保留にしました`,
        heldByBoth: '双方で保留中です',
        reconnecting: '接続が切れました。再接続しています',
        ending: '',
        ended: `${name}との通話が終了しました`,
      })[mood],
  },
  controls: {
    group: '通話の操作',
    mute: '消音',
    hold: '保留',
    keypad: 'キーパッド',
    transfer: '転送',
    add: '通話を追加',
    devices: '機器',
    more: 'その他',
    hangUp: '電話を切る',
    cancel: 'キャンセル',
    back: '通話に戻る',
    muted: 'マイクは消音中です',
  },
  addCall,
  consultation,
  conference,
  accounts,
  keypad: {
    group: 'この通話のキーパッド',
    sent: '送信した数字',
    empty: '数字は相手に送られます',
    hide: 'キーパッドを隠す',
  },
  transfer: {
    group: 'この通話を転送',
    title: () => '通話の転送先',
    suggestions: '最近の相手',
    placeholder: '電話番号またはアドレス',
    start: '今すぐ転送',
    cancel: 'キャンセル',
    back: '戻る',
    again: '再試行',
    empty: '転送先を入力してください。',
    requested: (target) => `${target}への転送を依頼中…`,
    trying: (target) => `${target}に発信中…`,
    ringing: (target) => `${target}を呼び出し中…`,
    accepted: (target) => `${target}に転送しました。`,
    failed: (target, statusCode) =>
      `${target}は${statusCode === 486 || statusCode === 600 ? '話し中です' : statusCode === 404 ? '存在しません' : statusCode === 480 || statusCode === 408 ? '応答しませんでした' : '電話に出られませんでした'}。通話は続いています。別の番号を試すか、通話に戻ってください。`,
  },
  incoming: {
    dialog: (name) => `${name}から着信`,
    alert: (name, number) =>
      number === '' || number === name ? `${name}から着信です。` : `${name}、${number}から着信です。`,
    title: '着信',
    silenced: '消音で着信中',
    answer: '応答',
    decline: '拒否',
    silence: '着信音を消す',
    holdAndAnswer: '保留して応答',
    titleVideo: 'ビデオ通話の着信',
    answerVideo: 'ビデオで応答',
    endAndAnswer: '終了して応答',
    more: 'その他の操作',
    busy: '話し中で断る',
    toVoicemail: '留守番電話へ',
  },
  ended: {
    talked: (duration) => `通話時間 ${duration}`,
    redial: 'かけ直す',
    dismiss: '閉じる',
    retryAfter: (count) => `相手側から${seconds(count)}待つよう求められています。`,
  },
  causes,
  errors,
  registration: {
    status: {
      unregistered: 'サインアウト',
      registering: 'サインイン中…',
      registered: '待機中',
      unregistering: 'サインアウト中…',
      failed: '未サインイン',
    },
    offline: 'オフライン',
    refused: ({ statusCode }) => ({
      what: 'サインインが拒否されました',
      next:
        statusCode === 404
          ? 'サーバーにこの番号がないため、着信できません。アカウントを確認してください。'
          : statusCode === 401 || statusCode === 403 || statusCode === 407
            ? '名前またはパスワードが受け付けられず、着信できません。アカウントを確認してください。'
            : `サーバーに拒否された${statusCode === null ? '' : `（${statusCode}）`}ため、着信できません。もう一度試すか、管理者に連絡してください。`,
    }),
    retryIn: (count) => `${seconds(count)}後に再試行`,
  },
  connection: {
    connecting: '電話サーバーに接続中…',
    offline: 'このコンピューターはオフラインです',
    reconnecting: (count) =>
      count === null || count <= 0 ? '接続が切れました。再接続中…' : `接続が切れました。${seconds(count)}後に再試行`,
    callGoesOn: '通話は続いています。保留と転送は接続が戻るまで使えません。',
    noCalls: '接続が戻るまで発信も着信もできません。',
    stopped: '電話はオフになっています',
    tryNow: '今すぐ試す',
    switchOn: 'オンにする',
  },
  list: { group: '通話一覧', switchTo: (name) => `${name}に切り替える` },
  log: {
    group: '通話履歴',
    empty: '通話履歴はありません',
    emptyHint: '発信と着信がここに表示されます。',
    call: (name) => `${name}に発信`,
    outcome: {
      answered: '着信',
      missed: '不在着信',
      declined: '拒否',
      failed: '失敗',
      placed: '発信',
      elsewhere: '別の端末で応答',
    },
    remove: (name) => `${name}を履歴から削除`,
    today: '今日',
    yesterday: '昨日',
    locale: 'ja',
  },
  audio: { blocked: '許可されるまで、ブラウザーがこの通話の音声を止めています。', unlock: '音声をオンにする' },
  details: {
    group: 'この通話について',
    direction: '方向',
    incoming: '着信',
    outgoing: '発信',
    address: 'アドレス',
    line: '自分の回線',
    started: '開始',
    sound: '音声',
    both: '双方向',
    oneWay: '片方向',
    none: 'まだなし',
  },
  phone: { region: '電話', recent: '通話履歴', dialpad: 'ダイヤルパッド' },
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
