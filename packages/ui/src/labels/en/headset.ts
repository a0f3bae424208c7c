import type { HeadsetLabels } from '../headset-labels.ts';

/** The English words of headsets. */
export const headset: HeadsetLabels = {
  title: 'Headset',
  buttons: 'Use the buttons of my headset',
  buttonsHint: 'Answers, hangs up and mutes; its lamp shows that you are on a call.',
  unsupported: 'This browser cannot read headset buttons. Chrome and Edge can.',
  list: 'Headsets',
  none: 'No headset connected yet.',
  unnamed: 'Headset without a name',
  status: { opening: 'Connecting…', ready: 'Ready', failed: 'Held by another program' },
  connect: 'Connect a headset',
  forget: (name) => `Disconnect ${name}`,
};
