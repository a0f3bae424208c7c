import type { Meta } from '@storybook/react-vite';
import { useRef, useState } from 'react';
import { useAccounts } from '../accounts/use-accounts.ts';
import { useBusyLamp } from '../hooks/use-busy-lamp.ts';
import { useCallNotifications } from '../hooks/use-call-notifications.ts';
import { useConnection } from '../hooks/use-connection.ts';
import { useHeadset } from '../hooks/use-headset.ts';
import { useMediaDevices } from '../hooks/use-media-devices.ts';
import { useMediaSessionKeys } from '../hooks/use-media-session-keys.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { useMicrophoneLevel } from '../hooks/use-microphone-level.ts';
import { useNotices } from '../hooks/use-notices.ts';
import { usePreCallTest } from '../hooks/use-pre-call-test.ts';
import { usePresence } from '../hooks/use-presence.ts';
import { usePublishPresence } from '../hooks/use-publish-presence.ts';
import { useRegistration } from '../hooks/use-registration.ts';
import { useResumableCalls } from '../hooks/use-resumable-calls.ts';
import { useSipEvent } from '../hooks/use-sip-event.ts';
import { useSipStoreApi } from '../hooks/use-sip-store-api.ts';
import { useSipStore } from '../hooks/use-sip-store.ts';
import { useSipTraceRecording } from '../hooks/use-sip-trace-recording.ts';
import { useSipTrace } from '../hooks/use-sip-trace.ts';
import { useSubscription } from '../hooks/use-subscription.ts';
import { useTabs } from '../hooks/use-tabs.ts';
import { useUA } from '../hooks/use-ua.ts';
import { useVoicemail } from '../hooks/use-voicemail.ts';
import { createPhoneStorage } from '../storage/create-phone-storage.ts';
import { PhoneStorageProvider, useOptionalPhoneStorage } from '../storage/phone-storage-provider.tsx';
import { useCallHistory } from '../storage/use-call-history.ts';
import { useContacts } from '../storage/use-contacts.ts';
import { usePhoneSettings } from '../storage/use-phone-settings.ts';
import { usePhoneStorage } from '../storage/use-phone-storage.ts';
import { useSettings } from '../storage/use-settings.ts';
import { type Recipe, recipe, ringing, talking } from '../testing/recipe.tsx';

/** The hooks of the phone around its calls. */
const meta = { title: 'phone' } satisfies Meta;
export default meta;

export const UseAccounts: Recipe = recipe(function Shown() {
  return <p>{useAccounts().accounts.length} further accounts</p>;
}, /\d further accounts/);

export const UseBusyLamp: Recipe = recipe(
  function Shown() {
    return <p>Lamp {useBusyLamp('bob').lamp}</p>;
  },
  /^Lamp \w+/,
  talking,
);

export const UseCallNotifications: Recipe = recipe(function Shown() {
  const { access, request } = useCallNotifications();
  return <button onClick={() => void request()}>Notifications: {access}</button>;
}, /^Notifications: \w+/);

export const UseConnection: Recipe = recipe(function Shown() {
  return <p>{useConnection().status}</p>;
}, 'connected');

export const UseHeadset: Recipe = recipe(function Shown() {
  const { supported, headsets, request } = useHeadset();
  return <button onClick={() => void request()}>{supported ? `${headsets.length} headsets` : 'No WebHID here'}</button>;
}, /headsets|No WebHID/);

export const UseMediaDevices: Recipe = recipe(
  function Shown() {
    return <p>{useMediaDevices().inputs.length} microphones</p>;
  },
  '2 microphones',
  talking,
);

export const UseMediaSessionKeys: Recipe = recipe(
  function Shown() {
    return <p>{useMediaSessionKeys().supported ? 'Media keys mute and hang up' : 'No media keys here'}</p>;
  },
  'Media keys mute and hang up',
  talking,
);

export const UseMessages: Recipe = recipe(function Shown() {
  return <p>{useMessages().unread} unread</p>;
}, '0 unread');

export const UseMicrophoneLevel: Recipe = recipe(function Shown() {
  const bar = useRef<HTMLParagraphElement>(null);
  useMicrophoneLevel(bar, { on: true });
  return (
    <p ref={bar} style={{ borderInlineEnd: 'calc(var(--level, 0) * 200px) solid' }}>
      Microphone
    </p>
  );
}, 'Microphone');

