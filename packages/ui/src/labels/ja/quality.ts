import type { QualityLabels } from '../quality-labels.ts';

/** The Japanese words about quality. */
export const quality: QualityLabels = {
  group: '通話の品質',
  level: { unknown: '未測定', good: '音質は良好', fair: '音質は普通', poor: '音質が悪い' },
  warnings: {
    NO_AUDIO_RECEIVED: {
      what: '相手の音声が届いていません',
      next: '相手の声が聞こえません。ミュートになっていないか尋ね、続くようならかけ直してください。',
    },
    DEAD_MICROPHONE: {
      what: 'マイクから音が出ていません',
      next: '相手に声が届いていません。ヘッドセットのスイッチを確かめるか、別のマイクを選んでください。',
    },
    HIGH_LOSS: {
      what: '接続でパケットが失われています',
      next: '言葉が途切れることがあります。ルーターに近づくか、ケーブルを使ってください。',
    },
    HIGH_JITTER: {
      what: '接続が不安定です',
      next: '声が途切れがちになります。このネットワークのダウンロードや他の通話を止めてください。',
    },
    HIGH_ROUND_TRIP: {
      what: '応答が遅れています',
      next: '言葉が重なりやすくなります。少し間を置いてください。VPN が原因のこともあります。',
    },
    LOW_MOS: {
      what: '音質が低下しています',
      next: 'ネットワークが追いついていません。ケーブルを使うか、ルーターに近づいてください。',
    },
  },
  score: '音質スコア（MOS）',
  lossIn: '受信で失われた割合',
  lossOut: '送信で失われた割合',
  jitter: 'ゆらぎ',
  roundTrip: '往復時間',
  codec: '符号化方式',
  path: '経路',
  direct: '直接',
  relayed: '中継サーバー経由',
  scoreOf: (score) => `5点中${score}点`,
  percent: (share) => `${share}%`,
  milliseconds: (count) => `${count}ミリ秒`,
  unknown: 'まだ不明',
};
