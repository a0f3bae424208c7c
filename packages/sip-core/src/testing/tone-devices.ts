import type { DevicePermission, WebRtcPlatform } from '../platform.ts';
import { createTestPicture } from './test-picture.ts';
import { createToneMicrophone, type ToneMicrophone } from './tone-microphone.ts';

/** One device of {@link ToneDevices}. */
export interface ToneDevice {
  readonly id: string;
  readonly label: string;
  readonly kind: MediaDeviceKind;
  /** What a microphone hums, in hertz. */
  readonly frequency?: number;
}

type Watch = () => void;

/**
 * Microphones that hum, loudspeakers, and a screen: devices to plug and unplug in tests and stories, with no permission
 * prompt. Spread `webrtc` over a browser's own.
 *
 * @example
 * ```ts
 * const devices = new ToneDevices([{ id: 'headset', label: 'Headset', kind: 'audioinput', frequency: 700 }]);
 * const platform = { ...browserPlatform(), webrtc: { ...browserPlatform().webrtc!, ...devices.webrtc } };
 * devices.unplug('headset');
 * devices.close();
 * ```
 */
export class ToneDevices {
  /** Every track that was captured. */
  readonly captured: MediaStreamTrack[] = [];
  /** What was asked of `getUserMedia`, oldest first. */
  readonly asked: MediaStreamConstraints[] = [];
  permission: DevicePermission = 'granted';
  readonly #devices: ToneDevice[];
  readonly #plugged = new Set<string>();
  readonly #open = new Map<MediaStreamTrack, ToneMicrophone>();
  readonly #watches = new Set<Watch>();
  readonly #permissionWatches = new Set<(permission: DevicePermission) => void>();

  /** @param devices - the first of each kind is the default one */
  constructor(devices: readonly ToneDevice[]) {
    this.#devices = [...devices];
    for (const { id } of devices) this.#plugged.add(id);
  }

  /** How many listen for devices or permission. */
  get watchers(): number {
    return this.#watches.size + this.#permissionWatches.size;
  }

  /** Tracks that nobody has stopped. */
  get live(): readonly MediaStreamTrack[] {
    return this.captured.filter((track) => track.readyState === 'live');
  }

  /** The parts of the platform that these devices stand in for. */
  get webrtc(): Required<
    Pick<WebRtcPlatform, 'getUserMedia' | 'getDisplayMedia' | 'enumerateDevices' | 'watchDevices' | 'watchPermission'>
  > {
    return {
      getUserMedia: (constraints) => this.#capture(constraints),
      getDisplayMedia: async () => {
        if (this.permission === 'denied') throw new DOMException('', 'NotAllowedError');
        return this.#keep(createTestPicture({ of: 'screen' }).stream);
      },
      enumerateDevices: () => Promise.resolve(this.#list()),
      watchDevices: (listener) => add(this.#watches, listener),
      watchPermission: (_, listener) => {
        listener(this.permission);
        return add(this.#permissionWatches, listener);
      },
    };
  }

  setPermission(permission: DevicePermission): void {
    this.permission = permission;
    for (const listener of [...this.#permissionWatches]) listener(permission);
  }

  /** Takes a device away: its tracks end, then the page is told. */
  unplug(id: string): void {
    this.#plugged.delete(id);
    for (const track of this.captured) {
      if (track.readyState === 'ended' || track.getSettings().deviceId !== id) continue;
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
    for (const listener of [...this.#watches]) listener();
  }

  plug(id: string): void {
    this.#plugged.add(id);
    for (const listener of [...this.#watches]) listener();
  }

  /** Stops everything. */
  close(): void {
    for (const microphone of this.#open.values()) microphone.stop();
    for (const track of this.captured) track.stop();
  }

  #list(): MediaDeviceInfo[] {
    const shown = this.permission === 'granted';
    return this.#devices
      .filter(({ id }) => this.#plugged.has(id))
      .map(({ id, label, kind }) => {
        const info = { deviceId: shown ? id : '', groupId: '', kind, label: shown ? label : '' };
        return { ...info, toJSON: () => info };
      });
  }

  async #capture({ audio, video }: MediaStreamConstraints): Promise<MediaStream> {
    this.asked.push({ ...(audio === undefined ? {} : { audio }), ...(video === undefined ? {} : { video }) });
    if (this.permission === 'prompt') this.setPermission('granted');
    if (this.permission === 'denied') throw new DOMException('', 'NotAllowedError');
    const stream = new MediaStream();
    if (audio !== undefined && audio !== false) stream.addTrack(this.#microphone(audio));
    if (video !== undefined && video !== false)
      for (const track of createTestPicture().stream.getTracks()) stream.addTrack(track);
    return this.#keep(stream);
  }

  #microphone(constraint: true | MediaTrackConstraints): MediaStreamTrack {
    const wanted = constraint === true ? undefined : exactId(constraint);
    const there = this.#devices.filter(({ id, kind }) => kind === 'audioinput' && this.#plugged.has(id));
    const device = wanted === undefined ? there[0] : there.find(({ id }) => id === wanted);
    if (device === undefined) {
      throw new DOMException('', wanted === undefined ? 'NotFoundError' : 'OverconstrainedError');
    }
    const microphone = createToneMicrophone(device.frequency ?? 440);
    const [track] = microphone.stream.getAudioTracks();
    if (track === undefined) throw new DOMException('', 'NotReadableError');
    this.#open.set(track, microphone);
    const settings = track.getSettings();
    track.getSettings = () => ({ ...settings, deviceId: device.id });
    return track;
  }

  #keep(stream: MediaStream): MediaStream {
    this.captured.push(...stream.getTracks());
    return stream;
  }
}

function exactId({ deviceId }: MediaTrackConstraints): string | undefined {
  if (typeof deviceId !== 'object' || Array.isArray(deviceId)) return undefined;
  return typeof deviceId.exact === 'string' ? deviceId.exact : undefined;
}

function add<Entry>(set: Set<Entry>, entry: Entry): () => void {
  set.add(entry);
  return () => {
    set.delete(entry);
  };
}
