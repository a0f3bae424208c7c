import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, test, type Mock, vi } from 'vitest';
import { PartyNamesProvider } from '../call/party-names.tsx';
import { fakeParty, fakeSession } from '../testing/fake-session.ts';
import { hostileName } from '../testing/long-names.ts';
import { IncomingCallView, type IncomingCallViewProps } from './incoming-call-view.tsx';
import { loadParts } from '../testing/load-parts.ts';

beforeAll(loadParts);

const incoming = fakeSession({ phase: 'incoming', state: 'Initial', direction: 'incoming' });

function setup(props: Partial<IncomingCallViewProps> = {}) {
  const calls = { onAnswer: vi.fn(), onDecline: vi.fn(), onSilence: vi.fn() };
  const user = userEvent.setup();
  const view = render(<IncomingCallView session={incoming} {...calls} {...props} />);
  return { ...calls, user, view };
}
/** Waits until the buttons take presses. */
const arm = (): Promise<unknown> => vi.waitFor(() => expect(button('Decline')).not.toHaveAttribute('aria-disabled'));
const button = (name: string): HTMLElement => screen.getByRole('button', { name });

describe('IncomingCall', () => {
  test('[KIT-02] is a dialog that is not modal, named after the caller', () => {
    setup();
    const dialog = screen.getByRole('dialog', { name: 'Incoming call from Marta Oliveira' });
    expect(dialog).toHaveAttribute('aria-modal', 'false');
  });

  test('[statement 9] [KIT-10] says one sentence at once', () => {
    setup();
    expect(screen.getByRole('alert')).toHaveTextContent('Incoming call from Marta Oliveira, +351215550134.');
  });

  test('[statement 9] [KIT-10] leaves the focus with whoever types', async () => {
    const { user } = setup();
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    const { view } = setup();
    await user.keyboard('hello{Enter}');
    expect(field).toHaveFocus();
    expect(field).toHaveValue('hello');
    view.unmount();
    field.remove();
  });

  test('[KIT-10] takes a focus that nobody has, for the dialog and not for a button', () => {
    setup();
    expect(screen.getByRole('dialog')).toHaveFocus();
  });

  test('[statement 9] [KIT-02] ignores presses for half a second after it appears', async () => {
    const { onAnswer, onDecline, user } = setup();
    await user.click(button('Answer'));
    await user.click(button('Decline'));
    button('Answer').focus();
    await user.keyboard('{Enter} ');
    expect(onAnswer).not.toHaveBeenCalled();
    expect(onDecline).not.toHaveBeenCalled();
    await arm();
    await user.click(button('Answer'));
    await user.click(button('Decline'));
    expect(onAnswer).toHaveBeenCalledOnce();
    expect(onDecline).toHaveBeenCalledOnce();
  });

  test('[statement 9] [KIT-02] silences on Escape and never declines', async () => {
    const { onSilence, onDecline, user } = setup();
    await arm();
    await user.keyboard('{Escape}');
    expect(onSilence).toHaveBeenCalledOnce();
    expect(onDecline).not.toHaveBeenCalled();
  });

  test('[KIT-02] shows that it rings in silence', () => {
    setup({ silenced: true });
    expect(button('Silence')).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText('Ringing in silence')).toBeVisible();
  });

  test('[KIT-02] offers to hold the call that runs', () => {
    setup({ holds: true, size: 'compact' });
    expect(button('Hold & answer')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Answer' })).toBeNull();
  });

  test('[KIT-02] shows an answer under way and takes no second one', async () => {
    const { onAnswer, user } = setup({ session: { ...incoming, pending: ['answer'] } });
    await arm();
    expect(button('Answer')).toHaveAttribute('aria-busy', 'true');
    await user.click(button('Answer'));
    expect(onAnswer).not.toHaveBeenCalled();
  });

  test('[KIT-02] says what to do about a blocked microphone', () => {
    const lastError = { code: 'MEDIA_DENIED', message: '', statusCode: null, retryable: true };
    setup({ session: { ...incoming, lastError } });
    expect(screen.getByText('Microphone blocked')).toBeVisible();
  });

  test('[KIT-11] shows a name that is markup as text', () => {
    const { view } = setup({ session: { ...incoming, remote: fakeParty('1', hostileName) } });
    expect(screen.getByText(hostileName)).toBeVisible();
    expect(view.container.querySelector('img, script')).toBeNull();
  });

  test('[statement 9] [KIT-10] answers and declines by shortcut from anywhere, once armed', async () => {
    const { onAnswer, onDecline, user } = setup();
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    await user.keyboard('{Alt>}{Shift>}[KeyA]{/Shift}{/Alt}');
    expect(onAnswer).not.toHaveBeenCalled();
    await arm();
    await user.keyboard('[KeyA]{Shift>}[KeyA]{/Shift}{Alt>}[KeyA]{/Alt}');
    expect(onAnswer).not.toHaveBeenCalled();
    await user.keyboard('{Alt>}{Shift>}[KeyA][KeyD]{/Shift}{/Alt}');
    expect(onAnswer).toHaveBeenCalledOnce();
    expect(onDecline).toHaveBeenCalledOnce();
    expect(button('Answer')).toHaveAttribute('aria-keyshortcuts', 'Alt+Shift+A');
    field.remove();
  });

  test('[KIT-10] has no shortcuts where the app wants none', async () => {
    const { onAnswer, user } = setup({ shortcuts: null });
    await arm();
    await user.keyboard('{Alt>}{Shift>}[KeyA]{/Shift}{/Alt}');
    expect(onAnswer).not.toHaveBeenCalled();
    expect(button('Answer')).not.toHaveAttribute('aria-keyshortcuts');
  });

  test('[KIT-05] shows the name that the app knows before the one the caller gives', () => {
    render(
      <PartyNamesProvider nameOf={({ user }) => (user === '+351215550134' ? 'Marta (key account)' : null)}>
        <IncomingCallView session={incoming} onAnswer={vi.fn()} onDecline={vi.fn()} />
      </PartyNamesProvider>,
    );
    expect(screen.getByText('Marta (key account)')).toBeVisible();
    expect(screen.queryByText('Marta Oliveira')).toBeNull();
  });
});

