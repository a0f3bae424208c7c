import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { fakeParty } from '../testing/fake-session.ts';
import { inFrame } from '../testing/frame.tsx';
import { inLanguage } from '../testing/in-language.tsx';
import { ResumableCallsView } from './resumable-calls-view.tsx';

const bob = { id: 'a', remote: fakeParty('1002', 'Ben Carter') };

const meta = {
  component: ResumableCallsView,
  args: { calls: [bob], onResume: fn(), onDrop: fn() },
  decorators: [inFrame()],
} satisfies Meta<typeof ResumableCallsView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const OneCall: Story = {};
export const TwoCalls: Story = {
  args: { calls: [bob, { id: 'b', remote: fakeParty('+351215550134', 'Marta Oliveira') }] },
};
export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
export const Arabic: Story = { parameters: { frame: { dir: 'rtl' } }, decorators: [inLanguage('ar')] };
