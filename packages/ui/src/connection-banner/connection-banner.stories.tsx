import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { inFrame } from '../testing/frame.tsx';
import { ConnectionBannerView } from './connection-banner-view.tsx';

const meta = {
  component: ConnectionBannerView,
  args: { status: 'reconnecting', retryAt: Date.now() + 8000, error: null, onRetry: fn() },
  decorators: [inFrame()],
} satisfies Meta<typeof ConnectionBannerView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Reconnecting: Story = {};
export const ReconnectingInACall: Story = { args: { inCall: true } };
export const TryingNow: Story = { args: { retryAt: null } };
export const Connecting: Story = { args: { status: 'connecting', retryAt: null } };
export const NoNetwork: Story = { args: { online: false } };
export const SwitchedOff: Story = { args: { status: 'stopped', retryAt: null } };
export const Failed: Story = {
  args: {
    status: 'stopped',
    retryAt: null,
    error: { code: 'CONNECT_FAILED', message: '', statusCode: null, retryable: true },
  },
};
export const SignInRefused: Story = {
  args: {
    status: 'connected',
    registration: {
      status: 'failed',
      expiresAt: null,
      retryAt: null,
      error: { code: 'RESPONSE', message: '', statusCode: 403, retryable: false },
    },
  },
};
export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
export const RightToLeft: Story = { parameters: { frame: { dir: 'rtl' } } };
