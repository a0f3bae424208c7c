import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { CallActions } from '../call/call-actions.ts';
import type { SessionSnapshot } from '../snapshots.ts';
import { fakeParty, fakeSession } from '../testing/fake-session.ts';
import { hostileName } from '../testing/long-names.ts';
import { ActiveCallView, type ActiveCallViewProps } from './active-call-view.tsx';
import { loadParts } from '../testing/load-parts.ts';

beforeAll(loadParts);

function setup(changes: Partial<SessionSnapshot> = {}, props: Partial<ActiveCallViewProps> = {}) {
  const done = (): Promise<void> => Promise.resolve();
  const actions = {
    hangUp: vi.fn(done),
    toggleHold: vi.fn(done),
    toggleMute: vi.fn(done),
    sendDtmf: vi.fn(done),
    transfer: vi.fn(done),
  } satisfies CallActions;
  const session = fakeSession(changes);
  const view = render(<ActiveCallView session={session} actions={actions} {...props} />);
  const update = (more: Partial<SessionSnapshot>): void =>
    view.rerender(<ActiveCallView session={{ ...session, ...more }} actions={actions} {...props} />);
  return { actions, user: userEvent.setup(), view, update };
}
const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const usable = (name: string): boolean => !button(name).hasAttribute('aria-disabled');
const armed = (): Promise<unknown> => vi.waitFor(() => expect(button('Hang up')).not.toHaveAttribute('aria-disabled'));

