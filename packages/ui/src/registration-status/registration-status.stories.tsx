import type { Meta, StoryObj } from '@storybook/react-vite';
import type { RegistrationSnapshot } from '../snapshots.ts';
import { fakeParty } from '../testing/fake-session.ts';
import { inFrame } from '../testing/frame.tsx';
import { longName } from '../testing/long-names.ts';
import { RegistrationStatusView } from './registration-status-view.tsx';

const standing = (status: RegistrationSnapshot['status']): RegistrationSnapshot => ({
  status,
  expiresAt: null,
  retryAt: null,
  error: null,
});

const meta = {
  component: RegistrationStatusView,
  args: { registration: standing('registered'), account: fakeParty('1001', 'Alice Martin') },
  decorators: [inFrame()],
} satisfies Meta<typeof RegistrationStatusView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {};
export const SigningIn: Story = { args: { registration: standing('registering') } };
export const SignedOut: Story = { args: { registration: standing('unregistered') } };
export const Refused: Story = {
  args: {
    registration: {
      ...standing('failed'),
      error: { code: 'RESPONSE', message: '', statusCode: 403, retryable: false },
    },
  },
};
export const TryingAgain: Story = { args: { registration: { ...standing('failed'), retryAt: Date.now() + 30_000 } } };
export const Offline: Story = { args: { connected: false } };
export const LongName: Story = { args: { account: fakeParty('1001', longName) } };
export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
export const RightToLeft: Story = { parameters: { frame: { dir: 'rtl' } } };
