import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import type { LampState, PresenceState } from '../labels/people-labels.ts';
import { PresenceDotView } from '../presence-dot/presence-dot-view.tsx';
import { inFrame } from '../testing/frame.tsx';
import { hardCodedText } from '../testing/hard-coded-text.ts';
import { inLanguage } from '../testing/in-language.tsx';
import { longName } from '../testing/long-names.ts';
import { VoicemailBadgeView } from '../voicemail-badge/voicemail-badge-view.tsx';
import { BusyLampButtonView } from './busy-lamp-button-view.tsx';

const lamps: readonly LampState[] = ['idle', 'ringing', 'busy', 'unknown'];
const states: readonly PresenceState[] = ['available', 'busy', 'away', 'doNotDisturb', 'offline', 'unknown'];
const onPress = fn();

const meta = {
  component: BusyLampButtonView,
  args: { name: 'Ben Carter', lamp: 'idle', onPress },
  decorators: [inFrame()],
  render: () => (
    <div style={{ display: 'grid', gap: '8px', padding: '12px' }}>
      {lamps.map((lamp) => (
        <BusyLampButtonView key={lamp} name="Ben Carter" lamp={lamp} onPress={onPress} />
      ))}
      <BusyLampButtonView name={longName} lamp="ringing" canPickUp onPress={onPress} />
      {states.map((state) => (
        <PresenceDotView key={state} state={state} labelled note={state === 'away' ? longName : null} />
      ))}
      <PresenceDotView state="busy" />
      <VoicemailBadgeView fresh={0} />
      <VoicemailBadgeView fresh={12} old={3} onCall={onPress} />
      <VoicemailBadgeView fresh={2} urgent={1} old={40} onCall={onPress} />
    </div>
  ),
} satisfies Meta<typeof BusyLampButtonView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Everyone: Story = {};
export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
export const RightToLeft: Story = { parameters: { frame: { dir: 'rtl' } }, decorators: [inLanguage('ar')] };
export const Pseudo: Story = {
  decorators: [inLanguage('pseudo')],
  play: async ({ canvasElement }) => {
    const left = hardCodedText(canvasElement, ['Ben Carter', longName]);
    await expect(left.filter((text) => !text.includes('⟧ · '))).toEqual([]);
  },
};
