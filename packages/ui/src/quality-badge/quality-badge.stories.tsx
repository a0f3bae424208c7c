import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { LabelsProvider } from '../labels/labels-provider.tsx';
import { fakeQuality, fakeStatistics } from '../testing/fake-quality.ts';
import { inFrame } from '../testing/frame.tsx';
import { hardCodedText } from '../testing/hard-coded-text.ts';
import { allLanguages } from '../testing/languages.ts';
import { QualityBadgeView } from './quality-badge-view.tsx';
import { QualityFacts } from './quality-facts.tsx';

const bad = fakeQuality('poor', 3.1, 'HIGH_LOSS', 'HIGH_JITTER', 'LOW_MOS');
const open = { open: true, facts: <QualityFacts quality={bad} statistics={fakeStatistics} /> };

const meta = {
  component: QualityBadgeView,
  args: { quality: bad, open: false, onToggle: fn() },
  decorators: [
    (Story) => (
      <div style={{ padding: 16 }}>
        <Story />
      </div>
    ),
    inFrame(),
  ],
} satisfies Meta<typeof QualityBadgeView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const NothingToSay: Story = {
  args: { quality: fakeQuality('fair', 3.9) },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button')).toBeNull();
    await expect(canvas.getByRole('status')).toBeInTheDocument();
  },
};
export const NoSound: Story = { args: { quality: fakeQuality('poor', null, 'NO_AUDIO_RECEIVED') } };
export const DeadMicrophone: Story = { args: { quality: fakeQuality('good', 4.3, 'DEAD_MICROPHONE') } };
export const Loss: Story = { args: { quality: fakeQuality('fair', 3.8, 'HIGH_LOSS') } };
export const Late: Story = { args: { quality: fakeQuality('fair', 3.8, 'HIGH_ROUND_TRIP') } };
export const Poor: Story = {};
export const Details: Story = { args: open };
export const AlwaysGood: Story = { args: { quality: fakeQuality('good', 4.4), always: true } };
export const AlwaysUnknown: Story = {
  args: {
    ...{ quality: fakeQuality('unknown', null), always: true, open: true },
    facts: <QualityFacts quality={fakeQuality('unknown', null)} statistics={null} />,
  },
};
export const Narrow: Story = { args: open, parameters: { frame: { width: '264px' } } };
export const Dark: Story = { args: open, parameters: { frame: { theme: 'dark' } } };
export const Arabic: Story = {
  args: open,
  decorators: [
    (Story) => (
      <LabelsProvider labels={allLanguages['ar']}>
        <Story />
      </LabelsProvider>
    ),
  ],
  parameters: { frame: { dir: 'rtl' } },
};
export const Pseudo: Story = {
  args: open,
  decorators: [
    (Story) => (
      <LabelsProvider labels={allLanguages['pseudo']}>
        <Story />
      </LabelsProvider>
    ),
  ],
  play: async ({ canvasElement }) => {
    await expect(hardCodedText(canvasElement, ['opus'])).toEqual([]);
  },
};
