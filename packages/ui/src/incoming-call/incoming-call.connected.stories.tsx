import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { inFrame } from '../testing/frame.tsx';
import { prepared, realPhone, sceneOf } from '../testing/with-phone.tsx';
import { IncomingCall } from './incoming-call.tsx';

/** Somebody really calls, from another user agent in the page. */
const meta = {
  title: 'incoming-call/real calls',
  component: IncomingCall,
  loaders: realPhone.loaders,
  beforeEach: realPhone.beforeEach,
  decorators: [inFrame({ height: '584px' }), realPhone.decorator],
} satisfies Meta<typeof IncomingCall>;

export default meta;
type Story = StoryObj<typeof meta>;

const parameters = prepared((scene) => scene.receive('jonas'));

export const Ringing: Story = { parameters };

export const Declines: Story = {
  parameters,
  play: async (context) => {
    const { canvas, userEvent } = context;
    const jonas = await sceneOf(context).other('jonas');
    const decline = canvas.getByRole('button', { name: 'Decline' });
    await waitFor(() => expect(decline).not.toHaveAttribute('aria-disabled'));
    await userEvent.click(decline);
    await waitFor(() => expect(jonas.sessions.size).toBe(0));
    await expect(canvas.queryByRole('dialog')).toBeNull();
  },
};
