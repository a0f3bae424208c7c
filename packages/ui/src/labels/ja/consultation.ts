import type { ConsultationLabels } from '../consultation-labels.ts';

/** Asking before a transfer, in Japanese. */
export const consultation: ConsultationLabels = {
  group: '転送前の確認',
  start: '先に確認',
  swap: '切り替え',
  merge: '全員',
  complete: '転送',
  cancel: (waiting) => `この通話を切って${waiting}さんに戻る`,
  back: '戻る',
  completing: 'お二人をつないでいます…',
  completesOnAnswer: (asked) => `${asked}さんが応答したらおつなぎします…`,
  failed: 'つなげませんでした。どちらの通話も続いています。もう一度試すか、戻ってください。',
  announce: (waiting, asked) => `${asked}さんが応答しました。${waiting}さんは保留中です。`,
  lines: 'ほかの通話',
  toLine: (name) => `${name}さんとつなぐ`,
};
