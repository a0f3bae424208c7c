import type { Labels } from '../labels.ts';

/** `Labels.incoming`, in English. */
export const incoming: Labels['incoming'] = {
  dialog: (name) => `Incoming call from ${name}`,
  alert: (name, number) =>
    number === '' || number === name ? `Incoming call from ${name}.` : `Incoming call from ${name}, ${number}.`,
  title: 'Incoming call',
  silenced: 'Ringing in silence',
  answer: 'Answer',
  decline: 'Decline',
  silence: 'Silence',
  holdAndAnswer: 'Hold & answer',
  titleVideo: 'Incoming video call',
  answerVideo: 'Answer with video',
  endAndAnswer: 'End & answer',
  more: 'More choices',
  busy: 'Busy',
  toVoicemail: 'To voicemail',
};
