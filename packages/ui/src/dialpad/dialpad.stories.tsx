import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { ErrorNote } from '../error-note/error-note.tsx';
import { inFrame } from '../testing/frame.tsx';
import { Dialpad } from './dialpad.tsx';

const meta = {
  component: Dialpad,
  args: { onCall: fn(), onKeyTone: fn() },
  decorators: [inFrame({ height: '560px' })],
} satisfies Meta<typeof Dialpad>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {};
export const WithLastNumber: Story = { args: { lastNumber: '+351215550134' } };
export const Number: Story = { args: { defaultValue: '+351215550134' } };
export const LongNumber: Story = { args: { defaultValue: '+351215550134,,448812#99771*00112233' } };
export const Address: Story = { args: { defaultValue: 'marta.oliveira@example.com' } };
export const NotConnected: Story = {
  args: { defaultValue: '1002', blocked: 'Not connected: calls are not possible right now' },
};
export const Refused: Story = {
  args: {
    defaultValue: 'no one',
    note: <ErrorNote error={{ code: 'INVALID_VALUE', message: '', statusCode: null, retryable: false }} />,
  },
};
export const Widget: Story = { args: { defaultValue: '1002' }, parameters: { frame: { width: '320px' } } };
export const Dark: Story = { args: { defaultValue: '+351215550134' }, parameters: { frame: { theme: 'dark' } } };
export const RightToLeft: Story = { args: { defaultValue: '+972505550134' }, parameters: { frame: { dir: 'rtl' } } };

export const TypesAndCalls: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: '1' }));
    await userEvent.click(canvas.getByRole('button', { name: '2 A B C' }));
    await userEvent.type(canvas.getByRole('textbox'), '3{Enter}');
    await expect(args.onCall).toHaveBeenCalledWith('123');
  },
};
