import type { ErrorInfo } from '../../snapshots.ts';
import type { Labels, Sentence } from '../labels.ts';
import { say } from '../say.ts';

const refused = (error: ErrorInfo): Sentence => ({
  what: 'The server said no',
  next: `It refused this request${error.statusCode === null ? '' : ` (${error.statusCode})`}. The call is as it was before; try again or ask your administrator.`,
});

/** `Labels.errors`, in English. */
export const errors: Labels['errors'] = {
  MEDIA_DENIED: say(
    'Microphone blocked',
    'They cannot hear you. Allow the microphone in the address bar, then try again.',
  ),
  MEDIA_NOT_FOUND: say('No microphone found', 'They cannot hear you. Plug in a headset or microphone, then try again.'),
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
  NOT_CONNECTED: say('Not connected', 'The phone has no link to its server. It reconnects by itself; try again then.'),
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
};
