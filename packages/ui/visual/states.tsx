import { composeStories } from '@storybook/react-vite';
import type { userEvent, within } from 'storybook/test';
import * as accountPicker from '../src/account-picker/account-picker.stories.tsx';
import * as activeCall from '../src/active-call/active-call.stories.tsx';
import * as callHistory from '../src/call-history/call-history.stories.tsx';
import * as conference from '../src/conference-panel/conference-panel.stories.tsx';
import * as banner from '../src/connection-banner/connection-banner.stories.tsx';
import * as contacts from '../src/contacts/contacts.stories.tsx';
import * as endedCall from '../src/ended-call/ended-call.stories.tsx';
import * as incomingCall from '../src/incoming-call/incoming-call.stories.tsx';
import * as messages from '../src/messages/messages.stories.tsx';
import * as recording from '../src/recording/recording.stories.tsx';
import * as callCheck from '../src/settings/call-check.stories.tsx';
import * as settings from '../src/settings/settings-panel.stories.tsx';
import * as sipTrace from '../src/sip-trace/sip-trace.stories.tsx';
import * as sections from '../src/softphone/sections.stories.tsx';
import * as severalCalls from '../src/softphone/several-calls.stories.tsx';
import * as softphone from '../src/softphone/softphone.stories.tsx';
import * as callVideo from '../src/video/call-video.stories.tsx';

const phone = composeStories(softphone);
const several = composeStories(severalCalls);
const call = composeStories(activeCall);
const ringing = composeStories(incomingCall);
const texts = composeStories(messages);

/** Where a story is shown, and what its play has to work with. */
export interface StateContext {
  canvasElement: HTMLElement;
  canvas: ReturnType<typeof within>;
  userEvent: ReturnType<typeof userEvent.setup>;
}

/** A story that can be shown in a page of a test. */
export interface State {
  readonly run: (context: StateContext) => Promise<void>;
}

/** What the phone looks like in its states, by the names of their pictures. */
export const states: Readonly<Record<string, State>> = {
  idle: phone.Idle,
  widget: phone.Widget,
  incoming: phone.Incoming,
  calling: phone.Calling,
  talking: phone.Talking,
  'two-calls': phone.TwoCalls,
  'second-call-rings': phone.SecondCallRings,
  'bar-talking': phone.BarTalking,
  'page-talking': phone.PageTalking,
  consultation: several.AskingInAWidget,
  sections: composeStories(sections).AwayFromACall,
  'call-held': call.OnHold,
  'call-keypad': call.Keypad,
  'call-transfer': call.Transfer,
  'call-blocked': call.MicrophoneBlocked,
  'incoming-video': ringing.WithVideoInAWidget,
  'incoming-strip': ringing.Compact,
  conference: composeStories(conference).Three,
  ended: composeStories(endedCall).Busy,
  banner: composeStories(banner).ReconnectingInACall,
  accounts: composeStories(accountPicker).Open,
  history: composeStories(callHistory).Some,
  contacts: composeStories(contacts).Some,
  conversations: texts.List,
  thread: texts.Thread,
  settings: composeStories(settings).Kept,
  'call-check': composeStories(callCheck).Poor,
  trace: composeStories(sipTrace).ADay,
  video: composeStories(callVideo).Both,
  recording: composeStories(recording).Recording,
};

/** Those that are shown from right to left, too. */
export const arabicStates: readonly string[] = ['idle', 'incoming', 'call-held', 'history'];
