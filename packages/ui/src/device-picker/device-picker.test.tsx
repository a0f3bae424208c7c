import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { fakeDevices, namelessDevices, unplugged } from '../testing/fake-devices.ts';
import { DevicePickerView, type DevicePickerViewProps } from './device-picker-view.tsx';
import { deviceTrouble } from './device-trouble.ts';

function setup(props: Partial<DevicePickerViewProps> = {}) {
  const [onChoose, onAllow] = [vi.fn(), vi.fn()];
  const tone = { playing: false, blocked: false, onToggle: vi.fn() };
  const element = (more: Partial<DevicePickerViewProps> = {}) => (
    <DevicePickerView
      devices={fakeDevices()}
      onChoose={onChoose}
      onAllow={onAllow}
      tones={{ output: tone, ringer: tone }}
      {...props}
      {...more}
    />
  );
  const { rerender } = render(element());
  const update = (more: Partial<DevicePickerViewProps>): void => rerender(element(more));
  return { onChoose, onAllow, tone, user: userEvent.setup(), update };
}
const failed = (code: string) => ({ code, message: '', statusCode: null, retryable: true });
const list = (name: string): HTMLElement | null => screen.queryByRole('combobox', { name });

describe('DevicePicker', () => {
  test('[KIT-06] chooses each device by itself, and the default by none', async () => {
    const { onChoose, user } = setup({ camera: true });
    await user.selectOptions(list('Microphone')!, 'headset');
    await user.selectOptions(list('Speaker')!, 'Jabra Evolve2 65');
    await user.selectOptions(list('Ring on')!, 'speaker');
    await user.selectOptions(list('Camera')!, 'System default');
    expect(onChoose.mock.calls).toEqual([
      ['input', 'headset'],
      ['output', 'headset-out'],
      ['ringer', 'speaker'],
      ['camera', null],
    ]);
  });

  test.each([true, false])(
    '[MED-03] lets the output be chosen exactly where the browser can: %s',
    (canSelectOutput) => {
      setup({ devices: fakeDevices({ canSelectOutput }) });
      expect([list('Speaker') !== null, list('Ring on') !== null]).toEqual([canSelectOutput, canSelectOutput]);
      expect(screen.queryByText(/This browser plays all sound/) === null).toBe(canSelectOutput);
      expect(list('Microphone')).toBeVisible();
    },
  );

  test('[MED-03] shows what was chosen and is not there, and says what is used', () => {
    const { update } = setup({ devices: fakeDevices({ input: unplugged('Poly Voyager') }) });
    expect(list('Microphone')).toHaveDisplayValue('Poly Voyager (not connected)');
    expect(list('Microphone')).toHaveAccessibleDescription(
      'Poly Voyager is not connected. The system default is used until it is back.',
    );
    update({ devices: fakeDevices({ input: { id: 'desk', wanted: { id: 'desk', label: 'Desk' }, missing: false } }) });
    expect(list('Microphone')).toHaveValue('desk');
    expect(screen.queryByText(/is not connected/)).toBeNull();
  });

  test.each([
    ['not asked', namelessDevices(), 'Microphone not allowed yet', 'Allow microphone'],
    [
      'denied',
      namelessDevices({ permission: { microphone: 'denied', camera: 'prompt' } }),
      'Microphone blocked',
      'Try again',
    ],
    ['in use', fakeDevices({ error: failed('MEDIA_IN_USE') }), 'Microphone in use', 'Try again'],
    [
      'no device',
      fakeDevices({ inputs: [], present: { input: false, camera: false, output: true } }),
      'No microphone found',
      null,
    ],
    ['insecure', namelessDevices({ error: failed('MEDIA_INSECURE') }), 'Page not secure', null],
  ] as const)('[KIT-06] says what is the matter and what to do: %s', async (_name, devices, what, act) => {
    const { onAllow, user } = setup({ devices });
    expect(screen.getByText(what)).toBeVisible();
    if (act === null) {
      expect(screen.queryByRole('button', { name: /Allow|again/ })).toBeNull();
      return;
    }
    await user.click(screen.getByRole('button', { name: act }));
    expect(onAllow).toHaveBeenCalledExactlyOnceWith('microphone');
  });

  test('[KIT-06] asks once while the browser asks', async () => {
    const { onAllow, user } = setup({ devices: namelessDevices(), asking: 'microphone' });
    await user.click(screen.getByRole('button', { name: 'Allow microphone' }));
    expect(onAllow).not.toHaveBeenCalled();
    expect(screen.getByText('Answer the question of your browser…')).toBeVisible();
  });

  test('[KIT-06] asks for the camera only where it is wanted, and blames the right device', () => {
    const devices = fakeDevices({ cameras: [], error: failed('MEDIA_IN_USE') });
    expect(deviceTrouble(devices, 'camera', 'camera')).toBe('inUse');
    expect(deviceTrouble(devices, 'microphone', 'camera')).toBeNull();
    expect(deviceTrouble(devices, 'camera')).toBe('notAsked');
    const { update } = setup({ devices, asked: 'camera' });
    expect(screen.queryByText(/Camera/)).toBeNull();
    update({ camera: true });
    expect(screen.getByText('Camera in use')).toBeVisible();
  });

  test('[KIT-06] says nothing before anybody knows', () => {
    setup({ devices: namelessDevices({ status: 'idle', present: { input: false, camera: false, output: false } }) });
    expect(screen.queryByText(/No microphone/)).toBeNull();
    expect(screen.getByRole('group', { name: 'Audio devices' })).toHaveAttribute('aria-busy', 'true');
  });

  test('[KIT-06] tries speaker and ring device', async () => {
    const { tone, user, update } = setup();
    await user.click(screen.getByRole('button', { name: 'Play a test tone' }));
    await user.click(screen.getByRole('button', { name: 'Play the ring' }));
    expect(tone.onToggle).toHaveBeenCalledTimes(2);
    update({ tones: { output: { ...tone, playing: true, blocked: true } } });
    expect(screen.getByRole('button', { name: 'Play a test tone' })).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText(/kept the tone silent/)).toBeVisible();
  });
});
