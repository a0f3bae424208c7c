import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { fn } from 'storybook/test';
import { HeadsetSettingsView } from '../headset/headset-settings-view.tsx';
import { NotificationSettingsView } from '../notifications/notification-settings-view.tsx';
import { inFrame } from '../testing/frame.tsx';

const choices = { notifications: true, mediaKeys: true, answerByPlay: false };
const headsets = [
  { id: 1, name: 'Office headset', status: 'ready', error: null },
  { id: 2, name: 'Conference speaker with a very long name on it', status: 'failed', error: null },
  { id: 3, name: '', status: 'opening', error: null },
] as const;

/** The settings of what reaches beyond the page. */
const meta = {
  title: 'integrations',
  component: HeadsetSettingsView,
  args: { supported: true, on: true, headsets, onSwitch: fn(), onConnect: fn(), onForget: fn() },
  decorators: [inFrame()],
} satisfies Meta<typeof HeadsetSettingsView>;

export default meta;
type Story = StoryObj<typeof meta>;

const notifications = (props: Partial<Parameters<typeof NotificationSettingsView>[0]>): (() => ReactElement) =>
  function Notifications() {
    return <NotificationSettingsView choices={choices} access="granted" keysSupported onChoose={fn()} {...props} />;
  };

export const Headsets: Story = {};
export const HeadsetOff: Story = { args: { on: false } };
export const NoHeadset: Story = { args: { headsets: [] } };
export const NoHeadsetsHere: Story = { args: { supported: false } };
export const HeadsetsDark: Story = { parameters: { frame: { theme: 'dark' } } };
export const HeadsetsRightToLeft: Story = { parameters: { frame: { dir: 'rtl' } } };
export const Notifications: Story = { render: notifications({}) };
export const NotificationsDenied: Story = { render: notifications({ access: 'denied' }) };
export const NotificationsUnsupported: Story = {
  render: notifications({ access: 'unsupported', keysSupported: false }),
};
