import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import type { CallLogEntry } from '../call-log/call-log-entry.ts';
import { fakeParty } from '../testing/fake-session.ts';
import { inFrame } from '../testing/frame.tsx';
import { arabicName } from '../testing/long-names.ts';
import type { PhoneScene } from '../testing/phone-scene.ts';
import { prepared, realPhone, sceneOf } from '../testing/with-phone.tsx';
import { Softphone } from './softphone.tsx';

const minute = 60_000;
const past = (id: string, minutes: number, changes: Partial<CallLogEntry>): CallLogEntry => ({
  id,
  party: fakeParty('+351215550134', 'Marta Oliveira'),
  outcome: 'answered',
  startedAt: Date.now() - minutes * minute,
  duration: 94_000,
  ...changes,
});
const history = [
  past('1', 4, { outcome: 'missed', duration: null }),
  past('2', 22, { party: fakeParty('1002', 'Ben Carter') }),
  past('3', 75, { outcome: 'placed', party: fakeParty('+4930901820'), duration: 754_000 }),
  past('4', 1500, { outcome: 'failed', party: fakeParty('1900', 'Support'), duration: null }),
  past('5', 3000, { party: fakeParty('1007', 'Chiamaka Okafor') }),
];

const meta = {
  component: Softphone,
  args: { history },
  loaders: realPhone.loaders,
  beforeEach: realPhone.beforeEach,
  decorators: [inFrame({ height: '640px' }), realPhone.decorator],
} satisfies Meta<typeof Softphone>;

export default meta;
type Story = StoryObj<typeof meta>;

const talking = (scene: PhoneScene): Promise<unknown> => scene.answer('marta');
const ringing = (scene: PhoneScene): Promise<unknown> => scene.receive('jonas');
const second = async (scene: PhoneScene): Promise<void> => {
  await scene.answer('marta');
  await scene.receive('jonas');
};
const twoCalls = async (scene: PhoneScene): Promise<void> => {
  const first = await scene.answer('ben');
  await first.hold();
  await scene.answer('marta');
};
const lost = async (scene: PhoneScene): Promise<void> => {
  scene.network.down();
  await scene.until(() => scene.ua.getSnapshot().status === 'reconnecting');
};
const lostInACall = async (scene: PhoneScene): Promise<void> => {
  await scene.answer('marta');
  await lost(scene);
};

const widget = { frame: { width: '320px', height: '600px' } };
const page = { frame: { width: '1240px', height: '680px' } };
const bar = { frame: { width: '720px', height: '48px' } };
const dark = { frame: { theme: 'dark' } };

export const Idle: Story = {};
export const Incoming: Story = { parameters: prepared(ringing) };
export const Calling: Story = {
  parameters: prepared(async (scene) => {
    const call = scene.ua.invite('603');
    await scene.until(() => call.getSnapshot().phase === 'ringing');
  }),
};
export const Talking: Story = { parameters: prepared(talking) };
export const TwoCalls: Story = { parameters: prepared(twoCalls) };
export const SecondCallRings: Story = { parameters: prepared(second) };
export const Reconnecting: Story = { parameters: prepared(lost) };
export const ReconnectingInACall: Story = { parameters: prepared(lostInACall) };
export const SignInRefused: Story = { parameters: prepared(async () => {}, { password: 'wrong' }) };
export const Widget: Story = { parameters: widget };
export const WidgetTalking: Story = { parameters: { ...widget, ...prepared(talking) } };
export const WidgetSecondCallRings: Story = { parameters: { ...widget, ...prepared(second) } };
export const Bar: Story = { args: { size: 'bar' }, parameters: bar };
export const BarIncoming: Story = { args: { size: 'bar' }, parameters: { ...bar, ...prepared(ringing) } };
export const BarTalking: Story = { args: { size: 'bar' }, parameters: { ...bar, ...prepared(talking) } };
export const Page: Story = { parameters: page };
export const PageTalking: Story = { parameters: { ...page, ...prepared(twoCalls) } };
export const PageEmpty: Story = { args: { history: [] }, parameters: page };
export const Dark: Story = { parameters: dark };
export const DarkIncoming: Story = { parameters: { ...dark, ...prepared(ringing) } };
export const DarkPageTalking: Story = {
  parameters: { frame: { ...page.frame, theme: 'dark' }, ...prepared(twoCalls) },
};
export const RightToLeft: Story = {
  parameters: { frame: { dir: 'rtl' }, ...prepared(talking, { names: { marta: arabicName } }) },
};

/** Answers a real call, mutes, holds, and hangs up. */
export const AWholeCall: Story = {
  parameters: prepared(ringing),
  play: async (context) => {
    const { canvas, userEvent } = context;
    const { ua } = sceneOf(context);
    const call = () => ua.getSnapshot().sessions[0];
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Answer' })).not.toHaveAttribute('aria-disabled'));
    await userEvent.click(canvas.getByRole('button', { name: 'Answer' }));
    await waitFor(() => expect(call()?.phase).toBe('established'));
    await userEvent.click(await canvas.findByRole('button', { name: 'Mute' }));
    await expect(canvas.getByRole('button', { name: 'Mute' })).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(canvas.getByRole('button', { name: 'Hold' }));
    await waitFor(() => expect(call()?.hold.local).toBe(true));
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Hang up' })).not.toHaveAttribute('aria-disabled'));
    await userEvent.click(canvas.getByRole('button', { name: 'Hang up' }));
    await canvas.findByText('You ended the call');
  },
};

/** Dials a number that is busy: the phone says so, and what to do. */
export const DialsABusyNumber: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox'), '602{Enter}');
    await canvas.findByText('They are on another call. Try again in a few minutes.');
    await canvas.findByRole('button', { name: 'Call again' });
  },
};
