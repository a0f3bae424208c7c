import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { fakeParty, fakeSession } from '../testing/fake-session.ts';
import { inFrame } from '../testing/frame.tsx';
import { longName } from '../testing/long-names.ts';
import { ConsultationBarView } from './consultation-bar-view.tsx';

const held = { hold: { local: true, remote: false } };
const waiting = fakeSession({ id: 'a', ...held });
const ben = { id: 'b', remote: fakeParty('1002', 'Ben Carter') };
const asked = fakeSession({ ...ben, answeredAt: Date.now() - 12_000 });

const meta = {
  component: ConsultationBarView,
  args: { waiting, asked, onSwap: fn(), onMerge: fn(), onComplete: fn(), onCancel: fn() },
  decorators: [inFrame()],
} satisfies Meta<typeof ConsultationBarView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Talking: Story = {};
export const Ringing: Story = { args: { asked: fakeSession({ ...ben, phase: 'ringing' }) } };
export const RingingAndCompleting: Story = {
  args: { asked: fakeSession({ ...ben, phase: 'ringing' }), completing: true },
};
export const Completing: Story = { args: { completing: true } };
export const Failed: Story = {
  args: { error: { code: 'TRANSFER_FAILED', message: '', statusCode: 486, retryable: false } },
};
export const LongNames: Story = {
  args: {
    waiting: fakeSession({ id: 'a', remote: fakeParty('1', longName), ...held }),
    asked: fakeSession({ id: 'b', remote: fakeParty('2', longName) }),
  },
  parameters: { frame: { width: '320px' } },
};
export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
export const RightToLeft: Story = { parameters: { frame: { dir: 'rtl' } } };
