import { listenTo, type ToneMeter } from '@hookswitch/sip-core/testing';
import type { SipAccount } from '@hookswitch/react-sip';
import type { Session, UA } from '@hookswitch/sip-core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, waitFor } from 'storybook/test';
import { inFrame } from '../testing/frame.tsx';
import { type PhoneScene, sceneTones } from '../testing/phone-scene.ts';
import { prepared, realPhone, sceneOf } from '../testing/with-phone.tsx';
import { Softphone } from './softphone.tsx';

/** Transfers that are talked over, conferences and several accounts, with real calls between user agents in the page. */
const meta = {
  title: 'softphone/several calls',
  component: Softphone,
  loaders: realPhone.loaders,
  beforeEach: realPhone.beforeEach,
  decorators: [inFrame({ height: '640px' }), realPhone.decorator],
} satisfies Meta<typeof Softphone>;

export default meta;
type Story = StoryObj<typeof meta>;
interface Keys {
  readonly tab: (options?: { readonly shift?: boolean }) => Promise<void>;
  readonly keyboard: (keys: string) => Promise<void>;
}

const soon = { timeout: 5000 };
const widget = { frame: { width: '320px', height: '600px' } };

/** Marta is on the line, and Ben would answer. */
const martaAndBen = async (scene: PhoneScene): Promise<void> => {
  await scene.picksUp('ben');
  await scene.answer('marta');
};
/** Alice asks Ben while Marta waits. */
const asksBen = async (scene: PhoneScene): Promise<void> => {
  await martaAndBen(scene);
  const [marta] = scene.ua.sessions.values();
  await marta?.hold();
};

/** Goes on to the button of that name by Tab alone, and presses it. */
async function press(keys: Keys, name: string | RegExp): Promise<void> {
  const here = (): string => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent.trim() ?? '';
  };
  for (let step = 0; step < 60; step += 1) {
    if (
      document.activeElement?.tagName === 'BUTTON' &&
      (typeof name === 'string' ? here() === name : name.test(here()))
    ) {
      await keys.keyboard('{Enter}');
      return;
    }
    await keys.tab();
  }
  throw new Error(`Tab does not get to "${String(name)}".`);
}

/** What a session hears. */
function ears(session: Session | undefined): ToneMeter {
  const handler = session?.sessionDescriptionHandler;
  if (handler === undefined || !('remoteMediaStream' in handler)) throw new Error('The call has sound.');
  return listenTo(handler.remoteMediaStream as MediaStream);
}

async function hears(ua: UA, ...who: readonly (keyof typeof sceneTones)[]): Promise<void> {
  const meter = ears([...ua.sessions.values()].at(-1));
  try {
    const heard = (): readonly number[] => Object.values(sceneTones).filter((tone) => meter.levelAt(tone) > 0.02);
    await waitFor(() => expect(heard()).toEqual(who.map((name) => sceneTones[name])), soon);
  } finally {
    meter.stop();
  }
}

/** Asks first, connects the two, and they hear each other. By the keyboard alone. */
export const AttendedTransfer: Story = {
  parameters: prepared(martaAndBen),
  play: async (context) => {
    const { canvas, userEvent } = context;
    const scene = sceneOf(context);
    await press(userEvent, 'Transfer');
    await userEvent.keyboard('1002');
    await press(userEvent, 'Ask first');
    await canvas.findByText('1002 answered. Marta Oliveira waits on hold.', {}, soon);
    await expect(canvas.getByRole('region', { name: 'Asking before a transfer' })).toBeVisible();
    // The focus went from the form to the new call, not to the top of the page.
    await expect(canvas.getByRole('region', { name: 'Call with 1002' })).toHaveFocus();
    await hears(scene.known('ben'), 'alice');
    // Back from the call to what stands above it.
    const above = canvas.getByRole('region', { name: 'Asking before a transfer' });
    for (const until of [true, false]) {
      for (let step = 0; step < 10 && above.contains(document.activeElement) !== until; step += 1) {
        await userEvent.tab({ shift: true });
      }
    }
    await press(userEvent, 'Transfer');
    await waitFor(() => expect(scene.ua.sessions.size).toBe(0), soon);
    await hears(scene.known('ben'), 'marta');
    await hears(scene.known('marta'), 'ben');
  },
};

