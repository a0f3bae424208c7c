import type { RecordingLabels } from '../recording-labels.ts';

/** The English words about recordings. */
export const recording: RecordingLabels = {
  record: 'Record',
  sign: 'Recording',
  pausedSign: 'Recording paused',
  asking: 'Waiting for consent…',
  started: 'Recording started',
  paused: 'Recording paused',
  stopped: 'Recording stopped',
  pause: 'Pause recording',
  resume: 'Resume recording',
  ready: 'This call was recorded',
  keptUntil: 'Kept here until this page is closed.',
  save: 'Save recording',
  saveOne: (number) => `Save recording ${number}`,
  discard: 'Discard',
  failed: { what: 'Not recorded', next: 'This browser could not record. The call goes on as it was.' },
};
