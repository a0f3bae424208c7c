import type { AccountState } from '@hookswitch/react-sip';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { fakeParty } from '../testing/fake-session.ts';
import { inFrame } from '../testing/frame.tsx';
import { longName } from '../testing/long-names.ts';
import { AccountPickerView } from './account-picker-view.tsx';

const account = (id: string, label: string, changes: Partial<AccountState> = {}): AccountState => ({
  ...{ id, label, account: fakeParty(id), status: 'connected', error: null, calls: 0, ringing: 0 },
  registration: { status: 'registered', expiresAt: null, retryAt: null, error: null },
  ...changes,
});
const failed = { status: 'failed', expiresAt: null, retryAt: null, error: null } as const;
const accounts = [
  account('1001', 'Alice Martin', { calls: 1 }),
  account('1900', 'Support', { ringing: 1, calls: 1 }),
  account('1950', 'Sales', { registration: failed }),
  account('1960', 'Night desk', { status: 'reconnecting' }),
];

const meta = {
  component: AccountPickerView,
  args: { accounts, chosenId: '1001', onChoose: fn() },
  decorators: [inFrame({ height: '280px' })],
} satisfies Meta<typeof AccountPickerView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Quiet: Story = { args: { accounts: accounts.slice(0, 1) } };
export const OneRings: Story = {};
export const Open: Story = { args: { initiallyOpen: true } };
export const ByKeyboard: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.tab();
    await userEvent.keyboard('{Enter}{ArrowDown}{ArrowDown}');
    await expect(canvas.getByRole('button', { name: /^Support/ })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    const button = canvas.getByRole('button', { name: /^Alice Martin Ready/ });
    await expect(button).toHaveFocus();
    await userEvent.keyboard('{Enter}{ArrowUp}{Enter}');
    await expect(args.onChoose).toHaveBeenCalledWith('1960');
    await expect(button).toHaveFocus();
  },
};
export const LongNames: Story = {
  args: {
    accounts: [account('1', longName), account('2', longName, { ringing: 1 })],
    chosenId: '1',
    initiallyOpen: true,
  },
};
export const Dark: Story = { args: { initiallyOpen: true }, parameters: { frame: { theme: 'dark' } } };
export const RightToLeft: Story = { args: { initiallyOpen: true }, parameters: { frame: { dir: 'rtl' } } };
