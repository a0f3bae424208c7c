import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { fakeParty, fakeSession } from '../testing/fake-session.ts';
import { inFrame } from '../testing/frame.tsx';
import { inLanguage } from '../testing/in-language.tsx';
import { OtherTabView } from './other-tab-view.tsx';

const rings = fakeSession({
  id: 'b',
  direction: 'incoming',
  phase: 'incoming',
  remote: fakeParty('+4930901820', 'Jonas Weber'),
});

const meta = {
  component: OtherTabView,
  args: { phone: { sessions: [] }, onAct: fn() },
  decorators: [inFrame()],
} satisfies Meta<typeof OtherTabView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const NoCall: Story = {};
export const Calls: Story = {
  args: { phone: { sessions: [fakeSession(), rings] } },
  play: async ({ canvasElement, args, userEvent }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Answer' }));
    await expect(args.onAct).toHaveBeenCalledWith({ name: 'answer', session: 'b' });
  },
};
export const Dark: Story = { ...Calls, parameters: { frame: { theme: 'dark' } } };
export const Arabic: Story = {
  args: { phone: { sessions: [fakeSession(), rings] } },
  parameters: { frame: { dir: 'rtl' } },
  decorators: [inLanguage('ar')],
};
