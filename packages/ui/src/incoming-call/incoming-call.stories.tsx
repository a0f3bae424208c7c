import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { fakeParty, fakeSession } from '../testing/fake-session.ts';
import { inFrame } from '../testing/frame.tsx';
import { arabicName, longName } from '../testing/long-names.ts';
import { IncomingCallView } from './incoming-call-view.tsx';

const incoming = fakeSession({ phase: 'incoming', state: 'Initial', direction: 'incoming' });

const meta = {
  component: IncomingCallView,
  args: { session: incoming, onAnswer: fn(), onDecline: fn(), onSilence: fn() },
  decorators: [inFrame({ height: '584px' })],
} satisfies Meta<typeof IncomingCallView>;

export default meta;
type Story = StoryObj<typeof meta>;

const strip = { frame: { height: 'auto' } };

export const Ringing: Story = {};
export const ToOneOfMyLines: Story = { args: { line: 'Sales' } };
export const Silenced: Story = { args: { silenced: true } };
export const Answering: Story = { args: { session: { ...incoming, pending: ['answer'] } } };
export const MicrophoneBlocked: Story = {
  args: {
    session: { ...incoming, lastError: { code: 'MEDIA_DENIED', message: '', statusCode: null, retryable: true } },
  },
};
export const LongName: Story = { args: { session: { ...incoming, remote: fakeParty('+4930901820123456', longName) } } };
export const Anonymous: Story = {
  args: { session: { ...incoming, remote: fakeParty('anonymous', 'Anonymous', 'anonymous.invalid') } },
};
export const Compact: Story = { args: { size: 'compact', holds: true }, parameters: strip };
export const CompactLongName: Story = {
  args: { size: 'compact', holds: true, session: { ...incoming, remote: fakeParty('+493090182012', longName) } },
  parameters: strip,
};
export const Widget: Story = { parameters: { frame: { width: '320px', height: '520px' } } };
export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
export const DarkCompact: Story = {
  args: { size: 'compact', holds: true },
  parameters: { frame: { theme: 'dark', height: 'auto' } },
};
export const RightToLeft: Story = {
  args: { session: { ...incoming, remote: fakeParty('+97335550134', arabicName) } },
  parameters: { frame: { dir: 'rtl' } },
};

const video = { ...incoming, offersVideo: true };
const choices = { onEndAndAnswer: fn(), onBusy: fn(), onDivert: fn(), diverts: [{ target: '700' }] };

/** Opens the list of further ways. */
const opened: Story['play'] = async ({ canvas, userEvent }) => {
  const more = canvas.getByRole('button', { name: 'More choices' });
  await waitFor(() => expect(more).not.toHaveAttribute('aria-disabled'));
  await userEvent.click(more);
  await expect(canvas.getByRole('list')).toBeVisible();
};

export const WithVideo: Story = { args: { session: video, onAnswerVideo: fn(), ...choices } };
export const WithVideoInAWidget: Story = {
  args: { session: video, onAnswerVideo: fn(), ...choices },
  parameters: { frame: { width: '320px', height: '520px' } },
};
export const CompactWithVideo: Story = {
  args: { size: 'compact', holds: true, session: video, onAnswerVideo: fn(), ...choices },
  parameters: strip,
};
export const MoreChoices: Story = { args: choices, play: opened };
export const CompactMoreChoices: Story = {
  args: { size: 'compact', holds: true, ...choices },
  parameters: { frame: { height: '320px' } },
  play: opened,
};

export const ArmedAfterHalfASecond: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const answer = canvas.getByRole('button', { name: 'Answer' });
    await userEvent.click(answer);
    await expect(args.onAnswer).not.toHaveBeenCalled();
    await new Promise((resolve) => setTimeout(resolve, 600));
    await userEvent.click(answer);
    await expect(args.onAnswer).toHaveBeenCalledOnce();
  },
};
