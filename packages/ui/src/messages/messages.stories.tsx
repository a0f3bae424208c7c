import type { TextMessage } from '@hookswitch/react-sip';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { inFrame } from '../testing/frame.tsx';
import { hardCodedText } from '../testing/hard-coded-text.ts';
import { inLanguage } from '../testing/in-language.tsx';
import { arabicName, hostileName, longName } from '../testing/long-names.ts';
import { conversationsIn } from './conversation.ts';
import { ConversationsView } from './conversations-view.tsx';
import { ThreadView } from './thread-view.tsx';

const minute = 60_000;
const noon = new Date().setHours(12, 0, 0, 0);
const text = (id: number, minutesAgo: number, body: string, changes: Partial<TextMessage> = {}): TextMessage => ({
  ...{ id: String(id), peer: 'sip:1002@example.com', direction: 'incoming', body, at: noon - minutesAgo * minute },
  ...{ status: 'received', error: null, read: true },
  ...changes,
});
const ours = { direction: 'outgoing', status: 'delivered' } as const;
const refused = { code: 'RESPONSE', message: '', statusCode: 404, retryable: false };
const thread = [
  text(1, 1500, 'Did the customer from Lisbon call back?'),
  text(2, 1490, 'Not yet. I left her a message.', ours),
  text(3, 30, `${hostileName}\nand https://example.com/not-a-link`),
  text(4, 20, 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(4), ours),
  text(5, 10, 'مرحبا، كيف حالك؟'),
  text(6, 5, 'She is on line two now.', { ...ours, status: 'failed', error: refused }),
  text(7, 1, 'On my way', { ...ours, status: 'sending' }),
];
const names: Readonly<Record<string, string>> = {
  'sip:1002@example.com': 'Ben Carter',
  'sip:1007@example.com': longName,
  'sip:1008@example.com': arabicName,
};
const many = [
  text(21, 3000, 'See you', { peer: 'sip:1007@example.com' }),
  text(22, 200, longName, { peer: 'sip:1008@example.com', read: false }),
  ...thread.map((each) => (each.id === '5' ? { ...each, read: false } : each)),
];

const meta = {
  component: ThreadView,
  args: {
    ...{ name: 'Ben Carter', messages: thread, draft: '', onDraft: fn(), onSend: fn(), onResend: fn() },
    ...{ onBack: fn(), onCall: fn(), onRemove: fn() },
  },
  decorators: [inFrame({ height: '560px' })],
} satisfies Meta<typeof ThreadView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Thread: Story = {};
export const ThreadEmpty: Story = { args: { messages: [] } };
export const ThreadComposing: Story = { args: { composing: true } };
export const ThreadOffline: Story = { args: { draft: 'Later', blocked: 'Not connected' } };
export const ThreadTooLong: Story = { args: { draft: 'x'.repeat(4001) } };
export const ThreadDark: Story = { parameters: { frame: { theme: 'dark' } } };
export const ThreadRightToLeft: Story = {
  args: { name: arabicName },
  parameters: { frame: { dir: 'rtl' } },
  decorators: [inLanguage('ar')],
};
export const ThreadLongName: Story = { args: { name: longName } };
export const ThreadPseudo: Story = {
  args: { composing: true },
  decorators: [inLanguage('pseudo')],
  play: async ({ canvas, canvasElement }) => {
    const dates = canvas.getAllByRole('heading').map(({ textContent }) => textContent);
    const left = hardCodedText(canvasElement, ['Ben Carter', ...dates, ...thread.map(({ body }) => body)]);
    await expect(left).toEqual([]);
  },
};

/** Sends with Enter, and begins a new line with Shift and Enter. What failed can be sent again. */
export const ThreadUsed: Story = {
  args: { draft: 'Hello' },
  play: async ({ args, canvas, userEvent }) => {
    const field = canvas.getByRole('textbox', { name: 'Message to Ben Carter' });
    await userEvent.type(field, '{Shift>}{Enter}{/Shift}');
    await expect(args.onSend).not.toHaveBeenCalled();
    await userEvent.type(field, '{Enter}');
    await expect(args.onSend).toHaveBeenCalledWith('Hello');
    await userEvent.click(canvas.getByRole('button', { name: 'Send again' }));
    await expect(args.onResend).toHaveBeenCalledWith(thread[5]);
    await expect(canvas.queryByRole('link')).toBeNull();
  },
};

/** A thousand texts: the last of them are drawn, and it begins at the end. */
export const ThreadMany: Story = {
  args: { messages: Array.from({ length: 1000 }, (_, index) => text(index, 1000 - index, `Text ${index}`)) },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('listitem').length).toBeLessThan(200);
    await expect(canvas.getByText('Text 999')).toBeVisible();
  },
};

const list = (messages: readonly TextMessage[], changes: Partial<Story> = {}): Story => ({
  ...changes,
  render: () => (
    <ConversationsView
      conversations={conversationsIn(messages)}
      textOf={(peer) => ({ name: names[peer] ?? peer, number: '' })}
      people={[{ name: 'Ben Carter', address: '1002' }]}
      onOpen={meta.args.onBack}
      removed={changes.name === 'removed' ? 'Ben Carter' : null}
    />
  ),
});
export const List: Story = list(many);
export const ListEmpty: Story = list([]);
export const ListDark: Story = list(many, { parameters: { frame: { theme: 'dark' } } });
export const ListRightToLeft: Story = list(many, {
  parameters: { frame: { dir: 'rtl' } },
  decorators: [inLanguage('ar')],
});
export const ListWriting: Story = list(many, {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'New message' }));
    await userEvent.type(canvas.getByRole('textbox', { name: 'Number, address or contact' }), 'ben');
    await userEvent.click(canvas.getByRole('button', { name: /^Ben Carter.*1002/ }));
    await expect(meta.args.onBack).toHaveBeenCalledWith('1002');
  },
});
