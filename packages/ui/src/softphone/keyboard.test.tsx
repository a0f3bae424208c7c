import { SipProvider } from '@hookswitch/react-sip';
import { createPhoneStorage, PhoneStorageProvider } from '@hookswitch/react-sip/storage';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadParts } from '../testing/load-parts.ts';
import { PhoneScene } from '../testing/phone-scene.ts';
import { Softphone } from './softphone.tsx';

beforeAll(loadParts);

let scene: PhoneScene;
let user: UserEvent;

beforeEach(async () => {
  scene = await new PhoneScene({ media: 'fake' }).start();
  const storage = createPhoneStorage({ name: crypto.randomUUID() });
  user = userEvent.setup({ delay: null });
  render(
    <SipProvider ua={scene.ua} stopOnUnmount="never">
      <PhoneStorageProvider storage={storage}>
        <Softphone voicemail="700" diverts={[{ target: '700' }]} />
      </PhoneStorageProvider>
    </SipProvider>,
  );
});

afterEach(async () => {
  await scene.close();
});

/** Goes on by Tab alone until the focus is there. */
async function tabTo(wanted: HTMLElement): Promise<void> {
  for (let step = 0; step < 60 && document.activeElement !== wanted; step += 1) await user.tab();
  expect(wanted).toHaveFocus();
}

/** Goes on to a button by Tab alone, waits until it takes presses, and presses it. */
async function press(name: string | RegExp, inside: string = '.hs-phone'): Promise<void> {
  const all = await screen.findAllByRole('button', { name });
  const found = all.find((button) => button.closest(inside) !== null);
  if (found === undefined) throw new Error(`No button "${String(name)}" in ${inside}.`);
  await waitFor(() => expect(found).not.toHaveAttribute('aria-disabled'));
  await tabTo(found);
  await user.keyboard('{Enter}');
}

/** What the sessions do, and that nothing was asked of them. */
const calls = (): readonly unknown[] =>
  scene.ua.getSnapshot().sessions.map(({ phase, pending, hold, muted }) => [phase, pending, hold.local, muted.audio]);

describe('Softphone by the keyboard alone', () => {
  test('[statement 10] [KIT-08] places a call, keys, mutes, holds, asks somebody first and connects the two', async () => {
    await scene.picksUp('marta');
    await scene.picksUp('ben');
    await tabTo(screen.getByRole('textbox'));
    await user.keyboard('+351215550134{Enter}');
    await screen.findByRole('timer');
    await press('Mute');
    expect(calls()).toEqual([['established', [], false, true]]);
    await press('Keypad');
    await user.keyboard('5');
    await user.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Keypad' })).toHaveFocus();
    await press('Hold');
    await waitFor(() => expect(calls()).toEqual([['established', [], true, true]]));
    await press('Hold');
    await waitFor(() => expect(calls()).toEqual([['established', [], false, true]]));

    await press('Transfer');
    await waitFor(() => expect(screen.getByRole('textbox')).toHaveFocus());
    await user.keyboard('1002');
    await press('Ask first');
    await screen.findByText(/^1002 answered/);
    await press('Transfer', '.hs-consultation');
    await screen.findByText('Transferred', { exact: false, selector: '.hs-ended__what' });
    await waitFor(() => expect(scene.ua.sessions.size).toBe(0));
    await scene.until(() => scene.known('marta').sessions.size === 1 && scene.known('ben').sessions.size === 1);
    await press('Close');
    await tabTo(screen.getByRole('textbox'));
  });

  test('[statement 10] [KIT-02] answers and hangs up', async () => {
    await scene.receive('jonas');
    await press('Answer');
    await screen.findByRole('timer');
    await press('Hang up');
    expect(await screen.findByText('You ended the call')).toBeVisible();
  });
});

describe('Softphone while somebody rings', () => {
  /** Keys that mean something where the focus is, and must mean nothing to the call. */
  const stray = 'yes{Enter} {Escape}{ArrowDown}';

  test.each(['Dial', 'Contacts', 'Recents', 'Messages'])(
    '[statement 9] [KIT-10] keeps the focus in %s and takes no stray key for an answer',
    async (section) => {
      const tab = screen.getByRole('button', { name: section });
      tab.focus();
      await user.keyboard('{Enter}');
      await waitFor(() => expect(tab).toHaveAttribute('aria-current', 'page'));
      await scene.receive('jonas');
      await screen.findByRole('dialog', { name: 'Incoming call from Jonas Weber' });
      expect(tab).toHaveFocus();
      await user.keyboard(stray);
      expect(calls()).toEqual([['incoming', [], false, false]]);
    },
  );

  test('[statement 9] [KIT-10] lets somebody finish a number, also when the caller gives up meanwhile', async () => {
    const field = screen.getByRole('textbox');
    await tabTo(field);
    await user.keyboard('12');
    const theirs = await scene.receive('jonas');
    await screen.findByRole('dialog', { name: 'Incoming call from Jonas Weber' });
    await user.keyboard('34');
    await theirs.terminate();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('56');
    expect(field).toHaveFocus();
    expect(field).toHaveValue('123456');
  });

  test('[statement 9] [KIT-10] answers from there, and shows the call then', async () => {
    await tabTo(screen.getByRole('textbox'));
    await scene.receive('jonas');
    await press('Answer');
    expect(await screen.findByRole('timer')).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('[statement 9] [KIT-10] lets somebody finish a text', async () => {
    await scene.other('ben');
    await press('Messages');
    await press('New message');
    await waitFor(() => expect(screen.getByRole('textbox')).toHaveFocus());
    await user.keyboard('1002{Enter}');
    const composer = await screen.findByRole('textbox', { name: /^Message/ });
    await tabTo(composer);
    await user.keyboard('Are you');
    await scene.receive('jonas');
    await screen.findByRole('dialog', { name: 'Incoming call from Jonas Weber' });
    expect(composer).toHaveFocus();
    await user.keyboard(' there?');
    expect(composer).toHaveValue('Are you there?');
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Are you there?', { selector: '.hs-text__body' })).toBeVisible();
    expect(composer).toHaveFocus();
    expect(calls()).toEqual([['incoming', [], false, false]]);
  });
});