/** Asks first, joins everybody, silences one, and ends it. By the keyboard alone. */
export const ConferenceOfThree: Story = {
  parameters: prepared(martaAndBen),
  play: async (context) => {
    const { canvas, userEvent } = context;
    const scene = sceneOf(context);
    await press(userEvent, 'Add call');
    await userEvent.keyboard('1002{Enter}');
    await canvas.findByRole('region', { name: 'Call with 1002' }, soon);
    await waitFor(
      () => expect(canvas.getByRole('button', { name: 'Merge' })).not.toHaveAttribute('aria-disabled'),
      soon,
    );
    await press(userEvent, 'Merge');
    await canvas.findByRole('region', { name: 'Conference' }, soon);
    await hears(scene.known('ben'), 'alice', 'marta');
    await hears(scene.known('marta'), 'alice', 'ben');
    const rings = (): number[] =>
      [...document.querySelectorAll<HTMLElement>('.hs-member__level')].map((ring) =>
        Number(ring.style.getPropertyValue('--level')),
      );
    await waitFor(() => expect(Math.min(...rings())).toBeGreaterThan(0.5), soon);
    await press(userEvent, 'Silence Marta Oliveira');
    await hears(scene.known('ben'), 'alice');
    await press(userEvent, 'End for all');
    await waitFor(() => expect(scene.ua.sessions.size).toBe(0), soon);
  },
};

export const AskingInAWidget: Story = {
  parameters: { ...prepared(martaAndBen), ...widget },
  play: async ({ canvas, userEvent }) => {
    await press(userEvent, 'Transfer');
    await userEvent.keyboard('1002');
    await press(userEvent, 'Ask first');
    await canvas.findByText('1002 answered. Marta Oliveira waits on hold.', {}, soon);
  },
};

export const AskingInABar: Story = {
  args: { size: 'bar' },
  parameters: {
    ...prepared(martaAndBen),
    frame: { width: '760px', height: '48px' },
  },
  ...(AskingInAWidget.play === undefined ? {} : { play: AskingInAWidget.play }),
};

/** Another call was busy, and says so while this one waits. */
export const AddedCallFails: Story = {
  parameters: prepared(asksBen),
  play: async ({ canvas, userEvent }) => {
    await press(userEvent, 'Add call');
    await userEvent.keyboard('602{Enter}');
    await expect(await canvas.findByRole('alert', {}, soon)).toHaveTextContent(/602/);
    await press(userEvent, 'Close');
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
};

const accountsOf = (scene: PhoneScene): readonly SipAccount[] => [
  { id: 'alice', label: 'Alice Martin', ua: scene.ua },
  { id: 'support', label: 'Support', ua: scene.known('support') },
];

/** Two accounts: one talks, and the other rings. Answering there puts the first on hold. */
export const TwoAccounts: Story = {
  parameters: prepared(async (scene) => {
    await scene.other('support');
    await scene.answer('marta');
    const ben = await scene.other('ben');
    ben.invite(scene.network.uri('1900'));
    await scene.until(() => scene.known('support').sessions.size === 1);
  }),
  render: (args, { loaded }): ReactElement => <Softphone {...args} accounts={accountsOf(sceneOf({ loaded }))} />,
  play: async (context) => {
    const { canvas, userEvent } = context;
    const scene = sceneOf(context);
    const strip = await canvas.findByRole('dialog', { name: 'Incoming call from Ben Carter' }, soon);
    await expect(strip).toHaveTextContent('to Support');
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Answer' })).not.toHaveAttribute('aria-disabled'));
    await press(userEvent, 'Answer');
    await canvas.findByRole('region', { name: 'Call with Ben Carter' }, soon);
    await waitFor(() => expect([...scene.ua.sessions.values()][0]?.getSnapshot().hold.local).toBe(true), soon);
    await expect(canvas.getByRole('button', { name: /^Support Ready/ })).toBeVisible();
    await press(userEvent, /Marta Oliveira.*via Alice Martin/);
    await canvas.findByRole('region', { name: 'Call with Marta Oliveira' }, soon);
    await waitFor(
      () => expect([...scene.known('support').sessions.values()][0]?.getSnapshot().hold.local).toBe(true),
      soon,
    );
  },
};
