import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { FakeTrace } from '../testing/fake-trace.ts';
import { inFrame } from '../testing/frame.tsx';
import { SipTraceView } from './sip-trace-view.tsx';

const { messages, marks } = FakeTrace.day();

const meta = {
  title: 'sip-trace',
  component: SipTraceView,
  args: { messages, marks, onClear: fn(), copy: fn(() => Promise.resolve()), save: fn() },
  decorators: [inFrame({ height: '640px' })],
} satisfies Meta<typeof SipTraceView>;

export default meta;
type Story = StoryObj<typeof meta>;

const wide = { frame: { width: '1040px', height: '560px' } };
export const ADay: Story = {};
export const Wide: Story = { parameters: wide };
export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
export const RightToLeft: Story = { parameters: { frame: { dir: 'rtl' } } };
export const Empty: Story = { args: { messages: [], marks: [] } };
export const Reading: Story = { play: ({ canvas, userEvent }) => open(canvas.getByRole('listbox'), userEvent) };
export const ReadingWide: Story = { parameters: wide, play: Reading.play! };
export const ReadingDark: Story = {
  parameters: { frame: { width: '1040px', height: '560px', theme: 'dark' } },
  play: Reading.play!,
};
export const TwoServers: Story = {
  args: {
    messages: new FakeTrace()
      .say({ way: 'sent', line: 'OPTIONS' })
      .say({ way: 'received', line: '503 Service Unavailable', method: 'OPTIONS' })
      .say({ way: 'sent', line: 'OPTIONS', cseq: 2, server: 'wss://second.example.net/' })
      .say({ way: 'received', line: '200 OK', method: 'OPTIONS', cseq: 2, server: 'wss://second.example.net/' })
      .messages,
    marks: [],
  },
};

/** Only what went wrong, then nothing at all. */
export const Filtered: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Failures only' }));
    await waitFor(() => expect(within(canvas.getByRole('listbox')).getAllByRole('option')).toHaveLength(3));
    await userEvent.type(canvas.getByRole('searchbox'), 'nothing like that');
    await canvas.findByText('No message fits these filters.');
  },
};

async function open(list: HTMLElement, userEvent: { click(element: Element): Promise<void> }): Promise<void> {
  await userEvent.click(within(list).getAllByRole('option', { name: /sent INVITE/ })[0]!);
}
