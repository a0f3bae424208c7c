import type { Meta, StoryObj } from '@storybook/react-vite';
import { inFrame } from '../testing/frame.tsx';
import { inLanguage } from '../testing/in-language.tsx';
import { FarEndNote } from './far-end-note.tsx';

const meta = {
  component: FarEndNote,
  args: { session: { farEnd: 'unreachable', givenUpAt: Date.now() + 18_000 } },
  decorators: [inFrame()],
} satisfies Meta<typeof FarEndNote>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Unreachable: Story = {};
export const Silent: Story = { args: { session: { farEnd: 'silent' } } };
export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
export const Arabic: Story = { parameters: { frame: { dir: 'rtl' } }, decorators: [inLanguage('ar')] };
