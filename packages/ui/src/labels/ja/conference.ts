import type { ConferenceLabels } from '../conference-labels.ts';
import { counted } from '../counted.ts';

const people = counted('ja', { other: 'あなたと他#人' });

/** Conferences, in Japanese. */
export const conference: ConferenceLabels = {
  group: '会議通話',
  title: people,
  note: 'この会議はこのページで合成され、あなたが電話を切ると終わります。',
  participants: '参加者',
  merge: 'まとめる',
  mergeWith: (name) => `${name}さんとまとめる`,
  silence: (name) => `${name}さんの声を止める`,
  silenced: '音声停止中',
  remove: (name) => `${name}さんを外す`,
  hangUp: (name) => `${name}さんとの通話を切る`,
  split: '分ける',
  leave: '抜ける',
  endAll: '全員を終了',
  failed: '全員をまとめることはできませんでした。通話は続いています。',
  announce: (count) => `会議通話：${people(count)}`,
};
