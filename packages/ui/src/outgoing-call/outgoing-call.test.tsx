import { Invitation } from '@hookswitch/sip-core';
import { SipProvider } from '@hookswitch/react-sip';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PhoneScene } from '../testing/phone-scene.ts';
import { OutgoingCall } from './outgoing-call.tsx';

let scene: PhoneScene;

beforeEach(async () => {
  scene = await new PhoneScene({ media: 'fake' }).start();
  render(
    <SipProvider ua={scene.ua} stopOnUnmount="never">
      <OutgoingCall recording={null} />
    </SipProvider>,
  );
});

afterEach(async () => {
  await scene.close();
});

const call = (): HTMLElement | null => screen.queryByRole('region');

describe('OutgoingCall', () => {
  test('[KIT-02] shows a call of ours until it is answered, and no call that comes in', async () => {
    const ben = await scene.other('ben');
    await scene.receive('jonas');
    expect(call()).toBeNull();
    scene.ua.invite(scene.network.uri('1002'));
    expect(await screen.findByText('Ringing their phone…')).toBeVisible();
    expect(call()).toHaveAccessibleName('Call with 1002');
    const theirs = [...ben.sessions.values()][0];
    expect(theirs).toBeInstanceOf(Invitation);
    if (theirs instanceof Invitation) await theirs.accept();
    await waitFor(() => expect(call()).toBeNull());
  });

  test('[KIT-02] takes the latest of ours back', async () => {
    await scene.other('ben');
    scene.ua.invite(scene.network.uri('1002'));
    await screen.findByText('Ringing their phone…');
    const hangUp = screen.getByRole('button', { name: 'Hang up' });
    await waitFor(() => expect(hangUp).not.toHaveAttribute('aria-disabled'));
    await userEvent.click(hangUp);
    await waitFor(() => expect(call()).toBeNull());
    expect(scene.network.trace.find('CANCEL')).not.toHaveLength(0);
  });
});
