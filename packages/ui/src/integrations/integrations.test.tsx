import { type NotificationAccess, type NotificationPlatform, SipProvider } from '@hookswitch/react-sip';
import { createPhoneStorage, PhoneStorageProvider } from '@hookswitch/react-sip/storage';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { HeadsetSettings } from '../headset/headset-settings.tsx';
import { LabelsProvider } from '../labels/labels-provider.tsx';
import { NotificationSettings } from '../notifications/notification-settings.tsx';
import { hardCodedText } from '../testing/hard-coded-text.ts';
import { PhoneScene } from '../testing/phone-scene.ts';
import { pseudoLabels } from '../testing/pseudo-labels.ts';
import { PhoneIntegrations } from './phone-integrations.tsx';

let scene: PhoneScene;

beforeEach(async () => {
  scene = new PhoneScene({ media: 'fake' });
  await scene.start();
});

afterEach(() => scene.close());

function inPhone(children: ReactNode): ReactNode {
  return (
    <SipProvider ua={scene.ua} stopOnUnmount="never">
      {children}
    </SipProvider>
  );
}

/** Notifications that are granted when asked for. */
function desktop(answer: NotificationAccess) {
  let access: NotificationAccess = 'default';
  const request = vi.fn(async () => (access = answer));
  const nothing = () => () => undefined;
  const platform: NotificationPlatform = {
    ...{ access: () => access, watchAccess: nothing, watchHidden: nothing, request },
    ...{ show: () => () => undefined, isHidden: () => false, focusPage: () => undefined },
  };
  return { platform, request };
}

describe('NotificationSettings', () => {
  test('[KIT-06] asks the browser by the press that switches notifications on, and takes no for an answer', async () => {
    const refusing = desktop('denied');
    const { rerender } = render(inPhone(<NotificationSettings platform={refusing.platform} />));
    const toggle = screen.getByRole('switch', { name: 'Tell me about calls outside this page' });
    expect(refusing.request).not.toHaveBeenCalled();
    await userEvent.click(toggle);
    expect(refusing.request).toHaveBeenCalledOnce();
    expect(toggle).toHaveAttribute('aria-checked', 'false');
    expect(toggle).toHaveAccessibleDescription(/Blocked by the browser/);

    const granting = desktop('granted');
    rerender(inPhone(<NotificationSettings platform={granting.platform} />));
    await userEvent.click(toggle);
    await waitFor(() => expect(toggle).toHaveAttribute('aria-checked', 'true'));
    await userEvent.click(toggle);
    expect(toggle).toHaveAttribute('aria-checked', 'false');
    expect(granting.request).toHaveBeenCalledOnce();
  });

  test('[RCT-05] keeps in the storage what was chosen', async () => {
    const storage = createPhoneStorage();
    render(
      inPhone(
        <PhoneStorageProvider storage={storage}>
          <NotificationSettings platform={desktop('granted').platform} />
        </PhoneStorageProvider>,
      ),
    );
    await userEvent.click(screen.getByRole('switch', { name: 'Tell me about calls outside this page' }));
    await waitFor(() => expect(storage.settings.getState().app).toMatchObject({ notifications: true }));
    await act(() => storage.close());
  });
});

describe('PhoneIntegrations', () => {
  test('[KIT-08] notifies of a call in a hidden page once that was switched on', async () => {
    const shown: string[] = [];
    class Shown {
      static readonly permission = 'granted';
      static readonly requestPermission = () => Promise.resolve('granted');
      onclick: (() => void) | null = null;
      constructor(title: string, { body = '' }: NotificationOptions = {}) {
        shown.push(`${title}: ${body}`);
      }
      close(): void {
        shown.push('closed');
      }
    }
    vi.stubGlobal('Notification', Shown);
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    render(
      inPhone(
        <>
          <NotificationSettings />
          <PhoneIntegrations />
        </>,
      ),
    );
    await userEvent.click(screen.getByRole('switch', { name: 'Tell me about calls outside this page' }));
    const call = await act(() => scene.receive('marta'));
    await waitFor(() => expect(shown).toEqual(['Incoming call: Marta Oliveira, +351215550134']));
    await act(() => call.terminate());
    await waitFor(() => expect(shown.slice(1)).toEqual(['closed', 'Missed call: Marta Oliveira, +351215550134']));
  });
});

describe('HeadsetSettings', () => {
  test('[KIT-06] says where headsets cannot be used', () => {
    render(inPhone(<HeadsetSettings hid={null} />));
    const toggle = screen.getByRole('switch', { name: 'Use the buttons of my headset' });
    expect(toggle).toHaveAttribute('aria-disabled', 'true');
    expect(toggle).toHaveAccessibleDescription(/Chrome and Edge can/);
  });

  test('[KIT-06] connects a headset by a press, and gives it up by another', async () => {
    const device = {
      ...{ vendorId: 1, productId: 1, productName: 'Desk headset', opened: false },
      collections: [{ inputReports: [{ items: [{ usages: [0x0b_0020], reportSize: 1, reportCount: 1 }] }] }],
      open: vi.fn(async () => void (device.opened = true)),
      close: vi.fn(async () => void (device.opened = false)),
      forget: vi.fn(async () => undefined),
      sendReport: async () => undefined,
      ...{ addEventListener: () => undefined, removeEventListener: () => undefined },
    };
    const hid = {
      ...{ getDevices: async () => [], requestDevice: vi.fn(async () => [device]) },
      ...{ addEventListener: () => undefined, removeEventListener: () => undefined },
    };
    const { container } = render(
      <LabelsProvider labels={pseudoLabels}>{inPhone(<HeadsetSettings hid={hid} />)}</LabelsProvider>,
    );
    await userEvent.click(screen.getByRole('switch'));
    expect(hid.requestDevice).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: /Connect a headset/ }));
    await screen.findByText('Desk headset');
    await waitFor(() => expect(screen.getByText(/Ready/)).toBeVisible());
    expect(hardCodedText(container, ['Desk headset'])).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: /Disconnect Desk headset/ }));
    await waitFor(() => expect(device.forget).toHaveBeenCalledOnce());
    expect(screen.queryByText('Desk headset')).toBeNull();
    await userEvent.click(screen.getByRole('switch'));
  });
});
