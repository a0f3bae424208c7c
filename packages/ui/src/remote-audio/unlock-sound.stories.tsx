import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { inFrame } from '../testing/frame.tsx';
import { UnlockSound } from './unlock-sound.tsx';

const meta = {
  component: UnlockSound,
  args: { onUnlock: fn() },
  decorators: [inFrame()],
} satisfies Meta<typeof UnlockSound>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Blocked: Story = {};
export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
