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
  decorators: [inFrame({ height: '8px' }), realPhone.decorator],
} satisfies Meta<typeof VolumeMeter>;

export default meta;
type Story = StoryObj<typeof meta>;

const parameters = prepared((scene) => scene.answer('marta'));

const moves: NonNullable<Story['play']> = async ({ canvas }) => {
  const bar = (): HTMLElement => canvas.getByRole('meter');
  await waitFor(() => expect(Number(bar().style.getPropertyValue('--level'))).toBeGreaterThan(0.5), { timeout: 5000 });
  await waitFor(() => expect(Number(bar().getAttribute('aria-valuenow'))).toBeGreaterThan(50), { timeout: 5000 });
};

export const Microphone: Story = { parameters, play: moves };
export const TheirSound: Story = { args: { side: 'remote' }, parameters, play: moves };
export const Dark: Story = { parameters: { ...parameters, frame: { theme: 'dark' } } };
export const NoCall: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('meter')).toHaveAttribute('aria-valuetext', 'Silent');
  },
};
