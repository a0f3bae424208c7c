import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { inFrame } from '../testing/frame.tsx';
import { type Prepare, realPhone, sceneOf } from '../testing/with-phone.tsx';
import { OutgoingCall } from './outgoing-call.tsx';

/** A real call to somebody whose phone rings and rings. */
const meta = {
  title: 'outgoing-call/real calls',
  component: OutgoingCall,
  loaders: realPhone.loaders,
  beforeEach: realPhone.beforeEach,
  decorators: [inFrame({ height: '584px' }), realPhone.decorator],
  parameters: {
    prepare: async (scene) => {
      await scene.other('marta');
      const call = scene.ua.invite(scene.network.uri('+351215550134'));
      await scene.until(() => call.getSnapshot().phase === 'ringing');
    },
  } satisfies { prepare: Prepare },
} satisfies Meta<typeof OutgoingCall>;

export default meta;
type Story = StoryObj<typeof meta>;

export const RingingThere: Story = {
  play: async ({ canvas, userEvent, ...context }) => {
    const scene = sceneOf(context);
    await expect(canvas.getByText('Ringing their phone…')).toBeVisible();
    const hangUp = canvas.getByRole('button', { name: 'Hang up' });
    await waitFor(() => expect(hangUp).not.toHaveAttribute('aria-disabled'));
    await userEvent.click(hangUp);
    await waitFor(() => expect(canvas.queryByRole('region')).toBeNull());
    await expect(scene.known('marta').sessions.size).toBe(0);
  },
};
export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
export const RightToLeft: Story = { parameters: { frame: { dir: 'rtl' } } };
