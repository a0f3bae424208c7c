import { createTestPicture, type TestPicture } from '@hookswitch/sip-core/testing';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { inFrame } from '../testing/frame.tsx';
import { longName } from '../testing/long-names.ts';
import { CallVideoView, type CallVideoViewProps } from './call-video-view.tsx';

type Drawn = 'person' | 'screen' | null;

/** What is drawn in place of the streams. */
type StageProps = Omit<CallVideoViewProps, 'remote' | 'local'> & {
  readonly theirs?: Drawn;
  readonly ours?: Drawn;
};

function draw(of: Drawn | undefined, hue: number): TestPicture | null {
  return of === null ? null : createTestPicture({ of: of ?? 'person', hue });
}

const meta: Meta<StageProps> = {
  title: 'video/CallVideo',
  args: { name: 'Marta Oliveira', onShow: fn(), onShare: fn(), onSwitchCamera: fn(), onStopSharing: fn() },
  decorators: [inFrame({ height: '240px' })],
  loaders: [({ args }) => ({ theirs: draw(args.theirs, 20), ours: draw(args.ours, 210) })],
  beforeEach:
    ({ loaded }) =>
    () => {
      for (const picture of [loaded['theirs'], loaded['ours']] as (TestPicture | null)[]) picture?.stop();
    },
  render: ({ theirs: _theirs, ours: _ours, ...props }, { loaded }) => {
    const { theirs, ours } = loaded as { readonly theirs: TestPicture | null; readonly ours: TestPicture | null };
    return <CallVideoView {...props} remote={theirs?.stream ?? null} local={ours?.stream ?? null} />;
  },
};

export default meta;
type Story = StoryObj<StageProps>;

export const Both: Story = {
  play: async ({ canvas }) => {
    const theirs = await canvas.findByLabelText<HTMLVideoElement>('Picture of Marta Oliveira');
    await waitFor(() => expect(theirs.videoWidth).toBeGreaterThan(0));
    await expect(theirs.muted).toBe(true);
  },
};
export const TheyStarted: Story = { args: { ours: null } };
export const TurningOnOurs: Story = { args: { ours: null, showing: true } };
export const OnlyOurs: Story = { args: { theirs: null } };
export const OnHold: Story = { args: { theirs: null, ours: null, note: 'On hold' } };
export const ANumber: Story = { args: { theirs: null, ours: null, name: '+351215550134' } };
export const TheirScreen: Story = { args: { theirs: 'screen' } };
export const OurScreen: Story = { args: { ours: 'screen', source: 'screen' } };
export const Cover: Story = { args: { fit: 'cover' }, parameters: { frame: { height: '320px' } } };
export const Large: Story = { parameters: { frame: { width: '720px', height: '420px' } } };
export const Small: Story = { parameters: { frame: { width: '264px', height: '140px' } } };
export const LongName: Story = { args: { name: longName, ours: null } };
export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
export const RightToLeft: Story = { parameters: { frame: { dir: 'rtl' } } };
