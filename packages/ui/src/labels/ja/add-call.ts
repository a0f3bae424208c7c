import type { AddCallLabels } from '../add-call-labels.ts';

/** Calling somebody else, in Japanese. */
export const addCall: AddCallLabels = {
  group: '通話を追加',
  title: '別の相手に電話をかける',
  placeholder: '番号またはアドレス',
  suggestions: '最近の相手',
  call: '発信',
  cancel: 'キャンセル',
  empty: '発信先を入力してください。',
  waits: (name) => `その間、${name}さんは保留になります。`,
};
