import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { fakeCause, fakeParty } from '../testing/fake-session.ts';
import { inFrame } from '../testing/frame.tsx';
import { hardCodedText } from '../testing/hard-coded-text.ts';
import { inLanguage } from '../testing/in-language.tsx';
import { arabicName, hostileName, longName } from '../testing/long-names.ts';
import { VoicemailBadgeView } from '../voicemail-badge/voicemail-badge-view.tsx';
import { CallHistoryView } from './call-history-view.tsx';
import type { HistoryEntry } from './history-entry.ts';

const minute = 60_000;
const noon = new Date().setHours(12, 0, 0, 0);
const entry = (id: string, minutesAgo: number, changes: Partial<HistoryEntry>): HistoryEntry => ({
  ...{ id, outcome: 'answered', duration: null, seen: true, cause: null },
  party: fakeParty('+351215550134', 'Marta Oliveira'),
  startedAt: noon - minutesAgo * minute,
  ...changes,
});
const entries = [
  entry('1', 4, { outcome: 'missed', seen: false }),
  entry('2', 22, { duration: 754_000, party: fakeParty('1002', 'Ben Carter') }),
  entry('3', 75, { outcome: 'placed', duration: 3_754_000, party: fakeParty('+4930901820') }),
  entry('4', 1500, { outcome: 'failed', cause: fakeCause('BUSY'), party: fakeParty('1900', 'Support') }),
  entry('5', 3000, { outcome: 'declined', party: fakeParty('1007', longName) }),
  entry('6', 9000, { outcome: 'elsewhere', party: fakeParty('+97335550134', arabicName) }),
  entry('7', 90_000, { outcome: 'missed', party: fakeParty('1008', hostileName) }),
];

const meta = {
  component: CallHistoryView,
  args: {
    ...{ entries, onCall: fn(), onMessage: fn(), onAdd: fn(), onRemove: fn(), onRestore: fn(), onExport: fn() },
  },
  decorators: [inFrame()],
} satisfies Meta<typeof CallHistoryView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Some: Story = {
  args: { children: <VoicemailBadgeView fresh={2} urgent={1} old={4} onCall={fn()} /> },
};
export const Empty: Story = { args: { entries: [] } };
export const Loading: Story = { args: { entries: [], loaded: false } };
export const NotKept: Story = { args: { kept: false } };
export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
export const Wide: Story = { parameters: { frame: { width: '640px' } } };
export const RightToLeft: Story = {
  parameters: { frame: { dir: 'rtl' } },
  decorators: [inLanguage('ar')],
};
export const Pseudo: Story = {
  args: { kept: false },
  decorators: [inLanguage('pseudo')],
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /More about Ben Carter/ }));
    await expect(canvas.getByText('1002')).toBeVisible();
    const names = entries.map(({ party }) => party.displayName ?? '');
    const dates = canvas.getAllByRole('heading').map(({ textContent }) => textContent);
    await expect(hardCodedText(canvasElement, [...names, ...dates])).toEqual([]);
  },
};

/** Searches, filters, opens what else can be done, deletes and takes that back. */
export const Used: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('searchbox'), 'carter');
    await expect(canvas.getAllByRole('listitem')).toHaveLength(1);
    await userEvent.click(canvas.getByRole('button', { name: 'More about Ben Carter' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Message' }));
    await expect(args.onMessage).toHaveBeenCalledWith(entries[1]);
    await userEvent.click(canvas.getByRole('button', { name: 'Delete' }));
    await expect(args.onRemove).toHaveBeenCalledWith([entries[1]]);
    await userEvent.click(canvas.getByRole('button', { name: 'Undo' }));
    await expect(args.onRestore).toHaveBeenCalledWith([entries[1]]);
    await userEvent.clear(canvas.getByRole('searchbox'));
    await userEvent.click(canvas.getByRole('button', { name: 'Missed' }));
    await expect(canvas.getAllByRole('listitem')).toHaveLength(2);
    await userEvent.type(canvas.getByRole('searchbox'), 'nobody');
    await expect(canvas.getByText('No call matches “nobody”')).toBeVisible();
  },
};

/** A thousand calls are drawn a piece at a time. */
export const Many: Story = {
  args: {
    entries: Array.from({ length: 1000 }, (_, index) => ({
      ...entries[index % 6]!,
      id: String(index),
      startedAt: noon - index * 40 * minute,
    })),
  },
  decorators: [
    (Story) => (
      <div style={{ blockSize: '480px', overflow: 'auto' }} tabIndex={0} role="region" aria-label="Scrolling">
        <Story />
      </div>
    ),
  ],
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('listitem').length).toBeLessThan(200);
  },
};
