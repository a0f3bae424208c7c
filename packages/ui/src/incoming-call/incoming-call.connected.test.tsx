import { SipProvider } from '@hookswitch/react-sip';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { PhoneScene } from '../testing/phone-scene.ts';
import { IncomingCall } from './incoming-call.tsx';
import { loadParts } from '../testing/load-parts.ts';

beforeAll(loadParts);

let scene: PhoneScene;

beforeEach(async () => {
  scene = await new PhoneScene({ media: 'fake' }).start();
});

afterEach(async () => {
  await scene.close();
});

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

/** Jonas calls, and the buttons take presses. */
async function ring(video = false) {
  const theirs = await scene.receive('jonas', { video });
  render(
    <SipProvider ua={scene.ua} stopOnUnmount="never">
      <IncomingCall diverts={[{ target: '700' }]} />
    </SipProvider>,
  );
  await vi.waitFor(() => expect(button('Decline')).not.toHaveAttribute('aria-disabled'));
  return { theirs, user: userEvent.setup() };
}

const phases = (): string[] => scene.ua.getSnapshot().sessions.map(({ phase, remote }) => `${remote.user} ${phase}`);

describe('IncomingCall over the network', () => {
  test('[KIT-02] sends the caller to the mailbox with a 302 and its address', async () => {
    const { user } = await ring();
    await user.click(button('More choices'));
    await user.click(button('To voicemail'));
    await vi.waitFor(() => expect(scene.network.trace.find('302 INVITE')).not.toHaveLength(0));
    expect(scene.network.trace.find('302 INVITE')[0]?.text).toMatch(/^Contact: <sip:700@/m);
  });

  test('[KIT-02] declines as busy with a 486', async () => {
    const { user, theirs } = await ring();
    await user.click(button('More choices'));
    await user.click(button('Busy'));
    await vi.waitFor(() => expect(theirs.cause).toMatchObject({ code: 'BUSY', statusCode: 486 }));
  });

  test('[KIT-02] answers with a picture', async () => {
    const { user } = await ring(true);
    await user.click(button('Answer with video'));
    const both = { local: 'sendrecv', remote: 'sendrecv' };
    await vi.waitFor(() => expect(scene.ua.getSnapshot().sessions[0]?.media.video).toEqual(both));
  });

  test('[KIT-02] answers without one', async () => {
    const { user } = await ring(true);
    await user.click(button('Answer'));
    await vi.waitFor(() => expect(phases()).toEqual(['+4930901820 established']));
    expect(scene.ua.getSnapshot().sessions[0]?.media.video).toBeNull();
  });

  test('[KIT-02] ends the call that talks and answers', async () => {
    await scene.talkTo('ben');
    const { user } = await ring();
    await user.click(button('More choices'));
    await user.click(button('End & answer'));
    await vi.waitFor(() =>
      expect(phases().filter((each) => !each.endsWith('ended'))).toEqual(['+4930901820 established']),
    );
  });
});
