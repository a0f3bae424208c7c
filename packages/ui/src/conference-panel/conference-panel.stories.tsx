import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { fakeParty, fakeSession } from '../testing/fake-session.ts';
import { inFrame } from '../testing/frame.tsx';
import { arabicName, longName } from '../testing/long-names.ts';
import { ConferencePanelView } from './conference-panel-view.tsx';

const marta = fakeSession({ id: 'a' });
const ben = fakeSession({ id: 'b', remote: fakeParty('1002', 'Ben Carter') });
const jonas = fakeSession({ id: 'c', remote: fakeParty('+4930901820', 'Jonas Weber') });

const meta = {
  component: ConferencePanelView,
  args: {
    participants: [marta, ben],
    since: Date.now() - 94_000,
    actions: {
      silence: fn(),
      remove: fn(),
      hangUp: fn(),
      toggleMute: fn(),
      toggleHold: fn(),
      add: fn(),
      split: fn(),
      leave: fn(),
      end: fn(),
    },
  },
  decorators: [inFrame({ height: '584px' })],
} satisfies Meta<typeof ConferencePanelView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Two: Story = {};
/** The ring around a lamp is as strong as the voice. */
export const OneSpeaks: Story = {
  args: {
    levelOf: (id) => (
      <span className="hs-member__level" ref={(ring) => ring?.style.setProperty('--level', id === 'a' ? '0.6' : '0')} />
    ),
  },
};
export const Three: Story = { args: { participants: [marta, ben, jonas], silencedIds: ['b'], muted: true } };
export const EverybodyOnHold: Story = {
  args: {
    participants: [marta, ben].map((session) => ({ ...session, hold: { local: true, remote: false } })),
    held: true,
  },
};
export const OneReconnects: Story = { args: { participants: [marta, { ...ben, phase: 'reconnecting' }] } };
export const Leaving: Story = { args: { participants: [{ ...marta, pending: ['transfer'] }, ben] } };
export const Failed: Story = {
  args: { error: { code: 'TRANSFER_FAILED', message: '', statusCode: 603, retryable: false } },
};
export const AddsSomebody: Story = {
  args: { suggestions: [{ name: 'Jonas Weber', target: '+4930901820' }] },
  play: async ({ canvas, userEvent, args }) => {
    const add = canvas.getByRole('button', { name: 'Add call' });
    add.focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{Escape}');
    await expect(canvas.getByRole('button', { name: 'Add call' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('1002{Enter}');
    await expect(args.actions.add).toHaveBeenCalledWith('1002');
  },
};
export const LongNames: Story = {
  args: {
    participants: [
      { ...marta, remote: fakeParty('1', longName) },
      { ...ben, remote: fakeParty('2', arabicName) },
    ],
    silencedIds: ['a'],
  },
  parameters: { frame: { width: '320px', height: '520px' } },
};
export const Dark: Story = {
  args: { participants: [marta, ben, jonas] },
  parameters: { frame: { theme: 'dark' } },
};
export const RightToLeft: Story = { parameters: { frame: { dir: 'rtl' } } };
