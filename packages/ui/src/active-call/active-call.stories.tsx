import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { fakeParty, fakeSession } from '../testing/fake-session.ts';
import { inFrame } from '../testing/frame.tsx';
import { arabicName, hostileName, longName } from '../testing/long-names.ts';
import { ActiveCallView } from './active-call-view.tsx';

const meta = {
  component: ActiveCallView,
  args: {
    session: fakeSession(),
    actions: {
      hangUp: fn(async () => {}),
      toggleHold: fn(async () => {}),
      toggleMute: fn(async () => {}),
      sendDtmf: fn(async () => {}),
      transfer: fn(async () => {}),
      consult: fn(async () => {}),
      transferToLine: fn(async () => {}),
      addCall: fn(async () => {}),
      mergeWith: fn(async () => {}),
    },
  },
  decorators: [inFrame({ height: '584px' })],
} satisfies Meta<typeof ActiveCallView>;

export default meta;
type Story = StoryObj<typeof meta>;

const early = { answeredAt: null, state: 'Establishing' } as const;

export const Talking: Story = {};
export const Dialing: Story = { args: { session: fakeSession({ phase: 'dialing', ...early }) } };
export const Ringing: Story = { args: { session: fakeSession({ phase: 'ringing', ...early }) } };
export const EarlyMedia: Story = { args: { session: fakeSession({ phase: 'early', earlyMedia: true, ...early }) } };
export const Connecting: Story = { args: { session: fakeSession({ phase: 'connecting', ...early }) } };
export const Muted: Story = { args: { session: fakeSession({ muted: { audio: true, video: false } }) } };
export const OnHold: Story = { args: { session: fakeSession({ hold: { local: true, remote: false } }) } };
export const HeldByThem: Story = { args: { session: fakeSession({ hold: { local: false, remote: true } }) } };
export const HeldByBoth: Story = {
  args: { session: fakeSession({ hold: { local: true, remote: true }, muted: { audio: true, video: false } }) },
};
export const HoldPending: Story = { args: { session: fakeSession({ pending: ['hold'] }) } };
export const Reconnecting: Story = {
  args: { session: fakeSession({ phase: 'reconnecting', answeredAt: Date.now() - 754_000 }) },
};
export const HangingUp: Story = {
  args: { session: fakeSession({ phase: 'ending', pending: ['hangUp'], answeredAt: Date.now() - 754_000 }) },
};
export const HoldRefused: Story = {
  args: { session: fakeSession({ lastError: { code: 'RESPONSE', message: '', statusCode: 488, retryable: false } }) },
};
export const MicrophoneBlocked: Story = {
  args: {
    session: fakeSession({ lastError: { code: 'MEDIA_DENIED', message: '', statusCode: null, retryable: true } }),
  },
};
export const Keypad: Story = { args: { initialPanel: 'keypad' } };
export const Transfer: Story = {
  args: {
    initialPanel: 'transfer',
    suggestions: [
      { name: 'Ben Carter', target: '1002' },
      { name: 'Support', target: '1900' },
      { name: '+4930901820', target: '+4930901820' },
    ],
  },
};
export const TransferToLine: Story = {
  args: { initialPanel: 'transfer', lines: [{ id: 'b', name: 'Ben Carter' }] },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.keyboard('{Tab}{Enter}');
    await expect(canvas.getByRole('button', { name: 'Connect with Ben Carter' })).toHaveFocus();
    await expect(args.actions.transferToLine).toHaveBeenCalledWith('b');
  },
};
export const TwoCalls: Story = { args: { lines: [{ id: 'b', name: 'Ben Carter' }] } };
export const AddCall: Story = { args: { initialPanel: 'add' } };
export const TransferAccepted: Story = {
  args: {
    initialPanel: 'transfer',
    session: fakeSession({ transfer: { target: '1003', state: 'accepted', statusCode: 200 } }),
  },
};
export const TransferRinging: Story = {
  args: {
    initialPanel: 'transfer',
    session: fakeSession({ transfer: { target: '1003', state: 'ringing', statusCode: null } }),
  },
};
export const TransferFailed: Story = {
  args: {
    initialPanel: 'transfer',
    session: fakeSession({ transfer: { target: '1003', state: 'failed', statusCode: 486 } }),
  },
};
export const LongName: Story = {
  args: { session: fakeSession({ remote: fakeParty('+4930901820123456789', longName) }) },
};
export const HostileName: Story = {
  args: { session: fakeSession({ remote: fakeParty('<b>1</b>', hostileName) }) },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByText(hostileName)).toBeVisible();
    await expect(canvasElement.querySelector('img, script, b')).toBeNull();
  },
};
export const NumberOnly: Story = { args: { session: fakeSession({ remote: fakeParty('+351215550134') }) } };
export const Anonymous: Story = {
  args: { session: fakeSession({ remote: fakeParty('anonymous', 'Anonymous', 'anonymous.invalid') }) },
};
export const LongCall: Story = { args: { session: fakeSession({ answeredAt: Date.now() - 13_754_000 }) } };
export const Widget: Story = { parameters: { frame: { width: '320px', height: '520px' } } };
export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
export const DarkOnHold: Story = {
  args: { session: fakeSession({ hold: { local: true, remote: false } }) },
  parameters: { frame: { theme: 'dark' } },
};
export const DarkKeypad: Story = { args: { initialPanel: 'keypad' }, parameters: { frame: { theme: 'dark' } } };
export const RightToLeft: Story = {
  args: { session: fakeSession({ remote: fakeParty('+97335550134', arabicName) }) },
  parameters: { frame: { dir: 'rtl' } },
};
