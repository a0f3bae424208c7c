import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { inFrame } from '../testing/frame.tsx';
import { prepared, realPhone, sceneOf } from '../testing/with-phone.tsx';
import { DevicePicker } from './device-picker.tsx';

/** Devices that hum: the real hooks, the real device manager, real calls. */
const devices = [
  { id: 'desk', label: 'Desk Microphone', kind: 'audioinput', frequency: 440 },
  { id: 'headset', label: 'Jabra Evolve2 65', kind: 'audioinput', frequency: 590 },
  { id: 'speaker', label: 'Desk Speakers', kind: 'audiooutput' },
] as const;

const meta = {
  title: 'device-picker/real devices',
  component: DevicePicker,
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
  parameters: prepared(async () => {}, { devices }),
} satisfies Meta<typeof DevicePicker>;

export default meta;
type Story = StoryObj<typeof meta>;

const loudness = (canvas: { getByRole: (role: string, options: object) => HTMLElement }): number =>
  Number(canvas.getByRole('meter', { name: 'Microphone level' }).style.getPropertyValue('--level'));

/** The microphone is opened for the test alone, and given back. */
export const TestsTheMicrophone: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context;
    const own = sceneOf(context).devices;
    const test = await canvas.findByRole('button', { name: 'Test microphone' });
    await expect(own?.live).toHaveLength(0);
    await userEvent.click(test);
    await canvas.findByText('Say something: the bar should move.');
    await waitFor(() => expect(loudness(canvas)).toBeGreaterThan(0.5), { timeout: 5000 });
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Microphone' }), 'headset');
    await waitFor(() => expect(own?.live.map((track) => track.getSettings().deviceId)).toEqual(['headset']));
    await userEvent.click(test);
    await waitFor(() => expect(own?.live).toHaveLength(0));
  },
};

/** In a call the choice holds at once; an unplugged device gives way and comes back. */
export const InACall: Story = {
  parameters: prepared((scene) => scene.answer('marta'), { devices }),
  play: async (context) => {
    const { canvas, userEvent } = context;
    const own = sceneOf(context).devices!;
    const used = (): (string | undefined)[] => own.live.map((track) => track.getSettings().deviceId);
    const list = await canvas.findByRole('combobox', { name: 'Microphone' });
    await waitFor(() => expect(loudness(canvas)).toBeGreaterThan(0.5), { timeout: 5000 });
    await userEvent.selectOptions(list, 'headset');
    await waitFor(() => expect(used()).toEqual(['headset']));
    own.unplug('headset');
    await canvas.findByText(/Jabra Evolve2 65 is not connected/);
    await waitFor(() => expect(used()).toEqual(['desk']));
    own.plug('headset');
    await waitFor(() => expect(used()).toEqual(['headset']));
    await expect(list).toHaveValue('headset');
  },
};

/** The browser is asked when the person wants it to be. */
export const Asks: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context;
    const own = sceneOf(context).devices!;
    own.setPermission('prompt');
    await userEvent.click(await canvas.findByRole('button', { name: 'Allow microphone' }));
    await expect(own.asked).toHaveLength(1);
    own.setPermission('granted');
    await canvas.findByRole('combobox', { name: 'Microphone' });
    await expect(own.live).toHaveLength(0);
  },
};
