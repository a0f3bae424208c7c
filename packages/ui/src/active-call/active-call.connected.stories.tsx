import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { inFrame } from '../testing/frame.tsx';
import { prepared, realPhone, sceneOf } from '../testing/with-phone.tsx';
import { ActiveCall } from './active-call.tsx';

/** Real calls between two user agents in the page. */
const meta = {
  title: 'active-call/real calls',
  component: ActiveCall,
  loaders: realPhone.loaders,
  beforeEach: realPhone.beforeEach,
  decorators: [inFrame({ height: '584px' }), realPhone.decorator],
} satisfies Meta<typeof ActiveCall>;

export default meta;
type Story = StoryObj<typeof meta>;

const parameters = prepared((scene) => scene.answer('marta'));

export const Talking: Story = { parameters };

/** The far end really goes on hold, and comes back. */
export const HoldsAndResumes: Story = {
  parameters,
  play: async (context) => {
    const { canvas, userEvent } = context;
    const marta = await sceneOf(context).other('marta');
    const heldThere = (): boolean | undefined => marta.getSnapshot().sessions[0]?.hold.remote;
    const hold = canvas.getByRole('button', { name: 'Hold' });
    await userEvent.click(hold);
    await waitFor(() => expect(hold).toHaveAttribute('aria-pressed', 'true'));
    await waitFor(() => expect(heldThere()).toBe(true));
    await waitFor(() => expect(hold).not.toHaveAttribute('aria-disabled'));
    await userEvent.click(hold);
    await waitFor(() => expect(hold).toHaveAttribute('aria-pressed', 'false'));
    await waitFor(() => expect(heldThere()).toBe(false));
  },
};

/** Digits travel to the far end and stay on the screen. */
export const SendsDigits: Story = {
  parameters,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Keypad' }));
    await userEvent.keyboard('42#');
    await expect(canvas.getByRole('status', { name: 'Digits sent' })).toHaveTextContent('42#');
  },
};

/** The other person cannot be reached, so the call comes back. */
export const TransferToNobody: Story = {
  parameters,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Transfer' }));
    // The form is fetched when it is first opened.
    await waitFor(() => expect(canvas.getByRole('textbox')).toHaveFocus());
    await userEvent.keyboard('602{Enter}');
    await canvas.findByText(/You still have this call|The server said no/, {}, { timeout: 5000 });
  },
};

/** Devices are chosen without leaving the call. */
export const Devices: Story = {
  parameters,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Devices' }));
    const bar = await canvas.findByRole('meter', { name: 'Microphone level' });
    await waitFor(() => expect(Number(bar.style.getPropertyValue('--level'))).toBeGreaterThan(0.5), { timeout: 5000 });
    await userEvent.keyboard('{Escape}');
    await expect(canvas.getByRole('button', { name: 'Devices' })).toHaveFocus();
  },
};