describe('ActiveCall', () => {
  test.each([
    ['dialing', 'Calling…'],
    ['ringing', 'Ringing their phone…'],
    ['early', 'Not answered yet, listening to the line'],
    ['connecting', 'Answered, connecting the sound…'],
    ['reconnecting', 'Keep talking, reconnecting…'],
    ['ending', 'Hanging up…'],
  ] as const)('[KIT-02] has words of its own for %s', (phase, words) => {
    setup({ phase });
    expect(screen.getByText(words)).toBeVisible();
  });

  test('[KIT-03] shows the timer with a name and without a live region', () => {
    setup({ answeredAt: Date.now() - 94_400 });
    const timer = screen.getByRole('timer', { name: 'Time on this call' });
    expect(timer).toHaveTextContent('1:34');
    expect(timer).toHaveAttribute('aria-live', 'off');
  });

  test.each([
    ['dialing', { Mute: true, Keypad: false, Hold: false, Transfer: false }],
    ['early', { Mute: true, Keypad: true, Hold: false, Transfer: false }],
    ['established', { Mute: true, Keypad: true, Hold: true, Transfer: true }],
    ['reconnecting', { Mute: true, Keypad: false, Hold: false, Transfer: false }],
    ['ending', { Mute: false, Keypad: false, Hold: false, Transfer: false }],
  ] as const)('[KIT-03] keeps every control in its place while %s', (phase, expected) => {
    setup({ phase });
    for (const [name, allowed] of Object.entries(expected)) expect([name, usable(name)]).toEqual([name, allowed]);
  });

  test('[KIT-10] tells toggles by aria-pressed under constant names', async () => {
    const { actions, user, update } = setup();
    expect(button('Mute')).toHaveAttribute('aria-pressed', 'false');
    await user.click(button('Mute'));
    await user.click(button('Hold'));
    expect(actions.toggleMute).toHaveBeenCalledOnce();
    expect(actions.toggleHold).toHaveBeenCalledOnce();
    update({ muted: { audio: true, video: false }, hold: { local: true, remote: false } });
    expect(button('Mute')).toHaveAttribute('aria-pressed', 'true');
    expect(button('Hold')).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText('You are muted')).toBeVisible();
    expect(screen.getByText('On hold')).toBeVisible();
  });

  test('[KIT-10] keeps the focus on a control whose act is pending, and takes no second press', async () => {
    const { actions, user, update } = setup();
    await user.click(button('Hold'));
    update({ pending: ['hold'] });
    expect(button('Hold')).toHaveFocus();
    expect(button('Hold')).toHaveAttribute('aria-busy', 'true');
    await user.click(button('Hold'));
    expect(actions.toggleHold).toHaveBeenCalledOnce();
  });

  test('[KIT-03] does not hang up on the second half of a double click on Call', async () => {
    const { actions, user } = setup({ phase: 'dialing' });
    await user.click(button('Hang up'));
    expect(actions.hangUp).not.toHaveBeenCalled();
    await armed();
    await user.click(button('Hang up'));
    expect(actions.hangUp).toHaveBeenCalledOnce();
  });

  test('[KIT-03] survives an act that is refused, and shows the error of the snapshot', async () => {
    const { actions, user, update } = setup();
    actions.toggleHold.mockRejectedValueOnce(new Error('488'));
    await user.click(button('Hold'));
    update({ lastError: { code: 'RESPONSE', message: '', statusCode: 488, retryable: false } });
    expect(screen.getByRole('alert')).toHaveTextContent('The server said no');
    expect(screen.getByRole('alert')).toHaveTextContent('(488)');
  });

  test('[KIT-03] sends digits from the keypad, shows them, and gives the focus back', async () => {
    const { actions, user } = setup();
    await user.click(button('Keypad'));
    expect(button('1')).toHaveFocus();
    await user.keyboard('4#');
    await user.click(button('2 A B C'));
    expect(actions.sendDtmf.mock.calls).toEqual([['4'], ['#'], ['2']]);
    expect(screen.getByRole('status', { name: 'Digits sent' })).toHaveTextContent('4#2');
    await user.keyboard('{Escape}');
    expect(button('Keypad')).toHaveFocus();
    expect(screen.queryByRole('status', { name: 'Digits sent' })).toBeNull();
  });

  test('[KIT-03] keeps hanging up and muting at hand while the keypad is open', async () => {
    const { user } = setup();
    await user.click(button('Keypad'));
    expect(button('Hang up')).toBeVisible();
    expect(button('Mute')).toBeVisible();
  });

  test('[KIT-04] transfers to what was typed, and tells how it goes', async () => {
    const { actions, user, update } = setup();
    await user.click(button('Transfer'));
    const field = screen.getByRole('textbox', { name: 'Transfer this call to' });
    expect(field).toHaveFocus();
    await user.keyboard('1003{Enter}');
    expect(actions.transfer).toHaveBeenCalledExactlyOnceWith('1003');
    update({ transfer: { target: 'sip:1003@example.com', state: 'ringing', statusCode: 180 } });
    expect(screen.getByText('Ringing 1003…')).toBeVisible();
    expect(field).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(actions.transfer).toHaveBeenCalledOnce();
    update({ transfer: { target: 'sip:1003@example.com', state: 'failed', statusCode: 486 } });
    expect(screen.getByText(/1003 is busy. You still have this call/)).toBeVisible();
    expect(button('Try again')).toBeVisible();
    update({ transfer: { target: 'sip:1003@example.com', state: 'accepted', statusCode: 200 } });
    expect(screen.getByText('Transferred to 1003.')).toBeVisible();
  });

  test('[KIT-04] asks for a target, and goes back on Cancel', async () => {
    const { actions, user } = setup();
    await user.click(button('Transfer'));
    await user.click(button('Transfer now'));
    const field = screen.getByRole('textbox');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription('Type who should get this call.');
    expect(actions.transfer).not.toHaveBeenCalled();
    await user.click(button('Cancel'));
    expect(button('Transfer')).toHaveFocus();
  });

  test('[KIT-04] fills the field from a suggestion', async () => {
    const { actions, user } = setup({}, { suggestions: [{ name: 'Ben Carter', target: '1002' }] });
    await user.click(button('Transfer'));
    await user.click(within(screen.getByRole('list', { name: 'Recent people' })).getByRole('button'));
    await user.keyboard('{Enter}');
    expect(actions.transfer).toHaveBeenCalledWith('1002');
  });

  test('[KIT-11] shows names and numbers that are markup as text', () => {
    const { view } = setup({ remote: fakeParty('<b>1</b>', hostileName) });
    expect(screen.getByText(hostileName)).toBeVisible();
    expect(view.container.querySelector('img, script, b')).toBeNull();
  });
});
