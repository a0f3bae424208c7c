import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { callLogEntry } from '../call-log/call-log-entry.ts';
import { fakeCause, fakeParty, fakeSession } from '../testing/fake-session.ts';
import { inFrame } from '../testing/frame.tsx';
import { hardCodedText } from '../testing/hard-coded-text.ts';
import { allLanguages } from '../testing/languages.ts';
import { arabicName } from '../testing/long-names.ts';
import type { PhoneScene } from '../testing/phone-scene.ts';
import { prepared, realPhone } from '../testing/with-phone.tsx';
import { Softphone } from './softphone.tsx';

const ended = (id: string, user: string, name: string, incoming: boolean) =>
  callLogEntry(
    fakeSession({
      ...{ id, phase: 'ended', remote: fakeParty(user, name), cause: fakeCause('NO_ANSWER') },
      ...{ direction: incoming ? 'incoming' : 'outgoing', endedAt: Date.now() },
    }),
  );

const meta = {
  component: Softphone,
  args: { history: [ended('1', '+351215550134', 'Marta Oliveira', true), ended('2', '1002', 'Ben Carter', false)] },
  loaders: realPhone.loaders,
  beforeEach: realPhone.beforeEach,
  decorators: [inFrame({ height: '640px' }), realPhone.decorator],
} satisfies Meta<typeof Softphone>;

export default meta;
type Story = StoryObj<typeof meta>;

const names = ['Marta Oliveira', 'Ben Carter', 'Jonas Weber', 'Alice Martin', 'Alice'];
const talking = (scene: PhoneScene): Promise<unknown> => scene.answer('marta');
const ringing = (scene: PhoneScene): Promise<unknown> => scene.receive('jonas');
const second = async (scene: PhoneScene): Promise<void> => {
  await scene.answer('marta');
  await scene.receive('jonas');
};
const speaking = (tag: string, act?: (scene: PhoneScene) => Promise<unknown>, scene = {}): Story => ({
  args: { labels: allLanguages[tag] },
  parameters: act === undefined ? {} : prepared(act, scene),
});

export const German: Story = speaking('de', talking);
export const French: Story = speaking('fr', talking);
export const Spanish: Story = speaking('es', talking);
export const Portuguese: Story = speaking('pt', talking);
export const Japanese: Story = speaking('ja', talking);
export const Arabic: Story = speaking('ar', talking, { names: { marta: arabicName } });
export const GermanIncoming: Story = speaking('de', ringing);
export const FrenchSecondCallRings: Story = speaking('fr', second);
export const JapaneseIdle: Story = speaking('ja');
export const ArabicIdle: Story = speaking('ar');
export const ArabicIncoming: Story = speaking('ar', ringing, { names: { jonas: arabicName } });
export const ArabicSecondCallRings: Story = speaking('ar', second);
export const ArabicBar: Story = {
  args: { labels: allLanguages['ar'], size: 'bar' },
  parameters: { frame: { width: '720px', height: '48px' }, ...prepared(talking) },
};
export const ArabicPage: Story = {
  args: { labels: allLanguages['ar'] },
  parameters: { frame: { width: '1240px', height: '680px' }, ...prepared(talking) },
};

/** With the pseudo-locale: every text that is not in brackets is one that nobody could translate. */
const bracketed = (story: Story, ...press: readonly string[]): Story => ({
  ...story,
  play: async ({ canvas, canvasElement, userEvent }) => {
    for (const name of press) {
      const button = await canvas.findByRole('button', { name: `⟦${name} ~~~⟧` });
      await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled'));
      await userEvent.click(button);
    }
    await canvas.findByRole('region', { name: '⟦Phone ~~~⟧' });
    await waitFor(() => expect(hardCodedText(canvasElement, names)).toEqual([]));
  },
});
export const PseudoIdle: Story = bracketed(speaking('pseudo'));
export const PseudoRecent: Story = bracketed(speaking('pseudo'), 'Recents');
export const PseudoIncoming: Story = bracketed(speaking('pseudo', ringing));
export const PseudoSecondCallRings: Story = bracketed(speaking('pseudo', second));
export const PseudoKeypad: Story = bracketed(speaking('pseudo', talking), 'Keypad');
export const PseudoTransfer: Story = bracketed(speaking('pseudo', talking), 'Transfer');
export const PseudoEnded: Story = bracketed(speaking('pseudo', talking), 'Hang up');
export const PseudoPage: Story = bracketed({
  ...speaking('pseudo'),
  parameters: { frame: { width: '1240px', height: '680px' }, ...prepared(talking) },
});
