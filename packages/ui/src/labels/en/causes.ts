import type { Labels } from '../labels.ts';
import { by, say } from '../say.ts';

/** `Labels.causes`, in English. */
export const causes: Labels['causes'] = {
  HUNG_UP: by(
    { what: 'You ended the call', next: null },
    { what: 'They ended the call', next: null },
    { what: 'Call ended', next: null },
  ),
  CANCELED: by(
    { what: 'You cancelled the call', next: null },
    { what: 'They stopped calling', next: 'Call back when you are ready.' },
  ),
  ANSWERED_ELSEWHERE: say('Answered on another device', 'Someone with the same number took this call.'),
  BUSY: by(
    { what: 'You were busy', next: 'They heard a busy tone.' },
    { what: 'Line busy', next: 'They are on another call. Try again in a few minutes.' },
  ),
  REJECTED: by(
    { what: 'You declined the call', next: null },
    { what: 'Call declined', next: 'They chose not to answer. Try later or send a message.' },
  ),
  REDIRECTED: by(
    { what: 'You sent this call on', next: null },
    { what: 'Call sent elsewhere', next: 'This number forwards to another one, and the call could not follow.' },
  ),
  UNAVAILABLE: say('Not available', 'They did not take the call, or their phone is off. Try again later.'),
  NOT_FOUND: say('No such number', 'Nobody has this number. Check it and call again.'),
  ADDRESS_INCOMPLETE: say('Number too short', 'Digits are missing. Check the number and call again.'),
  INCOMPATIBLE_SDP: say(
    'No common way to talk',
    'Their device cannot exchange sound with yours. Call them on another number.',
  ),
  AUTHENTICATION_ERROR: say(
    'Sign-in refused',
    'The server did not accept your name or password, so the call was not placed. Check your account.',
  ),
  SIP_FAILURE_CODE: (cause) => ({
    what: 'Call failed',
    next: `The server answered${cause.statusCode === null ? '' : ` ${cause.statusCode}`} and did not connect the call. Try again; if it stays, ask your administrator.`,
  }),
  NO_ANSWER: by(
    { what: 'Not answered', next: 'You missed this call. Call back when you are ready.' },
    { what: 'No answer', next: 'They did not pick up. Try again later.' },
  ),
  EXPIRES: say('No answer in time', 'The call rang too long and was stopped. Try again later.'),
  NO_ACK: say(
    'Call not completed',
    'You answered, but the other side never confirmed. Wait for them to call again, or call back.',
  ),
  NO_PRACK: say('Call not completed', 'The other side stopped responding while it rang. Call back.'),
  REQUEST_TIMEOUT: say(
    'No reply from the server',
    'The call was not placed, or has ended. Check your network and try again.',
  ),
  CONNECTION_ERROR: say(
    'Connection lost',
    'The link to the phone server broke and the call ended. Check your network; the phone reconnects by itself.',
  ),
  DIALOG_ERROR: say('Call lost', 'The two ends no longer agreed about this call, so it ended. Call again.'),
  MEDIA_DENIED: say(
    'Microphone blocked',
    'The call cannot go on without it. Allow the microphone in the address bar, then call again.',
  ),
  MEDIA_ERROR: say(
    'No microphone',
    'The microphone could not be opened, so the call ended. Plug one in or choose another, then call again.',
  ),
  BAD_MEDIA_DESCRIPTION: say(
    'Sound could not be set up',
    'The other side sent something this phone cannot read. Call again or use another number.',
  ),
  RTP_TIMEOUT: say(
    'Sound was lost',
    'Nothing was heard from the other side for too long, so the call ended. Call again.',
  ),
  NOT_RESUMED: say('Call not taken up again', 'The page was loaded again, and the call could not go on. Call again.'),
  REPLACED: say('Continued elsewhere', 'This call went on as another call.'),
  TRANSFERRED: say('Call transferred', 'They now talk to someone else.'),
  INTERNAL_ERROR: say(
    'Something went wrong',
    'An error in the phone ended this call. Call again; reload the page if it stays.',
  ),
};
