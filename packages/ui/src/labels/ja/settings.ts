import { regionNames } from '../region-names.ts';
import type { SettingsLabels } from '../settings-labels.ts';

/** The Japanese words of the settings. */
export const settings: SettingsLabels = {
  title: '設定',
  devices: 'オーディオ機器',
  ringing: '着信',
  ringVolume: '着信音量',
  ringCountry: '着信音と信号音の国',
  country: regionNames('ja', 'ヨーロッパ'),
  doNotDisturb: '応答不可',
  doNotDisturbHint: '発信者には応答できないと伝えます。こちらからの発信はできます。',
  percent: (count) => `${count}%`,
  test: {
    title: 'テスト通話',
    hint: '数秒で終わり、誰にも発信しません。マイクとネットワークが通話に適しているか分かります。',
    start: 'テストを始める',
    stop: '中止',
    again: 'もう一度テスト',
    step: {
      microphone: 'マイクを開いています…',
      connecting: 'ネットワークの経路を探しています…',
      measuring: '音声を測定中です…何か話してください。',
    },
    verdict: {
      good: { what: '通話の準備ができています', next: null },
      fair: { what: '通話できますが、少し乱れます', next: 'ケーブルを使うか、ルーターに近づいてください。' },
      poor: {
        what: '通話の音質が悪くなりそうです',
        next: 'ケーブルか別のネットワークを使い、ダウンロードを止めてから、もう一度テストしてください。',
      },
    },
    silentMicrophone: {
      what: 'マイクは無音でした',
      next: 'ヘッドセットのスイッチを確かめるか別のマイクを選んで、もう一度テストしてください。',
    },
    relayUnreachable: {
      what: '中継サーバーにつながりません',
      next: '厳しいファイアウォールの内側では音が出ないことがあります。管理者に伝えてください。',
    },
    local: '音声はこのコンピューターの中だけを通ったので、ネットワークのことは分かりません。',
    candidates: '見つかった経路',
    candidate: { host: 'このコンピューター', srflx: '公開アドレス', relay: '中継サーバー' },
    microphone: 'マイク',
    loud: '聞こえました',
    silent: '無音',
  },
  account: {
    title: 'アカウント',
    address: '自分のアドレス',
    server: '電話サーバー',
    displayName: '相手に表示する名前',
    user: 'サインイン名',
    userHint: 'アドレスの名前と違う場合だけ入力します。',
    password: 'パスワード',
    keepPassword: 'このブラウザーにパスワードを保存',
    keepPasswordHint:
      '保存すると、このブラウザーを使う人があなたの名前で発信できます。保存しない場合は、起動のたびに入力します。',
    save: '保存してサインイン',
    needed: 'アドレス、サーバー、パスワードを入力してください。',
  },
  data: {
    title: '自分のデータ',
    export: 'コピーを保存',
    exportHint: '通話、連絡先、設定を一つのファイルにします。パスワードは含みません。',
    delete: 'すべて削除',
    deleteHint: '通話、連絡先、設定をこのブラウザーから消します。',
    confirm: '通話、連絡先、設定をすべて削除しますか。元に戻せません。',
    confirmDelete: '削除',
    keep: '残す',
    deleted: 'すべて削除しました。',
  },
  kept: {
    browser: '選んだ内容はこのブラウザーに保存されます。',
    page: '選んだ内容はこのページを閉じるまで有効です。保存先がありません。',
  },
  notSaved: {
    what: '保存できませんでした',
    next: 'ブラウザーに保存を拒否されました。このページを閉じるまでは有効です。',
  },
};