describe('IncomingCall with more to choose from', () => {
  const video = { ...incoming, offersVideo: true };
  const choices = (): Partial<IncomingCallViewProps> & Record<'onEndAndAnswer' | 'onBusy' | 'onDivert', Mock> => ({
    onEndAndAnswer: vi.fn(),
    onBusy: vi.fn(),
    onDivert: vi.fn(),
    diverts: [{ target: '700' }, { target: '1002', label: 'To Ben' }],
  });

  test('[KIT-02] answers with a picture when one is offered, and not before half a second', async () => {
    const onAnswerVideo = vi.fn();
    const { user } = setup({ session: video, onAnswerVideo });
    expect(screen.getByText('Incoming video call')).toBeVisible();
    await user.click(button('Answer with video'));
    expect(onAnswerVideo).not.toHaveBeenCalled();
    await arm();
    await user.click(button('Answer with video'));
    expect(onAnswerVideo).toHaveBeenCalledOnce();
  });

  test('[KIT-02] offers no picture where the caller has none', () => {
    setup({ onAnswerVideo: vi.fn() });
    expect(screen.queryByRole('button', { name: 'Answer with video' })).toBeNull();
  });

  test('[KIT-02] has a list of further ways, by keyboard, which Escape closes without silencing', async () => {
    const calls = choices();
    const { user, onSilence } = setup({ ...calls, holds: true });
    await arm();
    const more = button('More choices');
    expect(more).toHaveAttribute('aria-expanded', 'false');
    more.focus();
    await user.keyboard('{Enter}');
    expect(more).toHaveAttribute('aria-expanded', 'true');
    expect(
      within(screen.getByRole('list'))
        .getAllByRole('button')
        .map((each) => each.textContent),
    ).toEqual(['End & answer', 'To voicemail', 'To Ben', 'Busy']);
    await user.tab();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('list')).toBeNull();
    expect(more).toHaveFocus();
    expect(onSilence).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(onSilence).toHaveBeenCalledOnce();
    await user.click(more);
    for (const name of ['End & answer', 'To voicemail', 'To Ben', 'Busy']) await user.click(button(name));
    expect(calls.onEndAndAnswer).toHaveBeenCalledOnce();
    expect(calls.onDivert.mock.calls).toEqual([['700'], ['1002']]);
    expect(calls.onBusy).toHaveBeenCalledOnce();
  });

  test('[KIT-02] has no such list where there is nothing in it', () => {
    setup({ onEndAndAnswer: vi.fn() });
    expect(screen.queryByRole('button', { name: 'More choices' })).toBeNull();
  });
});
