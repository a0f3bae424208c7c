import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { inFrame } from '../testing/frame.tsx';
import { prepared, realPhone, sceneOf } from '../testing/with-phone.tsx';
import { BusyLampButton } from './busy-lamp-button.tsx';

const meta = {
  component: BusyLampButton,
  args: { target: '1002', name: 'Ben Carter' },
  loaders: realPhone.loaders,
  beforeEach: realPhone.beforeEach,
  decorators: [inFrame(), realPhone.decorator],
} satisfies Meta<typeof BusyLampButton>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Free: Story = {
  parameters: prepared((scene) => scene.other('ben')),
  play: async ({ canvas }) => {
    await canvas.findByText('Free');
  },
};

/** Jonas calls Ben; we take the call: Jonas then talks to us, and Ben's phone stops ringing. */
export const PicksUp: Story = {
  parameters: prepared(async (scene) => {
    await scene.other('ben');
    const jonas = await scene.other('jonas');
    jonas.on('invite', (invitation) => void invitation.accept());
    jonas.invite(scene.network.uri('1002'));
  }),
  play: async (context) => {
    const { canvas, userEvent } = context;
    const scene = sceneOf(context);
    await userEvent.click(await canvas.findByRole('button', { name: /Answer for Ben Carter/ }));
    await waitFor(() => expect(scene.ua.getSnapshot().sessions[0]?.phase).toBe('established'));
    await waitFor(async () => expect((await scene.other('ben')).sessions.size).toBe(0));
    await canvas.findByText('Free');
  },
};
