import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Dialpad, type DialpadProps } from './dialpad.tsx';
import { longPressTime } from './use-long-press.ts';

afterEach(() => {
  vi.useRealTimers();
});

function setup(props: Partial<DialpadProps> = {}) {
  const onCall = vi.fn();
  const onKeyTone = vi.fn();
  render(<Dialpad onCall={onCall} onKeyTone={onKeyTone} {...props} />);
  return { onCall, onKeyTone, user: userEvent.setup(), field: screen.getByRole<HTMLInputElement>('textbox') };
}
const key = (name: string): HTMLElement => screen.getByRole('button', { name });

describe('Dialpad', () => {
  test('[KIT-01] has twelve keys that say their letters', () => {
    setup();
    const names = ['1', '2 A B C', '7 P Q R S', 'star', '0, hold for plus', 'hash'];
    for (const name of names) expect(key(name)).toBeVisible();
    expect(document.querySelectorAll('.hs-key')).toHaveLength(12);
  });

  test('[KIT-01] dials what the keys were pressed for, and sounds each', async () => {
    const { onCall, onKeyTone, user } = setup();
    for (const name of ['1', '0, hold for plus', 'hash']) await user.click(key(name));
    await user.click(key('Call'));
    expect(onCall).toHaveBeenCalledWith('10#');
    expect(onKeyTone.mock.calls.flat()).toEqual(['1', '0', '#']);
  });

  test('[KIT-01] puts digits where the caret was left', async () => {
    const { field, user } = setup({ defaultValue: '1234' });
    await user.click(field);
    field.setSelectionRange(2, 2);
    fireEvent.select(field);
    await user.click(key('9 W X Y Z'));
    await user.click(key('8 T U V'));
    expect(field).toHaveValue('129834');
    await user.click(key('Delete last digit'));
    expect(field).toHaveValue('12934');
  });

  test('[KIT-01] replaces what is selected', async () => {
    const { field, user } = setup({ defaultValue: '1234' });
    await user.click(field);
    field.setSelectionRange(1, 3);
    fireEvent.select(field);
    await user.click(key('star'));
    expect(field).toHaveValue('1*4');
  });

  test('[KIT-01] cleans up what is pasted, at the caret', async () => {
    const { field, user } = setup({ defaultValue: '9' });
    await user.click(field);
    await user.paste('+44 (0)20 7946-0018');
    expect(field).toHaveValue('9+442079460018');
  });

  test('[KIT-01] takes a paste while a key has the focus', async () => {
    const { field, user } = setup();
    key('1').focus();
    await user.paste('tel:5550100');
    expect(field).toHaveValue('5550100');
  });

  test('[KIT-01] makes a plus of a long press on 0, once', () => {
    vi.useFakeTimers();
    const { field } = setup();
    fireEvent.pointerDown(key('0, hold for plus'));
    act(() => {
      vi.advanceTimersByTime(longPressTime);
    });
    expect(field).toHaveValue('+');
    fireEvent.pointerUp(key('0, hold for plus'));
    fireEvent.click(key('0, hold for plus'));
    expect(field).toHaveValue('+');
  });

  test('[KIT-01] makes a 0 of a short press', () => {
    vi.useFakeTimers();
    const { field } = setup();
    fireEvent.pointerDown(key('0, hold for plus'));
    vi.advanceTimersByTime(longPressTime - 1);
    fireEvent.pointerUp(key('0, hold for plus'));
    fireEvent.click(key('0, hold for plus'));
    vi.advanceTimersByTime(longPressTime);
    expect(field).toHaveValue('0');
  });

  test('[KIT-01] reaches the plus without a long press', async () => {
    const { field, user } = setup();
    await user.click(key('Plus sign'));
    key('1').focus();
    await user.keyboard('+');
    expect(field).toHaveValue('++');
  });

  test('[KIT-10] takes typed digits and Backspace while a key has the focus', async () => {
    const { field, user } = setup();
    await user.tab();
    await user.tab();
    expect(key('1')).toHaveFocus();
    await user.keyboard('12*{Backspace}#');
    expect(field).toHaveValue('12#');
  });

  test('[KIT-10] has one key in the tab order and goes to the others with arrows', async () => {
    const { user } = setup();
    key('1').focus();
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(key('5 J K L')).toHaveFocus();
    await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowUp}{ArrowUp}');
    expect(key('1')).toHaveFocus();
    await user.keyboard('{End}');
    expect(key('hash')).toHaveFocus();
    await user.keyboard('{Home}');
    expect(key('1')).toHaveFocus();
    expect(document.querySelectorAll('.hs-key[tabindex="0"]')).toHaveLength(1);
  });

  test('[KIT-10] calls on Enter in the field, and types a key on Enter on it', async () => {
    const { onCall, field, user } = setup();
    await user.type(field, 'bob@example.com{Enter}');
    expect(onCall).toHaveBeenCalledWith('bob@example.com');
    key('1').focus();
    await user.keyboard('{Enter}');
    expect(field).toHaveValue('bob@example.com1');
  });

  test('[KIT-01] brings the last number back, and dials it with the second press', async () => {
    const { onCall, field, user } = setup({ lastNumber: '5550100' });
    expect(screen.getByText('Press Call to bring back 5550100')).toBeVisible();
    await user.click(key('Call'));
    expect(field).toHaveValue('5550100');
    expect(onCall).not.toHaveBeenCalled();
    await user.click(key('Call'));
    expect(onCall).toHaveBeenCalledExactlyOnceWith('5550100');
  });

  test('[KIT-01] does nothing on Call with nothing to dial', async () => {
    const { onCall, user } = setup();
    await user.click(key('Call'));
    expect(onCall).not.toHaveBeenCalled();
  });

  test('[KIT-01] says why calling is not possible, and keeps the button focusable', async () => {
    const { onCall, user } = setup({ defaultValue: '1', blocked: 'Not connected' });
    const call = key('Call');
    expect(call).toHaveAttribute('aria-disabled', 'true');
    expect(call).toHaveAccessibleDescription('Not connected');
    await user.click(call);
    expect(onCall).not.toHaveBeenCalled();
    expect(call).toHaveFocus();
  });

  test('[KIT-01] leaves the value to the app when it is given one', async () => {
    const onValueChange = vi.fn();
    const { field, user } = setup({ value: '1', onValueChange });
    await user.click(key('2 A B C'));
    expect(onValueChange).toHaveBeenCalledWith('12');
    expect(field).toHaveValue('1');
  });

  test('[KIT-10] leaves shortcuts of the browser alone', async () => {
    const { field, user } = setup();
    key('1').focus();
    await user.keyboard('{Control>}1{/Control}{Alt>}2{/Alt}');
    expect(field).toHaveValue('');
  });
});
