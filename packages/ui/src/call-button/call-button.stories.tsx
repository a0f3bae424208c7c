import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { inFrame } from '../testing/frame.tsx';
import { CallButtonView } from './call-button-view.tsx';

const meta = {
  component: CallButtonView,
  args: { onPress: fn() },
  decorators: [inFrame({ width: 'auto' })],
} satisfies Meta<typeof CallButtonView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Large: Story = {};
export const InARow: Story = { args: { size: 'small', labelled: 'inside', name: 'Marta Oliveira' } };
export const IconOnly: Story = { args: { size: 'small', labelled: 'hidden', name: 'Marta Oliveira' } };
export const Calling: Story = { args: { busy: true } };
export const NotConnected: Story = { args: { blocked: true } };
export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
