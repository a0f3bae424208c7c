import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { inFrame } from '../testing/frame.tsx';
import { realPhone, sceneOf } from '../testing/with-phone.tsx';
import { SipTrace } from './sip-trace.tsx';

/** Real messages of a real phone. */
const meta = {
  title: 'sip-trace/real calls',
  component: SipTrace,
  loaders: realPhone.loaders,
  beforeEach: realPhone.beforeEach,
  decorators: [inFrame({ width: '1040px', height: '560px' }), realPhone.decorator],
} satisfies Meta<typeof SipTrace>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A call is placed, answered and ended while somebody looks. */
export const ACall: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context;
    const scene = sceneOf(context);
    const session = await scene.talkTo('ben');
    await session.terminate();
    await canvas.findByRole('option', { name: /received 200 OK, for BYE/ });
    await userEvent.click(canvas.getByRole('option', { name: /received 200 OK, for INVITE/ }));
    const message = within(canvas.getByRole('region', { name: 'Message' }));
    await expect(message.getByText('audio')).toBeVisible();
    await expect(message.getByText('CSeq').nextSibling).toHaveTextContent(/INVITE$/);
  },
};
