import type { Contact } from '@hookswitch/react-sip/storage';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import type { PresenceState } from '../labels/people-labels.ts';
import { PresenceDotView } from '../presence-dot/presence-dot-view.tsx';
import { inFrame } from '../testing/frame.tsx';
import { hardCodedText } from '../testing/hard-coded-text.ts';
import { inLanguage } from '../testing/in-language.tsx';
import { arabicName, hostileName, longName } from '../testing/long-names.ts';
import { ContactForm } from './contact-form.tsx';
import { ContactsView } from './contacts-view.tsx';

const contact = (id: string, name: string, address: string, changes: Partial<Contact> = {}): Contact => ({
  ...{ id, name, favourite: false, note: '', changedAt: 0 },
  addresses: [{ label: 'work', address }],
  ...changes,
});
const contacts = [
  contact('1', 'Ben Carter', '1002', { favourite: true, note: 'Back on Monday' }),
  contact('2', 'Chiamaka Okafor', '1007'),
  contact('3', 'Jonas Weber', '+49 30 901820', {
    addresses: [
      { label: 'work', address: '+49 30 901820' },
      { label: 'home', address: 'sip:jonas@example.com' },
    ],
  }),
  contact('4', 'Marta Oliveira', '+351 21 555 0134'),
  contact('5', longName, 'sip:a.very.long.address.that.goes.on.and.on@branch.office.example.com'),
  contact('6', arabicName, '+97335550134'),
  contact('7', hostileName, '1008'),
];
const states: readonly PresenceState[] = ['available', 'busy', 'away', 'doNotDisturb', 'offline', 'unknown'];
const presenceOf = (address: string) => (
  <PresenceDotView labelled state={states[contacts.findIndex((each) => each.addresses[0]?.address === address) % 6]!} />
);

const meta = {
  component: ContactsView,
  args: {
    ...{ contacts, presenceOf, onCall: fn(), onMessage: fn(), onEdit: fn(), onFavourite: fn(), onRemove: fn() },
    ...{ onRestore: fn(), onAdd: fn(), onImport: fn(), onExport: fn() },
  },
  decorators: [inFrame()],
} satisfies Meta<typeof ContactsView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Some: Story = {};
export const Empty: Story = { args: { contacts: [] } };
export const Loading: Story = { args: { contacts: [], loaded: false } };
export const NotKept: Story = { args: { kept: false } };
export const Imported: Story = { args: { news: '12 contacts added' } };
export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
export const RightToLeft: Story = { parameters: { frame: { dir: 'rtl' } }, decorators: [inLanguage('ar')] };
export const Pseudo: Story = {
  decorators: [inLanguage('pseudo')],
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /More about Jonas Weber/ }));
    const names = contacts.flatMap(({ name, addresses, note }) => [
      ...[name, note],
      ...addresses.map(({ address }) => address),
    ]);
    const initials = ['BC', 'CO', 'JW', 'MO', 'WF', 'م', 'ما'];
    const left = hardCodedText(canvasElement, [...names, ...initials]);
    await expect(left.filter((text) => text.length > 2 && !text.includes('⟧ · '))).toEqual([]);
  },
};

/** Searches, opens what else can be done, deletes and takes that back. */
export const Used: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('searchbox'), '30901820');
    await userEvent.click(canvas.getByRole('button', { name: 'More about Jonas Weber' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Call sip:jonas@example.com · home' }));
    await expect(args.onCall).toHaveBeenCalledWith('sip:jonas@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Favourite' }));
    await expect(args.onFavourite).toHaveBeenCalledWith(contacts[2]);
    await userEvent.click(canvas.getByRole('button', { name: 'Delete' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Undo' }));
    await expect(args.onRestore).toHaveBeenCalledWith(contacts[2]);
    await userEvent.type(canvas.getByRole('searchbox'), 'zzz');
    await expect(canvas.getByText('Nobody matches “30901820zzz”')).toBeVisible();
  },
};

/** A thousand people are drawn a piece at a time. */
export const Many: Story = {
  args: {
    contacts: Array.from({ length: 1000 }, (_, index) =>
      contact(String(index), `Person ${index}`, String(2000 + index)),
    ),
    presenceOf: () => <PresenceDotView state="offline" />,
  },
  decorators: [
    (Story) => (
      <div style={{ blockSize: '480px', overflow: 'auto' }} tabIndex={0} role="region" aria-label="Scrolling">
        <Story />
      </div>
    ),
  ],
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('listitem').length).toBeLessThan(200);
  },
};

const form = (theme?: 'dark'): Story => ({
  parameters: { frame: { theme } },
  render: () => (
    <div className="hs-root">
      <ContactForm draft={contacts[2]!} problem={null} onSave={fn()} onCancel={fn()} />
    </div>
  ),
});
export const Form: Story = form();
export const FormDark: Story = form('dark');
export const FormRefused: Story = {
  render: () => (
    <div className="hs-root">
      <ContactForm draft={{ name: '', addresses: [] }} onSave={fn()} onCancel={fn()} />
    </div>
  ),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }));
    await expect(canvas.getByRole('alert')).toHaveTextContent('Enter a name.');
    await expect(canvas.getByRole('textbox', { name: 'Name' })).toHaveFocus();
  },
};
