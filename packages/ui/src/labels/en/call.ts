import type { Labels } from '../labels.ts';

/** `Labels.call`, in English. */
export const call: Labels['call'] = {
  unknown: 'Unknown caller',
  status: {
    dialing: 'Calling…',
    ringing: 'Ringing their phone…',
    early: 'Not answered yet, listening to the line',
    incoming: 'Incoming call',
    connecting: 'Answered, connecting the sound…',
    talking: 'On the call',
    held: 'On hold',
    heldByThem: 'They put you on hold',
    heldByBoth: 'On hold at both ends',
    reconnecting: 'Keep talking, reconnecting…',
    ending: 'Hanging up…',
    ended: 'Call ended',
  },
  elapsed: 'Time on this call',
  region: (name) => `Call with ${name}`,
  via: (account) => `to ${account}`,
  announce: (mood, name) =>
    ({
      dialing: `Calling ${name}`,
      ringing: `Ringing ${name}`,
      early: '',
      incoming: '',
      connecting: '',
      talking: `Connected to ${name}`,
      held: `${name} is on hold`,
      heldByThem: `${name} put you on hold`,
      heldByBoth: `On hold at both ends`,
      reconnecting: 'Connection lost, trying again',
      ending: '',
      ended: `Call with ${name} ended`,
    })[mood],
};
