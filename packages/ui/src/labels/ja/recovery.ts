import type { RecoveryLabels } from '../recovery-labels.ts';

/** `Labels.recovery`, in Japanese. */
export const recovery: RecoveryLabels = {
  silent: { what: '相手の声が聞こえません', next: '相手がまだいるか、定期的に確認しています。' },
  unreachable: (seconds) => ({
    what: '相手の声が聞こえなくなり、応答もありません',
    next: `このままだと${seconds === null ? 'まもなく' : `${seconds}秒後に`}通話が終了します。`,
  }),
  elsewhere: {
    what: '電話は別のタブで動いています',
    next: '着信音や相手の声は別のタブから出ます。ここからも操作できます。',
  },
  interrupted: (name) => ({
    what: `${name}との通話が中断されました`,
    next: 'ページが再読み込みされました。応答がなければ30秒ほどで通話が終了します。',
  }),
  goOn: '再開',
  hangUp: '電話を切る',
};
