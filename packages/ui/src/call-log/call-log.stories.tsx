import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { fakeCause, fakeParty } from '../testing/fake-session.ts';
import { inFrame } from '../testing/frame.tsx';
import { arabicName, longName } from '../testing/long-names.ts';
import type { CallLogEntry } from './call-log-entry.ts';
import { CallLog } from './call-log.tsx';

const minute = 60_000;
const entry = (id: string, minutesAgo: number, changes: Partial<CallLogEntry>): CallLogEntry => ({
  id,
  party: fakeParty('+351215550134', 'Marta Oliveira'),
  outcome: 'answered',
  startedAt: Date.now() - minutesAgo * minute,
  duration: null,
  ...changes,
});

const entries = [
  entry('1', 4, { outcome: 'missed' }),
  entry('2', 22, { duration: 754_000, party: fakeParty('1002', 'Ben Carter') }),
  entry('3', 75, { outcome: 'placed', duration: 3_754_000, party: fakeParty('+4930901820') }),
  entry('4', 1500, {
    outcome: 'failed',
    cause: fakeCause('BUSY'),
    party: fakeParty('support', null, 'helpdesk.example'),
  }),
  entry('5', 3000, { outcome: 'declined', party: fakeParty('1007', longName) }),
  entry('6', 9000, { outcome: 'elsewhere', party: fakeParty('+97335550134', arabicName) }),
];

const meta = {
  component: CallLog,
  args: { entries, onCall: fn() },
  decorators: [inFrame()],
} satisfies Meta<typeof CallLog>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Some: Story = {};
export const Removable: Story = { args: { onRemove: fn() } };
export const Empty: Story = { args: { entries: [] } };
export const Many: Story = {
  args: { entries: Array.from({ length: 200 }, (_, index) => ({ ...entries[index % 6]!, id: String(index) })) },
  parameters: { frame: { height: '480px' } },
  decorators: [
    (Story) => (
      <div style={{ blockSize: '480px', overflow: 'auto' }} tabIndex={0} role="region" aria-label="Scrolling">
        <Story />
      </div>
    ),
  ],
};
export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
export const RightToLeft: Story = { parameters: { frame: { dir: 'rtl' } } };
