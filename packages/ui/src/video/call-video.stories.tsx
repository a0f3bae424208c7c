import { createTestPicture } from '@hookswitch/sip-core/testing';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactElement, useEffect, useState } from 'react';
import { expect, fn, waitFor } from 'storybook/test';
import { inFrame } from '../testing/frame.tsx';
import { longName } from '../testing/long-names.ts';
import { CallVideoView, type CallVideoViewProps } from './call-video-view.tsx';

type StageProps = Omit<CallVideoViewProps, 'remote' | 'local'> & {
  readonly theirs?: 'person' | 'screen' | null;
  readonly ours?: 'person' | 'screen' | null;
};

/** The stage with pictures that a page draws itself. */
function Stage({ theirs = 'person', ours = 'person', ...props }: StageProps): ReactElement {
  const [streams, setStreams] = useState<Pick<CallVideoViewProps, 'remote' | 'local'>>({ remote: null, local: null });
  useEffect(() => {
    const make = (of: 'person' | 'screen' | null, hue: number) => (of === null ? null : createTestPicture({ of, hue }));
    const [remote, local] = [make(theirs, 20), make(ours, 210)];
    setStreams({ remote: remote?.stream ?? null, local: local?.stream ?? null });
    return () => {
      remote?.stop();
      local?.stop();
    };
  }, [theirs, ours]);
  return <CallVideoView {...props} {...streams} />;
}

const meta = {
  title: 'video/CallVideo',
  component: Stage,
  args: { name: 'Marta Oliveira', onShow: fn(), onShare: fn(), onSwitchCamera: fn(), onStopSharing: fn() },
  decorators: [inFrame({ height: '240px' })],
} satisfies Meta<typeof Stage>;

export default meta;
type Story = StoryObj<typeof meta>;

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
