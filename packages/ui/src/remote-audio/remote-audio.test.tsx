import { SipProvider } from '@hookswitch/react-sip';
import { act, render, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { PhoneScene } from '../testing/phone-scene.ts';
import type { PhoneSounds } from './phone-sounds.ts';
import { RemoteAudioView } from './remote-audio-view.tsx';
import { RemoteAudio } from './remote-audio.tsx';

/** jsdom neither plays nor knows streams. */
const play = vi.fn<() => Promise<void>>();
const stream = { id: 'remote' } as MediaStream;

beforeEach(() => {
  play.mockReset().mockResolvedValue();
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(play);
});

const blocked = (): Promise<void> => Promise.reject(new DOMException('No gesture', 'NotAllowedError'));
const settled = (): Promise<void> => act(() => Promise.resolve());

describe('RemoteAudio', () => {
  test('[KIT-06] plays the stream and lets go of it', async () => {
    const { container, unmount } = render(<RemoteAudioView stream={stream} />);
    await settled();
    const audio = container.querySelector('audio')!;
    expect(audio.srcObject).toBe(stream);
    unmount();
    expect(audio.srcObject).toBeNull();
  });

  test('[KIT-06] tells when the browser blocks sound, and tries again when asked', async () => {
    const onBlocked = vi.fn();
    play.mockImplementationOnce(blocked);
    const { rerender } = render(<RemoteAudioView stream={stream} onBlocked={onBlocked} />);
    await settled();
    expect(onBlocked.mock.lastCall).toEqual([true]);
    rerender(<RemoteAudioView stream={stream} onBlocked={onBlocked} attempt={1} />);
    await settled();
    expect(onBlocked.mock.lastCall).toEqual([false]);
    expect(play).toHaveBeenCalledTimes(2);
  });

  test('[KIT-06] tries again with whatever the person does next in the page, and listens no longer then', async () => {
    const onBlocked = vi.fn();
    play.mockImplementationOnce(blocked);
    const { unmount } = render(<RemoteAudioView stream={stream} onBlocked={onBlocked} />);
    await settled();
    document.body.dispatchEvent(new Event('keyup', { bubbles: true }));
    await settled();
    expect(onBlocked.mock.calls).toEqual([[true], [false]]);
    document.body.dispatchEvent(new Event('pointerup', { bubbles: true }));
    unmount();
    document.body.dispatchEvent(new Event('pointerup', { bubbles: true }));
    expect(play).toHaveBeenCalledTimes(2);
  });

  test('[KIT-06] is not blocked after a click while there is nothing to play yet', async () => {
    const onBlocked = vi.fn();
    play.mockImplementationOnce(blocked);
    const { rerender } = render(<RemoteAudioView stream={stream} onBlocked={onBlocked} />);
    await settled();
    play.mockReturnValue(new Promise(() => undefined));
    rerender(<RemoteAudioView stream={stream} onBlocked={onBlocked} attempt={1} />);
    await settled();
    expect(onBlocked.mock.lastCall).toEqual([false]);
  });

  test('[KIT-06] takes an interruption for no block', async () => {
    const onBlocked = vi.fn();
    play.mockRejectedValueOnce(new DOMException('New stream', 'AbortError'));
    render(<RemoteAudioView stream={stream} onBlocked={onBlocked} />);
    await settled();
    expect(onBlocked).not.toHaveBeenCalled();
  });

  test('[MED-03] keeps the element on the loudspeaker of choice, and lets go of it', async () => {
    const detach = vi.fn();
    const attach = vi.fn((_element: HTMLAudioElement) => detach);
    const { container, rerender, unmount } = render(<RemoteAudioView stream={stream} attach={attach} />);
    rerender(<RemoteAudioView stream={stream} attach={attach} muted />);
    await settled();
    expect(attach).toHaveBeenCalledExactlyOnceWith(container.querySelector('audio'));
    expect(detach).not.toHaveBeenCalled();
    unmount();
    expect(detach).toHaveBeenCalledOnce();
  });

  test('[KIT-06] does not play again when only its callback changes', async () => {
    const { rerender } = render(<RemoteAudioView stream={stream} onBlocked={() => {}} />);
    rerender(<RemoteAudioView stream={stream} onBlocked={() => {}} />);
    await settled();
    expect(play).toHaveBeenCalledOnce();
  });

  test('[KIT-06] lets the tones sound by whatever the person does in the page, once', async () => {
    const scene = new PhoneScene({ media: 'fake' });
    onTestFinished(() => scene.close());
    let snapshot = { blocked: true };
    const listeners = new Set<() => void>();
    const unlock = vi.fn(async () => {
      snapshot = { blocked: false };
      for (const listener of listeners) listener();
    });
    const sounds: PhoneSounds = {
      getSnapshot: () => snapshot,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      unlock,
      key: vi.fn(),
      silence: vi.fn(),
    };
    const { findByRole, queryByRole } = render(
      <SipProvider ua={scene.ua} stopOnUnmount="never">
        <RemoteAudio sounds={sounds} />
      </SipProvider>,
    );
    await findByRole('button', { name: 'Turn sound on' });
    const gesture = (): boolean => document.body.dispatchEvent(new Event('pointerup', { bubbles: true }));
    act(() => void gesture());
    await waitFor(() => expect(queryByRole('button')).toBeNull());
    gesture();
    expect(unlock).toHaveBeenCalledOnce();
  });
});
