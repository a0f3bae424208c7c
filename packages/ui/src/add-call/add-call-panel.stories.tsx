import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { inFrame } from '../testing/frame.tsx';
import { AddCallPanel } from './add-call-panel.tsx';

const meta = {
  component: AddCallPanel,
  args: {
    name: 'Marta Oliveira',
    suggestions: [
      { name: 'Ben Carter', target: '1002' },
      { name: '+4930901820', target: '+4930901820' },
    ],
    onCall: fn(),
    onCancel: fn(),
  },
  decorators: [inFrame({ height: '420px' })],
} satisfies Meta<typeof AddCallPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {};
export const Missing: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByRole('textbox')).toBeInvalid();
    await expect(args.onCall).not.toHaveBeenCalled();
  },
};
export const Pending: Story = { args: { pending: true } };
export const Failed: Story = {
  args: { error: { code: 'RESPONSE', message: '', statusCode: 488, retryable: false } },
};
export const OtherCalls: Story = {
  args: {
    lines: [
      { id: 'b', name: 'Ben Carter' },
      { id: 'c', name: 'Jonas Weber' },
    ],
    onMerge: fn(),
  },
};
export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
