import { afterEach, describe, expect, it } from 'vitest';
import { browserPlatform, type Platform } from '../../platform.ts';
import { listenTo, type ToneMeter } from '../../testing/tone-meter.ts';
import { CallSoundPlayer } from './call-sound-player.ts';
import type { SoundingCall } from './call-sounds.ts';
import { TonePlayer, type TonePlayerOptions } from './tone-player.ts';

const cleanups: (() => unknown)[] = [];
const soon = { timeout: 8000, interval: 20 };

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A context that plays into a meter, and may be told to wait for a gesture. */
class TappedContext extends AudioContext {
  static readonly made: TappedContext[] = [];
  static locked = false;
  readonly tap = new MediaStreamAudioDestinationNode(this);
  sink = '';
  #locked = TappedContext.locked;
  #waiting: (() => void)[] = [];

  constructor(options?: AudioContextOptions) {
    super(options);
    TappedContext.made.push(this);
  }

  override get destination(): AudioDestinationNode {
    return this.tap as AudioNode as AudioDestinationNode;
  }

  override get state(): AudioContextState {
    return this.#locked ? 'suspended' : super.state;
  }

  override resume(): Promise<void> {
    if (!this.#locked) return super.resume();
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  setSinkId(id: string): Promise<void> {
    this.sink = id;
    return Promise.resolve();
  }

  gesture(): void {
    this.#locked = false;
    for (const resolve of this.#waiting.splice(0)) resolve();
    this.dispatchEvent(new Event('statechange'));
  }
}

function platform(locked = false): Platform {
  TappedContext.made.length = 0;
  TappedContext.locked = locked;
  const browser = browserPlatform();
  return { ...browser, webrtc: { ...browser.webrtc!, createAudioContext: (options) => new TappedContext(options) } };
}

function player(options: TonePlayerOptions = {}, locked = false): TonePlayer {
  const made = new TonePlayer(platform(locked), { volume: 1, ...options });
  cleanups.push(() => made.dispose());
  return made;
}

function listen(): ToneMeter {
  const meter = listenTo(TappedContext.made[0]!.tap.stream);
  cleanups.push(() => meter.stop());
  return meter;
}

describe('TonePlayer', () => {
  it('[MED-04] opens nothing before it plays, and plays the tones of the country', async () => {
    const tones = player({ tones: 'us' });
    expect(TappedContext.made).toEqual([]);
    tones.play('dial');
    const meter = listen();
    await expect.poll(() => Math.min(meter.levelAt(350), meter.levelAt(440)), soon).toBeGreaterThan(0.2);
    expect(tones.getSnapshot()).toEqual({ playing: 'dial', blocked: false });
    tones.play('busy');
    await expect.poll(() => meter.levelAt(620), soon).toBeGreaterThan(0.2);
    tones.stop();
    await expect.poll(() => meter.level(), soon).toBe(0);
    expect(tones.getSnapshot().playing).toBeNull();
    tones.dispose();
    expect(TappedContext.made.map(({ state }) => state)).toEqual(['closed']);
  });

  it('[MED-04] plays a key beside a tone, and ends a tone that only tells something', async () => {
    const tones = player();
    let changes = 0;
    tones.subscribe(() => (changes += 1));
    tones.play('ended');
    tones.play('ended');
    const meter = listen();
    tones.key('5', 400);
    await expect.poll(() => Math.min(meter.levelAt(770), meter.levelAt(1336)), soon).toBeGreaterThan(0.1);
    await expect.poll(() => tones.getSnapshot().playing, soon).toBeNull();
    await expect.poll(() => meter.level(), soon).toBe(0);
    expect(changes).toBe(2);
  });

  it('[MED-04] knows that it is blocked, and sounds once unlocked', async () => {
    const tones = player({}, true);
    tones.play('dial');
    await expect.poll(() => tones.getSnapshot(), soon).toEqual({ playing: 'dial', blocked: true });
    expect(await tones.unlock()).toBe(false);
    const unlocked = tones.unlock();
    TappedContext.made[0]!.gesture();
    expect(await unlocked).toBe(true);
    expect(tones.getSnapshot()).toEqual({ playing: 'dial', blocked: false });
    const meter = listen();
    await expect.poll(() => meter.levelAt(425), soon).toBeGreaterThan(0.2);
  });

  it('[MED-04] sounds louder or softer at once, and in the tones of another country with the next sound', async () => {
    const tones = player({ volume: 1 });
    tones.play('dial');
    const meter = listen();
    await expect.poll(() => meter.levelAt(425), soon).toBeGreaterThan(0.2);
    tones.configure({ volume: 0.05 });
    await expect.poll(() => meter.levelAt(425), soon).toBeLessThan(0.1);
    tones.configure({ volume: 1, tones: 'uk' });
    await expect.poll(() => meter.levelAt(425), soon).toBeGreaterThan(0.2);
    tones.stop();
    tones.play('dial');
    await expect.poll(() => Math.min(meter.levelAt(440), meter.levelAt(350)), soon).toBeGreaterThan(0.2);
  });

  it('[MED-04] stays silent, and whole, where there is no Web Audio', async () => {
    const { clock } = browserPlatform();
    const lines: string[] = [];
    const tones = new TonePlayer({ clock, logger: { log: (level) => void lines.push(level) } });
    tones.play('ring');
    tones.key('1');
    expect([tones.getSnapshot().playing, await tones.unlock(), lines[0]]).toEqual([null, false, 'warn']);
    tones.dispose();
  });
});

describe('CallSoundPlayer', () => {
  const base: SoundingCall = {
    ...{ id: 'a', direction: 'incoming', phase: 'incoming', earlyMedia: false, answeredAt: null },
    ...{ hold: { local: false }, cause: null },
  };

  function calls() {
    const listeners = new Set<() => void>();
    let sessions: readonly SoundingCall[] = [];
    return {
      getSnapshot: () => ({ sessions }),
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      set: (...next: readonly SoundingCall[]) => {
        sessions = next;
        for (const listener of [...listeners]) listener();
      },
      listeners,
    };
  }

  it('[MED-04] follows the calls, tells an end once, and leaves nothing', async () => {
    const source = calls();
    const sounds = new CallSoundPlayer(source, platform(), { volume: 0.2 });
    const playing = () => sounds.getSnapshot().playing;
    source.set(base);
    expect(playing()).toBe('ring');
    sounds.silence();
    expect(playing()).toBeNull();
    source.set(base, { ...base, id: 'b' });
    expect(playing()).toBe('ring');
    source.set({ ...base, id: 'c', direction: 'outgoing', phase: 'ringing' });
    expect(playing()).toBe('ringback');
    const over = {
      ...base,
      id: 'c',
      direction: 'outgoing',
      phase: 'ended',
      cause: { code: 'BUSY', by: 'remote' },
    } as const;
    source.set(over);
    source.set(over);
    expect(playing()).toBe('busy');
    source.set();
    expect(playing()).toBe('busy');
    source.set({ ...base, id: 'd', direction: 'outgoing', phase: 'dialing' });
    expect(playing()).toBeNull();
    sounds.dispose();
    expect([source.listeners.size, ...TappedContext.made.map(({ state }) => state)]).toEqual([0, 'closed', 'closed']);
  });

  it('[MED-04] rings as loud as it is told, and leaves the other tones as they are', async () => {
    const source = calls();
    const sounds = new CallSoundPlayer(source, platform(), { volume: 1, ringVolume: 0 });
    cleanups.push(() => sounds.dispose());
    source.set(base);
    const meter = listen();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(meter.level()).toBe(0);
    sounds.configure({ ringVolume: 1 });
    await expect.poll(() => meter.level(), soon).toBeGreaterThan(0.1);
    sounds.configure({ tones: 'us' });
    source.set({ ...base, id: 'c', direction: 'outgoing', phase: 'ringing' });
    const line = listenTo(TappedContext.made[1]!.tap.stream);
    cleanups.push(() => line.stop());
    await expect.poll(() => line.levelAt(480), soon).toBeGreaterThan(0.1);
  });

  it('[MED-04] may choose otherwise', () => {
    const source = calls();
    const sounds = new CallSoundPlayer(source, platform(), { choose: (sound) => (sound === 'ring' ? null : sound) });
    cleanups.push(() => sounds.dispose());
    source.set(base);
    expect([sounds.getSnapshot().playing, TappedContext.made]).toEqual([null, []]);
  });
});
