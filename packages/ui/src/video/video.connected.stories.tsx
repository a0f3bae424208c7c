import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { ActiveCall } from '../active-call/active-call.tsx';
import { inFrame } from '../testing/frame.tsx';
import { prepared, realPhone, sceneOf } from '../testing/with-phone.tsx';

/** Calls with pictures, from user agent to user agent in the page; the cameras are drawn. */
const meta = {
  title: 'video/real calls',
  component: ActiveCall,
  loaders: realPhone.loaders,
  beforeEach: realPhone.beforeEach,
  decorators: [inFrame({ height: '584px' }), realPhone.decorator],
} satisfies Meta<typeof ActiveCall>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Waits until a picture moves. */
async function moves(video: HTMLVideoElement): Promise<void> {
  await waitFor(() => expect(video.videoWidth).toBeGreaterThan(0));
  const before = video.getVideoPlaybackQuality().totalVideoFrames;
  await waitFor(() => expect(video.getVideoPlaybackQuality().totalVideoFrames).toBeGreaterThan(before + 2));
}

export const BothSeeEachOther: Story = {
  parameters: prepared((scene) => scene.talkTo('marta', { video: true })),
  play: async ({ canvas }) => {
    await moves(await canvas.findByLabelText<HTMLVideoElement>(/^Picture of/));
    await moves(canvas.getByLabelText<HTMLVideoElement>('Your own picture'));
    await expect(canvas.getByRole('button', { name: 'Video' })).toHaveAttribute('aria-pressed', 'true');
  },
};

export const AddedAndSharedAndDropped: Story = {
  parameters: prepared((scene) => scene.talkTo('marta')),
  play: async ({ canvas, userEvent, ...context }) => {
    const { ua } = sceneOf(context);
    const media = () => [...ua.sessions.values()][0]?.getSnapshot().media;
    const video = canvas.getByRole('button', { name: 'Video' });
    await userEvent.click(video);
    await waitFor(() => expect(video).toHaveAttribute('aria-pressed', 'true'));
    await moves(await canvas.findByLabelText<HTMLVideoElement>('Your own picture'));
    await expect(canvas.getByText(/shows no picture$/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Share screen' }));
    await expect(await canvas.findByText('You are sharing your screen')).toBeVisible();
    await waitFor(() => expect(media()?.sharing).toBe(true));
    await expect(video).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(canvas.getByRole('button', { name: 'Stop sharing' }));
    await waitFor(() => expect(video).not.toHaveAttribute('aria-disabled'));
    await userEvent.click(video);
    await waitFor(() => expect(media()?.video).toBeNull());
    await expect(canvas.queryByLabelText('Your own picture')).toBeNull();
  },
};

export const TheyTurnTheirsOn: Story = {
  parameters: prepared(async (scene) => {
    await scene.talkTo('marta');
    const [theirs] = scene.known('marta').sessions.values();
    await theirs?.setVideo(true);
  }),
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByText(/turned on video$/)).toBeVisible();
    await expect(canvas.queryByLabelText('Your own picture')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Turn on camera' }));
    await moves(await canvas.findByLabelText<HTMLVideoElement>('Your own picture'));
  },
};
