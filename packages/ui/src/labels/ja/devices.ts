import type { DevicesLabels } from '../devices-labels.ts';

/** The Japanese words about devices. */
export const devices: DevicesLabels = {
  group: 'オーディオ機器',
  microphone: 'マイク',
  speaker: 'スピーカー',
  ringer: '着信音の出力先',
  camera: 'カメラ',
  standard: 'システムの既定',
  unnamed: (number) => `機器 ${number}`,
  missing: (name) => `${name}（未接続）`,
  fallsBack: (name) => `${name}は接続されていません。戻るまでシステムの既定を使います。`,
  fixedOutput: 'このブラウザーでは、すべての音がシステムで選んだスピーカーから流れます。',
  level: 'マイクの音量',
  theirLevel: '相手の音声',
  loudness: { silent: '無音', quiet: '小さい', good: '良好', loud: '大きい' },
  test: 'マイクをテスト',
  speak: '何か話してください。バーが動くはずです。',
  playTone: 'テスト音を再生',
  playRing: '着信音を再生',
  toneBlocked: 'ブラウザーが音を止めました。もう一度押してください。',
  trouble: {
    notAsked: {
      what: 'マイクはまだ許可されていません',
      next: 'ブラウザーが一度だけ確認します。その後は機器の名前が表示され、テストできます。',
    },
    denied: {
      what: 'マイクがブロックされています',
      next: '相手に声が届きません。このページのアドレスの横で許可してから、もう一度試してください。',
    },
    inUse: { what: 'マイクは使用中です', next: '別のプログラムが使っています。閉じてから、もう一度試してください。' },
    none: {
      what: 'マイクが見つかりません',
      next: '相手に声が届きません。ヘッドセットかマイクを接続してください。',
    },
    insecure: {
      what: '安全でないページです',
      next: 'ブラウザーは安全なページでのみマイクを許可します。このページを https で開いてください。',
    },
  },
  cameraTrouble: {
    notAsked: {
      what: 'カメラはまだ許可されていません',
      next: 'ブラウザーが一度だけ確認します。その後は選べるようになります。',
    },
    denied: {
      what: 'カメラがブロックされています',
      next: 'このページのアドレスの横で許可してから、もう一度試してください。',
    },
    inUse: { what: 'カメラは使用中です', next: '別のプログラムが使っています。閉じてから、もう一度試してください。' },
    none: { what: 'カメラが見つかりません', next: '接続してください。カメラがなくても通話はできます。' },
    insecure: {
      what: '安全でないページです',
      next: 'ブラウザーは安全なページでのみカメラを許可します。このページを https で開いてください。',
    },
  },
  asking: 'ブラウザーの確認に答えてください…',
  allow: 'マイクを許可',
  allowCamera: 'カメラを許可',
  again: 'もう一度試す',
};
