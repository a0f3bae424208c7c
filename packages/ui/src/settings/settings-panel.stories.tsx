import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { LabelsProvider } from '../labels/labels-provider.tsx';
import { inFrame } from '../testing/frame.tsx';
import { hardCodedText } from '../testing/hard-coded-text.ts';
import { allLanguages } from '../testing/languages.ts';
import { prepared, realPhone, sceneOf } from '../testing/with-phone.tsx';
import { storyStorage } from '../testing/with-storage.tsx';
import { SettingsPanel } from './settings-panel.tsx';

const devices = [
  { id: 'desk', label: 'Desk Microphone', kind: 'audioinput' },
  { id: 'speaker', label: 'Desk Speakers', kind: 'audiooutput' },
] as const;

/** The settings over real devices, a real storage and real peer connections. */
const meta = {
  component: SettingsPanel,
  args: { testDuration: 400 },
  loaders: [...realPhone.loaders, ...storyStorage.loaders],
  beforeEach: realPhone.beforeEach,
  decorators: [inFrame(), storyStorage.decorator, realPhone.decorator],
} satisfies Meta<typeof SettingsPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const parameters = prepared(async () => {}, { devices });
const inLanguage = (tag: string): NonNullable<Story['decorators']> => [
  (Story) => (
    <LabelsProvider labels={allLanguages[tag]}>
      <Story />
    </LabelsProvider>
  ),
];

export const Kept: Story = { parameters };
export const Dark: Story = { parameters: { ...parameters, frame: { theme: 'dark' } } };
export const WithAccount: Story = { parameters, args: { onSignIn: fn(), camera: true } };
export const Narrow: Story = { parameters: { ...parameters, frame: { width: '264px' } }, args: { onSignIn: fn() } };
export const Arabic: Story = {
  parameters: { ...parameters, frame: { dir: 'rtl' } },
  args: { onSignIn: fn() },
  decorators: inLanguage('ar'),
};

/** A call with ourselves, from the press to the verdict. */
export const TestCall: Story = {
  parameters,
  play: async (context) => {
    const { canvas, userEvent } = context;
    await userEvent.click(canvas.getByRole('button', { name: 'Start the test' }));
    await canvas.findByText('Ready for calls', {}, { timeout: 10_000 });
    await expect(canvas.getByText('Heard')).toBeVisible();
    await expect(canvas.getByText(/stayed inside this computer/)).toBeVisible();
    await expect(sceneOf(context).devices?.live).toHaveLength(0);
  },
};

/** The harmless answer has the focus. */
export const AsksBeforeDeleting: Story = {
  parameters,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Delete everything' }));
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Keep' })).toHaveFocus());
  },
};

/** No word that nobody could translate. */
export const Pseudo: Story = {
  parameters,
  args: { onSignIn: fn(), camera: true },
  decorators: inLanguage('pseudo'),
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: '⟦Start the test ~~~⟧' }));
    await canvas.findByText('⟦Ready for calls ~~~⟧', {}, { timeout: 10_000 });
    await canvas.findByRole('combobox', { name: '⟦Microphone ~~~⟧' });
    await expect(hardCodedText(canvasElement, ['Desk Microphone', 'Desk Speakers'])).toEqual([]);
  },
};
