import type { RecordingLabels } from '../recording-labels.ts';

/** The Japanese words about recordings. */
export const recording: RecordingLabels = {
  record: '録音',
  sign: '録音中',
  pausedSign: '録音は一時停止中',
  asking: '同意を待っています…',
  started: '録音を開始しました',
  paused: '録音を一時停止しました',
  stopped: '録音を終了しました',
  pause: '録音を一時停止',
  resume: '録音を再開',
  ready: 'この通話は録音されました',
  keptUntil: 'このページを閉じるまで、ここに保存されています。',
  save: '録音を保存',
  saveOne: (number) => `録音 ${number} を保存`,
  discard: '破棄',
  failed: { what: '録音できません', next: 'このブラウザーでは録音できませんでした。通話はそのまま続きます。' },
};