export const UseNotices: Recipe = recipe(function Shown() {
  return <p>{useNotices().notices.length} notices</p>;
}, '0 notices');

export const UsePreCallTest: Recipe = recipe(function Shown() {
  const { status, run } = usePreCallTest();
  return <button onClick={run}>Test: {status}</button>;
}, 'Test: idle');

export const UsePresence: Recipe = recipe(function Shown() {
  return <p>Bob is {usePresence('bob').availability}</p>;
}, /^Bob is \w+/);

export const UsePublishPresence: Recipe = recipe(function Shown() {
  const { publish } = usePublishPresence();
  return <button onClick={() => void publish('away')}>I am away</button>;
}, 'I am away');

export const UseRegistration: Recipe = recipe(function Shown() {
  return <p>{useRegistration().status}</p>;
}, 'registered');

export const UseResumableCalls: Recipe = recipe(function Shown() {
  return <p>{useResumableCalls().length} calls to go on with</p>;
}, '0 calls to go on with');

export const UseSipEvent: Recipe = recipe(function Shown() {
  const [count, setCount] = useState(0);
  const ua = useUA();
  useSipEvent('registered', () => setCount(count + 1));
  return <button onClick={() => void ua.register()}>Registered {count} more times</button>;
}, 'Registered 0 more times');

export const UseSipStore: Recipe = recipe(function Shown() {
  return <p>Account {useSipStore(({ account }) => account.user)}</p>;
}, 'Account alice');

export const UseSipStoreApi: Recipe = recipe(
  function Shown() {
    const { focus } = useSipStoreApi();
    return <button onClick={() => focus(null)}>Let go of the call</button>;
  },
  'Let go of the call',
  talking,
);

export const UseSipTrace: Recipe = recipe(
  function Shown() {
    useSipTraceRecording();
    const { messages } = useSipTrace();
    const ua = useUA();
    return <button onClick={() => void ua.options('bob')}>{messages.length} messages since</button>;
  },
  /\d+ messages since/,
  ringing,
);

export const UseSubscription: Recipe = recipe(function Shown() {
  return <p>Subscription: {useSubscription('bob', 'presence').subscription?.status ?? 'none'}</p>;
}, /^Subscription: \w+/);

export const UseTabs: Recipe = recipe(function Shown() {
  return <p>{useTabs() === null ? 'Each tab has a phone of its own' : 'The tabs share a phone'}</p>;
}, 'Each tab has a phone of its own');

export const UseUA: Recipe = recipe(function Shown() {
  return <p>{String(useUA().configuration.uri)}</p>;
}, /alice@/);

export const UseVoicemail: Recipe = recipe(function Shown() {
  return <p>{useVoicemail().fresh} new voice messages</p>;
}, '0 new voice messages');

export const UseOptionalPhoneStorage: Recipe = recipe(function Shown() {
  return <p>{useOptionalPhoneStorage() === null ? 'Nothing is kept here' : 'Kept'}</p>;
}, 'Nothing is kept here');

export const UsePhoneSettings: Recipe = recipe(function Shown() {
  const { settings, update } = usePhoneSettings();
  return (
    <button aria-pressed={settings.doNotDisturb} onClick={() => void update({ doNotDisturb: !settings.doNotDisturb })}>
      Do not disturb
    </button>
  );
}, 'Do not disturb');

export const Storage: Recipe = recipe(function Shown() {
  const [storage] = useState(() => createPhoneStorage({ name: 'recipes' }));
  return (
    <PhoneStorageProvider storage={storage}>
      <Kept />
    </PhoneStorageProvider>
  );
}, /calls, \d+ contacts, kept/);

/** `useCallHistory`, `useContacts`, `useSettings` and `usePhoneStorage` side by side. */
function Kept() {
  const [calls, contacts] = [useCallHistory().calls.length, useContacts().contacts.length];
  const { settings } = useSettings();
  const { status } = usePhoneStorage();
  return (
    <p>
      {calls} calls, {contacts} contacts, kept: {status.kind}, theme: {settings.theme}
    </p>
  );
}
