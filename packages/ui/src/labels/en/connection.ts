import type { Labels } from '../labels.ts';

/** `Labels.connection`, in English. */
export const connection: Labels['connection'] = {
  connecting: 'Connecting to the phone server…',
  offline: 'This computer is offline',
  reconnecting: (seconds) =>
    seconds === null || seconds <= 0
      ? 'Connection lost, trying again now…'
      : `Connection lost, trying again in ${seconds} s`,
  callGoesOn: 'Your call goes on; hold and transfer have to wait.',
  noCalls: 'You cannot call or be called until it is back.',
  stopped: 'The phone is switched off',
  tryNow: 'Try now',
  switchOn: 'Switch on',
};
