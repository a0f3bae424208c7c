import type { Labels } from '../labels.ts';

/** `Labels.transfer`, in English. */
export const transfer: Labels['transfer'] = {
  group: 'Transfer this call',
  title: () => 'Transfer this call to',
  suggestions: 'Recent people',
  placeholder: 'Number or address',
  start: 'Transfer now',
  cancel: 'Cancel',
  back: 'Back',
  again: 'Try again',
  empty: 'Type who should get this call.',
  requested: (target) => `Asking to transfer to ${target}…`,
  trying: (target) => `Calling ${target}…`,
  ringing: (target) => `Ringing ${target}…`,
  accepted: (target) => `Transferred to ${target}.`,
  failed: (target, statusCode) =>
    `${target} ${statusCode === 486 || statusCode === 600 ? 'is busy' : statusCode === 404 ? 'does not exist' : statusCode === 480 || statusCode === 408 ? 'did not answer' : 'could not take the call'}. You still have this call; try another number or go back to it.`,
};
