import type { PhoneStorage } from '@hookswitch/react-sip/storage';
import { PIDF, writePidf } from '@hookswitch/sip-core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { inFrame } from '../testing/frame.tsx';
import { hardCodedText } from '../testing/hard-coded-text.ts';
import { allLanguages } from '../testing/languages.ts';
import { longName } from '../testing/long-names.ts';
import type { PhoneScene } from '../testing/phone-scene.ts';
import { prepared, realPhone, sceneOf } from '../testing/with-phone.tsx';
import { storyStorage } from '../testing/with-storage.tsx';
import { Softphone } from './softphone.tsx';

const meta = {
  component: Softphone,
  loaders: [...realPhone.loaders, ...storyStorage.loaders],
  beforeEach: realPhone.beforeEach,
  decorators: [inFrame({ height: '640px' }), storyStorage.decorator, realPhone.decorator],
} satisfies Meta<typeof Softphone>;

export default meta;
type Story = StoryObj<typeof meta>;

const fill = async ({ contacts }: PhoneStorage): Promise<void> => {
  const people = [
    ...[
      ['Ben Carter', '1002'],
      ['Jonas Weber', '+4930901820'],
      ['Marta Oliveira', '+351215550134'],
    ],
    [longName, '1999'],
  ];
  for (const [name = '', address = ''] of people) {
    await contacts.save({ name, addresses: [{ label: 'work', address }], favourite: address === '1002' });
  }
};
/** Ben is away and wrote, Jonas rang in vain, and there is voicemail. */
const busyMorning = async (scene: PhoneScene): Promise<void> => {
  const ben = await scene.other('ben');
  const away = writePidf({ entity: 'pres:1002@example.com', basic: 'open', activities: ['away'], note: 'At lunch' });
  ben.publish(scene.network.uri('1002'), 'presence', away, { contentType: PIDF });
  scene.network.setMailbox('1001', { fresh: 2, urgent: 1, old: 4, account: 'sip:605@example.com' });
  const call = await scene.receive('jonas');
  await call.terminate();
  await scene.until(() => scene.ua.sessions.size === 0);
};
const written = async (scene: PhoneScene): Promise<void> => {
  const ben = await scene.other('ben');
  ben.on('message', () => undefined);
  await busyMorning(scene);
};
const open =
  (name: string): NonNullable<Story['play']> =>
  async ({ canvas, userEvent }) => {
    const close = canvas.queryByRole('button', { name: 'Close' });
    if (close !== null) await userEvent.click(close);
    await userEvent.click(await canvas.findByRole('button', { name: new RegExp(`^${name}`) }));
  };
const page = { frame: { width: '1240px', height: '680px' } };
const dark = { frame: { theme: 'dark' } };

export const Recents: Story = { parameters: { fill, ...prepared(busyMorning) }, play: open('Recents') };
export const Contacts: Story = {
  parameters: { fill, ...prepared(busyMorning) },
  play: async (context) => {
    await open('Contacts')(context);
    await context.canvas.findByText('Away · At lunch');
  },
};
export const ContactsDark: Story = { parameters: { fill, ...dark, ...prepared(busyMorning) }, play: open('Contacts') };
export const Messages: Story = { parameters: { fill }, play: open('Messages') };
export const Page: Story = { parameters: { fill, ...page, ...prepared(busyMorning) } };
export const PageDark: Story = {
  parameters: { fill, frame: { ...page.frame, theme: 'dark' }, ...prepared((scene) => scene.answer('marta')) },
  play: open('Contacts'),
};
export const Widget: Story = {
  parameters: { fill, frame: { width: '320px', height: '600px' }, ...prepared(busyMorning) },
  play: open('Recents'),
};
export const Arabic: Story = { args: { labels: allLanguages['ar'] }, parameters: { fill } };
export const German: Story = {
  args: { labels: allLanguages['de'] },
  parameters: { fill, frame: { width: '320px', height: '600px' } },
};
export const AwayFromACall: Story = {
  parameters: { fill, ...prepared((scene) => scene.answer('marta')) },
  play: open('Contacts'),
};
export const RingsMeanwhile: Story = {
  parameters: { fill, ...prepared((scene) => scene.answer('marta')) },
  play: async (context) => {
    await open('Contacts')(context);
    await sceneOf(context).receive('jonas');
    await context.canvas.findByRole('dialog', { name: 'Incoming call from Jonas Weber' });
    await expect(context.canvas.getByRole('region', { name: 'Contacts' })).toBeVisible();
  },
};
export const Pseudo: Story = {
  args: { labels: allLanguages['pseudo'] },
  parameters: { fill, ...page },
  play: async ({ canvas, canvasElement, userEvent }) => {
    const names = ['Ben Carter', 'Jonas Weber', 'Marta Oliveira', longName, 'Alice Martin', '+4930901820'];
    for (const section of ['Contacts', 'Messages', 'Recents']) {
      await userEvent.click(await canvas.findByRole('button', { name: new RegExp(`^⟦${section}`) }));
      await canvas.findByRole('region', { name: new RegExp(section === 'Recents' ? 'Recent calls' : section) });
      const left = (): readonly string[] =>
        hardCodedText(canvasElement, names).filter((text) => text.length > 2 && !text.startsWith('⟦'));
      await waitFor(() => expect(left()).toEqual([]));
    }
  },
};

/** Tells others that we are busy, and the server takes it. */
export const OwnPresence: Story = {
  parameters: { fill },
  play: async (context) => {
    const { canvas, userEvent } = context;
    await open('Contacts')(context);
    const choice = await canvas.findByRole('combobox', { name: 'Your status' });
    await userEvent.selectOptions(choice, 'Busy');
    await waitFor(() => expect(sceneOf(context).network.trace.find('200 PUBLISH')).toHaveLength(1));
    await expect(choice).toHaveValue('busy');
  },
};

/** Ben writes, is answered, and writes on: a real conversation over the network. */
export const AConversation: Story = {
  parameters: { fill, ...prepared(written) },
  play: async (context) => {
    const { canvas, userEvent } = context;
    const scene = sceneOf(context);
    const ben = await scene.other('ben');
    await ben.message(scene.network.uri('1001'), 'Lunch?');
    await userEvent.click(await canvas.findByRole('button', { name: 'Messages 1 new' }));
    await userEvent.click(await canvas.findByRole('button', { name: /^Ben Carter.*Lunch/ }));
    await userEvent.type(canvas.getByRole('textbox', { name: 'Message to Ben Carter' }), 'Yes{Enter}');
    await canvas.findByText('Delivered');
    await expect(canvas.getByRole('button', { name: 'Messages' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'All messages' }));
    await canvas.findByText('You: Yes');
  },
};

/** Adds the caller of a missed call to the contacts; the call then has the name. */
export const AddsACaller: Story = {
  parameters: prepared(async (scene) => {
    const call = await scene.receive('jonas');
    await call.terminate();
  }),
  play: async (context) => {
    const { canvas, userEvent } = context;
    await open('Recents')(context);
    await userEvent.click(await canvas.findByRole('button', { name: 'More about Jonas Weber' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Add contact' }));
    const name = await canvas.findByRole('textbox', { name: 'Name' });
    await userEvent.clear(name);
    await userEvent.type(name, 'Jonas from Berlin');
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Recents' }));
    await canvas.findByText('Jonas from Berlin');
  },
};
