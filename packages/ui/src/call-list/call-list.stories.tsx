import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { fakeParty, fakeSession } from '../testing/fake-session.ts';
import { inFrame } from '../testing/frame.tsx';
import { longName } from '../testing/long-names.ts';
import { CallListView } from './call-list-view.tsx';

const talking = fakeSession({ id: 'a' });
const held = fakeSession({
  id: 'b',
  remote: fakeParty('1002', 'Ben Carter'),
  hold: { local: true, remote: false },
  answeredAt: Date.now() - 754_000,
});
const ringing = fakeSession({ id: 'c', remote: fakeParty('+4930901820'), phase: 'ringing', answeredAt: null });

const meta = {
  component: CallListView,
  args: { sessions: [talking, held], currentId: 'a', onSelect: fn() },
  decorators: [inFrame()],
} satisfies Meta<typeof CallListView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Two: Story = {};
export const Many: Story = {
  args: {
    currentId: 'c',
    sessions: [
      talking,
      held,
      ringing,
      fakeSession({ id: 'd', remote: fakeParty('1009', longName), hold: { local: false, remote: true } }),
      fakeSession({ id: 'e', remote: fakeParty('1010'), phase: 'reconnecting', answeredAt: Date.now() - 3_754_000 }),
    ],
  },
};
export const ConferenceAndCall: Story = {
  args: {
    sessions: [
      talking,
      { ...held, hold: { local: false, remote: false } },
      { ...ringing, hold: held.hold, phase: 'established' },
    ],
    conference: { sessionIds: ['a', 'b'], since: Date.now() - 42_000 },
  },
};
export const SeveralAccounts: Story = { args: { noteOf: ({ id }) => (id === 'a' ? 'via Sales' : 'via Support') } };
export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
export const RightToLeft: Story = { parameters: { frame: { dir: 'rtl' } } };
