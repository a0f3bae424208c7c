import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { inFrame } from '../testing/frame.tsx';
import { prepared, realPhone } from '../testing/with-phone.tsx';
import { VolumeMeter } from './volume-meter.tsx';

/** Both ends of a real call hum. */
const meta = {
  component: VolumeMeter,
  loaders: realPhone.loaders,
  beforeEach: realPhone.beforeEach,
  decorators: [
    (Story) => (
      <div style={{ padding: 16 }}>
        <Story />
      </div>
    ),
    inFrame(),
    realPhone.decorator,
  ],
  parameters: prepared((scene) => scene.answer('marta')),
} satisfies Meta<typeof VolumeMeter>;

export default meta;
type Story = StoryObj<typeof meta>;

const moves: NonNullable<Story['play']> = async ({ canvas }) => {
  const bar = canvas.getByRole('meter');
  await waitFor(() => expect(Number(bar.style.getPropertyValue('--level'))).toBeGreaterThan(0.5));
  await waitFor(() => expect(Number(bar.getAttribute('aria-valuenow'))).toBeGreaterThan(50), { timeout: 3000 });
};

export const Microphone: Story = { play: moves };
export const TheirSound: Story = { args: { side: 'remote' }, play: moves };
export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
export const NoCall: Story = {
  parameters: prepared(async () => {}),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('meter')).toHaveAttribute('aria-valuetext', 'Silent');
  },
};
