import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import type { EndCause, SessionSnapshot } from '../snapshots.ts';
import { fakeCause, fakeSession } from '../testing/fake-session.ts';
import { inFrame } from '../testing/frame.tsx';
import { EndedCallView } from './ended-call-view.tsx';

const ended = (cause: EndCause, changes: Partial<SessionSnapshot> = {}): SessionSnapshot =>
  fakeSession({ phase: 'ended', state: 'Terminated', endedAt: Date.now(), answeredAt: null, cause, ...changes });

const meta = {
  component: EndedCallView,
  args: {
    session: ended(fakeCause('HUNG_UP'), { answeredAt: Date.now() - 94_000 }),
    onRedial: fn(),
    onDismiss: fn(),
  },
  decorators: [inFrame({ height: '584px' })],
} satisfies Meta<typeof EndedCallView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const HungUpByThem: Story = {};
export const HungUpByUs: Story = {
  args: { session: ended(fakeCause('HUNG_UP', { by: 'local' }), { answeredAt: Date.now() - 94_000 }) },
};
export const Busy: Story = { args: { session: ended(fakeCause('BUSY', { statusCode: 486 })) } };
export const NoAnswer: Story = { args: { session: ended(fakeCause('NO_ANSWER', { statusCode: 480 })) } };
export const NotFound: Story = { args: { session: ended(fakeCause('NOT_FOUND', { statusCode: 404 })) } };
export const RetryAfter: Story = {
  args: { session: ended(fakeCause('SIP_FAILURE_CODE', { statusCode: 503, retryAfter: 120 })) },
};
export const ConnectionLost: Story = {
  args: { session: ended(fakeCause('CONNECTION_ERROR', { by: 'system' }), { answeredAt: Date.now() - 94_000 }) },
};
export const MicrophoneBlocked: Story = { args: { session: ended(fakeCause('MEDIA_DENIED', { by: 'local' })) } };
export const Transferred: Story = {
  args: { session: ended(fakeCause('TRANSFERRED', { by: 'local' }), { answeredAt: Date.now() - 94_000 }) },
};
export const Missed: Story = { args: { session: ended(fakeCause('CANCELED'), { direction: 'incoming' }) } };
export const NotConnected: Story = { args: { blocked: true, session: ended(fakeCause('CONNECTION_ERROR')) } };
export const Dark: Story = {
  args: { session: ended(fakeCause('BUSY', { statusCode: 486 })) },
  parameters: { frame: { theme: 'dark' } },
};
export const RightToLeft: Story = {
  ...Transferred,
  parameters: { frame: { dir: 'rtl' } },
  play: async ({ canvasElement }) => {
    // The lamp leaves the way that the script goes.
    const lamp = canvasElement.querySelector('.hs-ended .hs-lamp');
    await expect(lamp === null ? '' : getComputedStyle(lamp).getPropertyValue('--_leave-by')).toBe('-24px');
  },
};
