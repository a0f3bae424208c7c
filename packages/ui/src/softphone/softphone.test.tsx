import { SipProvider } from '@hookswitch/react-sip';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { HistoryIcon } from '../icons/icons.ts';
import { en } from '../labels/en.ts';
import { PhoneScene, type PhoneSceneOptions } from '../testing/phone-scene.ts';
import { Softphone, type SoftphoneProps } from './softphone.tsx';
import { loadParts } from '../testing/load-parts.ts';

beforeAll(loadParts);

const scenes: PhoneScene[] = [];
afterEach(async () => {
  await Promise.all(scenes.splice(0).map((scene) => scene.close()));
});

async function setup(props: SoftphoneProps = {}, options: PhoneSceneOptions = {}) {
  const scene = new PhoneScene({ media: 'fake', ...options });
  scenes.push(scene);
  await scene.start();
  render(
    <StrictMode>
      <SipProvider ua={scene.ua}>
        <Softphone {...props} />
      </SipProvider>
    </StrictMode>,
  );
  return { scene, user: userEvent.setup({ delay: null }) };
}
const button = (name: string): HTMLElement => screen.getByRole('button', { name });
/** Waits until a button is there and takes presses. */
const ready = async (name: string): Promise<HTMLElement> => {
  await waitFor(() => expect(button(name)).not.toHaveAttribute('aria-disabled'));
  return button(name);
};

