import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { Softphone } from '../softphone/softphone.tsx';
import { inFrame } from '../testing/frame.tsx';
import { prepared, realPhone, sceneOf } from '../testing/with-phone.tsx';

/** A real call is recorded, and what was recorded is offered when it has ended. */
const meta = {
  title: 'recording/real calls',
  component: Softphone,
  args: { sections: ['keypad'] },
  loaders: realPhone.loaders,
  beforeEach: realPhone.beforeEach,
  decorators: [inFrame({ height: '640px' }), realPhone.decorator],
} satisfies Meta<typeof Softphone>;

export default meta;
type Story = StoryObj<typeof meta>;

const parameters = prepared((scene) => scene.talkTo('marta'));

export const RecordedAndSaved: Story = {
  parameters,
  play: async ({ canvas, userEvent, ...context }) => {
    const scene = sceneOf(context);
    await userEvent.click(canvas.getByRole('button', { name: 'Record' }));
    await expect(await canvas.findByText('Recording')).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 400));
    const pause = canvas.getByRole('button', { name: 'Pause recording' });
    await userEvent.click(pause);
    await expect(await canvas.findByText('Recording paused')).toBeVisible();
    await userEvent.click(pause);
    await expect(await canvas.findByText('Recording')).toBeVisible();
    // The far end hangs up: what was recorded is not lost.
    await [...scene.known('marta').sessions.values()][0]?.terminate();
    const save = await canvas.findByRole('button', { name: 'Save recording' });
    const saved: string[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push(this.download);
    };
    try {
      await userEvent.click(save);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    await expect(saved[0]).toMatch(/^call-\+351215550134-.*\.webm$/);
    // It outlives the screen of the ended call, too.
    await userEvent.click(canvas.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Call' })).toBeVisible());
    await userEvent.click(canvas.getByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(canvas.queryByText('This call was recorded')).toBeNull());
  },
};

export const NotWithoutConsent: Story = {
  args: { recording: { onConsent: () => Promise.resolve(false) } },
  parameters,
  play: async ({ canvas, userEvent }) => {
    const record = canvas.getByRole('button', { name: 'Record' });
    await userEvent.click(record);
    await waitFor(() => expect(record).not.toHaveAttribute('aria-busy'));
    await expect(record).toHaveAttribute('aria-pressed', 'false');
    await expect(canvas.queryByText('Recording')).toBeNull();
  },
};
