import type { ErrorInfo } from '../snapshots.ts';
import { accounts } from './ja/accounts.ts';
import { addCall } from './ja/add-call.ts';
import { conference } from './ja/conference.ts';
import { consultation } from './ja/consultation.ts';
import { counted } from './counted.ts';
import type { Labels, Sentence } from './labels.ts';
import { latinLetters } from './latin-letters.ts';
import { by, say } from './say.ts';
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

const seconds = counted('ja', { other: '#秒' });

const refused = (error: ErrorInfo): Sentence => ({
  what: 'サーバーに拒否されました',
  next: `この操作は受け付けられませんでした${error.statusCode === null ? '' : `（${error.statusCode}）`}。通話はそのままです。もう一度試すか、管理者に連絡してください。`,
});

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
  causes: {
    HUNG_UP: by(
      { what: '電話を切りました', next: null },
      { what: '相手が電話を切りました', next: null },
      { what: '通話終了', next: null },
    ),
    CANCELED: by(
      { what: '発信を取り消しました', next: null },
      { what: '相手が発信をやめました', next: '都合のよいときにかけ直してください。' },
    ),
    ANSWERED_ELSEWHERE: say('別の端末で応答済み', '同じ番号を使う誰かがこの電話に出ました。'),
    BUSY: by(
      { what: '話し中でした', next: '相手には話し中の音が聞こえました。' },
      { what: '話し中', next: '相手は別の通話中です。数分後にもう一度おかけください。' },
    ),
    REJECTED: by(
      { what: '着信を拒否しました', next: null },
      { what: '拒否されました', next: '相手は電話に出ませんでした。後でかけ直すか、メッセージを送ってください。' },
    ),
    REDIRECTED: by(
      { what: 'この着信を転送しました', next: null },
      { what: '別の番号へ転送', next: 'この番号は別の番号に転送されていますが、つながりませんでした。' },
    ),
    UNAVAILABLE: say('つながりません', '相手が電話に出ないか、電源が入っていません。後でもう一度おかけください。'),
    NOT_FOUND: say('番号が使われていません', '番号を確かめて、もう一度おかけください。'),
    ADDRESS_INCOMPLETE: say('番号が短すぎます', '数字が足りません。番号を確かめて、もう一度おかけください。'),
    INCOMPATIBLE_SDP: say(
      '音声の方式が合いません',
      '相手の端末とは音声をやり取りできません。別の番号におかけください。',
    ),
    AUTHENTICATION_ERROR: say(
      'サインインが拒否されました',
      '名前またはパスワードが受け付けられず、発信できませんでした。アカウントを確認してください。',
    ),
    SIP_FAILURE_CODE: (cause) => ({
      what: '発信に失敗しました',
      next: `サーバーの応答${cause.statusCode === null ? '' : `（${cause.statusCode}）`}により、つながりませんでした。もう一度試し、続く場合は管理者に連絡してください。`,
    }),
    NO_ANSWER: by(
      { what: '不在着信', next: 'この電話に出ませんでした。都合のよいときにかけ直してください。' },
      { what: '応答なし', next: '相手が電話に出ませんでした。後でもう一度おかけください。' },
    ),
    EXPIRES: say('時間内に応答なし', '呼び出しが長すぎたため終了しました。後でもう一度おかけください。'),
    NO_ACK: say(
      '通話が成立しませんでした',
      '応答しましたが、相手側の確認がありませんでした。次の着信を待つか、かけ直してください。',
    ),
    NO_PRACK: say('通話が成立しませんでした', '呼び出し中に相手側の反応がなくなりました。かけ直してください。'),
    REQUEST_TIMEOUT: say(
      'サーバーの応答がありません',
      '発信できなかったか、通話が終了しました。ネットワークを確認して、もう一度お試しください。',
    ),
    CONNECTION_ERROR: say(
      '接続が切れました',
      '電話サーバーとの接続が切れ、通話が終了しました。ネットワークを確認してください。自動で再接続します。',
    ),
    DIALOG_ERROR: say('通話が失われました', '双方で通話の状態が食い違い、終了しました。かけ直してください。'),
    MEDIA_DENIED: say(
      'マイクがブロックされています',
      'マイクなしでは通話できません。アドレスバーで許可してから、かけ直してください。',
    ),
    MEDIA_ERROR: say(
      'マイクがありません',
      'マイクを開けず、通話が終了しました。接続するか別のマイクを選び、かけ直してください。',
    ),
    BAD_MEDIA_DESCRIPTION: say(
      '音声を準備できません',
      '相手側の情報をこの電話では読めません。かけ直すか、別の番号をお使いください。',
    ),
    RTP_TIMEOUT: say('音声が途絶えました', '相手の音声が長く途絶えたため、通話が終了しました。かけ直してください。'),
    NOT_RESUMED: say(
      '通話を再開できませんでした',
      'ページが再読み込みされ、通話を続けられませんでした。かけ直してください。',
    ),
    REPLACED: say('別の通話で継続', 'この通話は別の通話として続いています。'),
    TRANSFERRED: say('転送しました', '相手は今、別の人と話しています。'),
    INTERNAL_ERROR: say(
      '問題が起きました',
      '電話の内部エラーで通話が終了しました。かけ直し、続く場合はページを再読み込みしてください。',
    ),
  },
  errors: {
    MEDIA_DENIED: say(
      'マイクがブロックされています',
      '相手に声が届きません。アドレスバーでマイクを許可して、もう一度お試しください。',
    ),
    MEDIA_NOT_FOUND: say(
      'マイクが見つかりません',
      '相手に声が届きません。ヘッドセットかマイクを接続して、もう一度お試しください。',
    ),
    MEDIA_IN_USE: say('マイクは使用中です', '別のプログラムが使っています。それを閉じて、もう一度お試しください。'),
    MEDIA_CONSTRAINTS: say('このマイクは使えません', '選んだ機器は要件を満たしません。別の機器を選んでください。'),
    MEDIA_UNSUPPORTED: say(
      'ここでは通話できません',
      'このブラウザーまたはページでは音声を使えません。最新のブラウザーで https のページを開いてください。',
    ),
    MEDIA_NOTHING_ASKED: say(
      '使うものがありません',
      '音声も映像も要求されていません。少なくともどちらかを選んでください。',
    ),
    MEDIA_INSECURE: say(
      '安全でないページです',
      'ブラウザーは安全なページでのみマイクを許可します。このページを https で開いてください。',
    ),
    MEDIA_UNKNOWN: say(
      'マイクを開けませんでした',
      'ブラウザーは理由を示していません。接続し直すか別のマイクを選んで、もう一度試してください。',
    ),
    MEDIA_REFUSED: say('映像は受け入れられませんでした', '相手側は映像に対応していません。通話は音声のみで続きます。'),
    MEDIA_NEGOTIATION: say('音声を変更できません', '相手側が変更を受け入れませんでした。通話はそのまま続きます。'),
    MEDIA_CLOSED: say('音声は終了しています', '通話は終わっており、何も変わっていません。'),
    CONNECT_FAILED: say(
      'サーバーに接続できません',
      '今は発信も着信もできません。ネットワークを確認してください。自動で接続を試みます。',
    ),
    CONNECT_TIMEOUT: say(
      'サーバーの反応が遅すぎます',
      '時間内に接続できませんでした。ネットワークを確認してください。自動で接続を試みます。',
    ),
    BAD_SUBPROTOCOL: say(
      '電話サーバーではありません',
      '応答はありますが SIP に対応していません。正しいアドレスを管理者に確認してください。',
    ),
    NO_WEBSOCKET: say(
      '接続する方法がありません',
      'このブラウザーでは通話の接続を開けません。最新のブラウザーをお使いください。',
    ),
    CLOSED: say('接続が閉じられました', 'サーバーまたはネットワークが切断しました。自動で再接続します。'),
    KEEP_ALIVE_TIMEOUT: say('サーバーが応答しなくなりました', '接続が途絶えています。自動で再接続します。'),
    REPLACED: say('サーバーを切り替えました', 'よりよいサーバーに移っています。少し後でもう一度お試しください。'),
    ABORTED: say('接続を中止しました', '電話は未接続です。電源を入れてもう一度お試しください。'),
    NOT_CONNECTED: say(
      '未接続',
      'サーバーとの接続がありません。自動で再接続しますので、その後もう一度お試しください。',
    ),
    SEND_FAILED: say(
      '送信できませんでした',
      'ちょうどサーバーとの接続が切れました。接続が戻ってから、もう一度お試しください。',
    ),
    CONNECTION: say(
      '接続が切れました',
      '相手側に届きませんでした。通話は続いています。接続が戻ってから、もう一度お試しください。',
    ),
    REQUEST_TIMEOUT: say(
      '時間内に応答がありません',
      '通話はそのままです。ネットワークを確認して、もう一度お試しください。',
    ),
    RESPONSE: refused,
    TRANSFER_FAILED: say('転送できませんでした', '転送先につながりませんでした。通話は続いています。'),
    SESSION_ENDED: say('通話は終わっていました', '何も変わっていません。必要ならかけ直してください。'),
    SESSION_NOT_FOUND: say('通話は終わっていました', '何も変わっていません。必要ならかけ直してください。'),
    INVALID_STATE: say(
      '今はできません',
      '通話の状態がすでに変わっていました。状態を確かめて、必要ならもう一度お試しください。',
    ),
    INVALID_VALUE: say(
      '発信できない番号です',
      '番号またはアドレスに使えない文字があります。直して、もう一度お試しください。',
    ),
    CONFIGURATION: say(
      '電話が設定されていません',
      '設定が足りないか誤っているため、通話できません。管理者に連絡してください。',
    ),
    UNKNOWN: say(
      'うまくいきませんでした',
      '通話はそのままです。もう一度試し、続く場合はページを再読み込みしてください。',
    ),
  },
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