describe('Softphone', () => {
  test('[KIT-08] takes a whole call: rings, answers, mutes, holds, hangs up, and is ready again', async () => {
    const { scene, user } = await setup();
    expect(screen.getByText('Ready')).toBeVisible();
    await scene.receive('jonas');
    expect(await screen.findByRole('dialog', { name: 'Incoming call from Jonas Weber' })).toBeVisible();
    await user.click(await ready('Answer'));
    await user.click(await ready('Hold'));
    await waitFor(() => expect(button('Hold')).toHaveAttribute('aria-pressed', 'true'));
    await user.click(button('Mute'));
    expect(button('Mute')).toHaveAttribute('aria-pressed', 'true');
    await user.click(await ready('Hang up'));
    expect(await screen.findByText('You ended the call')).toBeVisible();
    await user.click(button('Close'));
    expect(button('Call')).toBeVisible();
  });

  test('[statement 10] [KIT-08] places a call with the keyboard alone, and says why it failed', async () => {
    const { user } = await setup();
    await user.type(screen.getByRole('textbox'), '602{Enter}');
    expect(await screen.findByText('Line busy', { selector: '.hs-ended__what' })).toBeVisible();
    await user.click(button('Close'));
    await user.click(button('Call'));
    expect(screen.getByRole('textbox')).toHaveValue('602');
  });

  test('[KIT-10] keeps the focus in the phone when a screen takes the focused button with it', async () => {
    const { scene, user } = await setup();
    await scene.receive('jonas');
    await user.click(await ready('Answer'));
    const call = await screen.findByRole('region', { name: 'Call with Jonas Weber' });
    await waitFor(() => expect(call).toHaveFocus());
    await user.click(await ready('Hang up'));
    await screen.findByText('You ended the call');
    await waitFor(() => expect(screen.getByRole('region', { name: 'Call with Jonas Weber' })).toHaveFocus());
  });

  test('[KIT-10] leaves a focus outside of the phone alone', async () => {
    const { scene } = await setup();
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    await scene.receive('jonas');
    await screen.findByRole('dialog');
    expect(field).toHaveFocus();
    field.remove();
  });

  test('[KIT-02] holds the call that talks when another one is answered, and switches between the lines', async () => {
    const { scene, user } = await setup();
    await scene.answer('marta');
    await scene.receive('jonas');
    await user.click(await ready('Hold & answer'));
    const lines = await screen.findByRole('list', { name: 'Your calls' });
    await within(lines).findByText('On hold');
    const marta = within(lines).getByRole('button', { name: /^Marta Oliveira/ });
    const jonas = within(lines).getByRole('button', { name: /^Jonas Weber/ });
    await waitFor(() => expect(jonas).toHaveAttribute('aria-current', 'true'));
    await user.click(marta);
    await waitFor(() => expect(within(jonas).getByText('On hold')).toBeVisible());
    await waitFor(() => expect(within(marta).queryByText('On hold')).toBeNull());
    expect(marta).toHaveAttribute('aria-current', 'true');
  });

  test('[KIT-06] says that the sign-in was refused, and why', async () => {
    await setup({}, { password: 'wrong' });
    expect(await screen.findByText(/did not accept your name or password/)).toBeVisible();
  });

  test('[KIT-06] says that the connection is lost, and takes no call then', async () => {
    const { scene, user } = await setup();
    scene.network.down();
    expect(await screen.findByText(/^Connection lost, trying again in/)).toBeVisible();
    await user.type(screen.getByRole('textbox'), '1002{Enter}');
    expect(button('Call')).toHaveAttribute('aria-disabled', 'true');
    expect(scene.ua.sessions.size).toBe(0);
  });

  test('[KIT-08] shows the calls that were, and calls from there', async () => {
    const { user } = await setup();
    await user.type(screen.getByRole('textbox'), '602{Enter}');
    await screen.findByText('Line busy', { selector: '.hs-ended__what' });
    await user.click(button('Close'));
    await user.click(button('Recents'));
    expect(button('Recents')).toHaveAttribute('aria-current', 'page');
    const log = await screen.findByRole('region', { name: 'Recent calls' });
    await user.click(within(log).getByRole('button', { name: /^602/ }));
    await screen.findByText('Line busy', { selector: '.hs-ended__what' });
    await user.click(button('Close'));
    const calls = within(await screen.findByRole('region', { name: 'Recent calls' }));
    expect(calls.getAllByText('Line busy')).toHaveLength(2);
  });

  test('[KIT-08] counts missed calls on the tab until somebody has looked', async () => {
    const { scene, user } = await setup();
    const call = await scene.receive('jonas');
    await call.terminate();
    await user.click(await screen.findByRole('button', { name: 'Close' }));
    await user.click(button('Recents 1 new'));
    const log = within(await screen.findByRole('region', { name: 'Recent calls' }));
    expect(log.getByText('Missed', { selector: '.hs-row__text' })).toBeVisible();
    await waitFor(() => expect(button('Recents')).toBeVisible());
    await user.click(button('Dial'));
    expect(button('Recents')).toBeVisible();
  });

  test('[KIT-08] leaves a call for a section and comes back', async () => {
    const { scene, user } = await setup();
    await scene.answer('marta');
    await screen.findByRole('region', { name: 'Call with Marta Oliveira' });
    expect(document.querySelector('.hs-tabs [aria-current]')).toBeNull();
    await user.click(button('Recents'));
    await screen.findByRole('region', { name: 'Recent calls' });
    await user.click(screen.getByRole('button', { name: /^Marta Oliveira.*Back to call/ }));
    expect(screen.getByRole('region', { name: 'Call with Marta Oliveira' })).toBeVisible();
    await user.click(button('Dial'));
    await user.type(screen.getByRole('textbox'), '55');
    await user.click(button('Recents'));
    await user.click(button('Dial'));
    expect(screen.getByRole('textbox')).toHaveValue('55');
    await scene.receive('jonas');
    expect(await screen.findByRole('dialog', { name: 'Incoming call from Jonas Weber' })).toBeVisible();
    expect(screen.getByRole('textbox')).toBeVisible();
  });

  test('[KIT-10] goes along the sections by the arrow keys', async () => {
    const { user } = await setup({ sections: ['keypad', 'recents'] });
    button('Dial').focus();
    await user.keyboard('{ArrowRight}');
    expect(button('Recents')).toHaveFocus();
    await user.keyboard('{Home}');
    expect(button('Dial')).toHaveFocus();
    await user.keyboard('{End}{Enter}');
    await screen.findByRole('region', { name: 'Recent calls' });
    expect(button('Recents')).toHaveFocus();
  });

  test('[KIT-08] takes sections of the app, and does without others', async () => {
    const { user } = await setup({
      sections: ['keypad', { id: 'crm', label: 'Customers', icon: HistoryIcon, content: <p>Nobody</p>, news: 120 }],
    });
    expect(screen.queryByRole('button', { name: 'Recents' })).toBeNull();
    await user.click(button('Customers 120 new'));
    expect(screen.getByText('99+')).toBeVisible();
    expect(screen.getByText('Nobody')).toBeVisible();
  });

  test('[KIT-09] takes its words from a prop', async () => {
    await setup({ labels: { registration: { status: { ...en.registration.status, registered: 'Bereit' } } } });
    expect(screen.getByText('Bereit')).toBeVisible();
  });

  test('[KIT-06] lets blocked sound go with one click, sounds keys, and silences the ring', async () => {
    let blocked = true;
    const listeners = new Set<() => void>();
    const sounds = {
      getSnapshot: () => ({ blocked }),
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      unlock: vi.fn(() => {
        blocked = false;
        for (const listener of listeners) listener();
        return Promise.resolve(true);
      }),
      key: vi.fn(),
      silence: vi.fn(),
    };
    const { scene, user } = await setup({ sounds });
    await user.click(button('Turn sound on'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Turn sound on' })).toBeNull());
    expect(sounds.unlock).toHaveBeenCalled();
    await user.click(button('5 J K L'));
    expect(sounds.key).toHaveBeenCalledExactlyOnceWith('5');
    await scene.receive('jonas');
    await user.click(await screen.findByRole('button', { name: 'Silence' }));
    expect(sounds.silence).toHaveBeenCalledOnce();
    expect(button('Silence')).toHaveAttribute('aria-pressed', 'true');
  });
});
