import { answer } from '@hookswitch/sip-core/testing';
import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MediaKey, MediaSessionLike } from '../media-keys/follow-media-keys.ts';
import { FakeLine } from '../testing/fake-line.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useCall } from './use-call.ts';
import { useMediaSessionKeys, type UseMediaSessionKeysParameters } from './use-media-session-keys.ts';
import { useSession } from './use-session.ts';

let line: FakeLine;

beforeEach(() => {
  line = new FakeLine();
});

afterEach(() => {
  line.network.close();
});

/** The keys of a browser that knows all but one of them. */
class Keys implements MediaSessionLike {
  playbackState: MediaSessionPlaybackState = 'none';
  readonly handlers = new Map<MediaKey, () => void>();
  readonly microphone: boolean[] = [];

  setActionHandler(key: MediaKey, handler: (() => void) | null): void {
    if (key === 'pause') throw new TypeError('no such key');
    if (handler === null) this.handlers.delete(key);
    else this.handlers.set(key, handler);
  }

  setMicrophoneActive(active: boolean): void {
    this.microphone.push(active);
  }

  async press(key: MediaKey): Promise<void> {
    act(() => this.handlers.get(key)?.());
    await line.pass();
  }
}

async function phone(parameters: UseMediaSessionKeysParameters) {
  line.network.robot('700', answer());
  const hook = renderOnLine(line.ua('alice'), () => ({
    ...useMediaSessionKeys(parameters),
    ...useCall(),
    current: useSession().session,
  }));
  await line.pass();
  return hook;
}

it('[RCT-03] mutes and hangs up by media keys while a call runs, and not longer', async () => {
  const keys = new Keys();
  const { value, unmount } = await phone({ mediaSession: keys });
  expect([value().supported, [...keys.handlers.keys()], keys.playbackState]).toEqual([true, [], 'none']);
  act(() => void value().call('700'));
  await line.pass();
  expect([[...keys.handlers.keys()], keys.playbackState]).toEqual([['hangup', 'togglemicrophone'], 'playing']);
  await keys.press('togglemicrophone');
  expect(value().current?.muted.audio).toBe(true);
  await keys.press('togglemicrophone');
  expect(keys.microphone).toEqual([true, false, true]);
  await keys.press('hangup');
  expect(value().current).toBeNull();
  expect([keys.handlers.size, keys.playbackState, keys.microphone.at(-1)]).toEqual([0, 'none', false]);
  unmount();
});

it('[RCT-03] answers by play only where that was wanted', async () => {
  const [wary, willing] = [new Keys(), new Keys()];
  const { value } = await phone({ mediaSession: willing, answerByPlay: true });
  renderOnLine(line.ua('carol'), () => useMediaSessionKeys({ mediaSession: wary }));
  const bob = line.ua('bob');
  act(() => void bob.start());
  await line.pass();
  bob.invite(line.network.uri('carol'));
  bob.invite(line.network.uri('alice'));
  await line.pass();
  expect([wary.handlers.size, wary.playbackState]).toEqual([0, 'none']);
  expect([...willing.handlers.keys()]).toEqual(['play']);
  await willing.press('play');
  expect(value().current?.phase).toBe('established');
});

it('[RCT-03] says that there are no media keys', async () => {
  expect((await phone({ mediaSession: null })).value().supported).toBe(false);
});
