import type { ErrorInfo } from '../snapshots.ts';
import { accounts } from './en/accounts.ts';
import { addCall } from './en/add-call.ts';
import { conference } from './en/conference.ts';
import { consultation } from './en/consultation.ts';
import { counted } from './counted.ts';
import type { Labels, Sentence } from './labels.ts';
import { latinLetters } from './latin-letters.ts';
import { by, say } from './say.ts';
import { people } from './en/people.ts';
import { recording } from './en/recording.ts';
import { trace } from './en/trace.ts';
import { video } from './en/video.ts';
import { devices } from './en/devices.ts';
import { quality } from './en/quality.ts';
import { settings } from './en/settings.ts';
import { notifications } from './en/notifications.ts';
import { headset } from './en/headset.ts';

const seconds = counted('en', { one: '# second', other: '# seconds' });

const refused = (error: ErrorInfo): Sentence => ({
  what: 'The server said no',
  next: `It refused this request${error.statusCode === null ? '' : ` (${error.statusCode})`}. The call is as it was before; try again or ask your administrator.`,
});

/** The English words. */
export const en: Labels = {
  language: { tag: 'en', direction: undefined },
  dialpad: {
    group: 'Dialpad',
    keys: 'Keys',
    field: 'Number or address',
    placeholder: 'Enter a number',
    letters: latinLetters,
    key: (key, letters) => {
      if (key === '*') return 'star';
      if (key === '#') return 'hash';
      if (key === '0') return '0, hold for plus';
      return letters === '' ? key : `${key} ${letters}`;
    },
    plus: 'Plus sign',
    erase: 'Delete last digit',
    call: 'Call',
    recall: (number) => `Press Call to bring back ${number}`,
    entered: (digits) => `Entered ${digits}`,
    notConnected: 'Not connected: calls are not possible right now',
  },
  call: {
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
  },
  controls: {
    group: 'Call controls',
    mute: 'Mute',
    hold: 'Hold',
    keypad: 'Keypad',
    transfer: 'Transfer',
    add: 'Add call',
    more: 'More',
    hangUp: 'Hang up',
    cancel: 'Cancel',
    back: 'Back to call',
    muted: 'You are muted',
  },
  addCall,
  consultation,
  conference,
  accounts,
  keypad: {
    group: 'Keypad for this call',
    sent: 'Digits sent',
    empty: 'Digits go to the other side',
    hide: 'Hide keypad',
  },
  transfer: {
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
  },
  incoming: {
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
  },
  ended: {
    talked: (duration) => `You talked for ${duration}`,
    redial: 'Call again',
    dismiss: 'Close',
    retryAfter: (count) => `The other side asks to wait ${seconds(count)}.`,
  },
  causes: {
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
  },
  errors: {
    MEDIA_DENIED: say(
      'Microphone blocked',
      'They cannot hear you. Allow the microphone in the address bar, then try again.',
    ),
    MEDIA_NOT_FOUND: say(
      'No microphone found',
      'They cannot hear you. Plug in a headset or microphone, then try again.',
    ),
    MEDIA_IN_USE: say('Microphone in use', 'Another program holds it. Close that program, then try again.'),
    MEDIA_CONSTRAINTS: say(
      'Microphone not suitable',
      'The chosen device cannot do what was asked. Choose another device.',
    ),
    MEDIA_UNSUPPORTED: say(
      'Calls are not possible here',
      'This browser or page cannot use sound. Open it over https in a current browser.',
    ),
    MEDIA_NOTHING_ASKED: say('Nothing to use', 'Neither sound nor video was asked for. Choose at least one of them.'),
    MEDIA_INSECURE: say(
      'Page not secure',
      'Browsers allow a microphone only on secure pages. Open this page over https.',
    ),
    MEDIA_UNKNOWN: say(
      'Microphone did not open',
      'The browser does not say why. Unplug it and plug it in again, or choose another, then try again.',
    ),
    MEDIA_REFUSED: say('Video not accepted', 'The other side takes no video. The call goes on with sound.'),
    MEDIA_NEGOTIATION: say(
      'Sound could not be changed',
      'The other side did not accept the change. The call goes on as before.',
    ),
    MEDIA_CLOSED: say('Sound is already closed', 'The call has ended; nothing was changed.'),
    CONNECT_FAILED: say(
      'Server not reached',
      'You cannot call or be called now. Check your network; the phone keeps trying.',
    ),
    CONNECT_TIMEOUT: say(
      'Server too slow',
      'It did not open the connection in time. Check your network; the phone keeps trying.',
    ),
    BAD_SUBPROTOCOL: say(
      'Not a phone server',
      'The address answers, but does not speak SIP. Ask your administrator for the right one.',
    ),
    NO_WEBSOCKET: say('No way to connect', 'This browser cannot open a connection for calls. Use a current browser.'),
    CLOSED: say('Connection closed', 'The server or the network ended it. The phone reconnects by itself.'),
    KEEP_ALIVE_TIMEOUT: say('Server stopped answering', 'The connection is dead. The phone reconnects by itself.'),
    REPLACED: say('Server changed', 'The phone moves to a better server. Try again in a moment.'),
    ABORTED: say('Connecting was stopped', 'The phone is not connected. Switch it on to try again.'),
    NOT_CONNECTED: say(
      'Not connected',
      'The phone has no link to its server. It reconnects by itself; try again then.',
    ),
    SEND_FAILED: say(
      'Nothing was sent',
      'The link to the server broke at that moment. Try again when the phone is connected.',
    ),
    CONNECTION: say(
      'Connection lost',
      'This did not reach the other side. The call goes on; try again when the phone is connected.',
    ),
    REQUEST_TIMEOUT: say('No reply in time', 'The call goes on as it was. Check your network and try again.'),
    RESPONSE: refused,
    TRANSFER_FAILED: say('Transfer did not work', 'The other person could not be reached. You still have this call.'),
    SESSION_ENDED: say('The call had ended', 'Nothing was changed. Call again if you need to.'),
    SESSION_NOT_FOUND: say('The call had ended', 'Nothing was changed. Call again if you need to.'),
    INVALID_STATE: say(
      'Not possible right now',
      'The call had already changed. Look at its state and try again if needed.',
    ),
    INVALID_VALUE: say(
      'That cannot be dialled',
      'The number or address has characters that are not allowed. Correct it and try again.',
    ),
    CONFIGURATION: say(
      'Phone not set up',
      'A setting is missing or wrong, so calls are not possible. Ask your administrator.',
    ),
    UNKNOWN: say('That did not work', 'The call is as it was before. Try again; reload the page if it stays.'),
  },
  registration: {
    status: {
      unregistered: 'Signed out',
      registering: 'Signing in…',
      registered: 'Ready',
      unregistering: 'Signing out…',
      failed: 'Not signed in',
    },
    offline: 'Offline',
    refused: ({ statusCode }) => ({
      what: 'Sign-in refused',
      next:
        statusCode === 404
          ? 'The server does not know this number, so nobody can call you. Check your account.'
          : statusCode === 401 || statusCode === 403 || statusCode === 407
            ? 'The server did not accept your name or password, so nobody can call you. Check your account.'
            : `The server answered${statusCode === null ? ' no' : ` ${statusCode}`}, so nobody can call you. Try again or ask your administrator.`,
    }),
    retryIn: (seconds) => `trying again in ${seconds} s`,
  },
  connection: {
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
  },
  list: { group: 'Your calls', switchTo: (name) => `Switch to ${name}` },
  log: {
    group: 'Recent calls',
    empty: 'No calls yet',
    emptyHint: 'Calls you make and take appear here.',
    call: (name) => `Call ${name}`,
    outcome: {
      answered: 'Incoming',
      missed: 'Missed',
      declined: 'Declined',
      failed: 'Failed',
      placed: 'Outgoing',
      elsewhere: 'Answered elsewhere',
    },
    remove: (name) => `Remove ${name} from the list`,
    today: 'Today',
    yesterday: 'Yesterday',
    locale: undefined,
  },
  audio: { blocked: 'Your browser keeps this call silent until you allow sound.', unlock: 'Turn sound on' },
  details: {
    group: 'About this call',
    direction: 'Direction',
    incoming: 'Incoming',
    outgoing: 'Outgoing',
    address: 'Address',
    line: 'Your line',
    started: 'Started',
    sound: 'Sound',
    both: 'Both ways',
    oneWay: 'One way',
    none: 'None yet',
  },
  phone: { region: 'Phone', recent: 'Recent calls', dialpad: 'Dialpad' },
  ...people,
  video,
  recording,
  trace,
  devices,
  quality,
  settings,
  notifications,
  headset,
};
