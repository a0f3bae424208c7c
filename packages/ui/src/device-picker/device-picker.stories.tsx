import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { LabelsProvider } from '../labels/labels-provider.tsx';
import { fakeDevices, namelessDevices, unplugged } from '../testing/fake-devices.ts';
import { inFrame } from '../testing/frame.tsx';
import { hardCodedText } from '../testing/hard-coded-text.ts';
import { allLanguages } from '../testing/languages.ts';
import { longName } from '../testing/long-names.ts';
import { DevicePickerView } from './device-picker-view.tsx';

const tone = { playing: false, blocked: false, onToggle: fn() };
const failed = (code: string) => ({ code, message: '', statusCode: null, retryable: true });

const meta = {
  component: DevicePickerView,
  args: { devices: fakeDevices(), onChoose: fn(), onAllow: fn(), tones: { output: tone, ringer: tone } },
  decorators: [
    (Story) => (
      <div style={{ padding: 16 }}>
        <Story />
      </div>
    ),
    inFrame(),
  ],
} satisfies Meta<typeof DevicePickerView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {};
export const NotAsked: Story = { args: { devices: namelessDevices() } };
export const Asking: Story = { args: { devices: namelessDevices(), asking: 'microphone' } };
export const Denied: Story = {
  args: {
    devices: namelessDevices({
      permission: { microphone: 'denied', camera: 'prompt' },
      error: failed('MEDIA_DENIED'),
    }),
  },
};
export const InUse: Story = { args: { devices: fakeDevices({ error: failed('MEDIA_IN_USE') }) } };
export const NoMicrophone: Story = {
  args: { devices: fakeDevices({ inputs: [], present: { input: false, camera: false, output: true } }) },
};
export const Insecure: Story = {
  args: {
    devices: namelessDevices({
      present: { input: false, camera: false, output: false },
      canSelectOutput: false,
      error: failed('MEDIA_INSECURE'),
    }),
    tones: {},
  },
};
export const Unplugged: Story = {
  args: { devices: fakeDevices({ input: unplugged('Poly Voyager'), output: unplugged('Poly Voyager') }) },
};
export const FixedOutput: Story = { args: { devices: fakeDevices({ canSelectOutput: false }) } };
export const WithCamera: Story = { args: { camera: true } };
export const CameraNotAsked: Story = { args: { camera: true, devices: fakeDevices({ cameras: [] }) } };
export const CameraBlocked: Story = {
  args: {
    camera: true,
    devices: fakeDevices({ cameras: [], permission: { microphone: 'granted', camera: 'denied' } }),
  },
};
export const ToneBlocked: Story = {
  args: { tones: { output: { ...tone, playing: true, blocked: true }, ringer: tone } },
};
export const LongNames: Story = {
  args: { devices: fakeDevices({ input: unplugged(longName) }) },
  parameters: { frame: { width: '264px' } },
};
export const Dark: Story = {
  args: { devices: fakeDevices({ input: unplugged('Poly Voyager') }) },
  parameters: { frame: { theme: 'dark' } },
};
export const DarkDenied: Story = { ...Denied, parameters: { frame: { theme: 'dark' } } };
export const Arabic: Story = {
  ...Unplugged,
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
  args: { camera: true, devices: fakeDevices({ cameras: [], input: unplugged('Poly Voyager') }) },
  decorators: [
    (Story) => (
      <LabelsProvider labels={allLanguages['pseudo']}>
        <Story />
      </LabelsProvider>
    ),
  ],
  play: async ({ canvasElement }) => {
    const names = ['Desk Microphone', 'Jabra Evolve2 65', 'Desk Speakers', 'Studio Camera'];
    await expect(hardCodedText(canvasElement, names)).toEqual([]);
  },
};
