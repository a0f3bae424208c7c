import { SipProvider } from '@hookswitch/react-sip';
import { createPhoneStorage, type PhoneStorage, PhoneStorageProvider } from '@hookswitch/react-sip/storage';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fireEvent } from '@testing-library/dom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Softphone } from '../softphone/softphone.tsx';
import { PhoneScene } from '../testing/phone-scene.ts';
import { DataSettings } from './data-settings.tsx';
import { SettingsPanel, type SettingsPanelProps } from './settings-panel.tsx';

let scene: PhoneScene;
let storage: PhoneStorage;
let stores = 0;

beforeEach(async () => {
  stores += 1;
  storage = createPhoneStorage({ name: `settings-${stores}` });
  scene = new PhoneScene({ media: 'fake' });
  await scene.start();
});

afterEach(async () => {
  await storage.delete();
  await scene.close();
});

function show(props: SettingsPanelProps = {}, kept = true) {
  const panel = <SettingsPanel {...props} />;
  render(
    <SipProvider ua={scene.ua} stopOnUnmount="never">
      {kept ? <PhoneStorageProvider storage={storage}>{panel}</PhoneStorageProvider> : panel}
    </SipProvider>,
  );
  return userEvent.setup();
}
const chosen = () => storage.settings.getState();

describe('SettingsPanel', () => {
  test('[KIT-07] keeps how loud and where it rings', async () => {
    const user = show();
    await act(() => storage.load());
    fireEvent.change(screen.getByRole('slider', { name: 'Ring volume' }), { target: { value: '40' } });
    await waitFor(() => expect(chosen().ringVolume).toBe(0.4));
    expect(screen.getByRole('slider')).toHaveAttribute('aria-valuetext', '40 %');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Rings and tones as in' }), 'Japan');
    await waitFor(() => expect(chosen().app).toMatchObject({ ringCountry: 'jp' }));
    expect(chosen().ringVolume).toBe(0.4);
  });

  test('[KIT-07] says that choices last as long as the page where there is no storage, and keeps them so long', async () => {
    const user = show({}, false);
    expect(screen.getByText(/hold until this page is closed/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Delete everything' })).toBeNull();
    await user.click(screen.getByRole('switch', { name: 'Do not disturb' }));
    await waitFor(() => expect(screen.getByRole('switch', { name: 'Do not disturb' })).toBeChecked());
  });

  test('[KIT-07] forgets the password unless the person ticks the box, which is empty at first', async () => {
    const onSignIn = vi.fn();
    const user = show({ onSignIn });
    await act(() => storage.load());
    const box = screen.getByRole('checkbox', { name: 'Keep the password in this browser' });
    expect(box).not.toBeChecked();
    expect(box).toHaveAccessibleDescription(/can then call in your name/);
    await user.click(screen.getByRole('button', { name: 'Save and sign in' }));
    expect(screen.getByText('Fill in your address, the server and the password.')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Your address' })).toHaveFocus();
    await user.keyboard('sip:alice@example.com');
    await user.type(screen.getByRole('textbox', { name: 'Phone server' }), 'wss://sip.example.com');
    await user.type(screen.getByLabelText('Password'), 'wonderland');
    await user.click(screen.getByRole('button', { name: 'Save and sign in' }));
    const account = { uri: 'sip:alice@example.com', server: 'wss://sip.example.com' };
    expect(onSignIn).toHaveBeenLastCalledWith(expect.objectContaining({ ...account, password: 'wonderland' }));
    await waitFor(() => expect(chosen().account).toMatchObject({ ...account, password: null }));
    await user.click(box);
    await user.click(screen.getByRole('button', { name: 'Save and sign in' }));
    await waitFor(() => expect(chosen().account?.password).toBe('wonderland'));
  });

  test('[KIT-07] deletes everything after a second question alone', async () => {
    const user = show();
    await act(() => storage.contacts.save({ name: 'Ben', addresses: [{ label: '', address: '1002' }] }));
    await user.click(screen.getByRole('button', { name: 'Delete everything' }));
    expect(screen.getByRole('alertdialog')).toHaveAccessibleDescription(/cannot be undone/);
    expect(screen.getByRole('button', { name: 'Keep' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(storage.contacts.getState().items).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Delete everything' }));
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    await screen.findByText('Everything was deleted.');
    expect(storage.contacts.getState().items).toEqual([]);
  });

  test('[KIT-07] hands out a copy of everything, without the password', async () => {
    await storage.settings.update(
      {
        account: { uri: 'sip:a@b', server: 'wss://b', displayName: null, authorizationUser: null, password: 'secret' },
      },
      { rememberPassword: true },
    );
    const onExport = vi.fn();
    render(<DataSettings storage={storage} onExport={onExport} />);
    await userEvent.click(screen.getByRole('button', { name: 'Save a copy' }));
    await waitFor(() => expect(onExport).toHaveBeenCalledOnce());
    const [name, json] = onExport.mock.calls[0] as [string, string];
    expect(name).toMatch(/^phone-\d{4}-\d\d-\d\d\.json$/);
    expect(JSON.parse(json)).toMatchObject({ format: 'hookswitch-phone', settings: { account: { uri: 'sip:a@b' } } });
    expect(json).not.toContain('secret');
  });
});

test('[KIT-07] do not disturb answers callers 480 and rings nothing, until it is switched off', async () => {
  render(
    <SipProvider ua={scene.ua} stopOnUnmount="never">
      <PhoneStorageProvider storage={storage}>
        <Softphone sounds={null} />
      </PhoneStorageProvider>
    </SipProvider>,
  );
  await act(() => storage.settings.update({ doNotDisturb: true }));
  const ben = await scene.other('ben');
  const refused = ben.invite(scene.network.uri('1001'));
  await act(() => scene.until(() => refused.getSnapshot().phase === 'ended'));
  expect(refused.getSnapshot().cause).toMatchObject({ statusCode: 480 });
  expect(screen.queryByRole('dialog', { name: /Incoming call/ })).toBeNull();
  await act(() => storage.settings.update({ doNotDisturb: false }));
  await act(() => scene.receive('marta'));
  expect(await screen.findByText('Marta Oliveira')).toBeVisible();
});
